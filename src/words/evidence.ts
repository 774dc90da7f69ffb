/** What stands behind a figure: who counted, when, what exactly, how well it is known, and who says otherwise. */
import type { RawObservation, RawSeries, RawText, RawWave } from '../record/raw.ts';
import { GRADES, type Grade, type Status } from '../record/model.ts';
import { overlaps, whenOf } from '../record/when.ts';
import { citeSource, type Cited } from './cite.ts';
import { formatWhen, withTime } from './date.ts';
import { formatNumber, type Lang } from './number.ts';

/** What the evidence is read from: a wave's own file and its prose. */
export interface EvidenceBook {
  readonly record: Pick<RawWave, 'series' | 'totals' | 'rivals'>;
  readonly text: Pick<RawText, 'series' | 'totals' | 'notes' | 'rivals'>;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
export interface RivalFigure {
  readonly series: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly sources: readonly Cited[];
}
export interface RivalClaim {
  readonly id: string;
  readonly text: string;
  readonly preferred: boolean;
  /** Plain numbers, where the claim is one. */
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly sources: readonly Cited[];
}
export interface Evidence {
  readonly name: string;
  readonly when: string;
  readonly value: string;
  readonly status: Status;
  readonly grade: Grade;
  readonly range: readonly [low: string, high: string] | undefined;
  readonly partial: boolean;
  readonly edition: number | undefined;
  readonly notes: readonly string[];
  readonly sources: readonly Cited[];
  /** Other series that answer the same question for the same time. */
  readonly rivals: readonly RivalFigure[];
  readonly disputes: readonly Dispute[];
}

interface Extras {
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
  readonly partial?: boolean;
  readonly edition?: number;
}
type KnownRaw = readonly [when: string, value: number, status: Status, sources: readonly string[], extras?: Extras];
const knownOf = (series: RawSeries): KnownRaw[] =>
  series.observations.filter((o: RawObservation) => o[1] !== 'missing') as unknown as KnownRaw[];

const citeAll = (book: Pick<EvidenceBook, 'sources'>, ids: readonly string[]): Cited[] =>
  ids.flatMap((id) => (book.sources[id] ? [citeSource(id, book.sources[id])] : []));

/** A disagreement of the sources: what is disputed, who says what, why they differ, and what is preferred. */
export interface Dispute {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  readonly reason: string;
  readonly claims: readonly RivalClaim[];
}

/** Disagreements of the record: all, or those that concern a series or total. */
export function disputesOf(book: Pick<EvidenceBook, 'sources'> & DisputeBook, about?: string): Dispute[] {
  return book.record.rivals
    .filter((r) => about === undefined || r.about.includes(about))
    .flatMap((r) => {
      const t = book.text.rivals[r.id];
      if (!t) return [];
      const claims = r.claims.map((c) => ({
        id: c.id,
        text: t.claims[c.id] ?? c.id,
        preferred: c.id === r.preferred,
        value: c.value,
        low: c.low,
        high: c.high,
        sources: citeAll(book, c.sources),
      }));
      return [{ id: r.id, question: t.question, why: t.why, reason: t.reason, claims }];
    });
}
interface DisputeBook {
  readonly record: Pick<RawWave, 'rivals'>;
  readonly text: Pick<RawText, 'rivals'>;
}

/** What a figure of a series and a total have in common. */
function figureOf(
  book: EvidenceBook,
  figure: Extras & { readonly value: number; readonly status: Status; readonly sources: readonly string[] },
  lang: Lang,
): Pick<Evidence, 'value' | 'status' | 'grade' | 'range' | 'partial' | 'edition' | 'sources'> {
  const { value, low, high } = figure;
  const rank = (c: Cited) => GRADES.indexOf(c.grade as Grade);
  // The best source first: it is the one named beneath the figure.
  const sources = citeAll(book, figure.sources).sort((a, b) => rank(a) - rank(b));
  const order = sources.map((c) => GRADES.indexOf(c.grade as Grade)).filter((i) => i >= 0);
  const ranged = low !== undefined || high !== undefined;
  return {
    value: formatNumber(value, lang),
    status: figure.status,
    grade: GRADES[Math.min(...order, GRADES.length - 1)]!,
    range: ranged ? [formatNumber(low ?? value, lang), formatNumber(high ?? value, lang)] : undefined,
    partial: figure.partial ?? false,
    edition: figure.edition,
    sources,
  };
}

/** Evidence of one observation. @returns undefined where the record has no such figure */
export function findEvidence(book: EvidenceBook, seriesId: string, when: string, lang: Lang): Evidence | undefined {
  const { record, text } = book;
  const series = record.series.find((s) => s.id === seriesId);
  const found = series && knownOf(series).find((o) => o[0] === when);
  if (!series || !found) return undefined;
  const [, value, status, sources, extras = {}] = found;
  const time = whenOf(when, series.yearOf ?? 'calendar');
  const rivals = record.series
    .filter((s) => s.question === series.question && s.id !== series.id)
    .flatMap((s): RivalFigure[] => {
      const o = knownOf(s).find(([w]) => overlaps(whenOf(w, s.yearOf ?? 'calendar'), time));
      if (!o) return [];
      const name = withTime(text.series[s.id]?.name ?? s.id, { text: o[0] }, lang);
      return [{ series: s.id, name, value: formatNumber(o[1], lang), sources: citeAll(book, o[3]) }];
    });
  return {
    ...figureOf(book, { value, status, sources, ...extras }, lang),
    name: text.series[seriesId]?.name ?? seriesId,
    when: formatWhen(time, lang),
    notes: [extras.note === undefined ? undefined : text.notes[extras.note], text.series[seriesId]?.note].filter(
      (n) => n !== undefined,
    ),
    rivals,
    disputes: disputesOf(book, seriesId),
  };
}

/** Evidence of a total. @returns undefined where the record has no such total */
export function findTotalEvidence(book: EvidenceBook, totalId: string, lang: Lang): Evidence | undefined {
  const { record, text } = book;
  const total = record.totals.find((t) => t.id === totalId);
  if (!total) return undefined;
  const rivals = record.totals
    .filter((t) => t.question === total.question && t.id !== total.id)
    .map((t) => ({
      series: t.id,
      name: text.totals[t.id]?.name ?? t.id,
      value: formatNumber(t.value, lang),
      sources: citeAll(book, t.sources),
    }));
  return {
    ...figureOf(book, total, lang),
    name: text.totals[totalId]?.name ?? totalId,
    when: formatWhen(whenOf(total.when), lang),
    notes: [text.totals[totalId]?.note].filter((n) => n !== undefined),
    rivals,
    disputes: disputesOf(book, totalId),
  };
}
