// The pages without script: that what the record says of a wave stands on its page, for readers and for machines.
// How a page looks, and what a network makes of its card, is not seen here.
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { CHAPTERS, type WaveId } from '../../src/record/model.ts';
import { oembedOf } from '../../src/tools/oembed.ts';
import { indexOf, pageFiles, robotsOf, sitemapOf } from '../../src/tools/pages-plugin.ts';
import { packageOf } from '../../src/tools/data-package.ts';
import { openSite, parseSiteUrl } from '../../src/tools/site.ts';
import {
  CARD,
  drawCards,
  drawStill,
  openGround,
  stillOf,
  stillPath,
  stillTime,
  stillsOf,
} from '../../src/tools/stills.ts';
import { STYLE_PATH, oembedPath, pagePath } from '../../src/tools/wave-addresses.ts';
import { el, linkedData } from '../../src/tools/wave-html.ts';
import { openPageBook } from '../../src/tools/wave-parts.ts';
import { contains, instantOf } from '../../src/record/when.ts';
import { LANGS, formatNumber, type Lang } from '../../src/words/number.ts';
import { formatAmount } from '../../src/words/plant-rows.ts';
import { compiled } from '../the-record.ts';

const URL_HERE = 'https://example.org/atlas/';
const site = openSite(compiled, URL_HERE);
const homeless = { ...site, url: undefined };
const stills = stillsOf(site);
const files = pageFiles(site, stills);
const homelessFiles = pageFiles(homeless, stillsOf(homeless));
const waves = site.core.waves.map((w) => w.id);
const pages = waves.flatMap((wave) => LANGS.map((lang) => ({ wave, lang, path: pagePath(wave, lang) })));
const htmlOf = (wave: WaveId, lang: Lang, from = files) => from.get(`${pagePath(wave, lang)}index.html`)!;

const unescape = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** Words of a page as a reader gets them. */
const wordsOf = (html: string) =>
  unescape(
    html
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<sup>.*?<\/sup>/g, '')
      .replace(/<[^>]+>/g, '\n'),
  );
const metaOf = (html: string, key: string) => {
  const found = new RegExp(`<meta (?:name|property)="${key}" content="([^"]*)">`).exec(html)?.[1];
  return found === undefined ? undefined : unescape(found);
};
const linksOf = (html: string) => [...html.matchAll(/<link ([^>]*)>/g)].map((m) => attributesOf(m[1]!));
const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map((m) => [m[1]!, unescape(m[2]!)]));
const dataOf = (html: string) => {
  const [, json] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)!;
  return JSON.parse(json!) as { '@graph': Record<string, unknown>[] };
};

