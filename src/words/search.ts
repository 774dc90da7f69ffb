/**
 * Finds waves, places, people, ships, companies, events and figures by any of their names, in both languages at
 * once: a reader of the English page may type 간도, and one of the Korean page Chientao. Opened on demand.
 */
import { overlaps, whenOf } from '../record/when.ts';
import { formatWhen } from './date.ts';
import type { Lang } from './number.ts';
import { askedOf, type Asked, type AskedWord } from './query.ts';
import { KIND, KINDS, SEARCH_FORM, openDocs, type Doc, type FoundKind, type SearchFile } from './search-file.ts';
import { openIndex } from './search-index.ts';
import { RANK, byNearness, rankOf, type Found } from './search-rank.ts';

export type { FoundKind, SearchFile } from './search-file.ts';

export interface Hit {
  readonly kind: FoundKind | 'year';
  /** Of its kind; a person who stands in two waves is found once in each. */
  readonly id: string;
  /** The wave to open it in; null for a year, and for what only the official count has. */
  readonly wave: string | null;
  readonly name: string;
  /** A short second line. */
  readonly detail: string;
  /** '1905', '1905-04' or '1905-04-04'; null where the record names no time. */
  readonly at: string | null;
  /** All waves in which a place occurs, the one with most mentions first; of another kind its own. */
  readonly waves: readonly string[];
}
export interface Search {
  /** The best hits for what a reader typed, at most `most`. Never throws; nothing for an empty query. */
  readonly find: (query: string, lang: Lang, most?: number) => Hit[];
}

const MOST = 12;
const MOST_NAMES = 2;
const JOIN = ' · ';

const yearIn = (time: string): number => Number(time.slice(0, 4));
/** Ships and events have a date of their own, which no other time can take the place of. */
const isDated = (doc: Doc): boolean => doc.kind === KIND.ship || doc.kind === KIND.event;

/** Whether the record has a ship, an event or a count in the very time asked for. */
function isOf(doc: Doc, time: string): boolean {
  const [, , , span] = doc.packed;
  if (isDated(doc)) return span.startsWith(time);
  const [begin = '', end = begin] = span.split('/');
  return doc.kind === KIND.figure && yearIn(begin) <= yearIn(time) && yearIn(time) <= yearIn(end);
}

/**
 * Opens the file of the search.
 * @throws TypeError where the file is not of this form
 */
export function openSearch(file: SearchFile): Search {
  if (file?.form !== SEARCH_FORM || !Array.isArray(file.docs) || !Array.isArray(file.waves))
    throw new TypeError(`a search of form ${file?.form}, not ${SEARCH_FORM}`);
  const waves = file.waves.map(([id, during, first, last, ko, en]) => ({
    id,
    during: whenOf(during),
    first,
    last,
    name: { ko, en },
  }));
  const official = { ko: file.official[0], en: file.official[1] };
  const docs = openDocs(file.docs);
  const match = openIndex(
    docs,
    waves.map((w) => Object.values(w.name)),
  );

  function detailOf(doc: Doc, lang: Lang): string {
    const [, , own, at, , , koDetail, enDetail] = doc.packed;
    const told = (lang === 'en' && enDetail) || koDetail;
    const names = own.length > 0 ? own.slice(0, MOST_NAMES).map((w) => waves[w]!.name[lang]) : [official[lang]];
    const time = at === '' ? [] : [formatWhen({ text: at }, lang)];
    if (isDated(doc)) return [...time, told || names[0]].join(JOIN);
    if (doc.kind === KIND.figure) return [names[0], ...time].join(JOIN);
    if (doc.kind === KIND.place) return [...doc.titles[lang].slice(1, 1 + MOST_NAMES), ...names].join(JOIN);
    return told || names.join(JOIN);
  }

  /** When to open it, and in which wave: in the time asked for, if the record knows of it then. */
  function openingOf(doc: Doc, time: string | undefined): { readonly wave: number | undefined; readonly at: string } {
    const [, , own, span] = doc.packed;
    const at = span.split('/').at(-1)!;
    if (time === undefined || isDated(doc)) return { wave: own[0], at };
    const year = yearIn(time);
    const then = own.find((w) => year >= waves[w]!.first && year <= waves[w]!.last);
    // What only the official count has is known from its first count on.
    const known = own.length === 0 ? at !== '' && year >= yearIn(span) : then !== undefined;
    const fits = doc.kind === KIND.figure ? isOf(doc, time) : known;
    return { wave: then ?? own[0], at: fits ? time : at };
  }

  function hitOf(doc: Doc, lang: Lang, time: string | undefined): Hit {
    const [kind, id, own] = doc.packed;
    const { wave, at } = openingOf(doc, time);
    return {
      kind: KINDS[kind]!,
      id,
      wave: wave === undefined ? null : waves[wave]!.id,
      name: doc.titles[lang][0] ?? id,
      detail: detailOf(doc, lang),
      at: at || null,
      waves: own.map((w) => waves[w]!.id),
    };
  }

  function yearHit(time: string, lang: Lang): Hit {
    const then = waves.filter((w) => overlaps(w.during, whenOf(time)));
    return {
      kind: 'year',
      id: time,
      wave: null,
      name: formatWhen({ text: time }, lang),
      detail: then.map((w) => w.name[lang]).join(JOIN),
      at: time,
      waves: then.map((w) => w.id),
    };
  }

  /** Documents that have all words; where none has, those that have most of them. */
  function search(asked: Asked, loose: boolean): { readonly found: readonly Found[]; readonly sure: boolean } {
    const several = asked.words.length > 1;
    const tally = new Map<number, { score: number; words: number; naming: AskedWord[] }>();
    for (const word of asked.words)
      for (const [i, { score, naming }] of match(word, { several, loose })) {
        const own = tally.get(i) ?? { score: 0, words: 0, naming: [] };
        tally.set(i, own);
        own.score += score;
        own.words += 1;
        if (naming) own.naming.push(word);
      }
    const most = Math.max(0, ...[...tally.values()].map((t) => t.words));
    const found = [...tally]
      .filter(([, t]) => t.words === most)
      .map(([i, { score, naming }]) => {
        const doc = docs[i]!;
        const then = asked.time !== undefined && isOf(doc, asked.time);
        return { doc, index: i, rank: rankOf(doc, asked, naming), score, then };
      })
      .sort(byNearness);
    return { found, sure: most === asked.words.length && found.some((f) => f.rank >= RANK.wordBegins) };
  }

  /** What the record has dated in a time, in the order in which it happened. */
  const datedIn = (time: string): Doc[] =>
    docs
      .filter((doc) => isDated(doc) && isOf(doc, time))
      .sort((a, b) => (a.packed[3] < b.packed[3] ? -1 : Number(a.packed[3] > b.packed[3])));

  function docsFor(asked: Asked): readonly Doc[] {
    if (asked.words.length === 0) return asked.time === undefined ? [] : datedIn(asked.time);
    const strict = search(asked, false);
    const { found } = strict.sure ? strict : search(asked, true);
    if (found.length > 0 || asked.before === undefined) return found.map((f) => f.doc);
    return search(askedOf(asked.before), false).found.map((f) => f.doc);
  }

  function find(query: string, lang: Lang, most: number = MOST): Hit[] {
    const asked = askedOf(query);
    const year = asked.time === undefined ? [] : [yearHit(asked.time, lang)];
    const room = Number.isNaN(most) ? MOST : Math.max(0, Math.floor(most));
    const hits = docsFor(asked).slice(0, room);
    return [...year, ...hits.map((doc) => hitOf(doc, lang, asked.time))].slice(0, room);
  }
  return { find };
}
