/**
 * The two pictures of the Earth: an equal-area world with its seam in the mid-Atlantic, and the window on North-East Asia.
 * Positions are computed once in “base” pixels of a picture; a camera is a scale and a shift of those.
 */
import { geoAzimuthalEqualArea, geoEqualEarth, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import type { LonLat } from '../record/model.ts';

/** Longitude at which the world is cut, degrees: mid-Atlantic, no place of ours within 10°. */
export const SEAM = -30;
/** What the whole picture must hold: where people went, with a little air. West, south, east, north. */
const WORLD_BOX = [-12, -46, -36, 68] as const;
/** The window on North-East Asia. */
export const INSET_BOX = [121.5, 32.2, 142.5, 48.6] as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}
export type XY = readonly [x: number, y: number];
/** Screen = base × k + (x, y). */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}
export const AT_REST: Camera = { k: 1, x: 0, y: 0 };
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface Picture {
  readonly size: Size;
  readonly projection: GeoProjection;
  /** Base pixels of a place; the record has no place that an equal-area world could not show. */
  readonly project: (at: LonLat) => XY;
  /** SVG path data of any geometry, cut at the seam. */
  readonly draw: (geometry: GeoPermissibleObjects) => string;
}

/** Points along the outline of a box, eastward from its west side. */
function outlineOf([west, south, east, north]: Box): [number, number][] {
  const span = (((east - west) % 360) + 360) % 360 || 360;
  const steps = 24;
  const points: [number, number][] = [];
  for (let i = 0; i <= steps; i++) {
    const lon = west + (span * i) / steps;
    for (const lat of [south, (south + north) / 2, north]) points.push([lon > 180 ? lon - 360 : lon, lat]);
  }
  return points;
}

function pictureOf(projection: GeoProjection, size: Size): Picture {
  const path = geoPath(projection).digits(1);
  return {
    size,
    projection,
    project: (at) => projection(at as [number, number]) ?? [NaN, NaN],
    draw: (geometry) => path(geometry) ?? '',
  };
}

const fit = (projection: GeoProjection, size: Size, box: Box, margin: number) =>
  projection.fitExtent(
    [
      [margin, margin],
      [Math.max(margin + 1, size.width - margin), Math.max(margin + 1, size.height - margin)],
    ],
    { type: 'MultiPoint', coordinates: outlineOf(box) },
  );

/** Equal Earth (Šavrič, Patterson and Jenny 2018), centred so that the Pacific is whole. Size in CSS pixels. */
export function worldPicture(size: Size): Picture {
  return pictureOf(
    fit(
      geoEqualEarth()
        .rotate([-(SEAM + 180), 0])
        .precision(0.3),
      size,
      WORLD_BOX,
      4,
    ),
    size,
  );
}

/** Lambert's azimuthal equal-area projection of the seas and rivers round Korea. */
export function insetPicture(size: Size): Picture {
  const centre: [number, number] = [(INSET_BOX[0] + INSET_BOX[2]) / 2, (INSET_BOX[1] + INSET_BOX[3]) / 2];
  const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]).precision(0.3);
  fit(projection, size, INSET_BOX, 0);
  return pictureOf(
    projection.clipExtent([
      [-40, -40],
      [size.width + 40, size.height + 40],
    ]),
    size,
  );
}

/** Outline of the inset on the world, as a ring of degrees with its sides curved as the projection asks. */
export const insetOutline = (): GeoPermissibleObjects => {
  const [w, s, e, n] = INSET_BOX;
  const side = (a: LonLat, b: LonLat) =>
    Array.from({ length: 12 }, (_, i) => [a[0] + ((b[0] - a[0]) * i) / 12, a[1] + ((b[1] - a[1]) * i) / 12]);
  return {
    type: 'LineString',
    coordinates: [
      ...side([w, n], [e, n]),
      ...side([e, n], [e, s]),
      ...side([e, s], [w, s]),
      ...side([w, s], [w, n]),
      [w, n],
    ],
  };
};

export const MAX_ZOOM = 40;
/** The world may draw back a little, so that a flight over the Arctic is seen whole. */
export const MIN_ZOOM = 0.72;
/** Brings a box into the middle of the picture; `margin` is the share of the stage kept free round it, `most` the nearest that it may come. */
export function cameraOn(box: Box, picture: Picture, margin = 0.1, most = MAX_ZOOM): Camera {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const at of outlineOf(box)) {
    const [x, y] = picture.project(at);
    xs.push(x);
    ys.push(y);
  }
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const { width, height } = picture.size;
  const k = Math.max(MIN_ZOOM, Math.min(most, (1 - 2 * margin) * Math.min(width / (x1 - x0), height / (y1 - y0))));
  return clampCamera({ k, x: width / 2 - (k * (x0 + x1)) / 2, y: height / 2 - (k * (y0 + y1)) / 2 }, picture.size);
}

/** The ground round a place: so many degrees of latitude to the north and south, and as far to east and west. */
export function boxRound([lon, lat]: LonLat, reach: number): Box {
  const wide = Math.min(170, (reach * 1.6) / Math.cos((Math.min(75, Math.abs(lat)) * Math.PI) / 180));
  const wrap = (x: number) => ((((x + 180) % 360) + 360) % 360) - 180;
  return [wrap(lon - wide), Math.max(-85, lat - reach), wrap(lon + wide), Math.min(85, lat + reach)];
}

const clampZoom = (k: number) => Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, k));

/** Keeps the picture from leaving the stage: some of it may, where the camera is near. */
export function clampCamera(camera: Camera, { width, height }: Size): Camera {
  const k = clampZoom(camera.k);
  const clamp = (shift: number, length: number) => {
    const spare = length * (1 - k);
    const slack = length * 0.25 * Math.abs(k - 1);
    return Math.max(Math.min(0, spare) - slack, Math.min(Math.max(0, spare) + slack, shift));
  };
  return { k, x: clamp(camera.x, width), y: clamp(camera.y, height) };
}

/** Zooms about a point of the screen. */
export function zoomAbout(camera: Camera, factor: number, [x, y]: XY, size: Size): Camera {
  const k = clampZoom(camera.k * factor);
  const f = k / camera.k;
  return clampCamera({ k, x: x - (x - camera.x) * f, y: y - (y - camera.y) * f }, size);
}

/** Between two cameras; zoom in equal ratios, so that the eye is not rushed. `t` from 0 to 1. */
export function betweenCameras(a: Camera, b: Camera, t: number, { width, height }: Size): Camera {
  const k = a.k * (b.k / a.k) ** t;
  const centre = (c: Camera): XY => [(width / 2 - c.x) / c.k, (height / 2 - c.y) / c.k];
  const [ca, cb] = [centre(a), centre(b)];
  const u = Math.abs(b.k - a.k) < 1e-9 ? t : (1 / a.k - 1 / k) / (1 / a.k - 1 / b.k);
  const [x, y] = [ca[0] + (cb[0] - ca[0]) * u, ca[1] + (cb[1] - ca[1]) * u];
  return { k, x: width / 2 - k * x, y: height / 2 - k * y };
}

export const toScreen = ([x, y]: XY, camera: Camera): XY => [x * camera.k + camera.x, y * camera.k + camera.y];
