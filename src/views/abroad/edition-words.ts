/** The words of an edition: names of its rows, changes, and the waves to which communities go back. */
import type { Before, Edition, Part } from '../../record/editions.ts';
import type { WaveBrief } from '../../record/core.ts';
import type { Family, WaveId } from '../../record/model.ts';
import type { RawToday } from '../../record/raw-today.ts';
import type { Stage } from '../../state/stage.svelte.ts';
import { citeSource, type Cited } from '../../words/cite.ts';
import { LAST_YEAR, yearAt } from '../../record/when.ts';
import { formatWhen } from '../../words/date.ts';
import { formatNumber, formatRound, type Lang } from '../../words/number.ts';
import type { Texts } from '../../words/texts.ts';
import { formatShort } from '../panel/measure-words.ts';

const A_MILLION = 1e6;
/** “+1,234”, “−1,234”. */
export const formatSigned = (n: number, lang: Lang): string =>
  `${n < 0 ? '−' : n > 0 ? '+' : ''}${formatNumber(Math.abs(n), lang)}`;

/** A row of the list by name: a country, a region, what is left of it, or of the world. */
export function namePart(part: Part, texts: Texts): string {
  if (part.kind === 'rest') return texts.say('abroad.rest');
  // Of “Europe and the former Soviet Union” only Europe is left where the latter is a row of its own.
  const europe = part.taken.some((f) => f.series === 'region-cis');
  const place = europe ? texts.say('abroad.europe') : texts.placeName(part.figure.place);
  const whole = part.kind !== 'others' || part.taken.every((f) => f.series.startsWith('region-'));
  return whole ? place : texts.say('abroad.others', { place });
}

/** A number on the map: as short as its circle needs it. */
export const formatOnMap = (n: number, lang: Lang): string =>
  n < A_MILLION ? formatRound(n, lang) : formatShort(n, lang);

/** The edition and the date for which it counted, in one line. */
export const describeEdition = ({ edition, when, dated }: Edition, texts: Texts): string =>
  texts.say(dated ? 'abroad.edition-of' : 'abroad.edition-undated', {
    edition,
    date: formatWhen(when, texts.lang),
  });

/** A change since an earlier edition, as exact as its two ends; nothing after a long silence. */
export function describeChange(part: Part, before: Before, texts: Texts): string {
  if (before.broken) return texts.say('abroad.rules-changed');
  if (!before.joined) return '';
  const change = part.value - before.observation.value;
  const rough = part.rough || before.observation.status !== 'reported';
  const signed = rough
    ? `${change < 0 ? '−' : '+'}${formatRound(Math.abs(change), texts.lang)}`
    : formatSigned(change, texts.lang);
  return rough ? texts.say('abroad.about', { n: signed }) : signed;
}

/** How the total changed since the edition before it, in a sentence; across a break of method only that it cannot be said. */
export function describeTotalChange({ total, totalBefore: before }: Edition, texts: Texts): string {
  if (!total || !before) return '';
  if (!before.joined) return texts.say('abroad.not-comparable', { edition: before.edition });
  const change = total.observation.value - before.observation.value;
  const exact = total.observation.status === 'reported' && before.observation.status === 'reported';
  const size = Math.abs(change);
  const n = exact ? formatNumber(size, texts.lang) : texts.say('abroad.about', { n: formatRound(size, texts.lang) });
  return texts.say(change < 0 ? 'abroad.fewer' : 'abroad.more', { n, edition: before.edition });
}

type How = RawToday['descends'][number]['how'];
/** The ways in which a community may go back to a wave, in the order in which they are told. */
export const HOWS = ['descends', 'partly', 'not', 'uncounted'] as const satisfies readonly How[];
export interface Descent {
  readonly wave: WaveId;
  /** The wave with its years, which tells the movement to Japan from Japan. */
  readonly name: string;
  readonly family: Family | undefined;
  readonly how: How;
  readonly text: string;
  readonly sources: readonly Cited[];
}
function nameWave(wave: WaveBrief, texts: Texts): string {
  const [from, until] = [yearAt(wave.during.from), yearAt(wave.during.until - 1)];
  const name = texts.waveName(wave.id);
  if (until >= LAST_YEAR) return texts.say('abroad.wave-from', { wave: name, year: from });
  const years = formatWhen({ text: `${from}/${until}` }, texts.lang);
  return texts.say('abroad.wave-during', { wave: name, years });
}

/** How communities of today go back to the waves, by series of the count. */
export function descentsOf(stage: Stage): Map<string, Descent[]> {
  const { today, text, sources } = stage.todayBook;
  const descents = new Map<string, Descent[]>();
  for (const d of today?.descends ?? []) {
    const wave = stage.best.waves.find((w) => w.id === d.wave);
    descents.set(d.series, [
      ...(descents.get(d.series) ?? []),
      {
        wave: d.wave,
        name: wave ? nameWave(wave, stage.texts) : d.wave,
        family: wave?.family,
        how: d.how,
        text: text?.descends[`${d.series} ${d.wave}`] ?? '',
        sources: d.sources.flatMap((id) => (sources[id] ? [citeSource(id, sources[id])] : [])),
      },
    ]);
  }
  return descents;
}
/** The kind of journey to which a community goes back as a whole: it lends its colour. In part is not enough. */
export const familyOf = (descents: readonly Descent[] | undefined): Family | undefined =>
  descents?.find((d) => d.how === 'descends')?.family;
