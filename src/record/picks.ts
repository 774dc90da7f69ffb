/**
 * One rival claim chosen by the reader for one question: the preferred series then says what that claim says,
 * on map, lanes, words and table alike, and carries the sources of the claim.
 */
import type { Core } from './core.ts';
import type { FlowSeries, Grade, Known, Observation, Series, SeriesId } from './model.ts';
import { GRADES, isMoving } from './model.ts';
import type { RawObservation, RawSeries, RawWave } from './raw.ts';
import { joins } from './value.ts';
import { isoAt, whenOf } from './when.ts';

/** `wave.dispute.claim`, or `wave.series` for a series that answers the question of the preferred one. Ids hold no dots. */
const PICK = /^([\p{L}\p{N}_-]+)\.([\p{L}\p{N}_-]+)(?:\.([\p{L}\p{N}_-]+))?$/u;
export const isPick = (text: string): boolean => PICK.test(text);
/** The wave in whose record a pick is to be looked up. */
export const waveOfPick = (pick: string): string => pick.slice(0, pick.indexOf('.'));

type Book = Pick<RawWave, 'id' | 'series' | 'rivals' | 'totals'>;
type Sources = readonly [string, ...string[]];
/** What a claim would put in the place of what. */
export type Choice =
  | { readonly kind: 'series'; readonly series: SeriesId; readonly by: SeriesId }
  | {
      readonly kind: 'figure';
      readonly series: SeriesId;
      readonly when: string;
      readonly value: number;
      readonly sources: Sources;
    }
  | { readonly kind: 'total'; readonly total: string; readonly value: number; readonly sources: Sources };

const preferredOf = (book: Book, id: string): RawSeries | undefined => {
  const series = book.series.find((s) => s.id === id);
  return series && book.series.find((s) => s.question === series.question && s.preferred);
};

/**
 * What a claim of a dispute would change. A claim that is a series of its own stands for the whole question;
 * a claim that is a number stands for the one figure that the preferred claim names.
 * @returns undefined where it is no number, has no source, or does not say which figure it disputes
 */
export function findChoice(book: Book, disputeId: string, claimId: string): Choice | undefined {
  const dispute = book.rivals.find((r) => r.id === disputeId);
  const claim = dispute?.claims.find((c) => c.id === claimId);
  if (!dispute || !claim || claim.id === dispute.preferred) return undefined;
  if (claim.series !== undefined) {
    const main = preferredOf(book, claim.series);
    if (main && main.id !== claim.series) return { kind: 'series', series: main.id, by: claim.series };
  }
  const [first, ...rest] = claim.sources;
  if (claim.value === undefined || first === undefined) return undefined;
  const said = { value: claim.value, sources: [first, ...rest] as Sources };
  const preferred = dispute.claims.find((c) => c.id === dispute.preferred)?.value;
  if (preferred === undefined || preferred === claim.value) return undefined;
  const figures = book.series
    .filter((s) => dispute.about.includes(s.id) && s.preferred)
    .flatMap((s) => s.observations.filter((o) => o[1] === preferred).map((o) => ({ series: s.id, when: o[0] })));
  const totals = book.totals.filter((t) => dispute.about.includes(t.id) && t.value === preferred);
  if (figures.length === 1) return { kind: 'figure', ...figures[0]!, ...said };
  if (figures.length === 0 && totals.length === 1) return { kind: 'total', total: totals[0]!.id, ...said };
  return undefined;
}

/** The choice that a pick stands for, if it stands for any in this wave's record. */
export function findPicked(book: Book, pick: string): Choice | undefined {
  const [, wave, name, claim] = PICK.exec(pick) ?? [];
  if (wave !== book.id || name === undefined) return undefined;
  if (claim !== undefined) return findChoice(book, name, claim);
  const main = preferredOf(book, name);
  return main && main.id !== name ? { kind: 'series', series: main.id, by: name as SeriesId } : undefined;
}

/** A raw observation as the strict one. @param gradeOf grade of a source by its id */
export function openRaw(o: RawObservation, yearOf: Series['yearOf'], gradeOf: (id: string) => Grade): Observation {
  const when = whenOf(o[0], yearOf);
  if (o[1] === 'missing') return { when, status: 'missing' };
  const [, value, status, ids, extras] = o;
  const sources = ids as unknown as Known['sources'];
  const grade = GRADES[Math.min(...sources.map((id) => GRADES.indexOf(gradeOf(id))))] ?? 'D';
  return { when, value, status, sources, grade, ...extras };
}

