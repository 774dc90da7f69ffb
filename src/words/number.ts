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
/** Rounded to what the eye needs: 1.2 million; 120만. Three significant digits at the most. */
export function formatRound(n: number, lang: Lang): string {
  if (Math.abs(n) < MAN) return formatNumber(Math.round(n), lang);
  if (lang === 'en')
    return new Intl.NumberFormat('en-GB', {
      notation: 'compact',
      compactDisplay: Math.abs(n) < 1e6 ? 'short' : 'long',
      maximumSignificantDigits: 3,
    })
      .format(n)
      .replace(/(\d)K$/, '$1,000')
      .replace(/^([\d.]+),000$/, (_, d: string) => formatNumber(Number(d) * 1000, 'en'));
  const [unit, name] = Math.abs(n) >= EOK ? [EOK, '억'] : [MAN, '만'];
  const scaled = n / unit;
  const digits = Math.abs(scaled) >= 100 ? 0 : 1;
  return `${formatNumber(Number(scaled.toFixed(digits)), 'ko')}${name}`;
}

/** A number between its bounds: 1,033 (1,026–1,089). */
export const formatRange = (low: number, high: number, lang: Lang): string =>
  `${formatNumber(low, lang)}–${formatNumber(high, lang)}`;
