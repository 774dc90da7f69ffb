/** Times as the record gives them, each with its own precision. */
import { dateAt } from '../record/when.ts';
import type { When } from '../record/model.ts';
import type { Lang } from './number.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** '1903-01-13' → 13 January 1903; 1903년 1월 13일. */
function formatOne(text: string, lang: Lang): string {
  const [year, month, day] = text.split('-').map(Number) as [number, number?, number?];
  if (lang === 'ko') return [`${year}년`, month && `${month}월`, day && `${day}일`].filter(Boolean).join(' ');
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}

/** A time in words. Years alone are joined in short: 1904–05; 1904~1905년. */
export function formatWhen(when: Pick<When, 'text'>, lang: Lang): string {
  const [a, b] = when.text.split('/') as [string, string?];
  if (b === undefined || a === b) return formatOne(a, lang);
  if (/^\d{4}$/.test(a) && /^\d{4}$/.test(b)) {
    if (lang === 'ko') return `${a}~${b}년`;
    return a.slice(0, 2) === b.slice(0, 2) ? `${a}–${b.slice(2)}` : `${a}–${b}`;
  }
  return lang === 'ko'
    ? `${formatOne(a, lang)} ~ ${formatOne(b, lang)}`
    : `${formatOne(a, lang)} – ${formatOne(b, lang)}`;
}

/** A name and its time, unless the name tells the time already: “Koreans in Hawaii, 1910”. */
export function withTime(name: string, when: Pick<When, 'text'>, lang: Lang): string {
  const years = when.text.match(/\d{4}/g) ?? [];
  const told = years.every((year, i) => name.includes(year) || (i > 0 && name.includes(`–${year.slice(2)}`)));
  return told ? name : `${name}, ${formatWhen(when, lang)}`;
}

/** An instant as a calendar date. @param american “November 24, 2026”, as English citation styles ask */
export function formatDay(at: number, lang: Lang, american = false): string {
  const { year, month, day } = dateAt(at);
  if (lang === 'en' && american) return `${MONTHS[month - 1]} ${day}, ${year}`;
  return lang === 'ko' ? `${year}년 ${month}월 ${day}일` : `${day} ${MONTHS[month - 1]} ${year}`;
}

export const formatYear = (year: number, lang: Lang): string => (lang === 'ko' ? `${year}년` : String(year));
