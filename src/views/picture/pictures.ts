/** The forms that there are as pictures. */
import { lanesPicture } from './lanes.ts';
import { mapPicture } from './map.ts';
import { multiplesPicture } from './multiples.ts';

export const PICTURES = { map: mapPicture, multiples: multiplesPicture, lanes: lanesPicture } as const;
