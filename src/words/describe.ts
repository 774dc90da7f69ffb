/** The state in sentences: for the slider, the live region and the column. */
import { isKnown, kindOf } from '../record/model.ts';
import type { Known, Series, SourceId } from '../record/model.ts';
import { publisherOf, shortName } from '../record/publisher.ts';
import type { WaveBrief } from '../record/core.ts';
import { dayOf, instantOf } from '../record/when.ts';
import { observationsIn } from '../record/value.ts';
import { formatNumber } from './number.ts';
import { formatYear } from './date.ts';
import type { Texts } from './texts.ts';

export interface FigureOfYear {
  readonly series: Series;
  readonly observation: Known;
}

/** Longer than this a time is a period, and belongs to every year that it touches. Days. */
const A_YEAR_AND_A_BIT = 400;
/** A fiscal year belongs to the calendar year in which its middle lies; else it would be told twice. */
const belongsTo = ({ when }: Known, from: number, until: number): boolean =>
  when.until - when.from > A_YEAR_AND_A_BIT || (instantOf(when) >= from && instantOf(when) < until);

/** What is drawn of a wave and has a moment in a year: flows first, then counts, then the growth between counts that moves the rings. */
export function figuresOf(wave: WaveBrief, year: number, flows: readonly Series[] = []): FigureOfYear[] {
  const [from, until] = [dayOf(year), dayOf(year + 1)];
  const growth = flows.filter((s) => s.wave === wave.id && s.measure === 'flow/growth' && !wave.lane.flow.includes(s));
  return [...wave.lane.flow, ...wave.lane.stock, ...growth].flatMap((series) =>
    observationsIn(series, from, until)
      .filter(isKnown)
      .filter((o) => belongsTo(o, from, until))
      .map((observation) => ({ series, observation })),
  );
}

/** “2,659 to Hawaii”; “하와이로 2,659명”. */
export function describeFlow({ series, observation }: FigureOfYear, texts: Texts): string {
  const key = series.measure === 'flow/growth' ? 'flow.growth' : `flow.${series.way}`;
  return texts.say(key, { n: formatNumber(observation.value, texts.lang), wave: texts.waveName(series.wave) });
}

/** The spoken value of the year slider: “1905: 2,659 to Hawaii, 1,033 to Mexico”. */
export function describeYear(waves: readonly WaveBrief[], year: number, texts: Texts): string {
  const flows = waves.flatMap((w) =>
    figuresOf(w, year).filter(({ series }) => kindOf(series.measure) === 'flow' && series.unit === 'persons'),
  );
  const list = flows.map((f) => describeFlow(f, texts)).join(', ');
  return list
    ? texts.say('year.value', { year: formatYear(year, texts.lang), list })
    : texts.say('year.empty', { year: formatYear(year, texts.lang) });
}

/** “Academy of Korean Studies +1”: who published the best source, and how many more there are. */
function nameSources(o: Known, texts: Texts): string {
  const publisher = texts.publisher(o.sources[0]);
  const more = o.sources.length > 1 ? texts.say('sources.more', { n: o.sources.length - 1 }) : '';
  return publisher && more ? `${publisher} ${more}` : publisher;
}

/** “Academy of Korean Studies +1, grade B”: who says so, for the middle of a sentence. */
export const describeSources = (o: Known, texts: Texts): string =>
  [nameSources(o, texts), texts.say('grade', { grade: o.grade })].filter(Boolean).join(', ');

/** “counted · Academy of Korean Studies · grade B”: the evidence of a figure in one line. */
export const describeEvidence = (o: Known, texts: Texts): string =>
  [texts.say(`status.${o.status}`), nameSources(o, texts), texts.say('grade', { grade: o.grade })]
    .filter(Boolean)
    .join(' · ');

/** “1,026–1,089”, where the record gives a range. */
export const describeRange = (o: Known, texts: Texts): string =>
  o.low === undefined && o.high === undefined
    ? ''
    : texts.say('range', {
        low: formatNumber(o.low ?? o.value, texts.lang),
        high: formatNumber(o.high ?? o.value, texts.lang),
      });

/** Publishers in a line, each once: “Academy of Korean Studies; J. Otto Pohl; and 3 more”. @param most how many are named */
export function listPublishers(names: readonly string[], texts: Texts, most = 4): string {
  const once = [...new Set(names.filter(Boolean))];
  const list = once.slice(0, most).join('; ');
  const more = once.length - most;
  return more > 0 ? texts.say('picture.more-sources', { list, n: more }) : list;
}
/** Longest name in such a line that the first view does not know, in characters. */
const LONGEST_NAME = 48;
/** Who published a source: as the first view names it, else in short from its description. */
export const publisherIn = (id: SourceId, csl: Readonly<Record<string, unknown>> | undefined, texts: Texts): string =>
  texts.publisher(id) || (csl ? shortName(publisherOf(csl), LONGEST_NAME) : '');

/** Each once, the one that stands most often first. */
export function byTimes<T>(things: readonly T[]): T[] {
  const times = new Map<T, number>();
  for (const thing of things) times.set(thing, (times.get(thing) ?? 0) + 1);
  return [...times.keys()].sort((a, b) => times.get(b)! - times.get(a)!);
}

/** Publishers of what is drawn of some waves in a year, the one behind most figures first. */
export const describeScreenSources = (
  waves: readonly WaveBrief[],
  flows: readonly Series[],
  year: number,
  texts: Texts,
): string => {
  const figures = waves.flatMap((wave) => figuresOf(wave, year, flows));
  return listPublishers(byTimes(figures.map((f) => texts.publisher(f.observation.sources[0]))), texts);
};
