/** The years of a film, and which instant each of its frames shows. */
import type { WaveBrief } from '../../record/core.ts';
import type { Day } from '../../record/model.ts';
import { FIRST_YEAR, LAST_DAY, LAST_YEAR, dayOf, yearAt } from '../../record/when.ts';
import { dayAt, secondsAt, type Tempo } from '../../scene/tempo.ts';

/** First and last year shown, both whole. */
export type Years = readonly [first: number, last: number];
export const LENGTHS = [10, 15, 20] as const;
/** Seconds. */
export type Length = (typeof LENGTHS)[number];
export const FRAMES_A_SECOND = 30;

/** Years before the playhead and after it, where no wave says its own. */
const AROUND = [5, 4] as const;
/** The wave's own years, or ten round the year of the view. */
export function yearsOf(one: WaveBrief | undefined, year: number): Years {
  if (one) return [yearAt(one.during.from), yearAt(one.during.until - 1)];
  const first = Math.max(FIRST_YEAR, Math.min(year - AROUND[0], LAST_YEAR - AROUND[0] - AROUND[1]));
  return [first, Math.min(LAST_YEAR, first + AROUND[0] + AROUND[1])];
}

/** Years as a reader typed them, put in order and kept within the atlas; what is no year becomes the nearest end. */
export function orderYears(a: number | null | undefined, b: number | null | undefined): Years {
  const within = (year: number | null | undefined, other: number) =>
    year == null || !Number.isFinite(year) ? other : Math.max(FIRST_YEAR, Math.min(LAST_YEAR, Math.round(year)));
  const [from, to] = [within(a, FIRST_YEAR), within(b, LAST_YEAR)];
  return from <= to ? [from, to] : [to, from];
}

/** The last frame stands just before midnight: it is of the last year, not of the next. */
const BEFORE_MIDNIGHT = 0.01;
/** Playing time of the page at both ends of a film. */
function endsOf([first, last]: Years, tempo: Tempo) {
  const [from, until] = [dayOf(first), Math.min(LAST_DAY, dayOf(last + 1) - BEFORE_MIDNIGHT)];
  return { from, until, a: secondsAt(tempo, from), b: secondsAt(tempo, until) };
}
/**
 * The instant of a frame. The film goes as the map plays, slower where much happens.
 * @param share of the film, 0 for its first frame and 1 for its last
 */
export function instantAt(years: Years, tempo: Tempo, share: number): Day {
  const { from, until, a, b } = endsOf(years, tempo);
  return Math.max(from, Math.min(until, dayAt(tempo, a + (b - a) * share))) as Day;
}
/** The share of a film after which it comes to an instant; its end that is nearer where it never does. */
export function shareAt(years: Years, tempo: Tempo, at: number): number {
  const { a, b } = endsOf(years, tempo);
  return Math.max(0, Math.min(1, (secondsAt(tempo, at) - a) / (b - a)));
}
