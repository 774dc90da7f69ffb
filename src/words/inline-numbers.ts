/** Numbers as running text writes them, in English and in Korean: their value, and what the text says that they count. */
import type { Unit } from '../record/model.ts';
import type { Lang } from './number.ts';

/** What a number in a text counts; `else` is what the record never counts: a day of a month, tons, an age. */
export type Counted = Unit | 'money-US' | 'money-KR' | 'things' | 'else' | undefined;
export interface WrittenNumber {
  readonly from: number;
  readonly until: number;
  readonly value: number;
  readonly counted: Counted;
  /** “600 to 1,000”, “280억~295억”: the lower end of a range, whose upper end is the next number. */
  readonly opensRange: boolean;
}
type Signs = readonly (readonly [RegExp, Counted])[];

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const plain = (digits: string): number => Number(digits.replaceAll(',', ''));
/** 2.3 × 1,000,000 is not to differ from 2,300,000. */
export const exactly = (n: number): number => Number(n.toPrecision(12));
/** A bare number of four digits in this range is a year, unless something is counted by it. */
const YEAR = /^(?:1[5-9]|20)\d\d$/;

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };
const ENGLISH = new RegExp(
  // “1904–05”, “B-1”, “1930s” and “15-year-old” are no numbers of this kind.
  String.raw`(?<![\p{L}\p{N}.,-]|\d{4}–)(${NUMBER})(?:[ \u00a0](thousand|million|billion)\b)?` +
    String.raw`(?:[ \u00a0]?(%|per cent\b|percent\b))?(?![\p{L}\p{N}]|-\p{L}|[.,]\d)`,
  'gu',
);
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = new RegExp(String.raw`^(?:(?:–| to | and | or |, )\d{1,2})* ${MONTH}\b`);
const AFTER_MONTH = new RegExp(String.raw`\b${MONTH} (?:\d{1,2}(?:–| to | and | or |, ))*$`);
const ENGLISH_SIGNS: Signs = [
  [/^dollars?$/, 'money-US'],
  [/^won$/, 'money-KR'],
  [/^(households?|families)$/, 'households'],
  [/^visas?$/, 'visas'],
  [/^votes?$/, 'votes'],
  [/^jobs$/, 'jobs'],
  [/^(estates?|plantations?)$/, 'estates'],
  [/^villages?$/, 'villages'],
  [/^(firms?|companies|business(?:es)?)$/, 'firms'],
  [/^trains?$/, 'trains'],
  [/^person-times$/, 'cases'],
  [/^(voyages?|sailings?)$/, 'voyages'],
  [/^hectares?$/, 'hectares'],
  [/^desiatinas?$/, 'desiatinas'],
  [/^(km|kilomet(?:re|er)s?)$/, 'km'],
  [/^hours?$/, 'hours'],
  [/^days?$/, 'days'],
  [/^(yen|marks?|rou?bles?|cents?|pounds?|pesos?|dong|tons?|tonnes?|miles?|met(?:re|er)s?|acres?)$/i, 'else'],
  [/^(weeks?|months?|years?|minutes?|centur(?:y|ies)|times?|pages?|cases|projects?|flights?)$/, 'else'],
  [/^(schools?|church(?:es)?|shops?|sites?|lorries|ships?|posts?|places?|applicants?|branches)$/, 'else'],
  [/^(people|persons|men|women|children|boys|girls|males|females|koreans?|workers?|miners?|nurses?)$/i, 'persons'],
  [/^(students?|adoptees|passengers?|wives|soldiers?|brides?|farmers?|citizens|residents?|dead)$/i, 'persons'],
];
/** What the words round an English number say that it counts: the first that is known of the three behind it. */
function englishCounted(before: string, after: string): Counted {
  if (before.endsWith('$')) return 'money-US';
  if (/[£¥₩€]$/.test(before)) return 'else';
  const words = /^[ \u00a0]((?:[\p{L}’-]+(?: |$|(?=[^\p{L} ]))){1,3})/u.exec(after)?.[1]?.trim().split(' ') ?? [];
  for (const word of words) for (const [sign, counted] of ENGLISH_SIGNS) if (sign.test(word)) return counted;
  return undefined;
}
function englishNumbers(claim: string): WrittenNumber[] {
  return [...claim.matchAll(ENGLISH)].flatMap((m): WrittenNumber[] => {
    const [whole, digits = '', , percent] = m;
    const until = m.index + whole.length;
    const [before, after] = [claim.slice(0, m.index), claim.slice(until)];
    if (YEAR.test(whole) || DATE.test(after) || (AFTER_MONTH.test(before) && /^\d{1,2}$/.test(digits))) return [];
    const counted = percent ? 'percent' : englishCounted(before, after);
    const opensRange = /^(?:–| to )\d/.test(after) ? !/\bfrom $/.test(before) : betweenEnds(before, after);
    return [{ from: m.index, until, value: parseNumber(whole, 'en')!, counted, opensRange }];
  });
}
/** “between 600 and 1,950”; but “rose from 312 to 1,366” tells of two times. */
const betweenEnds = (before: string, after: string): boolean => /\bbetween $/.test(before) && /^ and \d/.test(after);

