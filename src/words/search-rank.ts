/** How near a document is to what was asked: an exact name before a beginning, a beginning before like bones. */
import type { Asked, AskedWord } from './query.ts';
import { LEAST_BONES } from './search-index.ts';
import { KIND, type Doc } from './search-file.ts';
import { initialsOf } from './spelling.ts';

export const RANK = { exact: 7, derived: 6, begins: 5, bones: 4, words: 3, wordBegins: 2, near: 1, far: 0 } as const;
/** What a particle that had to go costs: less than a rank. */
const STEM_LOSS = 0.5;

function rankOfWord(doc: Doc, word: AskedWord): number {
  if (word.script === 'initials')
    return doc.titles.ko.flatMap(initialsOf).includes(word.forms[0]!) ? RANK.words : RANK.near;
  const has = (form: string) => doc.words.includes(form);
  if (word.forms.some(has) || (word.parts.length > 0 && word.parts.every(has))) return RANK.words;
  return word.forms.some((form) => doc.words.some((w) => w.startsWith(form))) ? RANK.wordBegins : RANK.near;
}

/** The rank of a document; `naming` are the words that were found among its names, not only beside them. */
export function rankOf(doc: Doc, asked: Asked, naming: readonly AskedWord[]): number {
  // How a sentence begins says little: events and figures are compared word by word.
  const begins = (whole: string) => doc.kind <= KIND.company && doc.written.some((name) => name.startsWith(whole));
  const ranks = asked.wholes.map((whole, i): number => {
    const loss = i === 0 ? 0 : STEM_LOSS;
    if (doc.written.includes(whole)) return RANK.exact - loss;
    if (doc.derived.includes(whole)) return RANK.derived - loss;
    return i === 0 && begins(whole) ? RANK.begins : RANK.far;
  });
  if (asked.bones.length >= LEAST_BONES && doc.bones.includes(asked.bones)) ranks.push(RANK.bones);
  if (naming.length > 0) ranks.push(Math.min(...naming.map((word) => rankOfWord(doc, word))));
  return Math.max(RANK.far, ...ranks);
}

export interface Found {
  readonly doc: Doc;
  readonly index: number;
  readonly rank: number;
  readonly score: number;
  /** Whether the record has it in the very time that was asked for. */
  readonly then: boolean;
}
/** The order of hits: by rank, then what lies in the time asked for, then by kind. */
export const byNearness = (a: Found, b: Found): number =>
  b.rank - a.rank ||
  Number(b.then) - Number(a.then) ||
  a.doc.kind - b.doc.kind ||
  b.score - a.score ||
  a.index - b.index;
