/** What stands behind a figure: who counted, when, what exactly, how well it is known, and who says otherwise. */
import type { RawObservation, RawSeries, RawText, RawWave } from '../record/raw.ts';
import { GRADES, type Grade, type Status } from '../record/model.ts';
import { whenOf } from '../record/when.ts';
import { citeSource, type Cited } from './cite.ts';
import { formatWhen } from './date.ts';
import { formatNumber, type Lang } from './number.ts';

/** What the evidence is read from: a wave's own file and its prose. */
export interface EvidenceBook {
  readonly record: Pick<RawWave, 'series' | 'rivals'>;
  readonly text: Pick<RawText, 'series' | 'notes' | 'rivals'>;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
export interface RivalFigure {
  readonly name: string;
  readonly value: string | undefined;
  readonly sources: readonly Cited[];
}
export interface RivalClaim {
  readonly text: string;
  readonly preferred: boolean;
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
  readonly disputes: readonly {
    readonly id: string;
    readonly question: string;
    readonly why: string;
    readonly reason: string;
    readonly claims: readonly RivalClaim[];
  }[];
}

type KnownRaw = readonly [
  string,
  number,
  Status,
  readonly string[],
  { low?: number; high?: number; note?: string; partial?: boolean; edition?: number }?,
];
const isKnownRaw = (o: RawObservation): boolean => o[1] !== 'missing';

const findObservation = (series: RawSeries, when: string): KnownRaw | undefined =>
  series.observations.find((o) => o[0] === when && isKnownRaw(o)) as KnownRaw | undefined;

/** @returns undefined where the record has no such figure */
export function findEvidence(book: EvidenceBook, seriesId: string, when: string, lang: Lang): Evidence | undefined {
  const { record, text } = book;
  const series = record.series.find((s) => s.id === seriesId);
  const found = series && findObservation(series, when);
  if (!series || !found) return undefined;
  const cite = (ids: readonly string[]) =>
    ids.flatMap((id) => (book.sources[id] ? [citeSource(id, book.sources[id])] : []));
  const [, value, status, sources, extras = {}] = found;
  const { low, high, note } = extras;
  const cited = cite(sources);
  const grade = cited.map((c) => c.grade as Grade).sort((a, b) => GRADES.indexOf(a) - GRADES.indexOf(b))[0] ?? 'D';
  const notes = [note === undefined ? undefined : text.notes[note], text.series[seriesId]?.note].filter(
    (n) => n !== undefined,
  );
  const rivals = record.series
    .filter((s) => s.question === series.question && s.id !== series.id)
    .flatMap((s): RivalFigure[] => {
      const o = findObservation(s, when);
      return o ? [{ name: text.series[s.id]?.name ?? s.id, value: formatNumber(o[1], lang), sources: cite(o[3]) }] : [];
    });
  const disputes = record.rivals
    .filter((r) => r.about.includes(seriesId))
    .flatMap((r) => {
      const t = text.rivals[r.id];
      if (!t) return [];
      const claims = r.claims.map((c) => ({
        text: t.claims[c.id] ?? c.id,
        preferred: c.id === r.preferred,
        sources: cite(c.sources),
      }));
      return [{ id: r.id, question: t.question, why: t.why, reason: t.reason, claims }];
    });
  return {
    name: text.series[seriesId]?.name ?? seriesId,
    when: formatWhen(whenOf(when, series.yearOf ?? 'calendar'), lang),
    value: formatNumber(value, lang),
    status,
    grade,
    range:
      low === undefined && high === undefined
        ? undefined
        : [formatNumber(low ?? value, lang), formatNumber(high ?? value, lang)],
    partial: extras.partial ?? false,
    edition: extras.edition,
    notes,
    sources: cited,
    rivals,
    disputes,
  };
}
