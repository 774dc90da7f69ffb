/**
 * Formal citations, made at build by citeproc. Only what it puts out reaches the browser: citeproc itself is under CPAL or AGPL.
 * The libraries are loaded when the first citation is asked for, so that neither `npm start` nor a test waits for them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { waveFileOf } from '../record/bundle.ts';
import type { Compiled } from '../record/compile.ts';
import { CITATION_FORM, CITATION_STYLES, texOf } from '../words/citation.ts';
import type { CitationFile, CitationStyle, Citations, ViewCitation } from '../words/citation.ts';
import { citableOf, inBibtex, inEnglish, inKorean, type Item } from './citable.ts';
import { DATA, ROOT } from './files.ts';

export const STYLES = CITATION_STYLES;

type Plugins = (typeof import('@citation-js/core'))['plugins'];
const LANGUAGES = { ko: 'ko-KR', en: 'en-US' } as const;
const nameOf = (style: CitationStyle) => `korean-migration-waves-${style}`;

/**
 * APA without what does not fit here: its letters behind years, since a source is cited alike whatever stands beside it; its capitals, since
 * names stay as the record has them; and “Retrieved” where there is no date to follow.
 */
const apaOf = (style: string): string =>
  style
    .replace(
      / disambiguate-[a-z-]+="true"| givenname-disambiguation-rule="[a-z-]+"| text-case="title"(?= variable=)/g,
      '',
    )
    .replace(
      '<if match="none" variable="issued status"><text term="retrieved"',
      '<if variable="accessed"><text term="retrieved"',
    );

let loaded: Plugins | undefined;
/** The library with both styles. */
export function citationPlugins(): Plugins {
  if (loaded) return loaded;
  const load = createRequire(import.meta.url);
  const { plugins } = load('@citation-js/core') as typeof import('@citation-js/core');
  load('@citation-js/plugin-csl');
  load('@citation-js/plugin-bibtex');
  const { styles, locales } = plugins.config.get('@csl');
  styles.add(nameOf('en'), apaOf(styles.get('apa')));
  styles.add(nameOf('ko'), readFileSync(new URL('./styles/korean-humanities.csl', import.meta.url), 'utf8'));
  // The Korean style brings its own terms; what it has none for it takes from here.
  locales.add(LANGUAGES.ko, locales.get('en-US').replace('xml:lang="en-US"', 'xml:lang="ko-KR"'));
  plugins.config.get('@bibtex').format.asciiOnly = false;
  return (loaded = plugins);
}

/** Plain texts of all items in their order, by one engine. */
function textsOf(items: readonly Item[], style: CitationStyle): string[] {
  const options = {
    template: nameOf(style),
    lang: LANGUAGES[style],
    format: 'text',
    nosort: true,
    asEntryArray: true,
  } as const;
  const entries = citationPlugins().output.format('bibliography', items, options);
  // A style that leaves an item out would shift all ids after it.
  if (entries.length !== items.length) throw new Error(`${items.length - entries.length} sources without a citation`);
  return entries.map(([, text]) => text.trim().replaceAll('….', '…'));
}

/** Fields of an entry of BibTeX in their order; others come last. */
const FIELDS = [
  ...['author', 'editor', 'title', 'booktitle', 'journal', 'series', 'volume', 'number', 'pages', 'howpublished'],
  ...['publisher', 'institution', 'type', 'year', 'month', 'day', 'note', 'url'],
];
const rankOf = (field: string) => (FIELDS.includes(field) ? FIELDS.indexOf(field) : FIELDS.length);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Without this, an entry of the type would be incomplete. */
const NEEDS: Readonly<Record<string, string>> = {
  article: 'journal',
  incollection: 'booktitle',
  techreport: 'institution',
};
/** A key that BibTeX, BibLaTeX and shells take. */
const keyOf = (id: string) => id.replace(/[^A-Za-z0-9:_-]+/g, '_');

/** Entries of BibTeX for all items in their order, in UTF-8. */
function bibtexOf(items: readonly Item[]): string[] {
  const entries = citationPlugins().output.format('bibtex', items.map(inBibtex), { format: 'object' });
  return entries.map((entry, i) => {
    const item = items[i]!;
    const fields = new Map(Object.entries(entry.properties).filter((f): f is [string, string] => f[1] !== undefined));
    // The address stands under “url”, and a work of no old kind says there what it stands in.
    if (fields.get('howpublished')?.startsWith('http')) fields.delete('howpublished');
    const fitting = entry.type === 'inbook' ? 'incollection' : entry.type;
    const needed = NEEDS[fitting];
    const type = needed === undefined || fields.has(needed) ? fitting : 'misc';
    if (type === 'misc') {
      const within = item['container-title'] === undefined ? fields.get('publisher') : texOf(item['container-title']);
      fields.delete('publisher');
      if (within) fields.set('howpublished', within);
    }
    const [month, day] = fields.get('month')?.split(' ') ?? [];
    if (month) fields.set('month', MONTHS[Number(month) - 1] ?? month);
    if (day) fields.set('day', day);
    const lines = [...fields]
      .sort(([a], [b]) => rankOf(a) - rankOf(b))
      // Months are macros of BibTeX. The library ends a protected word at a letter with an accent: {Am}érica.
      .map(([field, value]) =>
        field === 'month'
          ? `  ${field} = ${value}`
          : `  ${field} = {${value.replace(/\{(\p{sc=Latin}+)\}(\p{sc=Latin}+)/gu, '{$1$2}')}}`,
      );
    return `@${type}{${keyOf(item.id)},\n${lines.join(',\n')}\n}`;
  });
}

