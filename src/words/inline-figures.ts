/**
 * Numbers in running text that are figures of the record, so that a reader can press them and see who counted.
 * A wrong link would be worse than none: a number that may mean two figures, or none for sure, stays plain text.
 */
import type { Headline, Unit } from '../record/model.ts';
import type { RawObservation, RawText, RawWave } from '../record/raw.ts';
import { whenOf, yearAt } from '../record/when.ts';
import { exactly, numbersIn, yearsIn, type Counted, type WrittenNumber } from './inline-numbers.ts';
import type { Lang } from './number.ts';

/** A stretch of a claim; with `of` it is a number that stands for this figure of the record. */
export interface Piece {
  readonly text: string;
  readonly of?: Headline;
}
export interface FigureBook {
  readonly record: Pick<RawWave, 'series' | 'totals'>;
  readonly text: Pick<RawText, 'series' | 'totals'>;
}

interface Figure {
  readonly of: Headline;
  readonly name: string;
  readonly value: number;
  /** Ends of its range. */
  readonly ends: readonly number[];
  readonly unit: Unit;
  /** First and last year that it has a day in. */
  readonly from: number;
  readonly until: number;
  readonly sources: readonly string[];
  readonly preferred: boolean;
}
interface Ends {
  readonly low?: number;
  readonly high?: number;
}
/** The value of a figure and the ends of its range as a text would write them: 13,681 million dollars is 13,681,000,000. */
export function writtenValues({ value, low, high }: Ends & { readonly value: number }, unit: Unit): number[] {
  const factor = unit === 'USD-million' || unit === 'KRW-million' ? 1e6 : 1;
  return [value, low, high].filter((n) => n !== undefined).map((n) => exactly(n * factor));
}

/** The figures of the books opened last: a page asks for the same ones with every paragraph. */
const opened = new WeakMap<FigureBook['text'], { readonly record: FigureBook['record']; readonly figures: Figure[] }>();
function figuresOf(book: FigureBook): Figure[] {
  const before = opened.get(book.text);
  if (before?.record === book.record) return before.figures;
  const figures = readFigures(book);
  opened.set(book.text, { record: book.record, figures });
  return figures;
}
function readFigures({ record, text }: FigureBook): Figure[] {
  const known = (figure: Ends & { readonly value: number }, unit: Unit, when: ReturnType<typeof whenOf>) => {
    const [value, ...ends] = writtenValues(figure, unit);
    return { value: value!, ends, unit, from: yearAt(when.from), until: yearAt(when.until - 1) };
  };
  const series = record.series.flatMap((s) =>
    s.observations.flatMap((o: RawObservation): Figure[] => {
      if (o[1] === 'missing') return [];
      const [when, value, , sources, ends = {}] = o as readonly [string, number, string, readonly string[], Ends?];
      const figure = known({ ...ends, value }, s.unit, whenOf(when, s.yearOf ?? 'calendar'));
      const name = text.series[s.id]?.name ?? '';
      return [{ ...figure, of: { series: s.id, when }, name, sources, preferred: s.preferred }];
    }),
  );
  const totals = record.totals.map((t): Figure => {
    const name = text.totals[t.id]?.name ?? '';
    const { sources, preferred } = t;
    return { ...known(t, t.unit, whenOf(t.when)), of: { total: t.id }, name, sources, preferred };
  });
  return [...series, ...totals];
}

/** Units that a number may have of which the text does not say what it counts. */
const UNSAID: readonly Unit[] = ['persons', 'visas', 'admissions', 'tours'];
const MEANT: Readonly<Partial<Record<NonNullable<Counted>, readonly Unit[]>>> = {
  persons: ['persons', 'admissions', 'tours'],
  'money-US': ['USD', 'USD-million', 'USD-per-month', 'USD-per-day'],
  'money-KR': ['KRW-per-month', 'KRW-million'],
  cases: ['visas', 'cases', 'items', 'admissions'],
  things: ['estates', 'villages', 'firms', 'jobs', 'items'],
  else: [],
};
const mayCount = (counted: Counted, unit: Unit): boolean =>
  counted === undefined ? UNSAID.includes(unit) : (MEANT[counted]?.includes(unit) ?? counted === unit);

/** Numbers below this are linked only where the text says what they count. */
const SMALL = 20;
/** Digits that tell: 1,033 has four, 39,000 two. */
const digitsThatTell = (n: number): number => String(n).replace(/\D/g, '').replace(/0+$/, '').length;
/** A number of so few is met often, and by chance: it needs the figure's year, where the claim names years. */
const FEW = 2;

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((s) => b.includes(s));
/** A total that says again what one observation says. */
const sameFact = (a: Figure, b: Figure): boolean =>
  a.value === b.value && a.unit === b.unit && a.from <= b.until && b.from <= a.until && meet(a.sources, b.sources);

