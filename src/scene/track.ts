/** The line of a journey: dense enough to be drawn, cut where it meets the edge of the world. */
import { geoInterpolate } from 'd3-geo';
import type { Leg, LonLat, Mode, PlaceId, Route, RouteId } from '../record/model.ts';
import { lengthKm } from '../record/earth.ts';
import type { Picture } from './projection.ts';

/** Distance between two points of a track, km: short enough that a straight line on a screen is the great circle. */
const STEP_KM = 60;

export interface Track {
  /** Degrees along the way, and km travelled at each. */
  readonly points: readonly LonLat[];
  readonly km: Float64Array;
  readonly length: number;
  /** Where each stop lies, as a share of the whole way: when first met, and when last left. */
  readonly stops: ReadonlyMap<PlaceId, readonly [first: number, last: number]>;
  readonly modes: readonly Mode[];
}

function densify(path: readonly LonLat[]): LonLat[] {
  const out: LonLat[] = [];
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const steps = Math.max(1, Math.ceil(lengthKm([a, b]) / STEP_KM));
    const at = geoInterpolate(a as [number, number], b as [number, number]);
    for (let k = i === 1 ? 0 : 1; k <= steps; k++) out.push(at(k / steps));
  }
  return out;
}

/** Great-circle points of one leg, both ends included. */
export const pointsOf = (leg: Leg): LonLat[] => densify(leg.path);

/** The way over a chain of routes, end to end. */
export function trackOf(chain: readonly Route[]): Track {
  const points: LonLat[] = [];
  const km: number[] = [];
  const met = new Map<PlaceId, [number, number]>();
  const meet = (id: PlaceId) => {
    const here = km.at(-1) ?? 0;
    met.set(id, [met.get(id)?.[0] ?? here, here]);
  };
  let modes: Mode[] = [];
  for (const route of chain)
    for (const leg of route.legs) {
      meet(leg.from);
      modes = [...modes, leg.mode];
      for (const p of pointsOf(leg)) {
        const before = points.at(-1);
        const step = before ? lengthKm([before, p]) : 0;
        if (before && step === 0) continue;
        points.push(p);
        km.push((km.at(-1) ?? 0) + step);
      }
      meet(leg.to);
    }
  const length = km.at(-1) ?? 0;
  const stops = new Map([...met].map(([id, [a, b]]) => [id, [a / (length || 1), b / (length || 1)] as const]));
  return { points, km: Float64Array.from(km), length, stops, modes };
}

/** A track in base pixels: x, y at equal shares of the way, so that a position is one multiplication away. */
export interface PlacedTrack {
  readonly xy: Float32Array;
  readonly count: number;
  /** Samples further apart than this lie on either side of the seam, base pixels. */
  readonly widest: number;
}
const SAMPLES_PER_TRACK = 256;

export function placeTrack(track: Track, picture: Picture): PlacedTrack {
  const count = SAMPLES_PER_TRACK;
  const xy = new Float32Array(count * 2);
  let i = 1;
  for (let s = 0; s < count; s++) {
    const want = (track.length * s) / (count - 1);
    while (i < track.points.length - 1 && track.km[i]! < want) i++;
    const [a, b] = [track.points[i - 1] ?? track.points[0]!, track.points[i] ?? track.points[0]!];
    const [ka, kb] = [track.km[i - 1] ?? 0, track.km[i] ?? 0];
    const t = kb > ka ? Math.min(1, Math.max(0, (want - ka) / (kb - ka))) : 0;
    const [x, y] = picture.project(geoInterpolate(a as [number, number], b as [number, number])(t));
    xy[s * 2] = x;
    xy[s * 2 + 1] = y;
  }
  return { xy, count, widest: picture.size.width / 2 };
}

export type TrackKey = string;
export const trackKey = (chain: readonly RouteId[]): TrackKey => chain.join('+');
