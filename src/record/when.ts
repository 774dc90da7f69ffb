/**
 * The one home of date arithmetic. Times are UTC days since 1970; a local `Date` would run on
 * UTC+8:27:52 in the Seoul of 1903, and 365.25-day years miss most New Year's Days.
 */
import type { Day, When, YearOf } from './model.ts';

const MS_PER_DAY = 86_400_000;
const ONE_TIME = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Day of a calendar date (month 1 to 12); day 1 of month 13 is the next January. */
export function dayOf(year: number, month = 1, day = 1): Day {
  // `Date.UTC` would take the years 0 to 99 for 1900 to 1999.
  return (new Date(0).setUTCFullYear(year, month - 1, day) / MS_PER_DAY) as Day;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
/** The calendar date in which an instant lies. */
export function dateAt(day: number): CalendarDate {
  const d = new Date(Math.floor(day) * MS_PER_DAY);
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate() };
}
/** The calendar year in which an instant lies. */
export const yearAt = (day: number): number => dateAt(day).year;

/** Years as a continuous number: the middle of 1905 is 1905.5. For scales only. */
export function decimalYearAt(day: number): number {
  const year = yearAt(day);
  const start = dayOf(year);
  return year + (day - start) / (dayOf(year + 1) - start);
}

/** The instant that stands for a whole year: its middle, where a year's flow is in full motion. */
export const middleOf = (year: number): Day => ((dayOf(year) + dayOf(year + 1)) / 2) as Day;

const pad = (n: number, width: number) => String(n).padStart(width, '0');
/** ISO date of an instant: '1905-04-20'. */
export function isoAt(day: number): string {
  const { year, month, day: d } = dateAt(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(d, 2)}`;
}

function parseOne(text: string, yearOf: YearOf): { from: Day; until: Day } | string {
  const m = ONE_TIME.exec(text);
  if (!m) return `“${text}” is no year, month or date`;
  const year = Number(m[1]);
  if (m[2] === undefined) {
    // Fiscal years are named for the year in which they end (US, from October) or begin (Japan, from April).
    if (yearOf === 'us-fiscal') {
      // Until 1976 the American fiscal year began in July.
      const firstMonth = year <= 1976 ? 7 : 10;
      const lastMonth = year < 1976 ? 7 : 10;
      return { from: dayOf(year - 1, firstMonth), until: dayOf(year, lastMonth) };
    }
    if (yearOf === 'jp-fiscal') return { from: dayOf(year, 4), until: dayOf(year + 1, 4) };
    if (yearOf === 'academic') return { from: dayOf(year, 9), until: dayOf(year + 1, 9) };
    return { from: dayOf(year), until: dayOf(year + 1) };
  }
  const month = Number(m[2]);
  if (month < 1 || month > 12) return `month ${month} in “${text}”`;
  if (m[3] === undefined) return { from: dayOf(year, month), until: dayOf(year, month + 1) };
  const day = Number(m[3]);
  const from = dayOf(year, month, day);
  if (day < 1 || dateAt(from).day !== day) return `day ${day} in “${text}”`;
  return { from, until: (from + 1) as Day };
}

/**
 * Reads '1903', '1903-01', '1903-01-13' or a span 'a/b' of two such (both ends included).
 * @returns the time, or a sentence that says what is wrong with it
 */
export function parseWhen(text: string, yearOf: YearOf = 'calendar'): When | string {
  const ends = text.split('/');
  if (ends.length > 2) return `“${text}” has more than two ends`;
  const from = parseOne(ends[0] ?? '', yearOf);
  if (typeof from === 'string') return from;
  const until = ends.length === 2 ? parseOne(ends[1] ?? '', yearOf) : from;
  if (typeof until === 'string') return until;
  if (until.until <= from.from) return `“${text}” ends before it begins`;
  return { text, from: from.from, until: until.until };
}

/** As `parseWhen`, for times that have been validated already. */
export function whenOf(text: string, yearOf: YearOf = 'calendar'): When {
  const when = parseWhen(text, yearOf);
  if (typeof when === 'string') throw new RangeError(when);
  return when;
}

/** Whether two times have a moment in common. */
export const overlaps = (a: When, b: When): boolean => a.from < b.until && b.from < a.until;
/** Whether an instant lies in a time. */
export const contains = (when: When, at: number): boolean => at >= when.from && at < when.until;
/** The instant at which a count was taken: the middle of the time it names. */
export const instantOf = (when: When): Day => ((when.from + when.until) / 2) as Day;

/** The day on which the reader reads, by the clock of the machine: the date of a citation. */
export const today = (): Day => Math.floor(Date.now() / MS_PER_DAY) as Day;

/** First and last instant of the atlas. */
export const FIRST_YEAR = 1860;
export const LAST_YEAR = 2026;
export const FIRST_DAY = dayOf(FIRST_YEAR);
export const LAST_DAY = (dayOf(LAST_YEAR + 1) - 1) as Day;
