/** The same picture, slowly: every dot asked one by one, along the whole great circle. Checks the fast code. */
import { geoInterpolate } from 'd3-geo';
import type { LonLat } from '../../src/record/model.ts';
import { progressOf } from '../../src/scene/dots.ts';
import type { Camera, Picture } from '../../src/scene/projection.ts';
import type { Schedule } from '../../src/scene/schedule.ts';
import type { PlacedTrack, Track } from '../../src/scene/track.ts';

export interface SlowDot {
  readonly stream: number;
  readonly index: number;
  /** Screen pixels, with the dot's own offset. */
  readonly x: number;
  readonly y: number;
  /** Share of the way that is covered, 0 to 1. */
  readonly share: number;
}

/** All dots on the way at an instant, found by looking at each: the linear scan. */
export function scanDots(schedule: Schedule, placed: readonly PlacedTrack[], camera: Camera, at: number): SlowDot[] {
  const dots: SlowDot[] = [];
  schedule.streams.forEach((stream, s) => {
    const { xy, count, widest } = placed[stream.track]!;
    for (let i = 0; i < stream.leaves.length; i++) {
      const t = (at - stream.leaves[i]!) / stream.days[i]!;
      if (t < 0 || t > 1) continue;
      const share = progressOf(stream, t);
      const f = share * (count - 1);
      const j = Math.min(count - 2, Math.floor(f));
      const [x0, y0, x1, y1] = xy.subarray(j * 2, j * 2 + 4) as unknown as [number, number, number, number];
      const u = Math.abs(x1 - x0) > widest ? 0 : f - j;
      dots.push({
        stream: s,
        index: i,
        share,
        x: (x0 + (x1 - x0) * u) * camera.k + camera.x + stream.dx[i]!,
        y: (y0 + (y1 - y0) * u) * camera.k + camera.y + stream.dy[i]!,
      });
    }
  });
  return dots;
}

/** Where on the Earth a share of a way ends. */
export function pointAt(track: Track, share: number): LonLat {
  const km = share * track.length;
  const i = Math.max(
    1,
    track.km.findIndex((k) => k >= km),
  );
  const [a, b] = [track.km[i - 1]!, track.km[i]!];
  return geoInterpolate(
    track.points[i - 1] as [number, number],
    track.points[i] as [number, number],
  )(b > a ? (km - a) / (b - a) : 0);
}

export const distance = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);
/** Base pixels of a place on a picture. */
export const on = (picture: Picture, at: LonLat): [number, number] => [...picture.project(at)];
