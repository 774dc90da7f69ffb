/** A wave’s own page as HTML without script: what the atlas says of it, for readers, printers, search and the cards of links. */
import type { WaveId } from '../record/model.ts';
import { whenOf } from '../record/when.ts';
import { formatWhen, withTime } from '../words/date.ts';
import { LANGS, type Lang } from '../words/number.ts';
import { FORMATS } from '../views/picture/plate.ts';
import type { Site } from './site.ts';
import { CARD, atlasQuery, stillOf, stillPath, stillTime, type Still } from './stills.ts';
import { CSV_PATHS, PACKAGE_PATH, STYLE_PATH, addressOf, oembedPath, pagePath, wayTo } from './wave-addresses.ts';
import { LICENCE, graphOf } from './wave-data.ts';
import { documentOf, el, joined, linkedData, type Content, type Markup } from './wave-html.ts';
import * as parts from './wave-parts.ts';
import type { PageBook } from './wave-parts.ts';

const LOCALES = { ko: 'ko_KR', en: 'en_GB' } as const;
const otherOf = (lang: Lang): Lang => LANGS.find((l) => l !== lang)!;
/** Longest text of a card’s picture that networks keep, in characters. */
const LONGEST_ALT = 420;
/** The whole sentences that fit. */
function shortAlt(alt: string): string {
  if (alt.length <= LONGEST_ALT) return alt;
  const fits = alt.slice(0, LONGEST_ALT - 1);
  const end = Math.max(fits.lastIndexOf('. '), fits.lastIndexOf('; '));
  return `${fits.slice(0, end > 0 ? end : undefined).trimEnd()}…`;
}

export interface Card {
  readonly title: string;
  readonly description: string;
  readonly type: 'article' | 'website';
  readonly lang: Lang;
  /** Path of the page below the folder of the atlas. */
  readonly path: string;
  readonly still: Still;
}
/** Open Graph and Twitter card of a page. */
export function cardOf(site: Site, { title, description, type, lang, path, still }: Card): Markup[] {
  const property = (name: string, content: string | number) => el('meta', { property: `og:${name}`, content });
  const named = (name: string, content: string) => el('meta', { name, content });
  const image = addressOf(site, path, `${stillPath(still.wave, lang)}.png`);
  const alt = shortAlt(still.words.alt);
  return [
    property('type', type),
    property('site_name', site.texts[lang].say('title')),
    property('title', title),
    property('description', description),
    ...(site.url === undefined ? [] : [property('url', `${site.url}${path}`)]),
    property('locale', LOCALES[lang]),
    property('locale:alternate', LOCALES[otherOf(lang)]),
    property('image', image),
    property('image:type', 'image/png'),
    property('image:width', CARD.width),
    property('image:height', CARD.height),
    property('image:alt', alt),
    named('twitter:card', 'summary_large_image'),
    named('twitter:title', title),
    named('twitter:description', description),
    named('twitter:image', image),
    named('twitter:image:alt', alt),
  ];
}

/** The same page in both languages; who reads neither is better off with the English one. */
const languageLinks = (site: Site, wave: WaveId, here: string): Markup[] =>
  ([...LANGS.map((lang) => [lang, lang]), ['x-default', 'en']] as [string, Lang][]).map(([hreflang, lang]) =>
    el('link', { rel: 'alternate', hreflang, href: addressOf(site, here, pagePath(wave, lang)) }),
  );

function headOf(site: Site, book: PageBook, still: Still): Content {
  const { wave, lang, texts, text, record } = book;
  const here = pagePath(wave, lang);
  const title = texts.say('page.title', { wave: withTime(text.name, whenOf(record.during), lang) });
  return [
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, title),
    el('meta', { name: 'description', content: text.summary }),
    el('meta', { name: 'robots', content: 'max-image-preview:large' }),
    el('meta', { name: 'color-scheme', content: 'light dark' }),
    site.url === undefined ? undefined : el('link', { rel: 'canonical', href: `${site.url}${here}` }),
    site.icon === undefined ? undefined : el('link', { rel: 'icon', href: site.icon }),
    languageLinks(site, wave, here),
    el('link', {
      rel: 'alternate',
      type: 'application/json+oembed',
      href: addressOf(site, here, oembedPath(wave, lang)),
      title: text.title,
    }),
    cardOf(site, { title: text.title, description: text.summary, type: 'article', lang, path: here, still }),
    el('link', { rel: 'stylesheet', href: wayTo(here, STYLE_PATH) }),
    linkedData(graphOf(site, book, still)),
  ];
}

