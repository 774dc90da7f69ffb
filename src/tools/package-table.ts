/** What a table of the data package is, and the record laid open for those who fill one, with its words in both languages. */
import type { Compiled } from '../record/compile.ts';
import type { Known, When } from '../record/model.ts';
import type { RawOfficial, RawOfficialText, RawText, RawWave } from '../record/raw.ts';
import { isoAt } from '../record/when.ts';
import { LANGS, type Lang } from '../words/number.ts';
import type { Column } from './package-fields.ts';

type Prose = Readonly<Partial<Record<Lang, string>>>;
/** A list is joined; what is not there is an empty cell. */
export type Cell = string | number | boolean | null | undefined | readonly (string | number)[] | Prose;

export interface Table {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Columns that name a row together. */
  readonly key: readonly Column[];
  /** In the order of the file. */
  readonly columns: readonly Column[];
  /** Columns that are never empty. */
  readonly required: ReadonlySet<Column>;
  /** A foreign key of several columns. It stands for that of each alone. */
  readonly link?: { readonly columns: readonly Column[]; readonly resource: string };
  /** What a column means here, where that is narrower than everywhere else. */
  readonly narrower?: Readonly<Partial<Record<Column, string>>>;
  readonly rows: readonly Readonly<Partial<Record<Column, Cell>>>[];
}

type Bare<W extends string> = W extends `${infer Name}!` ? Name : W;
/** The words of 'a! b c': 'a' | 'b' | 'c'. */
type Words<S extends string> = S extends `${infer First} ${infer Rest}` ? Bare<First> | Words<Rest> : Bare<S>;
type Draft<S extends string> = Pick<Table, 'name' | 'title' | 'description' | 'key' | 'link' | 'narrower'> & {
  /** Names in the order of the file; one that is never empty has a “!”. */
  readonly columns: Words<S> extends Column ? S : never;
  readonly rows: readonly Readonly<Record<Words<S>, Cell>>[];
};

/** Reads the columns of a draft; every row must have a cell for each, or the types do not hold. */
export function tableOf<S extends string>({ columns, rows, ...head }: Draft<S>): Table {
  const words = columns.split(' ');
  const names = words.map((w) => w.replace('!', '') as Column);
  return { ...head, columns: names, required: new Set(names.filter((_, i) => words[i]!.endsWith('!'))), rows };
}

/** Both kinds of text as one: what only a wave has, or only the official count, is asked for with “?.”. */
type AnyText = RawText & RawOfficialText;
export interface Book extends Compiled {
  /** The waves in the order in which they began; the official count comes last. */
  readonly parts: readonly (RawWave | RawOfficial)[];
  readonly waves: readonly RawWave[];
  /** What the texts of a part say, by language. */
  readonly say: (part: string, pick: (text: AnyText) => string | undefined) => Prose;
}

/** @returns the record with its parts in order */
export function bookOf(compiled: Compiled): Book {
  const { archive, raw } = compiled;
  const waves = archive.waves.map(({ id }) => raw.waves.find((w) => w.id === id)!);
  return {
    ...compiled,
    waves,
    parts: [...waves, raw.official],
    say: (part, pick) =>
      Object.fromEntries(
        LANGS.flatMap((lang) => {
          const text = raw.texts[lang]?.[part] as AnyText | undefined;
          const said = text && pick(text);
          return said === undefined ? [] : [[lang, said]];
        }),
      ),
  };
}

export const timeOf = ({ text, from, until }: When) => ({ time: text, from: isoAt(from), until: isoAt(until - 1) });
export const figureOf = ({ value, low, high, status, grade, sources }: Known) => ({
  value,
  low,
  high,
  status,
  grade,
  sources,
});
export const NO_TIME = { time: null, from: null, until: null };
export const NO_FIGURE = { value: null, low: null, high: null, grade: null, sources: null };
