/**
 * The official count of overseas Koreans, edition by edition: what an edition prints, which countries the record knows from it,
 * and what is left over.
 *
 * A count belongs to the edition that it names (`edition`, the year on the cover). One that names none belongs to an edition
 * only if it stands at that edition's own reference date or, where that date is not known, at the year on the cover: the
 * levels of 1965 or 1985, told later, belong to none.
 */
import type { Day, Grade, Known, PlaceId, SeriesId, SourceId, When } from './model.ts';
import { openRaw } from './picks.ts';
import type { RawOfficial, RawSeries } from './raw.ts';
import { crosses, joins } from './value.ts';
import { dayOf, instantOf, whenOf, yearAt } from './when.ts';

/** One count of a series: series and time are its evidence. */
export interface Figure {
  readonly series: SeriesId;
  readonly place: PlaceId;
  readonly observation: Known;
}
/** The same series in the nearest earlier edition that has it. */
export interface Before {
  readonly edition: number;
  readonly observation: Known;
  /** Whether the two may be compared: no break of method, and no long silence, lies between. */
  readonly joined: boolean;
  /** Whether it is a break of method that lies between. */
  readonly broken: boolean;
}
/** A row of the list that adds up to the printed total. */
export interface Part {
  /** `others`: what is left of a region; `rest`: what is left of the world, below zero if the named are more than the total. */
  readonly kind: 'country' | 'region' | 'others' | 'rest';
  readonly key: string;
  /** The count itself; of what is left over, the count from which the others were taken. */
  readonly figure: Figure;
  readonly value: number;
  /** Counts that were taken from it. */
  readonly taken: readonly Figure[];
  /** Some of it was reckoned or rounded, so the difference is no better. */
  readonly rough: boolean;
  readonly before: Before | undefined;
}
export interface Edition {
  /** The year on the cover. */
  readonly edition: number;
  /** The date counted; where it is not known, the year on the cover. */
  readonly when: When;
  readonly dated: boolean;
  readonly total: Figure | undefined;
  readonly totalBefore: Before | undefined;
  readonly nationals: Figure | undefined;
  readonly foreign: Figure | undefined;
  /** The population of South Korea in the year counted. */
  readonly home: Figure | undefined;
  /** Countries in the total, the largest first. */
  readonly named: readonly Figure[];
  /** Counts that the edition names beside its total, not in it. */
  readonly beside: readonly Figure[];
  /** Sum of the countries. */
  readonly sum: number;
  /** Total less that sum: nothing where there is no total. */
  readonly rest: number | undefined;
  /** Countries that the edition is said to have and the record has not. */
  readonly missing: number | undefined;
  /** Countries, regions and what is left over; together they are the total. */
  readonly parts: readonly Part[];
  /** Everything that the record has from this edition. */
  readonly figures: readonly { readonly series: SeriesId; readonly when: string }[];
  readonly sources: readonly SourceId[];
}
export type MethodBreak = RawOfficial['methodBreaks'][number];

const WORLD = 'world';
type Rules = Pick<RawOfficial, 'regions' | 'movedOut' | 'beside'>;

/** Whether a count stands beside the total of its edition and not in it. */
const isBeside = ({ beside }: Rules, { series, observation: { when } }: Figure): boolean =>
  when.from < whenOf(beside.until).from && beside.series.includes(series);

/** A country has an iso3 code and stands on the map; parts of it, such as its nationals, do not. */
const isCountry = (s: RawSeries): boolean => s.onMap === true && s.iso3 !== undefined;
const isRegion = (s: RawSeries): boolean => s.id === `region-${s.place}`;

/** The region in whose figure an edition holds a country. @returns undefined where the record has no such region */
export function regionOf({ regions, movedOut }: Rules, iso3: string, edition: number): string | undefined {
  if (edition >= movedOut.edition && movedOut.countries.includes(iso3)) return undefined;
  return regions.find((r) => r.countries.includes(iso3))?.id;
}

/** The year counted or, where the date is not known, the year on the cover. */
const timeOf = (e: RawOfficial['editions'][number]): When => whenOf(e.referenceDate ?? String(e.edition));

function belongs(o: Known, e: RawOfficial['editions'][number]): boolean {
  return o.edition === undefined ? o.when.text === timeOf(e).text : o.edition === e.edition;
}

const valueOf = (figures: readonly Figure[]): number => figures.reduce((sum, f) => sum + f.observation.value, 0);
const isRough = (figures: readonly Figure[]): boolean => figures.some((f) => f.observation.status !== 'reported');

