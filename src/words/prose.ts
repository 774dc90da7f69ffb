/** The state as running text: what the record has for a year, in whole sentences. */
import type { WaveBrief } from '../record/core.ts';
import type { Event, Series } from '../record/model.ts';
import type { Texts } from './texts.ts';
import { describeSources, figuresOf, type FigureOfYear } from './describe.ts';
import { formatWhen, formatYear } from './date.ts';
import { formatNumber } from './number.ts';

export interface Sentence {
  readonly key: string;
  readonly text: string;
  readonly figure?: FigureOfYear;
  readonly event?: Event;
}
export interface Paragraph {
  readonly wave: WaveBrief;
  readonly sentences: readonly Sentence[];
}

/** “Koreans arriving in Hawaii came to 2,659 (counted; …).” “하와이에 도착한 한인은 2659명으로 집계됐다(…).” */
export function describeFigure({ series, observation: o }: FigureOfYear, texts: Texts): string {
  const unit = texts.say(`unit.${series.unit}`);
  const slots = {
    name: texts.seriesName(series.id),
    n: formatNumber(o.value, texts.lang),
    unit,
    when: formatWhen(o.when, texts.lang),
    evidence: describeSources(o, texts),
    low: formatNumber(o.low ?? o.value, texts.lang),
    high: formatNumber(o.high ?? o.value, texts.lang),
  };
  const range = o.low !== undefined || o.high !== undefined ? texts.say('prose.range', slots) : '';
  const spelled = series.unit === 'persons' ? 'people' : 'unit';
  return texts.say(`prose.figure.${spelled}.${o.status}`, { ...slots, range });
}

/** Paragraphs of a year, a wave each; waves of which the record says nothing that year have none. */
export function proseOf(
  waves: readonly WaveBrief[],
  flows: readonly Series[],
  events: readonly Event[],
  year: number,
  texts: Texts,
): Paragraph[] {
  return waves.flatMap((wave) => {
    const figures = figuresOf(wave, year, flows).map((figure) => ({
      key: `${figure.series.id} ${figure.observation.when.text}`,
      text: describeFigure(figure, texts),
      figure,
    }));
    const happened = events
      .filter((e) => e.wave === wave.id)
      .map((event) => ({
        key: event.id,
        text: texts.say('prose.event', { when: formatWhen(event.date, texts.lang), title: texts.eventTitle(event.id) }),
        event,
      }));
    const sentences: Sentence[] = [...figures, ...happened];
    return sentences.length > 0 ? [{ wave, sentences }] : [];
  });
}

/** The first sentence of the whole: how many waves have something in the year, and which. */
export const describeOpening = (paragraphs: readonly Paragraph[], year: number, texts: Texts): string =>
  texts.say(paragraphs.length === 0 ? 'prose.nothing' : 'prose.opening', {
    n: paragraphs.length,
    year: formatYear(year, texts.lang),
    list: paragraphs.map((p) => texts.waveName(p.wave.id)).join(', '),
  });

/** What is said aloud: the first sentence, then of one wave all its figures, of several the first of each. */
export function describeAloud(paragraphs: readonly Paragraph[], year: number, texts: Texts): string {
  const figures = paragraphs.map((p) => p.sentences.filter((s) => s.figure !== undefined));
  const told = figures.length === 1 ? figures[0]! : figures.flatMap((list) => list.slice(0, 1));
  return [describeOpening(paragraphs, year, texts), ...told.map((s) => s.text)].join(' ');
}
