/** Vite plugin: at build, the pages of waves that need no script, their stills, oEmbed, and what `index.html` says without script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { formatWhen } from '../words/date.ts';
import { LANGS, type Lang } from '../words/number.ts';
import { FORMATS } from '../views/picture/plate.ts';
import { ROOT } from './files.ts';
import { oembedOf } from './oembed.ts';
import { compileRecord, openSite, parseSiteUrl, type Site } from './site.ts';
import { stillFilesOf, stillPath, stillsOf, type Still } from './stills.ts';
import { STYLE_PATH, oembedPath, pagePath, wayTo } from './wave-addresses.ts';
import { el, type Content, type Markup } from './wave-html.ts';
import { cardOf, wavePages } from './wave-pages.ts';

const wholeIn = (stills: readonly Still[], lang: Lang): Still =>
  stills.find((s) => s.wave === undefined && s.lang === lang)!;

/** The whole without script, in one language: its still, and the waves as links to their pages. */
function wholeOf(site: Site, still: Still): Markup {
  const { lang, words } = still;
  const { say, waveTitle } = site.texts[lang];
  const { width, height } = FORMATS.wide;
  const links = site.core.waves.map((w) =>
    el('li', {}, el('a', { href: `./${pagePath(w.id, lang)}` }, waveTitle(w.id)), ` · ${formatWhen(w.during, lang)}`),
  );
  return el(
    'section',
    { lang },
    el('h2', {}, say('title')),
    el('p', {}, say('sheet.noscript')),
    el('img', { src: `./${stillPath(undefined, lang)}.svg`, alt: words.alt, width, height }),
    el('h3', {}, say('sheet.waves')),
    el('ul', {}, links),
  );
}

/** What the page looks like without script, where no other style is meant for it. */
const NOSCRIPT_STYLE =
  'noscript{display:block;max-width:44rem;margin:auto;padding:1rem 1.25rem}noscript img{width:100%;height:auto}noscript li{padding:.2rem 0}noscript section{margin-bottom:3rem}';

/**
 * The atlas’s own page with what it is for those who run no script: readers, and the machines that make cards of links.
 * @throws Error where the page has no place for it: then it has changed its form
 */
export function indexOf(site: Site, stills: readonly Still[], html: string): string {
  const description = /<meta\s+name="description"\s+content="([^"]*)"/.exec(html)?.[1];
  if (description === undefined || !/<noscript>[\s\S]*<\/noscript>/.test(html))
    throw new Error('index.html has no description or no <noscript>');
  const still = wholeIn(stills, 'ko');
  const title = LANGS.map((lang) => site.texts[lang].say('title')).join(' · ');
  const { url } = site;
  const link = (rel: string, href: string, hreflang?: string) => el('link', { rel, href, hreflang });
  const head: Content = [
    url !== undefined && [
      link('canonical', url),
      LANGS.map((lang) => link('alternate', `${url}?lang=${lang}`, lang)),
      link('alternate', url, 'x-default'),
    ],
    cardOf(site, { title, description, type: 'website', lang: 'ko', path: '', still }),
    el('noscript', {}, el('style', {}, NOSCRIPT_STYLE)),
  ];
  const body = LANGS.map((lang) => wholeOf(site, wholeIn(stills, lang)));
  // Functions, so that no `$` of a text is taken for a pattern.
  return html
    .replace(/<noscript>[\s\S]*<\/noscript>/, () => el('noscript', {}, body).text.trim())
    .replace('</head>', () => `${el('head', {}, head).text.replace(/^\s*<head>|<\/head>$/g, '')}\n  </head>`);
}

/** @returns nothing where the site has no address: a sitemap of ways is none */
export function sitemapOf({ url, core, released }: Site): string | undefined {
  if (url === undefined) return undefined;
  const pagesOf = (hrefs: Readonly<Record<Lang, string>>) =>
    LANGS.map((own) => {
      const alternates = LANGS.map((lang) =>
        el('xhtml:link', { rel: 'alternate', hreflang: lang, href: hrefs[lang] }).text.replace('></xhtml:link>', '/>'),
      );
      return `<url>\n<loc>${el('loc', {}, hrefs[own]).text.slice(5, -6)}</loc>\n<lastmod>${released}</lastmod>\n${alternates.join('\n')}\n</url>`;
    });
  const urls = [
    ...pagesOf({ ko: `${url}?lang=ko`, en: `${url}?lang=en` }),
    ...core.waves.flatMap((w) => pagesOf({ ko: `${url}${pagePath(w.id, 'ko')}`, en: `${url}${pagePath(w.id, 'en')}` })),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

export const robotsOf = ({ url }: Site): string =>
  `User-agent: *\nAllow: /\n${url === undefined ? '' : `\nSitemap: ${url}sitemap.xml\n`}`;

/** The style sheet of the pages: the colours of the atlas, its display face where the build has it, and their own rules. */
export function pagesStyle(face: string | undefined): string {
  const read = (name: string) => readFileSync(join(ROOT, 'src/style', name), 'utf8');
  const font =
    face &&
    `@font-face {\n  font-family: 'Gowun Batang Display';\n  src: url('${wayTo(STYLE_PATH, face)}') format('woff2');\n  font-display: swap;\n}\n`;
  return [read('tokens.css'), font, read('pages.css')].filter(Boolean).join('');
}

/** Everything of the pages but what depends on the bundle, by path below `dist/`; the site’s address comes from `ATLAS_URL`. */
export function pageFiles(site: Site, stills: readonly Still[]): Map<string, string> {
  const files = wavePages(site, stills);
  for (const { id } of site.core.waves)
    for (const lang of LANGS) files.set(oembedPath(id, lang), `${JSON.stringify(oembedOf(site, id, lang), null, 2)}\n`);
  files.set('robots.txt', robotsOf(site));
  const sitemap = sitemapOf(site);
  return sitemap === undefined ? files : files.set('sitemap.xml', sitemap);
}

export function wavePagesPlugin(): Plugin {
  let made: { readonly site: Site; readonly stills: readonly Still[] } | undefined;
  const make = () => {
    if (made) return made;
    const site = openSite(compileRecord(), parseSiteUrl(process.env['ATLAS_URL']));
    made = { site, stills: stillsOf(site) };
    return made;
  };
  return {
    name: 'korean-migration-pages',
    apply: 'build',
    transformIndexHtml: {
      // After the build has put its own addresses in: those of stills and pages stay as they are.
      order: 'post',
      handler(html) {
        const { site, stills } = make();
        return indexOf(site, stills, html);
      },
    },
    async generateBundle(_, bundle) {
      const { site, stills } = make();
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      for (const [name, text] of pageFiles(site, stills)) emit(name, text);
      const face = Object.keys(bundle).find((name) => /display[^/]*\.woff2$/.test(name));
      emit(STYLE_PATH, pagesStyle(face));
      for (const [name, content] of await stillFilesOf(stills)) emit(name, content);
    },
  };
}
