/** Rows as files that a reader keeps: CSV and JSON with sources, status, notes and licence. */
import { csvFormat } from 'd3-dsv';
import { isoAt } from '../record/when.ts';
import type { Cited } from './cite.ts';
import type { Row } from './rows.ts';

export const DATA_LICENCE = 'CC BY 4.0';

/** Names of the columns, in order: plain English, the same in both languages, so that scripts keep working. */
export const COLUMNS = [
  'wave',
  'wave_name',
  'series',
  'series_name',
  'question',
  'preferred',
  'place',
  'measure',
  'unit',
  'time',
  'from',
  'until',
  'value',
  'claim',
  'low',
  'high',
  'status',
  'grade',
  'compulsion',
  'way',
  'basis',
  'note',
  'sources',
  'licence',
] as const;
type Column = (typeof COLUMNS)[number];

/** A source as a file names it. */
export const sourceText = ({ text, url, grade }: Cited) => `${text}${url ? ` <${url}>` : ''} (${grade})`;

const flat = (r: Row): Record<Column, string | number | boolean | null> => ({
  wave: r.wave,
  wave_name: r.waveName,
  series: r.series,
  series_name: r.seriesName,
  question: r.question,
  preferred: r.preferred,
  place: r.place,
  measure: r.measure,
  unit: r.unit,
  time: r.time,
  from: isoAt(r.from),
  until: isoAt(r.until - 1),
  value: r.value,
  claim: r.claim,
  low: r.low,
  high: r.high,
  status: r.status,
  grade: r.grade,
  compulsion: r.compulsion,
  way: r.way,
  basis: r.basis,
  note: r.note,
  sources: r.sources.map(sourceText).join('; '),
  licence: DATA_LICENCE,
});

/** CSV (RFC 4180) with one line an observation; a gap has no value. The mark at its head lets spreadsheets read Hangul. */
export const formatCsv = (rows: readonly Row[]): string =>
  `\uFEFF${csvFormat(
    rows.map((r) => flat(r)),
    [...COLUMNS],
  )}\n`;

export interface TakenFrom {
  readonly title: string;
  readonly version: string;
  readonly address: string;
}
/** JSON of the same, with where it comes from. */
export const formatJson = (rows: readonly Row[], from: TakenFrom): string =>
  `${JSON.stringify({ ...from, licence: DATA_LICENCE, observations: rows.map((r) => ({ ...flat(r), sources: r.sources.map(sourceText) })) }, null, 1)}\n`;
