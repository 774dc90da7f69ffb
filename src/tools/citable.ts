/** Sources of the record made fit for a citation library: each part of a reference in the field that the styles look for. */
import { texOf } from '../words/citation.ts';

export interface Name {
  readonly literal?: string;
  readonly family?: string;
  readonly given?: string;
}
export interface When {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly literal?: string;
}
/** An item of CSL-JSON; only the fields that are looked at here. */
export interface Item {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  /** In the Korean style: the description of a work that has no title, with its brackets. */
  readonly genre?: string;
  readonly author?: readonly Name[];
  readonly editor?: readonly Name[];
  readonly 'container-title'?: string;
  readonly 'collection-title'?: string;
  readonly publisher?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly number?: string;
  readonly page?: string;
  readonly version?: string;
  readonly note?: string;
  readonly issued?: When;
  readonly accessed?: When;
  readonly URL?: string;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** Moves a text from one field to another. */
function rename(item: Writable<Item>, from: TextField, to: TextField): void {
  const text = item[from];
  if (text === undefined) return;
  delete item[from];
  item[to] = text;
}
type TextField = 'title' | 'genre' | 'container-title' | 'publisher';

const PERIODICALS = ['article-newspaper', 'article-magazine', 'article-journal'];
const isIn = (item: Item, types: readonly string[]) => types.includes(item.type);
/** A description instead of a title: “[Report on the 2007 edition]”, “[Return migration], entry GC95100733”. */
const DESCRIPTION = /^\[[^\]]*\](?:$|,| \()/;

/** “2025-10/2026-01” as its two years, since the styles write spans of months oddly; other literal dates stay. */
function whenOf(when: When): When {
  const years = when.literal?.split('/').map((end) => Number(/^(\d{4})(-\d\d){0,2}$/.exec(end)?.[1]));
  return years?.length === 2 && years.every((year) => year > 0) ? { 'date-parts': years.map((year) => [year]) } : when;
}

/** “F. Arnold and N. M. Shah (eds.)”, and what follows it after a comma. */
const EDITED = /^(.+?) \(eds?\.\)(?:, (.+))?$/;
const editorsOf = (names: string): Name[] => names.split(/ and | & /).map((literal) => ({ literal }));

/** Volume, issue, pages or number that stand behind the name of a periodical. */
const SERIAL: readonly RegExp[] = [
  /^(?<name>.*\p{L}) (?<volume>\d{1,3})(?:\((?<issue>\d+)\))?(?:[:,] (?<page>\d+-\d+))?$/u,
  /^(?<name>.+), (?=vol\.|no\.)(?:vol\. (?<volume>\w+))?(?: ?no\. (?<issue>\d+))?$/,
  /^(?<name>.+), (?:article )?(?<number>[A-Za-z]*\d{5,})$/,
];
function withSerial(item: Item): Item {
  const parts = SERIAL.map((form) => form.exec(item['container-title'] ?? '')?.groups).find((groups) => groups);
  if (!parts) return item;
  const { name, ...rest } = parts;
  return { ...item, 'container-title': name!, ...Object.fromEntries(Object.entries(rest).filter(([, v]) => v)) };
}

/** A page at the end of a title: “Allied Participation in Vietnam, p. 23”, “한국독립운동과 블라디보스토크 (pp. 39-40)”. */
const PAGED = /^(.+?)(?:, | \()pp?\. ?(\d+(?:[-–]\d+)?)\)?$/;

/**
 * One source without what only this atlas notes of it, and with page, volume, editors and dates taken out of the texts in which they stand. A
 * title that the record knows to be a description is put into square brackets.
 */
export function citableOf(id: string, csl: Readonly<Record<string, unknown>>): Item {
  const { custom, ...given } = csl as unknown as Item & { custom?: { titleNote?: string } };
  const item: Writable<Item> = { ...given, id };
  // A page alone, without the book or paper that it is a page of, stays where it explains itself.
  const paged = item.type === 'book' || item['container-title'] ? PAGED.exec(item.title ?? '') : null;
  if (paged) [item.title, item.page] = [paged[1]!, item.page ?? paged[2]!];
  if (item.title && custom?.titleNote?.startsWith('description') && !item.title.startsWith('['))
    item.title = `[${item.title}]`;
  if (item.issued) item.issued = whenOf(item.issued);

  const edited = EDITED.exec(item['container-title'] ?? '');
  if (edited?.[2]) [item.editor, item['container-title']] = [editorsOf(edited[1]!), edited[2]];
  const editing = EDITED.exec(item.author?.[0]?.literal ?? '');
  if (editing) {
    item.editor = editorsOf(editing[1]!);
    delete item.author;
  }
  // What a book stands in is a series, and not the book itself.
  if (item.type === 'book' && item['container-title']) {
    if (item['container-title'] !== item.title) item['collection-title'] = item['container-title'];
    delete item['container-title'];
  }
  // The newspaper, the station is named as publisher by some, as what it stands in by others.
  if (item.type === 'article-newspaper' && !item['container-title']) rename(item, 'publisher', 'container-title');
  if (item.type === 'broadcast' && !item.publisher) rename(item, 'container-title', 'publisher');
  return isIn(item, [...PERIODICALS, 'article']) ? withSerial(item) : item;
}

/** Who publishes a work that names no author answers for it, as the styles have it: “League of Nations. (1932).” */
export function withAuthor(item: Item): Item {
  const { publisher, ...rest } = item;
  if (!publisher || item.author || item.editor || isIn(item, PERIODICALS)) return { ...item };
  return { ...rest, author: [{ literal: publisher }] };
}

/** An article in what its publisher is called, where the record does not tell the two apart. */
export function inPeriodical(given: Item): Item {
  const item = { ...given };
  if (!isIn(item, PERIODICALS) || item['container-title']) return item;
  rename(item, 'publisher', 'container-title');
  return withSerial(item);
}

/** Curled quotation marks, as the library would turn nested ones; and no angle brackets, which look like markup in plain text. */
const typeset = (text: string) =>
  text
    .replace(/(^|[\s([{«“])'/g, '$1‘')
    .replace(/(^|[\s([{«‘])"/g, '$1“')
    .replaceAll("'", '’')
    .replaceAll('"', '”')
    .replaceAll('<', '〈')
    .replaceAll('>', '〉');

/** Types that APA treats by rules of their own, which leave out who issued them, or drop them where they cannot be looked up. */
const AS_DOCUMENT = ['interview', 'personal_communication', 'bill', 'legislation'];
/** Types of which APA names the kind in brackets behind the title. */
const WITH_KIND = ['broadcast', 'dataset', 'post'];

/** For APA, which has a description in square brackets in the place of a title. */
export function inEnglish(given: Item): Item {
  const item: Writable<Item> = withAuthor(inPeriodical(given));
  // No second pair of brackets behind a description, and none behind the date, where the style puts them if the title comes first.
  const bare = isIn(item, WITH_KIND) && (item.title?.startsWith('[') || !item.author);
  if (bare || isIn(item, AS_DOCUMENT)) item.type = 'document';
  if (item.type === 'article' && item['container-title']) item.type = 'article-journal';
  if (item.title) item.title = typeset(item.title);
  return item;
}

/** For the Korean style, in which 「」 must not stand in 「」, and a description gets no signs: there it is the “genre” of an untitled work. */
export function inKorean(given: Item): Item {
  const item: Writable<Item> = withAuthor(given);
  if (!item.title) return item;
  item.title = typeset(item.title);
  if (DESCRIPTION.test(item.title)) rename(item, 'title', 'genre');
  else item.title = item.title.replaceAll('「', '〈').replaceAll('」', '〉');
  return item;
}

/** Fields that are written for people, and so may hold what TeX would take for a command. */
const TEXTS = [
  'title',
  'container-title',
  'collection-title',
  'publisher',
  'volume',
  'issue',
  'genre',
  'note',
] as const;
const texNames = (names: readonly Name[]): Name[] =>
  names.map((name) => Object.fromEntries(Object.entries(name).map(([part, text]) => [part, texOf(String(text))])));

/** For BibTeX, with all texts as TeX. */
export function inBibtex(given: Item): Item {
  const issuer = given.publisher;
  const item: Writable<Item> = withAuthor(inPeriodical(given));
  // Books and reports have a field for who issued them, and need it.
  if (issuer && isIn(item, ['book', 'report'])) item.publisher = issuer;
  if (item.type === 'report') item.genre ??= 'Report';
  if (item.type.startsWith('entry') && item['container-title']) item.type = 'chapter';
  if (item.number && isIn(item, PERIODICALS)) item.note ??= item.number;
  for (const field of TEXTS) if (item[field] !== undefined) item[field] = texOf(item[field]);
  if (item.author) item.author = texNames(item.author);
  if (item.editor) item.editor = texNames(item.editor);
  return item;
}
