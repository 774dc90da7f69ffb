/** Observations as rows: what the table shows, and what a reader takes away. */
import { claimedValue, type Claims } from '../record/claims.ts';
import { passesFigure, passesJourney, passesKind, type Filter } from '../record/filter.ts';
import type { RawText, RawWave } from '../record/raw.ts';
import type { Compulsion, Day, Family, Grade, Status, Way } from '../record/model.ts';
import { GRADES, STATUSES } from '../record/model.ts';
import { whenOf } from '../record/when.ts';
import { citeSource, type Cited } from './cite.ts';
import { formatWhen } from './date.ts';
import type { Lang } from './number.ts';

/** One part of the record with its prose: a wave, or the official count. */
export interface RowBook {
  readonly record: Pick<RawWave, 'id' | 'series'>;
  readonly text: Pick<RawText, 'name' | 'series' | 'notes'>;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
export interface Row {
  /** Series and time: unique in the record. */
  readonly key: string;
  readonly wave: string;
  readonly waveName: string;
  readonly series: string;
  readonly seriesName: string;
  readonly question: string;
  readonly preferred: boolean;
  readonly place: string;
  readonly measure: string;
  readonly unit: string;
  /** As the record writes it, and as a reader says it. */
  readonly time: string;
  readonly timeName: string;
  readonly from: Day;
  readonly until: Day;
  /** Null: a gap. */
  readonly value: number | null;
  /** Which end of its range the value is. */
  readonly claim: Claims;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: Status | 'missing';
  readonly grade: Grade | null;
  readonly compulsion: Compulsion;
  readonly way: Way;
  readonly basis: string;
  readonly note: string;
  readonly sources: readonly Cited[];
}

/** All observations of a part, gaps included, in the order of the record. */
export function rowsOf({ record, text, sources }: RowBook, lang: Lang, claims: Claims = 'best'): Row[] {
  return record.series.flatMap((s) =>
    s.observations.map((o): Row => {
      const [time] = o;
      const when = whenOf(time, s.yearOf ?? 'calendar');
      const known = o[1] === 'missing' ? undefined : (o as unknown as [string, number, Status, string[], Extras?]);
      const extras: Extras = (known ? known[4] : (o[2] as Extras | undefined)) ?? {};
      const cited: Cited[] = (known?.[3] ?? []).flatMap((id) => (sources[id] ? [citeSource(id, sources[id])] : []));
      const notes = [extras.note && text.notes[extras.note], text.series[s.id]?.note].filter(Boolean);
      const best = Math.min(...cited.map((c) => GRADES.indexOf(c.grade as Grade)));
      return {
        key: `${s.id} ${time}`,
        wave: record.id,
        waveName: text.name,
        series: s.id,
        seriesName: text.series[s.id]?.name ?? s.id,
        question: s.question,
        preferred: s.preferred,
        place: s.place,
        measure: s.measure,
        unit: s.unit,
        time,
        timeName: formatWhen(when, lang),
        from: when.from,
        until: when.until,
        value: known ? claimedValue({ value: known[1], ...extras }, claims) : null,
        claim: claims,
        low: extras.low ?? null,
        high: extras.high ?? null,
        status: known?.[2] ?? 'missing',
        grade: known ? (GRADES[best] ?? null) : null,
        compulsion: s.compulsion,
        way: s.way,
        basis: s.basis,
        note: notes.join(' '),
        sources: cited,
      };
    }),
  );
}
interface Extras {
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
}

export interface QuestionRows {
  readonly question: string;
  /** What is asked, by the name of the preferred series. */
  readonly name: string;
  readonly rows: readonly Row[];
}
/** Rows by the question that they answer, in the order of the record; the preferred answer comes first. */
export function byQuestion(rows: readonly Row[]): QuestionRows[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.question, [...(groups.get(row.question) ?? []), row]);
  return [...groups].map(([question, list]) => {
    const sorted = list.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
    return { question, name: sorted[0]!.seriesName, rows: sorted };
  });
}

export const SORTS = ['time', 'value', 'series', 'status', 'grade'] as const;
export type Sort = (typeof SORTS)[number];

/** Order of rows by a column; gaps come last, whichever way. */
export function compareRows(sort: Sort, descending: boolean, lang: Lang): (a: Row, b: Row) => number {
  const sign = descending ? -1 : 1;
  const rank = (r: Row): number | null => {
    if (sort === 'time') return r.from;
    if (sort === 'value') return r.value;
    if (sort === 'status') return r.status === 'missing' ? null : STATUSES.indexOf(r.status);
    return r.grade === null ? null : GRADES.indexOf(r.grade);
  };
  return (a, b) => {
    if (sort === 'series') return sign * a.seriesName.localeCompare(b.seriesName, lang) || a.from - b.from;
    const [x, y] = [rank(a), rank(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y) || a.from - b.from;
  };
}

export interface Sieve {
  /** Words that must all stand in the row, in any case. */
  readonly words: string;
  readonly status: Row['status'] | '';
  readonly grade: Grade | '';
  /** Days: only what has a moment in this time. */
  readonly during: readonly [from: number, until: number] | undefined;
  /** Rivals that are not preferred are shown, too. */
  readonly rivals: boolean;
}
/** Whether a row passes the filter of the view. @param family kind of journey of its wave; the official count has none */
export const passesFilter = (row: Row, family: Family | undefined, filter: Filter): boolean =>
  passesFigure({ status: row.status, grade: row.grade, when: row }, filter) &&
  passesJourney(row, filter) &&
  (family === undefined ? filter.kinds.length === 0 : passesKind(family, filter));

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a row passes: its names, time, note and sources are searched. */
export function passes(row: Row, sieve: Sieve): boolean {
  if (sieve.status !== '' && row.status !== sieve.status) return false;
  if (sieve.grade !== '' && row.grade !== sieve.grade) return false;
  if (!sieve.rivals && !row.preferred) return false;
  if (sieve.during && (row.from >= sieve.during[1] || row.until <= sieve.during[0])) return false;
  const wanted = fold(sieve.words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const hay = fold(
    [row.waveName, row.seriesName, row.time, row.timeName, row.note, ...row.sources.map((s) => s.text)].join(' '),
  );
  return wanted.every((w) => hay.includes(w));
}