/** Files that the other parts of the build put beside the pages. */
const others = new Set<string>([
  'index.html',
  'embed.html',
  STYLE_PATH,
  ...[...packageOf(compiled, site.version).keys()].map((name) => `record/${name}`),
  ...stills.flatMap((s) => ['svg', 'png'].map((kind) => `${stillPath(s.wave, s.lang)}.${kind}`)),
  ...stills.map((s) => `${stillPath(s.wave, s.lang)}-tall.svg`),
]);
/** The file that an address leads to, without query and hash. */
const fileAt = (href: string, from: string) => {
  const path = new URL(href, URL_HERE + from).href.replace(/[?#].*$/, '').slice(URL_HERE.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};

describe.each(pages)('the page of $wave in “$lang”', ({ wave, lang, path }) => {
  const html = htmlOf(wave, lang);
  const book = openPageBook(site, wave, lang);
  const words = wordsOf(html);

  test('is sound HTML', async () => {
    const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(html);
    expect(
      report.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`)),
    ).toEqual([]);
  });
  test('says what it is to those who make cards of links', () => {
    expect(metaOf(html, 'og:title')).toBe(book.text.title);
    expect(metaOf(html, 'og:description')).toBe(book.text.summary);
    expect(metaOf(html, 'og:url')).toBe(URL_HERE + path);
    expect(metaOf(html, 'og:image')).toBe(`${URL_HERE}waves/${wave}/${lang}.png`);
    expect([metaOf(html, 'og:image:width'), metaOf(html, 'og:image:height')]).toEqual(['1200', '630']);
    expect(metaOf(html, 'og:image:alt')!.length).toBeGreaterThan(30);
    expect(metaOf(html, 'og:image:alt')!.length).toBeLessThanOrEqual(420);
    expect(metaOf(html, 'twitter:card')).toBe('summary_large_image');
    expect(html).toContain(`<html lang="${lang}"`);
  });
  test('names itself and its other language', () => {
    const links = linksOf(html);
    expect(links.filter((l) => l['rel'] === 'canonical').map((l) => l['href'])).toEqual([URL_HERE + path]);
    const alternates = links.filter((l) => l['hreflang']).map((l) => [l['hreflang'], l['href']]);
    expect(Object.fromEntries(alternates)).toEqual({
      ko: `${URL_HERE}waves/${wave}/`,
      en: `${URL_HERE}waves/${wave}/en/`,
      'x-default': `${URL_HERE}waves/${wave}/en/`,
    });
    const embed = links.find((l) => l['type'] === 'application/json+oembed')!;
    expect(files.has(fileAt(embed['href']!, path))).toBe(true);
  });
  test('describes its data, its picture and its place', () => {
    const graph = dataOf(html)['@graph'];
    const of = (type: string) => graph.find((g) => [g['@type']].flat().includes(type))!;
    const data = of('Dataset');
    expect(data['name']).toContain(book.text.title);
    expect(String(data['description']).length).toBeGreaterThan(50);
    expect(data['license']).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(data['temporalCoverage']).toMatch(/^(1[89]|20)\d\d\/20\d\d$/);
    expect(data['version']).toBe(site.version);
    expect((data['variableMeasured'] as unknown[]).length).toBe(book.record.series.length);
    expect((data['spatialCoverage'] as unknown[]).length).toBeGreaterThan(1);
    for (const file of data['distribution'] as { contentUrl: string }[])
      expect(others).toContain(fileAt(file.contentUrl, path));
    expect(of('VisualArtwork')).toMatchObject({ width: 1200, height: 630, inLanguage: lang });
    expect((of('BreadcrumbList')['itemListElement'] as unknown[]).length).toBe(2);
  });
  test('holds the whole text of the wave', () => {
    const { text, record } = book;
    const told = [
      text.title,
      text.summary,
      text.uncounted,
      ...CHAPTERS.flatMap((c) => [book.texts.say(`chapter.${c}`), ...text.chapters[c]]),
      ...record.voyages.map((v) => text.voyages[v.id]!.vessel),
      ...record.events.flatMap((e) => [text.events[e.id]!.title, text.events[e.id]!.text]),
      ...record.rivals.flatMap((r) => [text.rivals[r.id]!.question, text.rivals[r.id]!.why]),
      ...record.people.map((p) => text.people[p.id]!.name),
    ];
    expect(told.filter((t) => !words.includes(t))).toEqual([]);
  });
  test('holds every headline figure, with the numbers of its sources', () => {
    const [figures] = /<section id="figures"[\s\S]*?<\/section>/.exec(html)!;
    for (const of of book.record.headline) {
      const value =
        'total' in of
          ? book.record.totals.find((t) => t.id === of.total)!.value
          : [book.record, book.official.record]
              .flatMap((r) => r.series)
              .find((s) => s.id === of.series)!
              .observations.find((o) => o[0] === of.when)![1];
      expect(figures).toContain(`<b>${formatNumber(value as number, lang)}`);
    }
    expect(figures.match(/<sup>/g)!.length).toBe(book.record.headline.length);
  });
  test('runs no script and carries no style', () => {
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map((m) => m[0]);
    expect(scripts).toEqual(['<script type="application/ld+json">']);
    expect(html).not.toMatch(/\son\w+="|javascript:|\sstyle="/);
    expect(html).not.toMatch(/\[\[[\w.-]+\]\]/);
  });
  test('has a source for every number that leads to one, and each source once', () => {
    const ids = new Set([...html.matchAll(/<li id="(source-\d+)"/g)].map((m) => m[1]!));
    const asked = new Set([...html.matchAll(/href="#([^"]+)"/g)].map((m) => m[1]!));
    expect([...asked].filter((a) => !ids.has(a))).toEqual([]);
    expect([...ids].filter((i) => !asked.has(i))).toEqual([]);
    expect(ids.size).toBeGreaterThan(10);
  });
  test.each([
    ['with an address', files],
    ['without one', homelessFiles],
  ] as const)('leads only to files that there are, %s', (_, from) => {
    const page = htmlOf(wave, lang, from);
    const body = page.slice(page.indexOf('<body>')).replace(/<section id="sources"[\s\S]*?<\/section>/, '');
    const hrefs = [...body.matchAll(/\s(?:href|src|srcset)="([^"#][^"]*)"/g)].map((m) => unescape(m[1]!));
    const within = hrefs.filter((href) => !/^https?:/.test(href));
    expect(within.length).toBeGreaterThan(15);
    const lost = within.map((href) => fileAt(href, path)).filter((file) => !from.has(file) && !others.has(file));
    expect(lost).toEqual([]);
    expect(hrefs.filter((href) => /^https?:/.test(href))).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
  });
  test('opens the map at the time of its picture', () => {
    const time = stillTime(site, wave);
    expect(html).toContain(
      `href="${'../'.repeat(lang === 'ko' ? 2 : 3)}?lang=${lang}#wave=${wave}&amp;at=${time.text}"`,
    );
    expect(contains(compiled.archive.waves.find((w) => w.id === wave)!.during, instantOf(time))).toBe(true);
  });
  test('can be embedded by its address alone', () => {
    const embed = oembedOf(site, wave, lang);
    expect(embed).toMatchObject({ version: '1.0', type: 'rich', width: 800, title: book.text.title });
    expect(JSON.parse(files.get(oembedPath(wave, lang))!)).toEqual(embed);
    const frame = attributesOf(embed.html);
    expect(embed.html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
    expect(frame['src']).toBe(`${URL_HERE}embed.html?wave=${wave}&at=${stillTime(site, wave).text}&lang=${lang}`);
    expect(frame['title']).toContain(book.text.title);
    expect(frame['loading']).toBe('lazy');
    expect(embed.thumbnail_url).toBe(metaOf(html, 'og:image'));
  });
});

describe('without an address', () => {
  test('no host is invented', () => {
    // Vocabularies, the licence, and the name of SVG in the icon are no addresses of the atlas.
    for (const [path, text] of homelessFiles) {
      const own = text.replace(/<section id="sources"[\s\S]*?<\/section>/, '');
      const hosts = [...own.matchAll(/https?:\/\/([^/"\s]+)/g)].map((m) => m[1]!);
      expect(
        [...new Set(hosts)].filter((h) => !['schema.org', 'creativecommons.org', 'www.w3.org'].includes(h)),
        path,
      ).toEqual([]);
    }
    expect(htmlOf('hawaii' as WaveId, 'en', homelessFiles)).not.toMatch(/canonical|og:url/);
    expect(homelessFiles.has('sitemap.xml')).toBe(false);
    expect(sitemapOf(homeless)).toBeUndefined();
    expect(robotsOf(homeless)).toBe('User-agent: *\nAllow: /\n');
  });
  test('an address must be one', () => {
    expect(parseSiteUrl(undefined)).toBeUndefined();
    expect(parseSiteUrl(' ')).toBeUndefined();
    expect(parseSiteUrl('https://example.org/atlas')).toBe(URL_HERE);
    expect(parseSiteUrl('https://example.org/atlas/index.html')).toBe(URL_HERE);
    for (const text of ['example.org', 'ftp://example.org/', 'https://example.org/?a', 'https://example.org/#a'])
      expect(() => parseSiteUrl(text), text).toThrow('ATLAS_URL');
  });
});

test('the sitemap names every page with its other language', () => {
  const map = files.get('sitemap.xml')!;
  for (const { path } of pages) expect(map).toContain(`<loc>${URL_HERE}${path}</loc>`);
  expect(map.match(/<url>/g)!.length).toBe(pages.length + 2);
  expect(map.match(/<xhtml:link rel="alternate" hreflang="(ko|en)" href="[^"]+"\/>/g)!.length).toBe(
    2 * (pages.length + 2),
  );
  expect(files.get('robots.txt')).toContain(`Sitemap: ${URL_HERE}sitemap.xml`);
});

test('promised jobs are never added up, of the plants nor of a part of them', () => {
  const plants = compiled.raw.waves.find((w) => w.id === 'us-manufacturing')!.plants!;
  const promised = plants.flatMap((p) => p.jobsPromised ?? []);
  const sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0);
  const sums = [
    sum(promised),
    ...[...new Set(plants.map((p) => p.state))]
      .map((state) => plants.filter((p) => p.state === state && p.jobsPromised !== null))
      .filter((some) => some.length > 1)
      .map((some) => sum(some.map((p) => p.jobsPromised!))),
  ];
  for (const lang of LANGS) {
    const words = wordsOf(htmlOf('us-manufacturing' as WaveId, lang));
    expect(promised.filter((n) => !words.includes(formatNumber(n, lang)))).toEqual([]);
    const invested = formatAmount(sum(plants.flatMap((p) => p.investment ?? [])), lang);
    expect(words).not.toContain(invested);
    // A sum may happen to be the number of people at work in some plant.
    const told = new Set([...promised, ...plants.flatMap((p) => p.jobsNow ?? [])]);
    expect(sums.filter((n) => !told.has(n) && words.includes(formatNumber(n, lang)))).toEqual([]);
  }
});

test('words that look like markup stay words', () => {
  expect(el('p', { title: '"<b>&' }, 'a <b>&').text).toBe('\n<p title="&quot;&lt;b&gt;&amp;">a &lt;b&gt;&amp;</p>');
  expect(linkedData({ a: '</script><b>' }).text).not.toContain('</script><b>');
});

describe('the page of the atlas itself', () => {
  const built =
    '<!DOCTYPE html>\n<html lang="ko">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Atlas</title>\n<meta name="description" content="Korean migration">\n</head>\n<body>\n<div id="atlas"></div>\n<noscript><p>!</p></noscript>\n</body>\n</html>\n';
  const html = indexOf(site, stills, built);
  test('names every wave in both languages where no script runs, and shows the whole', () => {
    for (const { path } of pages) expect(html).toContain(`href="./${path}"`);
    for (const lang of LANGS) expect(html).toContain(`src="./still-${lang}.svg"`);
    expect(metaOf(html, 'og:image')).toBe(`${URL_HERE}still-ko.png`);
    expect(html).not.toContain('<p>!</p>');
  });
  test('stays sound HTML', async () => {
    const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(html);
    expect(report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId}: ${m.message}`))).toEqual([]);
  });
  test('must have a place for it', () => {
    expect(() => indexOf(site, stills, '<html></html>')).toThrow('noscript');
  });
});

describe('a still', () => {
  test('of the Ilford shows 20 April 1905 and where its figures come from', () => {
    const { words } = stillOf(site, 'mexico' as WaveId, 'en');
    expect(words.period).toBe('20 April 1905');
    expect(words.alt).toContain('1,033');
    expect(words.sources).toMatch(/^Sources: \S/);
    expect(words.address).toBe(`${URL_HERE}?lang=en#wave=mexico&at=1905-04-20`);
    expect(stillOf(homeless, 'mexico' as WaveId, 'en').words.address).toBe('');
  });
  test('of a whole year does not pretend to be that of a day', () => {
    expect(stillOf(site, 'japan' as WaveId, 'en').words.period).toBe('1944');
  });
  test('is drawn as a card of 1200 by 630 pixels, and not blank', async () => {
    const ground = openGround();
    const svg = drawStill(
      stills.find((s) => s.wave === 'hawaii' && s.lang === 'ko')!,
      ground,
    );
    const empty = svg.replace(/(<rect[^>]*>)[\s\S]*(<\/svg>)$/, '$1$2');
    const [card, blank] = await drawCards([svg, empty], ground);
    expect(card!.toString('latin1', 1, 4)).toBe('PNG');
    expect([card!.readUInt32BE(16), card!.readUInt32BE(20)]).toEqual([CARD.width, CARD.height]);
    expect(card!.length).toBeGreaterThan(10 * blank!.length);
    expect(card!.length).toBeLessThan(300_000);
  });
});
