/** Plants and yards as rows: what list and table show, and what a reader takes away. Nothing in them is ever added up. */
import { csvFormat } from 'd3-dsv';
import type { RawText, RawWave } from '../record/raw.ts';
import { PLANT_STATUSES, SECTORS, type Plant } from '../record/model.ts';
import { whenOf } from '../record/when.ts';
import { citeSource, type Cited } from './cite.ts';
import { formatWhen } from './date.ts';
import { formatNumber, type Lang } from './number.ts';
import { DATA_LICENCE, sourceText, type TakenFrom } from './take-away.ts';
import type { Texts } from './texts.ts';

/** A wave with its prose and sources, as far as its plants need them. */
export interface PlantBook {
  readonly record: Pick<RawWave, 'id' | 'plants'>;
  readonly text: Pick<RawText, 'plants'>;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
export interface PlantRow {
  readonly wave: RawWave['id'];
  readonly id: Plant['id'];
  readonly name: string;
  /** Company, partner, town and state as the record writes them; `companyName` and its like say them to a reader. */
  readonly company: string;
  readonly partner: string | null;
  readonly sector: Plant['sector'];
  readonly city: string;
  readonly state: string;
  /** As the record writes times. */
  readonly announced: string | null;
  readonly opened: string | null;
  readonly status: Plant['status'];
  readonly investment: number | null;
  readonly jobsPromised: number | null;
  readonly jobsNow: number | null;
  readonly note: string;
  readonly sources: readonly Cited[];
}

/** All plants of a wave, in the order of the record. */
export const plantRowsOf = ({ record, text, sources }: PlantBook): PlantRow[] =>
  (record.plants ?? []).map((p) => ({
    ...p,
    wave: record.id,
    name: text.plants?.[p.id]?.name ?? p.id,
    note: text.plants?.[p.id]?.note ?? '',
    sources: p.sources.flatMap((id) => (sources[id] ? [citeSource(id, sources[id])] : [])),
  }));

const named = (texts: Texts, key: string, name: string) => (texts.has(key) ? texts.say(key) : name);
/** A company as a reader of the language calls it. */
export const companyName = (company: string, texts: Texts): string => named(texts, `plant.company.${company}`, company);
/** Partners, one after the other. */
export const partnerNames = (partner: string, texts: Texts): string =>
  partner
    .split(', ')
    .map((p) => companyName(p, texts))
    .join(', ');
export const cityName = (city: string, texts: Texts): string => named(texts, `plant.city.${city}`, city);
/** A state by its two letters. */
export const stateName = (state: string, texts: Texts): string => named(texts, `plant.state.${state}`, state);

const BILLION = 1e9;
const MILLION = 1e6;
const EOK = 1e8;
const MAN = 1e4;
/** An amount of money in words: 7.59 billion; 75억 9000만. */
export function formatAmount(n: number, lang: Lang): string {
  if (lang === 'en') {
    const [unit, name] = n >= BILLION ? [BILLION, 'billion'] : [MILLION, 'million'];
    return n < MILLION ? formatNumber(n, lang) : `${formatNumber(Number((n / unit).toPrecision(5)), lang)} ${name}`;
  }
  const [eok, man] = [Math.floor(n / EOK), Math.round((n % EOK) / MAN)];
  if (eok === 0 && man === 0) return formatNumber(n, lang);
  return [eok > 0 && `${eok}억`, man > 0 && `${man}만`].filter(Boolean).join(' ');
}

/** When, or nothing where it is not known. */
export const formatPlantTime = (time: string | null, lang: Lang): string =>
  time === null ? '' : formatWhen(whenOf(time), lang);

export const PLANT_SORTS = [
  'name',
  'company',
  'partner',
  'sector',
  'city',
  'state',
  'announced',
  'opened',
  'status',
  'investment',
  'promised',
  'now',
] as const;
export type PlantSort = (typeof PLANT_SORTS)[number];

/** Order of plants by a column; what is not known comes last, whichever way. */
export function comparePlantRows(
  sort: PlantSort,
  descending: boolean,
  texts: Texts,
): (a: PlantRow, b: PlantRow) => number {
  const sign = descending ? -1 : 1;
  const day = (time: string | null) => (time === null ? null : whenOf(time).from);
  const key = (r: PlantRow): string | number | null =>
    ({
      name: () => r.name,
      company: () => companyName(r.company, texts),
      partner: () => r.partner && partnerNames(r.partner, texts),
      sector: () => SECTORS.indexOf(r.sector),
      city: () => cityName(r.city, texts),
      state: () => stateName(r.state, texts),
      announced: () => day(r.announced),
      opened: () => day(r.opened),
      status: () => PLANT_STATUSES.indexOf(r.status),
      investment: () => r.investment,
      promised: () => r.jobsPromised,
      now: () => r.jobsNow,
    })[sort]();
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'string' || typeof y === 'string') return sign * String(x).localeCompare(String(y), texts.lang);
    return sign * (x - y);
  };
}

/** Names of the columns, in order: plain English, the same in both languages, so that scripts keep working. */
export const PLANT_COLUMNS = [
  'plant',
  'wave',
  'name',
  'company',
  'partner',
  'sector',
  'city',
  'state',
  'announced',
  'opened',
  'status_spring_2026',
  'investment_usd_as_announced',
  'jobs_promised',
  'jobs_latest_figure',
  'note',
  'sources',
  'licence',
] as const;
const flat = (r: PlantRow): Record<(typeof PLANT_COLUMNS)[number], string | number | null> => ({
  plant: r.id,
  wave: r.wave,
  name: r.name,
  company: r.company,
  partner: r.partner,
  sector: r.sector,
  city: r.city,
  state: r.state,
  announced: r.announced,
  opened: r.opened,
  status_spring_2026: r.status,
  investment_usd_as_announced: r.investment,
  jobs_promised: r.jobsPromised,
  jobs_latest_figure: r.jobsNow,
  note: r.note,
  sources: r.sources.map(sourceText).join('; '),
  licence: DATA_LICENCE,
});

/** CSV (RFC 4180) with one line a plant and no line of totals. The mark at its head lets spreadsheets read Hangul. */
export const formatPlantsCsv = (rows: readonly PlantRow[]): string =>
  `\uFEFF${csvFormat(rows.map(flat), [...PLANT_COLUMNS])}\n`;
/** JSON of the same, with where it comes from. */
export const formatPlantsJson = (rows: readonly PlantRow[], from: TakenFrom): string =>
  `${JSON.stringify({ ...from, licence: DATA_LICENCE, plants: rows.map((r) => ({ ...flat(r), sources: r.sources.map(sourceText) })) }, null, 1)}\n`;
