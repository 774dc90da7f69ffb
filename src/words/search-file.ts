/** The file of the search, and each document in it with its names taken apart. */
import type { Lang } from './number.ts';
import { isSyllabic, partsOf, skeletonOf, stemsOf, wordsOf } from './spelling.ts';

/** Bumped when the form of the file changes. */
export const SEARCH_FORM = 1;
/** In the order in which hits of one rank stand. */
export const KINDS = ['wave', 'place', 'person', 'ship', 'company', 'event', 'figure'] as const;
export type FoundKind = (typeof KINDS)[number];
/** The number of each kind in the file. */
export const KIND = Object.fromEntries(KINDS.map((kind, i) => [kind, i])) as Readonly<Record<FoundKind, number>>;

/** One document: several names in one string are joined by '|'; what there is not is ''. */
export type PackedDoc = readonly [
  kind: number,
  id: string,
  /** Numbers of waves, the one with most mentions first. */
  waves: readonly number[],
  /** As the record writes it; of a figure the span of its observations. */
  at: string,
  /** The title, then names of other times. */
  ko: string,
  en: string,
  /** What the second line says beside times and waves. */
  koDetail: string,
  /** '': as the Korean. */
  enDetail: string,
  /** Names in other spellings, languages and scripts. */
  others: string,
  /** Spellings that the record does not have, made by rule. */
  derived: string,
];
/** The same field of all documents stands together: that is a tenth less to load. */
export type PackedDocs = Columns<PackedDoc>;
type Columns<T extends readonly unknown[]> = { readonly [I in keyof T]: readonly T[I][] };

/** The file `search.json`, made by `tools/search-docs.ts`. */
export interface SearchFile {
  readonly form: number;
  /** First and last year: of which the record knows something, later counts included. */
  readonly waves: readonly (readonly [
    id: string,
    during: string,
    first: number,
    last: number,
    ko: string,
    en: string,
  ])[];
  /** The name of the official count, to which no wave belongs. */
  readonly official: readonly [ko: string, en: string];
  readonly docs: PackedDocs;
}

export const packDocs = (docs: readonly PackedDoc[]): PackedDocs =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((field) => docs.map((doc) => doc[field])) as unknown as PackedDocs;

/** A document ready to be compared. */
export interface Doc {
  readonly kind: number;
  readonly packed: PackedDoc;
  readonly titles: Readonly<Record<Lang, readonly string[]>>;
  /** Every written name in one piece, every derived one, and the bones of both. */
  readonly written: readonly string[];
  readonly derived: readonly string[];
  readonly bones: readonly string[];
  /** All words of all names. */
  readonly words: readonly string[];
  /** What is written in syllables, each name without its spaces. */
  readonly runs: readonly string[];
}

const split = (names: string): string[] => (names === '' ? [] : names.split('|'));
/** Above so many Latin words a name is a sentence, and nobody runs two of its words into one. */
const PAIRED_MOST = 4;

/** Words as they may be typed: one by one, a Korean one without its particles, in a short name two in one piece. */
function spellingsOf(parts: readonly string[]): string[] {
  const latin = parts.filter((p) => !isSyllabic(p));
  const pairs = latin.length <= PAIRED_MOST ? latin.slice(1).map((p, i) => latin[i]! + p) : [];
  return [...parts.flatMap((p) => (isSyllabic(p) ? stemsOf(p) : [p])), ...pairs];
}

function openDoc(packed: PackedDoc): Doc {
  const [kind, , , , ko, en, koDetail, enDetail, others, derived] = packed;
  const titles = { ko: split(ko), en: split(en) };
  const apart = (names: readonly string[]) => names.map((n) => wordsOf(n).flatMap(partsOf));
  const written = apart([...titles.ko, ...titles.en, ...split(others)]);
  const made = apart(split(derived));
  // In the title of a wave stand the names by which many know it: 간도, Koryo-saram.
  const titled = kind === KIND.wave ? apart([koDetail, enDetail]) : [];
  const join = (parts: readonly string[]) => parts.join('');
  return {
    kind,
    packed,
    titles,
    written: written.map(join),
    derived: made.map(join),
    bones: kind <= KIND.company ? [...written, ...made].map((parts) => skeletonOf(join(parts))).filter(Boolean) : [],
    words: [...new Set([...written, ...made, ...titled].flatMap(spellingsOf))],
    runs: [...written, ...titled].map((parts) => join(parts.filter(isSyllabic))).filter(Boolean),
  };
}

/** The documents in their order, each with its fields together again. */
export function openDocs(docs: PackedDocs): Doc[] {
  const fields: readonly (readonly unknown[])[] = docs;
  return docs[0].map((_, i) => openDoc(fields.map((field) => field[i]) as unknown as PackedDoc));
}
