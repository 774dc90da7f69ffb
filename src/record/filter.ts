/** What a reader wants to see of the record: kinds of journey, compulsion, way, status, grade, years. */
import type { Core } from './core.ts';
import type {
  Compulsion,
  Day,
  Event,
  Family,
  FlowSeries,
  Grade,
  Observation,
  Series,
  SeriesId,
  Status,
  Way,
  When,
} from './model.ts';
import { isKnown, isMoving } from './model.ts';
import { dayOf } from './when.ts';

/** An empty list, and no years: everything passes. */
export interface Filter {
  readonly kinds: readonly Family[];
  readonly compulsions: readonly Compulsion[];
  readonly ways: readonly Way[];
  readonly statuses: readonly Status[];
  readonly grades: readonly Grade[];
  /** First and last calendar year, both included. */
  readonly years: readonly [first: number, last: number] | null;
}
export const NO_FILTER: Filter = { kinds: [], compulsions: [], ways: [], statuses: [], grades: [], years: null };

export const isOpen = (f: Filter): boolean =>
  f.years === null && [f.kinds, f.compulsions, f.ways, f.statuses, f.grades].every((list) => list.length === 0);

const passes = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);

/** First day of the years, and the day after their last. */
export const daysOf = ([first, last]: readonly [number, number]): readonly [Day, Day] => [
  dayOf(first),
  dayOf(last + 1),
];

/** Whether a time has a moment in the years. */
export function passesTime(when: Pick<When, 'from' | 'until'>, { years }: Filter): boolean {
  if (!years) return true;
  const [from, until] = daysOf(years);
  return when.from < until && when.until > from;
}
/** Whether people who went like this pass. */
export const passesJourney = (of: { readonly compulsion: Compulsion; readonly way: Way }, f: Filter): boolean =>
  passes(f.compulsions, of.compulsion) && passes(f.ways, of.way);
export const passesKind = (family: Family, f: Filter): boolean => passes(f.kinds, family);
/** Whether a figure passes; a gap has neither status nor grade, so that it passes only where neither is asked for. */
export function passesFigure(
  o: { readonly status: Status | 'missing'; readonly grade: Grade | null; readonly when: Pick<When, 'from' | 'until'> },
  f: Filter,
): boolean {
  if (!passesTime(o.when, f)) return false;
  if (o.status === 'missing' || o.grade === null) return f.statuses.length === 0 && f.grades.length === 0;
  return passes(f.statuses, o.status) && passes(f.grades, o.grade);
}

const observationPasses = (o: Observation, f: Filter): boolean =>
  passesFigure({ status: o.status, grade: isKnown(o) ? o.grade : null, when: o.when }, f);

/** Series of which nothing is hidden stay the very same objects, so that nothing is computed anew for them. */
function filterSeries<S extends Series>(series: S, f: Filter): S {
  const observations = series.observations.filter((o) => observationPasses(o, f));
  return observations.length === series.observations.length ? series : { ...series, observations };
}

/** The record of the first view with only what passes. Without a filter it is the record itself. */
export function filterCore(core: Core, f: Filter): Core {
  if (isOpen(f)) return core;
  const waves = core.waves.filter((w) => passesKind(w.family, f));
  const ids = new Set(waves.map((w) => w.id));
  const hidden = new Set(core.waves.filter((w) => !ids.has(w.id)).map((w) => w.id));
  const series = new Map<SeriesId, Series>();
  for (const [id, s] of core.series)
    // What the official count lends to the lane of a wave has no kind of its own.
    if (!hidden.has(s.wave) && passesJourney(s, f)) {
      const kept = filterSeries(s, f);
      if (kept.observations.length > 0) series.set(id, kept);
    }
  const own = (list: readonly Series[]) => list.flatMap((s) => series.get(s.id) ?? []);
  const seen = (e: Event) => ids.has(e.wave) && passesTime(e.date, f);
  return {
    ...core,
    waves: waves.map((w) => ({ ...w, lane: { flow: own(w.lane.flow), stock: own(w.lane.stock) } })),
    series,
    flows: [...series.values()].filter((s): s is FlowSeries => isMoving(s)),
    stocks: own(core.stocks),
    routes: new Map(
      [...core.routes].filter(([, r]) => ids.has(r.wave) && passesJourney(r, f) && passesTime(r.during, f)),
    ),
    events: core.events.filter(seen),
  };
}

/** How many figures there are in some series. */
export const countFigures = (series: Iterable<Series>): number => {
  let n = 0;
  for (const s of series) n += s.observations.filter(isKnown).length;
  return n;
};
