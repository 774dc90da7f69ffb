/** Where and when the parts of the record speak of a place, and of which years they know something. */
import type { Compiled } from '../record/compile.ts';
import type { RawSeries, RawWave } from '../record/raw.ts';
import { parseWhen, yearAt } from '../record/when.ts';
import type { When } from '../record/model.ts';

/** A wave, or the official count. */
export type Part = RawWave | Compiled['raw']['official'];
export const isWave = (part: Part): part is RawWave => 'routes' in part;

/** The earlier and the later end of a time as the record writes it. */
export const beginOf = (text: string): string => text.split('/')[0]!;
export const endOf = (text: string): string => text.split('/').at(-1)!;

/** Times that can be read; a record with problems may have others, and is still served while developing. */
function readable(times: readonly string[]): When[] {
  return times.map((t) => parseWhen(t)).filter((w) => typeof w !== 'string');
}
/** Times of a series at which somebody counted, in their order. */
export function timesOf(series: RawSeries): string[] {
  const times = series.observations.filter((o) => o[1] !== 'missing').map((o) => o[0]);
  return readable(times)
    .sort((a, b) => a.from - b.from)
    .map((w) => w.text);
}

/** Every mention of a place in a part of the record: which place, and when, if that is said. */
export function mentionsIn(part: Part): (readonly [place: string, when: string | null])[] {
  const mentions: [string, string | null][] = part.series.flatMap((s) => [
    [s.place, null] as [string, null],
    ...timesOf(s).map((t) => [s.place, t] as [string, string]),
  ]);
  for (const e of part.events) if (e.place !== null) mentions.push([e.place, e.date]);
  if (!isWave(part)) return mentions;
  for (const [place] of part.places) mentions.push([place, null]);
  for (const r of part.routes) for (const stop of r.stops) mentions.push([stop, r.during]);
  for (const v of part.voyages) {
    if (v.from !== null) mentions.push([v.from, v.departed]);
    if (v.to !== null) mentions.push([v.to, v.arrived]);
  }
  for (const p of part.plants ?? []) mentions.push([p.id, p.announced ?? p.opened]);
  return mentions;
}

export interface Mentioned {
  /** Numbers of parts, the one with most mentions first. */
  readonly parts: readonly number[];
  /** The first time at which the record has the place. */
  readonly first: string | undefined;
}
/** All mentions of each place, part by part. */
export function mentionedIn(parts: readonly Part[]): Map<string, Mentioned> {
  const counts = new Map<string, Map<number, number>>();
  const firsts = new Map<string, When>();
  for (const [i, part] of parts.entries())
    for (const [place, when] of mentionsIn(part)) {
      const own = counts.get(place) ?? new Map<number, number>();
      counts.set(place, own.set(i, (own.get(i) ?? 0) + 1));
      const [begin] = when === null ? [] : readable([beginOf(when)]);
      const first = firsts.get(place);
      if (begin && (!first || begin.from < first.from)) firsts.set(place, begin);
    }
  return new Map(
    [...counts].map(([place, own]) => [
      place,
      {
        parts: [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([i]) => i),
        first: firsts.get(place)?.text,
      },
    ]),
  );
}

/** First and last year of which a wave knows something: its own time, and what was counted or happened later. */
export function yearsOf(wave: RawWave): [first: number, last: number] {
  const whens = readable([wave.during, ...wave.events.map((e) => e.date), ...wave.series.flatMap(timesOf)]);
  return [yearAt(Math.min(...whens.map((w) => w.from))), yearAt(Math.max(...whens.map((w) => w.until)) - 1)];
}
