/** A part of the Earth on a part of a sheet: the camera is taken into the projection, so that lines keep their fineness. */
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import {
  AT_REST,
  boxRound,
  cameraOn,
  insetPicture,
  worldPicture,
  type Box,
  type Camera,
  type Picture,
} from '../../scene/projection.ts';
import type { PlaceKind } from '../../record/model.ts';
import type { PictureGround, PictureScene } from './plate.ts';
import type { Rect } from './svg.ts';

export interface View {
  readonly picture: Picture;
  /** What of the sheet it fills. */
  readonly rect: Rect;
  /** Enlargement against the whole world in the same room. */
  readonly k: number;
}

/** Lines are drawn this far over the edge, so that no end of theirs is seen, px. */
const OVER = 12;
/** Share of the room kept free round the journeys of one wave. */
const MARGIN = 0.06;

/** The picture as a camera sees it, in pixels of the sheet, and no more of it than the sheet shows. */
function takeIn(picture: Picture, { k, x, y }: Camera, { x0, y0, x1, y1 }: Rect): Picture {
  const { projection, size } = picture;
  const [tx, ty] = projection.translate();
  projection
    .scale(projection.scale() * k)
    .translate([tx * k + x, ty * k + y])
    .clipExtent([
      [x0 - OVER, y0 - OVER],
      [x1 + OVER, y1 + OVER],
    ]);
  return { ...picture, size: { width: size.width * k, height: size.height * k } };
}

/** How much of the ground round a place is shown, degrees of latitude to either side; as on the moving map. */
const REACH: Partial<Record<PlaceKind, number>> = { country: 14, region: 7, world: 90, town: 3.5, port: 3.5 };
const REACH_ELSE = 5;
/** What the camera shall see: the ground round a place, that of one wave, or all of it. */
export function boxOf({ core, one, view }: PictureScene): Box | undefined {
  const place = view?.place ? core.places.get(view.place) : undefined;
  return place?.at ? boxRound(place.at, REACH[place.kind] ?? REACH_ELSE) : one?.box;
}

/**
 * The world, or a box of it.
 * @param inner where the journeys shall be; land goes on to the edge of `rect`
 * @param down pixels by which everything is moved down
 */
export function worldView(rect: Rect, inner: Rect, box: Box | undefined, down = 0): View {
  const picture = worldPicture({ width: inner.x1 - inner.x0, height: inner.y1 - inner.y0 });
  const camera = box ? cameraOn(box, picture, MARGIN) : AT_REST;
  const placed = { k: camera.k, x: camera.x + inner.x0, y: camera.y + inner.y0 + down };
  return { picture: takeIn(picture, placed, rect), rect, k: camera.k };
}

/** The window on North-East Asia. */
export function windowView(rect: Rect): View {
  const picture = insetPicture({ width: rect.x1 - rect.x0, height: rect.y1 - rect.y0 });
  return { picture: takeIn(picture, { k: 1, x: rect.x0, y: rect.y0 }, rect), rect, k: 1 };
}

type Land = ReturnType<typeof feature>;
const lands = new WeakMap<object, Land>();
/** Land as shapes; a topology is opened once, however many frames are drawn upon it. */
function landOf(topology: unknown): Land {
  const known = lands.get(topology as object);
  if (known) return known;
  const { objects } = topology as Topology<{ land: GeometryCollection }>;
  const land = feature(topology as Topology, objects.land);
  lands.set(topology as object, land);
  return land;
}

/** Above this enlargement the first land is too coarse. */
const FINE_FROM = 2.4;
/** Path data of the land in a view of the world. */
export const landIn = ({ picture, k }: View, ground: PictureGround): string =>
  picture.draw(landOf(k > FINE_FROM ? (ground.fine ?? ground.land) : ground.land));
/** Path data of the land in the window. */
export const landInWindow = ({ picture }: View, ground: PictureGround): string =>
  picture.draw(landOf(ground.fine ?? ground.window ?? ground.land));
