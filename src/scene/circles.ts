/** Stocks as circles at their places: area by people, one scale for the whole stage. */
import type { Place, PlaceId, Series, SeriesId, WaveId } from '../record/model.ts';
import { stockAt, stretchesOf, type StockAt } from '../record/value.ts';
import type { Known } from '../record/model.ts';

/** Radius of a circle of a million people, px, on a stage 1000 px wide. */
const RADIUS_PER_MILLION = 40;
export const radiusOf = (people: number, width: number): number =>
  RADIUS_PER_MILLION * Math.sqrt(Math.max(0, people) / 1e6) * Math.max(0.6, Math.min(1.6, width / 1000));

export interface Standing {
  readonly series: Series;
  readonly place: Place;
  readonly stretches: readonly (readonly Known[])[];
}
export interface Circle {
  readonly series: SeriesId;
  readonly wave: WaveId;
  readonly place: PlaceId;
  readonly state: Exclude<StockAt, { kind: 'gap' }>;
}

/** Prepares the stocks that stand on the map. */
export function standingOf(stocks: readonly Series[], places: ReadonlyMap<PlaceId, Place>): Standing[] {
  return stocks.flatMap((series) => {
    const place = places.get(series.place);
    return place?.at ? [{ series, place, stretches: stretchesOf(series) }] : [];
  });
}

/** The circles at an instant; a gap has none. */
export function circlesAt(standing: readonly Standing[], at: number): Circle[] {
  return standing.flatMap(({ series, place, stretches }) => {
    const state = stockAt(stretches, at);
    return state.kind === 'gap' ? [] : [{ series: series.id, wave: series.wave, place: place.id, state }];
  });
}

/** Two or three sizes for the legend that fit what is on the map. */
export function legendSizes(largest: number): number[] {
  const steps = [1000, 10_000, 100_000, 1_000_000, 2_500_000];
  const fitting = steps.filter((s) => s <= Math.max(steps[0]!, largest * 1.2));
  return fitting.slice(-3);
}