const made = new WeakMap<Compiled, ReadonlyMap<string, Citations>>();
/** All sources of a record at once: one engine for each style, and a few seconds for both together. */
function allOf(compiled: Compiled): ReadonlyMap<string, Citations> {
  let all = made.get(compiled);
  if (!all) {
    const items = [...compiled.archive.sources].map(([id, { csl }]) => citableOf(id, csl));
    const ko = textsOf(items.map(inKorean), 'ko');
    const en = textsOf(items.map(inEnglish), 'en');
    const bibtex = bibtexOf(items);
    all = new Map(items.map(({ id }, i) => [id, { ko: ko[i]!, en: en[i]!, bibtex: bibtex[i]! }]));
    made.set(compiled, all);
  }
  return all;
}

/**
 * Sources of the record, cited in each style as plain text and as entries of BibTeX.
 * @throws RangeError where the record has no such source
 */
export function citationsOf(compiled: Compiled, ids: readonly string[]): Record<string, Citations> {
  const all = allOf(compiled);
  return Object.fromEntries(
    ids.map((id) => {
      const found = all.get(id);
      if (!found) throw new RangeError(`no source “${id}”`);
      return [id, found];
    }),
  );
}

const titleIn = (lang: CitationStyle): string =>
  (JSON.parse(readFileSync(join(DATA, 'text', lang, 'ui.json'), 'utf8')) as { title: string }).title;

/**
 * What stands in a citation of a view in the place of each slot while the library works on it: letters that no text has and no escaping
 * touches, and dates, so that each style writes them where and how it writes dates.
 */
const STAND_INS: readonly (readonly [slot: string, written: string])[] = [
  ['%title%', '\uE001'],
  ['%url%', '\uE002'],
  ['%version%', '\uE003'],
  ['%year%', '9998'],
  ['%accessed-ko%', '9999년 12월 31일'],
  ['%accessed-en%', 'December 31, 9999'],
];
const withSlots = (text: string) =>
  STAND_INS.reduce((filled, [slot, written]) => filled.replaceAll(written, slot), text);

/** A citation of a view of the atlas, with slots for what only the browser knows: see `CitationSlots`. */
export function viewCitationOf(): ViewCitation {
  const item: Item = {
    id: 'korean-migration-waves',
    type: 'map',
    title: '\uE001',
    genre: 'Interactive map',
    author: [{ literal: 'Korean Migration Waves contributors' }],
    'container-title': titleIn('en'),
    version: '\uE003',
    issued: { 'date-parts': [[9998]] },
    accessed: { 'date-parts': [[9999, 12, 31]] },
    URL: '\uE002',
  };
  const { accessed: _, ...plain } = item;
  return {
    ko: withSlots(textsOf([{ ...item, 'container-title': titleIn('ko') }], 'ko')[0]!),
    en: withSlots(textsOf([item], 'en')[0]!),
    // Two views in one file of references must not share a key.
    bibtex: withSlots(bibtexOf([{ ...plain, note: 'Version \uE003, accessed December 31, 9999' }])[0]!).replace(
      `{${item.id},`,
      `{${item.id}-%key%,`,
    ),
    csl: {
      ...plain,
      id: `${item.id}-%key%`,
      title: '%title%',
      version: '%version%',
      issued: { 'date-parts': [['%year%']] },
      accessed: { literal: '%accessed-en%' },
      URL: '%url%',
    },
  };
}

/** The year in which this version was released, as `CITATION.cff` says. @throws Error where it says none */
function releaseYear(): string {
  const [, year] = /^date-released: '?(\d{4})/m.exec(readFileSync(join(ROOT, 'CITATION.cff'), 'utf8')) ?? [];
  if (year === undefined) throw new Error('CITATION.cff has no date-released');
  return year;
}

/** The file `cite/<id>`: citations of all sources that a wave or the official count names. Without an id, of a view alone. */
export const citationFileOf = (compiled: Compiled, id?: string): CitationFile => ({
  form: CITATION_FORM,
  released: releaseYear(),
  view: viewCitationOf(),
  sources: id === undefined ? {} : citationsOf(compiled, Object.keys(waveFileOf(compiled, id).sources)),
});
