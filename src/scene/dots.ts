/** Where every dot is at an instant: a pure function of the schedule and that instant. */
import type { Schedule, Stream } from './schedule.ts';
import type { Camera } from './projection.ts';
import type { PlacedTrack } from './track.ts';

/** A deportation does not glide: it goes from halt to halt. Halts on the way. */
export const HALTS = 24;
/** Share of the time between two halts in which the train moves. */
export const MOVING_SHARE = 0.35;

/** Share of the way covered after a share of the time. */
export function progressOf(stream: Pick<Stream, 'compulsion'>, t: number): number {
  if (stream.compulsion !== 'deported') return t;
  const halt = Math.floor(t * HALTS);
  const within = t * HALTS - halt;
  return Math.min(1, (halt + Math.min(1, within / MOVING_SHARE)) / HALTS);
}

/** First index whose value is at least `x`, in an ascending array. */
function lowerBound(a: Float64Array, x: number): number {
  let lo = 0;
  let hi = a.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (a[mid]! < x) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** How many dots are on the way at an instant. */
export function countAt(schedule: Schedule, at: number): number {
  let count = 0;
  for (const { leaves, days, longest } of schedule.streams)
    for (let i = lowerBound(leaves, at - longest); i < leaves.length && leaves[i]! <= at; i++)
      if ((at - leaves[i]!) / days[i]! <= 1) count++;
  return count;
}

export interface Frame {
  /** x, y of each dot in screen pixels, stream after stream. */
  readonly xy: Float32Array;
  /** Index of the first dot of each stream; one more at the end. */
  readonly starts: Uint32Array;
}
/** Room for every dot of a schedule, to be used again each frame. */
export const frameFor = (schedule: Schedule): Frame => ({
  xy: new Float32Array(schedule.length * 2),
  starts: new Uint32Array(schedule.streams.length + 1),
});

/**
 * Fills a frame with the dots on the way at an instant.
 * @param spread factor on the distance of dots from their line: smaller on a small stage
 * @returns how many dots there are
 */
export function dotsAt(
  schedule: Schedule,
  placed: readonly PlacedTrack[],
  camera: Camera,
  at: number,
  frame: Frame,
  spread = 1,
): number {
  const { xy, starts } = frame;
  let n = 0;
  for (let s = 0; s < schedule.streams.length; s++) {
    starts[s] = n;
    const stream = schedule.streams[s]!;
    const { leaves, days, dx, dy } = stream;
    if (leaves.length === 0 || at < leaves[0]! || at > leaves[leaves.length - 1]! + stream.longest) continue;
    const track = placed[stream.track]!;
    const last = track.count - 1;
    const stepwise = stream.compulsion === 'deported';
    for (let i = lowerBound(leaves, at - stream.longest); i < leaves.length && leaves[i]! <= at; i++) {
      const t = (at - leaves[i]!) / days[i]!;
      if (t > 1) continue;
      const f = (stepwise ? progressOf(stream, t) : t) * last;
      const j = f >= last ? last - 1 : Math.floor(f);
      const u = f - j;
      const x0 = track.xy[j * 2]!;
      const y0 = track.xy[j * 2 + 1]!;
      const x1 = track.xy[j * 2 + 2]!;
      const y1 = track.xy[j * 2 + 3]!;
      // Between two samples on either side of the seam there is no way over the picture.
      const v = Math.abs(x1 - x0) > track.widest ? 0 : u;
      xy[n * 2] = (x0 + (x1 - x0) * v) * camera.k + camera.x + dx[i]! * spread;
      xy[n * 2 + 1] = (y0 + (y1 - y0) * v) * camera.k + camera.y + dy[i]! * spread;
      n++;
    }
  }
  starts[schedule.streams.length] = n;
  return n;
}
