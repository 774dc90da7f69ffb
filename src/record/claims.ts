/** Low, best, high: the same record with every figure that has a range taken at one of its ends. */
import type { Core } from './core.ts';
import type { FlowSeries, Known, Observation, Series, SeriesId } from './model.ts';
import { isKnown, isMoving } from './model.ts';

export const CLAIMS = ['low', 'best', 'high'] as const;
export type Claims = (typeof CLAIMS)[number];

/** The value of a figure as claimed; without a range there is only one. */
export const claimedValue = (
  o: { readonly value: number; readonly low?: number; readonly high?: number },
  claims: Claims,
): number => (claims === 'low' ? (o.low ?? o.value) : claims === 'high' ? (o.high ?? o.value) : o.value);

const claimObservation = (o: Observation, claims: Claims): Observation => {
  if (!isKnown(o)) return o;
  const value = claimedValue(o, claims);
  return value === o.value ? o : ({ ...o, value } satisfies Known);
};

/** Series without a range stay the very same objects, so that nothing is computed anew for them. */
function claimSeries<S extends Series>(series: S, claims: Claims): S {
  const observations = series.observations.map((o) => claimObservation(o, claims));
  return observations.every((o, i) => o === series.observations[i]) ? series : { ...series, observations };
}

/** The record of the first view as claimed. `best` is the record itself. */
export function claimCore(core: Core, claims: Claims): Core {
  if (claims === 'best') return core;
  const series = new Map<SeriesId, Series>();
  for (const [id, s] of core.series) series.set(id, claimSeries(s, claims));
  const own = (s: Series) => series.get(s.id)!;
  return {
    ...core,
    series,
    flows: [...series.values()].filter((s): s is FlowSeries => isMoving(s)),
    stocks: core.stocks.map(own),
    waves: core.waves.map((w) => ({ ...w, lane: { flow: w.lane.flow.map(own), stock: w.lane.stock.map(own) } })),
  };
}

/** How many figures of some series have a range: where there is none, low and high are the best. */
export const countRanges = (series: readonly Series[]): number =>
  series.reduce(
    (n, s) => n + s.observations.filter((o) => isKnown(o) && (o.low !== undefined || o.high !== undefined)).length,
    0,
  );
