/** A reader's assumptions in words, and the years that follow from them as files: CSV and JSON that say they are a scenario. */
import { csvFormat } from 'd3-dsv';
import type { RawPlan } from '../record/raw-today.ts';
import { formatNumber, type Lang } from './number.ts';
import { DATA_LICENCE, type TakenFrom } from './take-away.ts';
import type { Texts } from './texts.ts';

const SHARES: readonly (keyof RawPlan)[] = ['stayShare', 'partnerShare', 'attrition'];
const YEARS: readonly (keyof RawPlan)[] = ['firstYear'];
/** The number of an assumption as it is written: 2,000; 2026; 30 for a share of 0.3, in per cent. */
export const formatAssumption = (field: keyof RawPlan, value: number, lang: Lang): string =>
  YEARS.includes(field) ? String(value) : formatNumber(SHARES.includes(field) ? value * 100 : value, lang);

/** The same with its unit: “2,000 people”, “30%”, “1 year”. */
export function describeAssumption(field: keyof RawPlan, value: number, { say, lang }: Texts): string {
  const n = value === 1 && !SHARES.includes(field) ? 1 : formatAssumption(field, value, lang);
  return say(`stay.${field}.value`, { n });
}

/** All assumptions in a sentence or two: “2,000 people a year from 2026, each for 12 years …”. */
export function describePlan(plan: RawPlan, texts: Texts): string {
  const fields = Object.keys(plan) as (keyof RawPlan)[];
  const { ageFrom, ageTo } = plan;
  const ages = ageFrom === ageTo ? String(ageFrom) : texts.say('range', { low: ageFrom, high: ageTo });
  const numbers = Object.fromEntries(fields.map((f) => [f, formatAssumption(f, plan[f], texts.lang)]));
  return texts.say('stay.plan', { ages, ...numbers });
}

/** Columns of a year, in order, and whence they come: plain English in both languages, so that scripts keep working. */
const COLUMNS = {
  year: 'year',
  arrived: 'arrived',
  leftAtTerm: 'left_at_end_of_term',
  leftEarly: 'left_at_another_time',
  present: 'present_at_end_of_year',
  onTerm: 'of_these_on_term',
  forGood: 'of_these_stayed_for_good',
  families: 'families',
  partners: 'partners',
  children: 'children_under_18',
  ofSchoolAge: 'children_6_to_17',
  turned18: 'turned_18',
  adults18Cumulative: 'turned_18_so_far',
} as const;
const ASSUMED = {
  perYear: 'assumed_people_a_year',
  firstYear: 'assumed_first_year',
  years: 'assumed_length_of_stay_years',
  stayShare: 'assumed_share_who_stay',
  partnerShare: 'assumed_share_with_partner',
  children: 'assumed_children_a_couple',
  ageFrom: 'assumed_youngest_age',
  ageTo: 'assumed_oldest_age',
  attrition: 'assumed_share_leaving_a_year',
} as const satisfies Readonly<Record<keyof RawPlan, string>>;
/** A year of a plan, as `scenario/stay.ts` works it out. */
export type PlanYear = Readonly<Record<keyof typeof COLUMNS, number>> & { readonly childrenByAge: readonly number[] };

/** Fractions of people are kept, those of the computer's arithmetic are not. */
const exact = (n: number): number => Number(n.toFixed(6));

const numbersOf = (y: PlanYear): Record<string, number> => ({
  ...Object.fromEntries(
    (Object.entries(COLUMNS) as [keyof typeof COLUMNS, string][]).map(([key, name]) => [name, exact(y[key])]),
  ),
  ...Object.fromEntries(y.childrenByAge.map((n, age) => [`children_aged_${age}`, exact(n)])),
});
const assumptionsOf = (plan: RawPlan): Record<string, number> =>
  Object.fromEntries((Object.entries(ASSUMED) as [keyof RawPlan, string][]).map(([key, name]) => [name, plan[key]]));

/** What a file of a scenario says of itself. */
export interface ScenarioFrom extends TakenFrom {
  /** That it is arithmetic on assumptions, and no forecast. */
  readonly note: string;
}

/**
 * CSV (RFC 4180), one line a year. Every line says that it is a scenario, on which assumptions, under which licence and where: a line
 * may be copied alone.
 */
export function formatPlanCsv(years: readonly PlanYear[], plan: RawPlan, { note, address }: ScenarioFrom): string {
  const rows = years.map((y) => ({
    kind: 'scenario',
    ...numbersOf(y),
    ...assumptionsOf(plan),
    note,
    licence: DATA_LICENCE,
    address,
  }));
  return `\uFEFF${csvFormat(rows)}\n`;
}

/** JSON of the same: assumptions once, then the years. */
export const formatPlanJson = (years: readonly PlanYear[], plan: RawPlan, from: ScenarioFrom): string =>
  `${JSON.stringify({ kind: 'scenario', ...from, licence: DATA_LICENCE, assumptions: assumptionsOf(plan), years: years.map(numbersOf) }, null, 1)}\n`;

/** What a page shows of a year in a table, in the order of its columns. */
export const YEAR_COLUMNS = [
  'arrived',
  'leftAtTerm',
  'leftEarly',
  'present',
  'onTerm',
  'forGood',
  'families',
  'children',
  'ofSchoolAge',
  'turned18',
  'adults18Cumulative',
] as const satisfies readonly (keyof typeof COLUMNS)[];