/** Here the words of a wide picture would be too small to read. */
const TELEPHONE = '(max-width: 40rem)';
/** The picture of the wave; pressed, it opens as large as it is. */
function figureOf(book: PageBook, still: Still): Markup {
  const { words } = still;
  const { width, height } = FORMATS.wide;
  const src = wayTo(pagePath(book.wave, book.lang), `${stillPath(book.wave, book.lang)}.svg`);
  const tall = el('source', {
    media: TELEPHONE,
    srcset: src.replace(/\.svg$/, '-tall.svg'),
    width: FORMATS.tall.width,
    height: FORMATS.tall.height,
  });
  return el(
    'figure',
    {},
    el('a', { href: src }, el('picture', {}, tall, el('img', { src, alt: words.alt, width, height }))),
    el('figcaption', {}, joined([words.period, words.unit, words.people], ' · ')),
  );
}

function othersOf(site: Site, { wave, lang, texts }: PageBook, here: string): Markup {
  const items = site.core.waves
    .filter((w) => w.id !== wave)
    .map((w) =>
      el(
        'li',
        {},
        el('a', { href: wayTo(here, pagePath(w.id, lang)) }, texts.waveTitle(w.id)),
        ' ',
        el('span', { class: 'soft' }, formatWhen(w.during, lang)),
      ),
    );
  const name = texts.say('sheet.others');
  return el('nav', { class: 'others', 'aria-label': name }, el('h2', {}, name), el('ul', {}, items));
}

/** Licence, credit, and the tables in which the figures of the page stand. */
function footOf(site: Site, { wave, texts }: PageBook, here: string): Markup {
  const { say } = texts;
  const files = [...CSV_PATHS, PACKAGE_PATH].map((path) =>
    el('a', { href: wayTo(here, path) }, path.split('/').at(-1)!),
  );
  return el(
    'footer',
    {},
    el('p', {}, el('b', {}, say('sheet.data')), ' ', joined(files, ' · ')),
    el('p', {}, say('sheet.data-note', { wave })),
    el(
      'p',
      {},
      say('sheet.licence', { credit: say('sheet.credit'), version: site.version }),
      ' ',
      el('a', { href: LICENCE, rel: 'license' }, 'creativecommons.org/licenses/by/4.0'),
    ),
  );
}

/** The page of a wave in one language. */
export function wavePage(site: Site, wave: WaveId, lang: Lang, still = stillOf(site, wave, lang)): string {
  const book = parts.openPageBook(site, wave, lang);
  const { texts, text, record } = book;
  const { say } = texts;
  const here = pagePath(wave, lang);
  const other = otherOf(lang);
  const map = wayTo(here, atlasQuery(stillTime(site, wave), wave, lang));
  const top = el(
    'header',
    {},
    el(
      'nav',
      { 'aria-label': say('sheet.path') },
      el('a', { href: wayTo(here, `?lang=${lang}`) }, say('title')),
      ' › ',
      el('span', { 'aria-current': 'page' }, text.name),
    ),
    el(
      'a',
      { href: wayTo(here, pagePath(wave, other)), hreflang: other, lang: other, rel: 'alternate' },
      site.texts[other].say('sheet.read'),
    ),
  );
  const main = el(
    'main',
    { 'data-family': record.family },
    el('h1', {}, text.title),
    el('p', { class: 'meta' }, `${formatWhen(whenOf(record.during), lang)} · ${say(`family.${record.family}`)}`),
    el('p', { class: 'summary' }, text.summary),
    el('p', { class: 'open' }, el('a', { href: map }, say('sheet.open'))),
    figureOf(book, still),
    parts.headlineOf(book),
    parts.chaptersOf(book),
    parts.uncountedOf(book),
    parts.plantsOf(book),
    parts.voyagesOf(book),
    parts.eventsOf(book),
    parts.disputesOfPage(book),
    parts.peopleOf(book),
    parts.wantedOf(book),
    // Last of all: it lists what the parts above have named.
    parts.sourcesOf(book),
  );
  return documentOf(lang, 'auto', headOf(site, book, still), [
    top,
    main,
    othersOf(site, book, here),
    footOf(site, book, here),
  ]);
}

/** All pages by their path below the folder of the atlas. @param stills of the same site */
export const wavePages = (site: Site, stills: readonly Still[]): Map<string, string> =>
  new Map(
    stills.flatMap((still) =>
      still.wave === undefined
        ? []
        : [[`${pagePath(still.wave, still.lang)}index.html`, wavePage(site, still.wave, still.lang, still)] as const],
    ),
  );
