/** Numbers as a reader of each language expects them. */
export type Lang = 'ko' | 'en';
export const LANGS: readonly Lang[] = ['ko', 'en'];
export const LOCALE: Readonly<Record<Lang, string>> = { ko: 'ko-KR', en: 'en-GB' };

const plain: Record<Lang, Intl.NumberFormat> = {
  ko: new Intl.NumberFormat('ko-KR', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};
/** Exactly: 2,659. */
export const formatNumber = (n: number, lang: Lang): string => plain[lang].format(n);

const MAN = 10_000;
const EOK = 100_000_000;
/** To three significant digits. */
const toThree = (n: number): number => Number(n.toPrecision(3));

/** Rounded to what the eye needs: 1.2 million; 120만. Three significant digits at the most. */
export function formatRound(n: number, lang: Lang): string {
  if (Math.abs(n) < MAN) return formatNumber(Math.round(n), lang);
  const rounded = toThree(n);
  if (lang === 'en')
    return Math.abs(rounded) < 1e6 ? formatNumber(rounded, 'en') : `${formatNumber(rounded / 1e6, 'en')} million`;
  const [unit, name] = Math.abs(rounded) >= EOK ? [EOK, '억'] : [MAN, '만'];
  const scaled = rounded / unit;
  // A tenth of 만 is the least that is said: 17.2만, 172만, 1720만.
  return `${formatNumber(Number(scaled.toFixed(Math.abs(scaled) >= 100 ? 0 : 1)), 'ko')}${name}`;
}

/** A number between its bounds: 1,033 (1,026–1,089). */
export const formatRange = (low: number, high: number, lang: Lang): string =>
  `${formatNumber(low, lang)}–${formatNumber(high, lang)}`;