/** The claim that a number stands in. */
interface Setting {
  readonly claim: string;
  readonly lang: Lang;
  readonly years: ReadonlySet<number>;
  readonly sources: readonly string[];
}
/** Words that name what is counted: the two behind an English number, the one before a Korean number. */
function namesRound(n: WrittenNumber, { claim, lang }: Setting): string[] {
  const words =
    lang === 'en'
      ? (/^ (\p{L}+)(?: (\p{L}+))?/u.exec(claim.slice(n.until)) ?? []).slice(1)
      : [/(\p{L}{2,}) $/u.exec(claim.slice(0, n.from))?.[1]?.slice(0, 2)];
  return words.filter(
    (w) => w !== undefined && !/^(people|persons|koreans?|in|of|the|and|were|had|한인)$/i.test(w),
  ) as string[];
}

/** The one figure that all these numbers of a claim are values of. */
function findFigure(
  numbers: readonly WrittenNumber[],
  figures: readonly Figure[],
  setting: Setting,
): Figure | undefined {
  const { years, sources } = setting;
  const says = (f: Figure, n: WrittenNumber) =>
    (n.value >= SMALL || n.counted !== undefined) &&
    (f.value === n.value || f.ends.includes(n.value)) &&
    mayCount(n.counted, f.unit);
  const shared = (f: Figure) => meet(f.sources, sources);
  const dated = (f: Figure) => [...years].some((y) => y >= f.from && y <= f.until);
  const few = numbers.length === 1 && digitsThatTell(numbers[0]!.value) <= FEW;
  const told = (f: Figure) => (shared(f) ? !few || years.size === 0 || dated(f) : dated(f) && !few);
  const names = numbers.flatMap((n) => namesRound(n, setting));
  const signs = [shared, dated, (f: Figure) => f.preferred, (f: Figure) => numbers.some((n) => f.value === n.value)];
  // Each sign narrows the choice where it can.
  const left = signs.reduce(
    (some, sign) => (some.some(sign) ? some.filter(sign) : some),
    figures.filter((f) => numbers.every((n) => says(f, n)) && told(f)),
  );
  const called = (f: Figure) => names.some((w) => f.name.toLowerCase().includes(w.toLowerCase()));
  return oneOf(left) ?? oneOf(left.filter(called));
}
/** The one fact that all of these tell, as its observation where it has one. */
function oneOf(figures: readonly Figure[]): Figure | undefined {
  const [first, ...others] = figures.toSorted((a, b) => Number('total' in a.of) - Number('total' in b.of));
  return others.every((f) => 'series' in first!.of && 'total' in f.of && sameFact(first!, f)) ? first : undefined;
}

/** Numbers that a sentence has twice: which of the two is the figure cannot be known. */
function isTwice(n: WrittenNumber, numbers: readonly WrittenNumber[], claim: string): boolean {
  return numbers.some((m) => {
    if (m === n || m.value !== n.value) return false;
    const between = claim.slice(Math.min(m.until, n.until), Math.max(m.from, n.from));
    return !/[.!?]\s/.test(between);
  });
}

/**
 * Cuts a claim into plain text and numbers that stand for one figure of the record each.
 * @param sources ids of the claim's own sources: a figure that rests on one of them is what the claim means
 * @returns pieces that give the claim back when they are joined
 */
export function markFigures(claim: string, book: FigureBook, lang: Lang, sources: readonly string[] = []): Piece[] {
  const figures = figuresOf(book);
  const setting = { claim, lang, years: yearsIn(claim), sources };
  const numbers = numbersIn(claim, lang);
  const pieces: Piece[] = [];
  let done = 0;
  const put = (n: WrittenNumber, figure: Figure | undefined) => {
    if (!figure || isTwice(n, numbers, claim)) return;
    if (n.from > done) pieces.push({ text: claim.slice(done, n.from) });
    pieces.push({ text: claim.slice(n.from, n.until), of: figure.of });
    done = n.until;
  };
  for (let i = 0; i < numbers.length; i++) {
    const [n, next] = [numbers[i]!, numbers[i + 1]];
    // Both ends of a range are of one figure, or of none.
    const ends = n.opensRange && next ? [n, next] : [n];
    const figure = findFigure(ends, figures, setting);
    for (const end of ends) put(end, figure);
    i += ends.length - 1;
  }
  if (done < claim.length) pieces.push({ text: claim.slice(done) });
  return pieces;
}
