/**
 * Which documents have a word. Latin words come from an index, with beginnings, bones and slips of the pen; Hangul
 * and hanja are looked for in every name, spaces or not, which is exact and needs no index.
 */
import MiniSearch, { type QueryCombination, type SearchOptions } from 'minisearch';
import type { AskedWord } from './query.ts';
import { KIND, type Doc } from './search-file.ts';
import { initialsOf, isSyllabic, partsOf, skeletonOf, wordsOf } from './spelling.ts';

export interface Match {
  /** To compare documents that are equally near. */
  readonly score: number;
  /** Whether the word is in a name; if not, it stands in what is said beside. */
  readonly naming: boolean;
}
/** By the document's number. */
export type Matches = Map<number, Match>;

export interface Manner {
  /** Whether there are other words: then one may name the wave only. */
  readonly several: boolean;
  /** Whether slips of the pen and beginnings of bones count: asked where nothing else was found. */
  readonly loose: boolean;
}

const FIELDS = ['words', 'bones', 'detail'] as const;
type Terms = Record<(typeof FIELDS)[number], string> & { readonly id: number };

/** The terms of one document, field by field, as the index takes them: joined by spaces. */
function termsOf(doc: Doc, id: number): Terms {
  const [, , , , , , koDetail, enDetail] = doc.packed;
  const words = doc.words.filter((w) => !isSyllabic(w));
  const details = doc.kind === KIND.wave ? [] : wordsOf(`${koDetail} ${enDetail}`).flatMap(partsOf);
  const join = (terms: readonly string[]) => [...new Set(terms)].filter(Boolean).join(' ');
  return {
    id,
    words: words.join(' '),
    // Events and figures are sentences, which nobody romanises.
    bones: doc.kind <= KIND.company ? join(words.map(skeletonOf)) : '',
    detail: join(details.filter((w) => !isSyllabic(w))),
  };
}

const LEAST_FUZZY = 5;
const FUZZY = 0.2;
/** Shorter bones are those of too many words. */
export const LEAST_BONES = 3;

/** How a word in letters is asked of the index; of a hyphenated one all parts, or the whole. */
function queryOf(word: AskedWord, loose: boolean): QueryCombination {
  const term = (text: string, options: SearchOptions): QueryCombination => ({ ...options, queries: [text] });
  const fuzzyFor = (text: string) => (loose && text.length >= LEAST_FUZZY ? FUZZY : false);
  const letters = (text: string, bones: string): QueryCombination[] => [
    term(text, { fields: ['words'], prefix: true, fuzzy: fuzzyFor(text) }),
    term(text, { fields: ['detail'], prefix: text.length >= LEAST_BONES }),
    ...(bones === ''
      ? []
      : [term(bones, { fields: ['bones'], prefix: loose && bones.length >= LEAST_BONES, fuzzy: fuzzyFor(bones) })]),
  ];
  const parts = word.parts.map((p): QueryCombination => ({ combineWith: 'OR', queries: letters(p, skeletonOf(p)) }));
  const together: QueryCombination[] = parts.length > 0 ? [{ combineWith: 'AND', queries: parts }] : [];
  return { combineWith: 'OR', queries: [...letters(word.forms[0]!, word.bones), ...together] };
}

/** The greatest share of a name that one of the forms is; a single syllable counts only where a word begins with it. */
function shareOf(forms: readonly string[], { runs, words }: Doc): number {
  let share = 0;
  for (const form of forms)
    for (const run of runs)
      if (run.includes(form) && ([...form].length > 1 || words.some((w) => w.startsWith(form))))
        share = Math.max(share, form.length / run.length);
  return share;
}

function matchSyllables({ forms }: AskedWord, docs: readonly Doc[]): Matches {
  const matches: Matches = new Map();
  docs.forEach((doc, i) => {
    const score = shareOf(forms, doc);
    if (score > 0) matches.set(i, { score, naming: true });
    else if (forms.some((form) => form.length > 1 && doc.packed[6].includes(form)))
      matches.set(i, { score: 0, naming: false });
  });
  return matches;
}

function matchInitials([form = '']: readonly string[], docs: readonly Doc[]): Matches {
  const matches: Matches = new Map();
  docs.forEach((doc, i) => {
    const begins = doc.kind <= KIND.company && doc.titles.ko.flatMap(initialsOf).find((word) => word.startsWith(form));
    if (begins) matches.set(i, { score: form.length / begins.length, naming: true });
  });
  return matches;
}

/** Opens the index of all documents, numbered as they stand; a wave's names come by its number. */
export function openIndex(
  docs: readonly Doc[],
  namesOfWaves: readonly (readonly string[])[],
): (word: AskedWord, manner: Manner) => Matches {
  const index = new MiniSearch<Terms>({
    fields: [...FIELDS],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
    searchOptions: { boost: { words: 8, bones: 2, detail: 0.5 } },
  });
  index.addAll(docs.map(termsOf));
  const wordsOfWaves = namesOfWaves.map((names) => names.flatMap(wordsOf));

  function matchLetters(word: AskedWord, loose: boolean): Matches {
    // A slip of the pen is not made with the first letter.
    const firsts = [...word.forms, ...word.parts, word.bones].map((form) => form.slice(0, 1));
    const results = index
      .search(queryOf(word, loose))
      .filter(({ terms }) => !loose || terms.some((t) => firsts.includes(t.slice(0, 1))));
    return new Map(
      results.map(({ id, score, match }) => [
        id as number,
        { score, naming: Object.values(match).some((fields) => fields.some((f) => f !== 'detail')) },
      ]),
    );
  }

  return (word, { several, loose }) => {
    if (word.script === 'initials') return matchInitials(word.forms, docs);
    const matches = word.script === 'letters' ? matchLetters(word, loose) : matchSyllables(word, docs);
    if (!several) return matches;
    const waves = wordsOfWaves.map((words) =>
      word.forms.some((f) => f.length > 1 && words.some((w) => w.startsWith(f))),
    );
    docs.forEach((doc, i) => {
      if (!matches.has(i) && doc.packed[2].some((w) => waves[w])) matches.set(i, { score: 0, naming: false });
    });
    return matches;
  };
}