const MYRIADS: Readonly<Record<string, number>> = { 백: 1e2, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 };
const KOREAN = new RegExp(
  // “3만 9000”, “7만2천”, “1억 2000만”; a year or a day behind such a number is no part of it.
  String.raw`(?<![\p{L}\p{N}.,-]|\d·)${NUMBER}` +
    String.raw`(?:[백천만억조](?: ?${NUMBER}[백천만억조])*(?: ?${NUMBER}(?![\d,]*\.?\d*\s?[년월일]))?)?여?`,
  'gu',
);
const KOREAN_PART = new RegExp(`(${NUMBER})([백천만억조]?)`, 'g');
const KOREAN_SIGNS: Signs = [
  [/^(?:%|퍼센트)(?!포인트)/, 'percent'],
  [/^(?:%|퍼센트)포인트/, 'else'],
  [/^(?:명|사람|인(?!\p{L}))/u, 'persons'],
  [/^(?:가구|세대|가족)/, 'households'],
  [/^건/, 'cases'],
  [/^(?:미국 )?달러/, 'money-US'],
  [/^원(?!년)/, 'money-KR'],
  [/^표/, 'votes'],
  [/^(?:헥타르|ha)/, 'hectares'],
  [/^데샤티나/, 'desiatinas'],
  [/^(?:km|킬로미터)/, 'km'],
  [/^시간/, 'hours'],
  [/^개? ?농장/, 'estates'],
  [/^개? ?마을/, 'villages'],
  [/^개? ?(?:업체|회사|기업)/, 'firms'],
  [/^(?:개월|회계연도|학년도|년|월|일|시|분|초|주|달|세|살|대|차|번|회|배|위|등|기|단계|도|장|척|편|호|리|쪽)/, 'else'],
  [/^(?:엔|마르크|루블|센트|전(?!체)|파운드|페소|동(?!\p{L})|톤|m|채|마리|가지|조)/u, 'else'],
  [/^(?:개|곳|군데)/, 'things'],
];
/** The unit that belongs to a Korean number as closely as the number itself: it is pressed with it. */
const CLOSE_UNIT = /^ ?(?:명|%|퍼센트|달러|원|건|가구)/;

function koreanNumbers(claim: string): WrittenNumber[] {
  return [...claim.matchAll(KOREAN)].flatMap((m): WrittenNumber[] => {
    const [whole] = m;
    const after = claim.slice(m.index + whole.length);
    const value = parseKorean(whole);
    // “10여만”: where such a number ends is open. “6·25” is a day.
    if (value === undefined || /^(?:[백천만억조수]|·\d{1,2}(?!\d))/.test(after)) return [];
    const counted = KOREAN_SIGNS.find(([sign]) => sign.test(after.replace(/^ /, '')))?.[1];
    const opensRange = /^[~∼–]\d/.test(after);
    if (counted === undefined && YEAR.test(whole) && !opensRange) return [];
    const until = m.index + whole.length + (CLOSE_UNIT.exec(after)?.[0].length ?? 0);
    return [{ from: m.index, until, value, counted, opensRange }];
  });
}
/** The value of “3만 9000”. @returns undefined where the parts do not fit */
function parseKorean(text: string): number | undefined {
  let [sum, last] = [0, Infinity];
  for (const [, digits, myriad] of text.matchAll(KOREAN_PART)) {
    const scale = myriad ? MYRIADS[myriad]! : 1;
    const part = plain(digits!) * scale;
    if (part >= last) return undefined;
    [sum, last] = [sum + part, scale];
  }
  return last === Infinity ? undefined : exactly(sum);
}

/** The value of a number as a text writes it: “2.1 million”, “38 per cent”; “3만 9000명”, “2억 원”. */
export function parseNumber(text: string, lang: Lang): number | undefined {
  if (lang === 'ko') return parseKorean(text);
  const [, digits, scale] = [...text.matchAll(ENGLISH)][0] ?? [];
  return digits === undefined ? undefined : exactly(plain(digits) * (SCALES[scale ?? ''] ?? 1));
}

/** The numbers of a text that are neither years nor dates. In “20 to 30 dollars” both count dollars. */
export function numbersIn(text: string, lang: Lang): WrittenNumber[] {
  const numbers = lang === 'ko' ? koreanNumbers(text) : englishNumbers(text);
  return numbers.reduceRight<WrittenNumber[]>((done, n) => {
    const next = done[0];
    const gap = next && text.slice(n.until, next.from);
    if (!next || !/^(?:–|~|∼| to | or | and )$/.test(gap!)) return [{ ...n, opensRange: false }, ...done];
    // “1.7 to 2.3 million”: what the first of them is worth, only the second says.
    const scaled =
      /[백천만억조]|thousand|[mb]illion/.test(text.slice(next.from, next.until)) &&
      n.value < 1000 &&
      next.value >= 1000;
    const counted = scaled ? 'else' : (n.counted ?? next.counted);
    // “2017~2020년”: years.
    if (counted === undefined && YEAR.test(text.slice(n.from, n.until))) return done;
    return [{ ...n, counted }, ...done];
  }, []);
}

/** Years that a text names: “1905”, “1904–05”, “1904~05년”. A decade is not a year. */
export function yearsIn(text: string): Set<number> {
  const years = new Set<number>();
  for (const [, year, short] of text.matchAll(
    /(?<![\d,.])((?:1[5-9]|20)\d\d)(?!\d|[,.]\d|s\b|년대| ?(?:명|달러|원|건|가구|[만억]))(?:[–~](\d\d)(?!\d))?/g,
  )) {
    years.add(Number(year));
    if (short) years.add(Number(year!.slice(0, 2) + short));
  }
  return years;
}