/** “1908/1910”, or with days where a count was not taken at the end of a year. */
function spanText(from: number, until: number): string {
  const [a, b] = [isoAt(from), isoAt(until - 1)];
  return a.endsWith('-01-01') && b.endsWith('-12-31') ? `${a.slice(0, 4)}/${b.slice(0, 4)}` : `${a}/${b}`;
}

/** Growth between the counts of a stock, by the rule of the record: never across a break, a gap or a long silence. */
function growthOf(stock: RawSeries): RawObservation[] {
  const breaks = (stock.breaks ?? []).map((b) => whenOf(b).from);
  const growth: RawObservation[] = [];
  let last: Known | undefined;
  for (const raw of stock.observations) {
    const o = openRaw(raw, stock.yearOf ?? 'calendar', () => 'A');
    if (o.status === 'missing') {
      last = undefined;
      continue;
    }
    if (last && joins(last, o, breaks) && o.value > last.value && o.when.until > last.when.until)
      growth.push([
        spanText(last.when.until, o.when.until),
        o.value - last.value,
        'derived',
        [...new Set([...last.sources, ...o.sources])],
      ]);
    last = o;
  }
  return growth;
}

const put = (s: RawSeries, choice: Choice, book: Book): RawSeries => {
  if (choice.kind === 'total' || s.id !== choice.series) return s;
  if (choice.kind === 'series') {
    const by = book.series.find((x) => x.id === choice.by)!;
    const { breaks: _, ...rest } = s;
    return {
      ...rest,
      observations: by.observations,
      ...(by.breaks && { breaks: by.breaks }),
      ...(by.yearOf && { yearOf: by.yearOf }),
    };
  }
  return {
    ...s,
    observations: s.observations.map((o) =>
      o[0] === choice.when && o[1] !== 'missing'
        ? ([o[0], choice.value, o[2], [...choice.sources]] as RawObservation)
        : o,
    ),
  };
};

/** A wave's record with the reader's picks put into it. Without any it is the record itself. */
export function pickRaw<W extends Book>(book: W, picks: readonly string[]): W {
  const choices = picks.flatMap((p) => findPicked(book, p) ?? []);
  if (choices.length === 0) return book;
  const changed = new Set<string>(choices.flatMap((c) => (c.kind === 'total' ? [] : [c.series])));
  const stocks = book.series.map((s) => choices.reduce((now, c) => put(now, c, book), s));
  const series = stocks.map((s) => {
    if (s.growthOf === undefined || !changed.has(s.growthOf)) return s;
    const growth = growthOf(stocks.find((x) => x.id === s.growthOf)!);
    return growth.length > 0 ? { ...s, observations: growth } : s;
  });
  const totals = book.totals.map((t) => {
    const choice = choices.find((c) => c.kind === 'total' && c.total === t.id);
    if (choice?.kind !== 'total') return t;
    const { low: _, high: __, ...rest } = t;
    return { ...rest, value: choice.value, sources: [...choice.sources] as typeof t.sources };
  });
  return { ...book, series, totals };
}

/** One wave's record and the grades of its sources, as its own file has them. */
export interface PickedWave {
  readonly raw: Pick<RawWave, 'id' | 'series'>;
  readonly gradeOf: (id: string) => Grade;
}
/** The record of the first view, its series taken anew from the picked records of some waves. */
export function pickCore(core: Core, waves: readonly PickedWave[]): Core {
  if (waves.length === 0) return core;
  const series = new Map(core.series);
  for (const { raw, gradeOf } of waves)
    for (const s of raw.series) {
      const old = series.get(s.id);
      if (!old) continue;
      const yearOf = s.yearOf ?? 'calendar';
      const observations = s.observations.map((o) => openRaw(o, yearOf, gradeOf));
      const same =
        observations.length === old.observations.length &&
        observations.every((o, i) => {
          const was = old.observations[i]!;
          return o.when.text === was.when.text && ('value' in o ? 'value' in was && o.value === was.value : true);
        });
      if (!same)
        series.set(s.id, { ...old, observations, yearOf, breaks: (s.breaks ?? []).map((b) => whenOf(b).from) });
    }
  const own = (list: readonly Series[]) => list.map((s) => series.get(s.id)!);
  return {
    ...core,
    series,
    flows: [...series.values()].filter((s): s is FlowSeries => isMoving(s)),
    stocks: own(core.stocks),
    waves: core.waves.map((w) => ({ ...w, lane: { flow: own(w.lane.flow), stock: own(w.lane.stock) } })),
  };
}