/** Countries and regions with what is left of each region and of the world: nobody stands in two parts. */
function partsOf(
  rules: Rules,
  edition: number,
  countries: readonly { readonly figure: Figure; readonly iso3: string }[],
  regions: ReadonlyMap<string, Figure>,
  total: Figure | undefined,
  beforeOf: (f: Figure) => Before | undefined,
): Part[] {
  const inside = new Map<string, Figure[]>();
  const put = (region: string, figures: readonly Figure[]) =>
    inside.set(region, [...(inside.get(region) ?? []), ...figures]);
  const whole = (kind: 'country' | 'region', figure: Figure): Part => ({
    kind,
    key: figure.series,
    figure,
    value: figure.observation.value,
    taken: [],
    rough: figure.observation.status !== 'reported',
    before: beforeOf(figure),
  });
  const left = (kind: 'others' | 'rest', figure: Figure, taken: readonly Figure[]): Part => ({
    kind,
    key: `${figure.series} ${kind}`,
    figure,
    value: figure.observation.value - valueOf(taken),
    taken,
    rough: isRough([figure, ...taken]),
    before: undefined,
  });
  for (const { figure, iso3 } of countries) put(regionOf(rules, iso3, edition) ?? WORLD, [figure]);
  const parts = countries.map(({ figure }) => whole('country', figure));
  const others: Part[] = [];
  for (const { id: region, within } of rules.regions) {
    const holder = within ?? WORLD;
    const figure = regions.get(region);
    const taken = inside.get(region) ?? [];
    // A region that is smaller than its countries, as rounding may have it, holds nothing back.
    if (!figure || figure.observation.value < valueOf(taken)) {
      put(holder, taken);
      continue;
    }
    put(holder, [figure]);
    if (taken.length === 0) parts.push(whole('region', figure));
    else if (figure.observation.value > valueOf(taken)) others.push(left('others', figure, taken));
  }
  const named = inside.get(WORLD) ?? [];
  const byValue = (a: Part, b: Part) => b.value - a.value;
  const rest = total && total.observation.value !== valueOf(named) ? [left('rest', total, named)] : [];
  return [...parts.sort(byValue), ...others.sort(byValue), ...rest];
}

/** All editions of the count, the oldest first. @param gradeOf grade of a source by its id */
export function editionsOf(record: RawOfficial, gradeOf: (id: string) => Grade): Edition[] {
  const opened = record.series.map((raw) => ({
    raw,
    breaks: (raw.breaks ?? []).map((b) => whenOf(b).from),
    figures: raw.observations.flatMap((o): Figure[] => {
      const observation = openRaw(o, raw.yearOf ?? 'calendar', gradeOf);
      return observation.status === 'missing' ? [] : [{ series: raw.id, place: raw.place, observation }];
    }),
  }));
  const last = new Map<SeriesId, { readonly edition: number; readonly observation: Known }>();
  return record.editions.map((e): Edition => {
    const when = timeOf(e);
    const found = opened.flatMap(({ raw, breaks, figures }) =>
      figures.filter((f) => belongs(f.observation, e)).map((figure) => ({ raw, breaks, figure })),
    );
    const one = (id: string) => found.find((f) => f.raw.id === id)?.figure;
    const beforeOf = ({ series, observation }: Figure): Before | undefined => {
      const earlier = last.get(series);
      const { breaks } = opened.find((s) => s.raw.id === series)!;
      return (
        earlier && {
          ...earlier,
          joined: joins(earlier.observation, observation, breaks),
          broken: crosses(breaks, earlier.observation, observation),
        }
      );
    };
    // The population of a year is no part of an edition, but the year's number stands beside it.
    const own = found.filter(({ raw }) => raw.iso3 !== 'KOR');
    const counted = own.filter(({ figure }) => !isBeside(record, figure));
    const countries = counted
      .filter(({ raw }) => isCountry(raw))
      .map(({ raw, figure }) => ({ figure, iso3: raw.iso3! }))
      .sort((a, b) => b.figure.observation.value - a.figure.observation.value);
    const regions = new Map(
      counted.filter(({ raw }) => isRegion(raw)).map(({ raw, figure }) => [raw.place as string, figure]),
    );
    const named = countries.map((c) => c.figure);
    const total = one('overseas-total');
    const sum = valueOf(named);
    const edition: Edition = {
      edition: e.edition,
      when,
      dated: e.referenceDate !== null,
      total,
      totalBefore: total && beforeOf(total),
      nationals: one('overseas-nationals'),
      foreign: one('overseas-foreign-nationality'),
      home: opened
        .find(({ raw }) => raw.id === 'rok-population')
        ?.figures.find((f) => f.observation.when.text === String(yearAt(when.from))),
      named,
      beside: own.filter(({ figure }) => isBeside(record, figure)).map((f) => f.figure),
      sum,
      rest: total && total.observation.value - sum,
      missing: e.countries === undefined || e.countries === null ? undefined : Math.max(0, e.countries - named.length),
      parts: partsOf(record, e.edition, countries, regions, total, beforeOf),
      figures: own.map(({ figure: f }) => ({ series: f.series, when: f.observation.when.text })),
      sources: e.sources,
    };
    for (const { figure: f } of own) last.set(f.series, { edition: e.edition, observation: f.observation });
    return edition;
  });
}

/** Changes of method between two editions, in either order: their figures are then not to be compared. */
export function breaksBetween(record: Pick<RawOfficial, 'methodBreaks'>, a: Edition, b: Edition): MethodBreak[] {
  const [from, until] = a.when.from <= b.when.from ? [a.when, b.when] : [b.when, a.when];
  return record.methodBreaks.filter(({ year }) => dayOf(year) >= from.until && dayOf(year) < until.until);
}

/**
 * The edition that speaks for an instant: the last one that was counted in its year or earlier. Before the first it is the latest.
 * A count at the end of a year thus speaks for the whole of that year.
 */
export function editionAt(editions: readonly Edition[], at: number): Edition | undefined {
  const year = yearAt(at);
  return editions.findLast((e) => yearAt(e.when.from) <= year) ?? editions.at(-1);
}

/** Where the playhead stands for an edition: on the day counted, or in the middle of a longer time. */
export const dayOfEdition = ({ when }: Edition): Day => (when.until - when.from > 1 ? instantOf(when) : when.from);
