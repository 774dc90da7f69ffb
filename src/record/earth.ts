/** Distances on the Earth. */
import { geoDistance } from 'd3-geo';
import type { LonLat } from './model.ts';

/** Mean radius of the Earth in km (IUGG). */
export const EARTH_KM = 6371.0088;

/** Length of a line along great circles, in km; points in degrees. */
export function lengthKm(path: readonly LonLat[]): number {
  let radians = 0;
  for (let i = 1; i < path.length; i++)
    radians += geoDistance(path[i - 1] as [number, number], path[i] as [number, number]);
  return radians * EARTH_KM;
}
