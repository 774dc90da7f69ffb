/** People on the way, as dots: many of them in one path, so that a picture stays small. */
import type { WaveId } from '../../record/model.ts';
import { dotsAt, frameFor, type Frame } from '../../scene/dots.ts';
import { AT_REST } from '../../scene/projection.ts';
import type { Schedule, Stream } from '../../scene/schedule.ts';
import { placeTrack, type PlacedTrack } from '../../scene/track.ts';
import { ONE_PERSON } from '../map/painting.ts';
import type { PictureScene, Sheet } from './plate.ts';
import { dotOf } from './signs.ts';
import { px, tag, type Rect } from './svg.ts';
import type { View } from './view.ts';

/** Stands for tracks on which nobody is: placing a track is the dearest part of a picture. */
const NOWHERE: PlacedTrack = { xy: new Float32Array(4), count: 2, widest: 1 };
const isOnTheWay = ({ leaves, longest }: Stream, at: number): boolean =>
  leaves.length > 0 && at >= leaves[0]! && at <= leaves.at(-1)! + longest;
/** Waves of which somebody may be on the way. */
export const wavesOnTheWay = (schedule: Schedule, at: number): WaveId[] =>
  schedule.streams.filter((s) => isOnTheWay(s, at)).map((s) => s.wave);

export interface DrawnDots {
  readonly svg: string;
  /** x and y of each, px. */
  readonly xy: readonly number[];
}

/** All dots of one look as one path: moved to from the one before. */
class DotPath {
  readonly #look: ReturnType<typeof dotOf>;
  readonly #filled: boolean;
  readonly #turn: string;
  #d = '';
  #x = 0;
  #y = 0;
  constructor(look: ReturnType<typeof dotOf>, filled: boolean) {
    this.#look = look;
    this.#filled = filled;
    const r = px(look.r);
    // Nearly a whole turn, from the right end of the dot to a tenth of a pixel below it.
    this.#turn = `a${r},${r} 0 1 0 0,.1z`;
  }
  /** A counted dot is a line of no length with round ends, another one an arc that almost closes. */
  add(x: number, y: number): void {
    const [a, b] = [px(this.#filled ? x : x + this.#look.r), px(y)];
    this.#d += this.#d === '' ? `M${a},${b}` : `m${px(a - this.#x)},${px(b - this.#y)}`;
    this.#d += this.#filled ? 'h0' : this.#turn;
    [this.#x, this.#y] = [a, b];
  }
  draw(): string {
    return this.#d === '' ? '' : tag('path', { d: this.#d, ...this.#look.look });
  }
}

/** What dots are walked over. */
export interface Walk {
  readonly schedule: Schedule;
  readonly placed: readonly PlacedTrack[];
  readonly frame: Frame;
  /** What of the sheet they may stand on. */
  readonly rect: Rect;
  /** Factor on their distance from their line. */
  readonly scale: number;
  /** Whether a dot within a pixel of another one of its look is left out. */
  readonly piled: boolean;
}
/**
 * Calls back for each dot on the way at an instant, stream after stream.
 * @param lookOf names how the dots of a stream look: neighbours of one look are one run
 * @param take is given the stream, and whether a run begins
 */
export function eachDot(
  { schedule, placed, frame, rect, scale, piled }: Walk,
  at: number,
  lookOf: (stream: number) => string,
  take: (x: number, y: number, stream: number, begins: boolean) => void,
): void {
  dotsAt(schedule, placed, AT_REST, at, frame, scale);
  const seen = new Set<number>();
  let last: string | undefined;
  for (let stream = 0; stream < schedule.streams.length; stream++) {
    const [from, until] = [frame.starts[stream]!, frame.starts[stream + 1]!];
    for (let i = from; i < until; i++) {
      const [x, y] = [frame.xy[i * 2]!, frame.xy[i * 2 + 1]!];
      if (x < rect.x0 || x > rect.x1 || y < rect.y0 || y > rect.y1) continue;
      const begins = lookOf(stream) !== last;
      if (begins) seen.clear();
      last = lookOf(stream);
      const pixel = Math.round(x) * 10_000 + Math.round(y);
      if (piled && seen.has(pixel)) continue;
      seen.add(pixel);
      take(x, y, stream, begins);
    }
  }
}

/**
 * The dots on the way at the instant.
 * @param scale factor on dots and on their distance from their line
 * @param piled whether dots that lie within a pixel of one of the same look may be left out: where a window shows the
 * same people again, a heap of thousands is no more than its outline
 */
export function drawDots(
  sheet: Sheet,
  scene: PictureScene,
  { picture, rect }: View,
  scale: number,
  piled = false,
): DrawnDots {
  const { schedule, people, playhead } = scene;
  const { at } = playhead;
  const awake = new Set(schedule.streams.filter((s) => isOnTheWay(s, at)).map((s) => s.track));
  const placed = schedule.tracks.map((t, i) => (awake.has(i) ? placeTrack(t, picture) : NOWHERE));
  const size = scale * (people === 1 ? ONE_PERSON : 1);
  const looks = schedule.streams.map(({ wave, status }) => `${status} ${sheet.waveInk(wave)}`);
  const xy: number[] = [];
  const paths: DotPath[] = [];
  const walk = { schedule, placed, frame: frameFor(schedule), rect, scale, piled };
  eachDot(
    walk,
    at,
    (s) => looks[s]!,
    (x, y, s, begins) => {
      const { wave, status } = schedule.streams[s]!;
      if (begins) paths.push(new DotPath(dotOf(sheet, status, sheet.waveInk(wave), size), status === 'reported'));
      xy.push(x, y);
      paths.at(-1)!.add(x, y);
    },
  );
  return { svg: paths.map((p) => p.draw()).join(''), xy };
}
