/** Values of a series at an instant: a count, something between two counts, or a gap. */
import { bisector } from 'd3-array';
import type { Day, Known, Observation, Series } from './model.ts';
import { isKnown } from './model.ts';
import { contains, instantOf, yearAt } from './when.ts';

/** Two counts further apart than this are not joined: a gap stays open. Years (rule 3 of the drawing rules). */
export const LONGEST_JOIN_YEARS = 12;

/** Whether a line may be drawn from one count to the next. */
export function joins(a: Known, b: Known, breaks: readonly Day[]): boolean {
  return (
    yearAt(b.when.from) - yearAt(a.when.from) <= LONGEST_JOIN_YEARS &&
    !breaks.some((k) => k > a.when.from && k <= b.when.from)
  );
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
  for (const stretch of stretches) {
    const [first, last] = [stretch[0]!, stretch.at(-1)!];
    if (at < Math.min(first.when.from, instantOf(first.when) - COUNT_SPEAKS)) continue;
    if (at >= Math.max(last.when.until, instantOf(last.when) + COUNT_SPEAKS)) continue;
    const exact = stretch.find((o) => contains(o.when, at));
    if (exact) return { kind: 'counted', value: exact.value, of: exact };
    const i = byInstant.right(stretch as Known[], at);
    const [before, after] = [stretch[i - 1], stretch[i]];
    if (!before) return { kind: 'counted', value: after!.value, of: after! };
    if (!after) return { kind: 'counted', value: before.value, of: before };
    const [a, b] = [instantOf(before.when), instantOf(after.when)];
    return {
      kind: 'between',
      value: before.value + ((after.value - before.value) * (at - a)) / (b - a),
      before,
      after,
    };
  }
  return GAP;
}

/** The observation whose time contains an instant. */
export const findAt = (series: Series, at: number): Observation | undefined =>
  series.observations.find((o) => contains(o.when, at));

/** Observations that have a moment in a calendar year given by its first and last day. */
export const observationsIn = (series: Series, from: number, until: number): Observation[] =>
  series.observations.filter((o) => o.when.from < until && o.when.until > from);
