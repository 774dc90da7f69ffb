/** The words of a small chart: its axis, its caption, what it says aloud. */
import { isKnown, type Series } from '../../record/model.ts';
import { formatWhen } from '../../words/date.ts';
import { LOCALE, formatNumber, type Lang } from '../../words/number.ts';
import type { Texts } from '../../words/texts.ts';

const compact = (lang: Lang) =>
  new Intl.NumberFormat(LOCALE[lang], { notation: 'compact', maximumSignificantDigits: 3 });
const SHORT: Record<Lang, Intl.NumberFormat> = { ko: compact('ko'), en: compact('en') };
const LONG = 1e6;
/** As short as an axis needs it: 12,500; 29.5bn, 295억. */
export const formatShort = (n: number, lang: Lang): string =>
  Math.abs(n) < LONG ? formatNumber(n, lang) : SHORT[lang].format(n);

/** Width of such a number in the small letters of an axis, px: 만, 억 and m are wider than a figure. */
export const widthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, letter) => sum + (/[가-힣m]/.test(letter) ? 11 : 7), 0));

/** The years of a series, with their unit: “per cent · 1982–1988”. */
export function describeSpan(series: Series, texts: Texts): string {
  const years = series.observations.filter(isKnown).flatMap((o) => o.when.text.match(/\d{4}/g) ?? []);
  const span = `${years.toSorted()[0]}/${years.toSorted().at(-1)}`;
  return [texts.say(`unit.${series.unit}`), formatWhen({ text: span }, texts.lang)].join(' · ');
}

/** A chart said aloud: what it shows, and its first and last figure. */
export function describeChart(series: Series, name: string, texts: Texts): string {
  const known = series.observations.filter(isKnown);
  const [first, last] = [known[0]!, known.at(-1)!];
  return texts.say('measure.chart', {
    name,
    unit: texts.say(`unit.${series.unit}`),
    n: known.length,
    first: formatNumber(first.value, texts.lang),
    from: formatWhen(first.when, texts.lang),
    last: formatNumber(last.value, texts.lang),
    until: formatWhen(last.when, texts.lang),
  });
}
