/** Values of a series at an instant: a count, something between two counts, or a gap. */
import { bisector, least } from 'd3-array';
import type { Day, Known, Observation, Series } from './model.ts';
import { isKnown } from './model.ts';
import { contains, instantOf, yearAt } from './when.ts';

/** Two counts further apart than this are not joined: a gap stays open. Years (rule 3 of the drawing rules). */
export const LONGEST_JOIN_YEARS = 12;

/** Whether a break of method lies between two counts. A count that names a year was taken at its end. */
export const crosses = (breaks: readonly Day[], a: Known, b: Known): boolean =>
  breaks.some((k) => k >= a.when.until && k < b.when.until);

/** Whether a line may be drawn from one count to the next. */
export function joins(a: Known, b: Known, breaks: readonly Day[]): boolean {
  return yearAt(b.when.from) - yearAt(a.when.from) <= LONGEST_JOIN_YEARS && !crosses(breaks, a, b);
}

/** Stretches of counts that may be joined; a missing observation, a break or a long silence ends one. */
export function stretchesOf(series: Series): Known[][] {
  const stretches: Known[][] = [];
  let current: Known[] = [];
  for (const o of series.observations) {
    if (!isKnown(o)) {
      current = [];
      continue;
    }
    const last = current.at(-1);
    if (last && joins(last, o, series.breaks)) current.push(o);
    else {
      current = [o];
      stretches.push(current);
    }
  }
  return stretches;
}

export type StockAt =
  | { readonly kind: 'counted'; readonly value: number; readonly of: Known }
  | { readonly kind: 'between'; readonly value: number; readonly before: Known; readonly after: Known }
  | { readonly kind: 'gap' };

const GAP: StockAt = { kind: 'gap' };
/** A count speaks for its own time, and for a year round it where it names a day. Days. */
const COUNT_SPEAKS = 183;
const byInstant = bisector((o: Known) => instantOf(o.when));

/** People present at an instant. Between two counts it is the straight line between them, and says so. */
export function stockAt(stretches: readonly (readonly Known[])[], at: number): StockAt {
  // A count speaks first for the time that it names, and only then for the months round it.
  for (const stretch of stretches) {
    const exact = stretch.find((o) => contains(o.when, at));
    if (exact) return { kind: 'counted', value: exact.value, of: exact };
  }
  for (const stretch of stretches) {
    const i = byInstant.right(stretch as Known[], at);
    const [before, after] = [stretch[i - 1], stretch[i]];
    if (!before || !after) continue;
    const [a, b] = [instantOf(before.when), instantOf(after.when)];
    return {
      kind: 'between',
      value: before.value + ((after.value - before.value) * (at - a)) / (b - a),
      before,
      after,
    };
  }
  const ends = stretches.flatMap((s) => [s[0]!, s.at(-1)!]);
  const near = least(ends, (o) => Math.abs(instantOf(o.when) - at));
  return near && Math.abs(instantOf(near.when) - at) < COUNT_SPEAKS
    ? { kind: 'counted', value: near.value, of: near }
    : GAP;
}

/** The observation whose time contains an instant. */
export const findAt = (series: Series, at: number): Observation | undefined =>
  series.observations.find((o) => contains(o.when, at));

/** Observations that have a moment in a calendar year given by its first and last day. */
export const observationsIn = (series: Series, from: number, until: number): Observation[] =>
  series.observations.filter((o) => o.when.from < until && o.when.until > from);
