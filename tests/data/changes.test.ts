// Corrected figures as a curator writes them and as others read them, and what a host is told about the built files. Does not prove that an old
// value was ever printed, that a host heeds a header (docs/hosting.md says how that was measured), nor that the files reach `dist/`.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { changesFileOf, checkChanges, feedOf, idOf, parseChanges } from '../../src/tools/changes.ts';
import { DATA, ROOT } from '../../src/tools/files.ts';
import {
  POLICY,
  compressFolder,
  headerRulesOf,
  headersFileOf,
  notFoundPageOf,
  versionFileOf,
} from '../../src/tools/hosting-plugin.ts';
import { archive, compiled } from '../the-record.ts';

const page = readFileSync(join(DATA, 'CHANGES.md'), 'utf8');
const real = parseChanges(page);
const changes = real.versions.flatMap((v) => v.changes);
/** A page with one version and these lines; the first of them is line 3. */
const pageOf = (...lines: string[]) => ['## 0.2.0, 2027-01-31', '', ...lines, ''].join('\n');
const ENTRY = [
  '### mexico, mexico-arrivals, 1905',
  '',
  '- old: 1,031',
  '- new: 1,033',
  '- en: A count of the ship’s list.',
  '- ko: 선객 명부를 세었다.',
  '- sources: mexico-S12',
];
const entry = (set: Readonly<Record<number, string>> = {}) => ENTRY.map((line, i) => set[i] ?? line);
const problemsOf = (text: string) => parseChanges(text).problems;
const checked = (text: string) => {
  const { versions, problems } = parseChanges(text);
  expect(problems).toEqual([]);
  return checkChanges(versions, compiled);
};

describe('corrected figures, written by hand', () => {
  test('an entry is wave, series and time, old and new value, why in two languages, and sources', () => {
    const { versions, problems } = parseChanges(`# Head\n\n- free: words\n\n${pageOf(...entry())}`);
    expect(problems).toEqual([]);
    expect(versions).toMatchObject([{ version: '0.2.0', date: '2027-01-31', note: null }]);
    expect(versions[0]!.changes).toEqual([
      {
        line: 7,
        wave: 'mexico',
        series: 'mexico-arrivals',
        time: '1905',
        old: 1031,
        new: 1033,
        why: { en: 'A count of the ship’s list.', ko: '선객 명부를 세었다.' },
        sources: ['mexico-S12'],
      },
    ]);
  });

  test('a gap and nothing at all are values, a long reason goes on, several sources are joined by commas', () => {
    const lines = entry({
      2: '- old: missing',
      3: '- new: none',
      4: '- en: Taken\n  out.',
      6: '- sources: a-S1, b-S2',
    });
    expect(parseChanges(pageOf(...lines)).versions[0]!.changes[0]).toMatchObject({
      old: 'missing',
      new: 'none',
      why: { en: 'Taken out.' },
      sources: ['a-S1', 'b-S2'],
    });
  });

  test('an example between fences is no entry', () => {
    expect(parseChanges(['```md', pageOf(...entry()), '```'].join('\n'))).toEqual({ versions: [], problems: [] });
  });

  test.each<[string, string, number, RegExp]>([
    ['a value in words', pageOf(...entry({ 2: '- old: about 1,000' })), 5, /“about 1,000” as a value/],
    ['a comma in the wrong place', pageOf(...entry({ 3: '- new: 10,33' })), 6, /“10,33” as a value/],
    ['no new value', pageOf(...entry({ 3: '' })), 3, /no “new”/],
    ['old as new', pageOf(...entry({ 2: '- old: 1033' })), 3, /the same/],
    ['no Korean', pageOf(...entry({ 5: '' })), 3, /no “ko”/],
    ['English under ko', pageOf(...entry({ 5: '- ko: In English.' })), 8, /languages/],
    ['no sources', pageOf(...entry({ 6: '' })), 3, /no “sources”/],
    ['a field twice', pageOf(...entry({ 6: '- old: 5\n- sources: mexico-S12' })), 9, /a second “old”/],
    ['an unknown field', pageOf(...entry({ 6: '- source: mexico-S12' })), 9, /a field “source”/],
    ['a line that is no field', pageOf(...entry({ 1: 'Well.' })), 4, /“Well\.”/],
    ['a heading without time', pageOf(...entry({ 0: '### mexico, mexico-arrivals' })), 3, /“### mexico/],
    ['an entry before a version', entry().join('\n'), 1, /before the first version/],
    ['a version without date', '## 0.2.0\n', 1, /“## 0\.2\.0”/],
    ['a day that does not exist', '## 0.2.0, 2027-02-30\n', 1, /day 30/],
    ['a version twice', '## 0.2.0, 2027-01-31\n## 0.2.0, 2027-01-30\n', 2, /a second 0\.2\.0/],
    ['the oldest first', '## 0.1.0, 2026-11-24\n## 0.2.0, 2027-01-31\n', 2, /below 2026-11-24/],
    ['unreleased at the end', '## 0.1.0, 2026-11-24\n## Unreleased\n', 2, /below a version/],
  ])('%s is named with its line', (_, text, line, wrong) => {
    expect(problemsOf(text)).toContainEqual({ line, wrong: expect.stringMatching(wrong), right: expect.any(String) });
  });

  test.each<[string, string[], RegExp]>([
    ['a wave', entry({ 0: '### mexiko, mexico-arrivals, 1905' }), /no wave “mexiko”/],
    ['a series', entry({ 0: '### mexico, mexico-departures-x, 1905' }), /no series/],
    ['a series of another wave', entry({ 0: '### mexico, hawaii-arrivals-annual, 1904' }), /no series/],
    ['a time', entry({ 0: '### us-manufacturing, visas-j, 1905' }), /no time “1905”/],
    ['a source', entry({ 6: '- sources: mexico-S99999' }), /no source/],
  ])('%s that the record does not have is named', (_, lines, wrong) => {
    expect(checked(pageOf(...lines)).map((p) => p.wrong)).toContainEqual(expect.stringMatching(wrong));
  });

  const visas = (old: string, now: string, sources = 'us-manufacturing-S69') => [
    ...entry({ 0: '### us-manufacturing, visas-j, 2015', 2: `- old: ${old}`, 3: `- new: ${now}` }).slice(0, 6),
    `- sources: ${sources}`,
  ];
  test('the new value is the one that stands in the record, and a source stands beside it', () => {
    expect(checked(pageOf(...visas('13,990', '13,390')))).toEqual([]);
    expect(checked(pageOf(...visas('13,990', '13,391')))).toMatchObject([
      { line: 3, right: expect.stringMatching('13390') },
    ]);
    expect(checked(pageOf(...visas('13,990', '13,390', 'mexico-S12')))[0]!.wrong).toMatch(/none of the sources/);
    expect(checked(pageOf(...visas('13,990', 'none')))).toMatchObject([
      { wrong: 'the figure still stands in the record' },
    ]);
  });
  test('two changes of one figure follow from each other, and neither stands twice', () => {
    const second = `${pageOf(...visas('13,500', '13,390'))}\n## 0.1.0, 2026-11-24\n\n`;
    expect(checked(second + visas('13,990', '13,500').join('\n'))).toEqual([]);
    expect(checked(second + visas('13,990', '13,400').join('\n'))).toMatchObject([{ line: 13 }]);
    expect(checked(pageOf(...visas('13,990', '13,390'), '', ...visas('13,990', '13,390')))[0]!.wrong).toMatch(/line 3/);
  });
  test('a total can be corrected too', () => {
    const total = archive.waves.find((w) => w.id === 'mexico')!.totals[0]!;
    const lines = entry({
      0: `### mexico, ${total.id}, ${total.figure.when.text}`,
      2: '- old: 1',
      3: `- new: ${total.figure.value}`,
      6: `- sources: ${total.figure.sources[0]}`,
    });
    expect(checked(pageOf(...lines))).toEqual([]);
  });
});

describe('the real page of changes', () => {
  test('it can be read, and what it calls new stands in the record today', () => {
    expect(real.problems).toEqual([]);
    expect(changes.length).toBeGreaterThanOrEqual(3);
    expect(checkChanges(real.versions, compiled)).toEqual([]);
  });

  test('it knows no version later than that of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    for (const v of real.versions)
      if (v.version !== null)
        expect(v.version.localeCompare(version, 'en', { numeric: true }), v.version).toBeLessThanOrEqual(0);
  });

  test('changes.json holds every entry, with names and reasons in both languages', () => {
    const file = changesFileOf(real.versions, compiled) as {
      versions: {
        changes: { id: string; name: Record<string, Record<string, string>>; why: Record<string, string> }[];
      }[];
    };
    const listed = file.versions.flatMap((v) => v.changes);
    expect(listed.map((c) => c.id)).toEqual(changes.map(idOf));
    for (const c of listed) {
      expect(c).toMatchObject({ old: expect.anything(), new: expect.anything(), sources: expect.any(Array) });
      for (const words of [c.name['wave'], c.name['series'], c.why]) {
        expect(words?.['ko'], c.id).toMatch(/[\uac00-\ud7a3]/);
        expect(words?.['en'], c.id).toMatch(/[a-z]/);
      }
    }
  });
});

/** Reads XML as strictly as a feed needs it: tags that close in order, quoted attributes, no stray “&” or “<”. */
function elementsOf(xml: string): { path: string; text: string; attributes: string }[] {
  const all: { path: string; text: string; attributes: string }[] = [];
  const open: { path: string; text: string; attributes: string }[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const pieces = body.matchAll(/<(\/?)([a-z:A-Z]+)((?: [a-zA-Z:]+="[^"<&]*(?:&amp;[^"<&]*)*")*)(\/?)>|([^<]+)|(<)/g);
  for (const [whole, closing, name, attributes, empty, text] of pieces) {
    if (text !== undefined) {
      expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
      if (open.length > 0) open.at(-1)!.text += text;
      else expect(text.trim()).toBe('');
    } else if (name === undefined) throw new Error(`not XML: ${whole}`);
    else if (closing) {
      const last = open.pop();
      expect(last?.path.split('/').at(-1)).toBe(name);
      all.push(last!);
    } else {
      const made = {
        path: [...open.map((o) => o.path.split('/').at(-1)), name].join('/'),
        text: '',
        attributes: attributes ?? '',
      };
      (empty ? all : open).push(made);
    }
  }
  expect(open).toEqual([]);
  return all;
}

describe('the feed of changes', () => {
  const feed = feedOf(real.versions, compiled, undefined);
  const linked = feedOf(real.versions, compiled, 'https://example.org/atlas/');
  const textsOf = (xml: string, path: string) =>
    elementsOf(xml)
      .filter((e) => e.path === path)
      .map((e) => e.text);

  test('it is well-formed, and has one item for every change', () => {
    for (const xml of [feed, linked]) {
      expect(textsOf(xml, 'rss/channel/title')).toHaveLength(1);
      expect(textsOf(xml, 'rss/channel/description')).toHaveLength(1);
      for (const part of ['title', 'description', 'guid'])
        expect(textsOf(xml, `rss/channel/item/${part}`)).toHaveLength(changes.length);
    }
  });

  test('what stands in an item is text, whatever a curator writes', () => {
    const wild = real.versions.map((v) => ({
      ...v,
      changes: v.changes.map((c) => ({ ...c, why: { en: 'A & B < C > "D"', ko: '가 & 나 ]]> <b>' } })),
    }));
    const [first] = textsOf(feedOf(wild, compiled, undefined), 'rss/channel/item/description');
    expect(first).toContain('A &amp;amp; B &amp;lt; C');
  });

  test('the name of an item is its own, and stays when entries come before it or a version is released', () => {
    const guids = textsOf(feed, 'rss/channel/item/guid');
    expect(new Set(guids).size).toBe(changes.length);
    expect(guids[0]).toBe('korean-migration-waves:us-manufacturing:visas-j:2015:13990:13390');
    const later = parseChanges(
      `## Unreleased\n\n${entry().join('\n')}\n\n${page.slice(page.lastIndexOf('\n## 0.1.0') + 1)}`,
    );
    expect(textsOf(feedOf(later.versions, compiled, 'https://example.org/'), 'rss/channel/item/guid').slice(1)).toEqual(
      guids,
    );
  });

  test('24 November 2026 was a Tuesday', () => {
    expect(textsOf(feed, 'rss/channel/item/pubDate')[0]).toBe('Tue, 24 Nov 2026 00:00:00 GMT');
  });

  test('it has links where it is known where the atlas stands, and none where it is not', () => {
    expect(feed).not.toContain('link');
    expect(feed).not.toContain('href');
    expect(textsOf(linked, 'rss/channel/link')).toEqual(['https://example.org/atlas/']);
    expect(textsOf(linked, 'rss/channel/item/link')[0]).toBe(
      'https://example.org/atlas/#wave=us-manufacturing&amp;at=2015',
    );
  });
});

describe('what a host is told', () => {
  const FILES = [
    'index.html',
    'embed.html',
    'embed.js',
    'korean-migration-waves.js',
    'assets/index-C6tUtZxM.js',
    'assets/display-CBeEB4do.woff2',
    'record/core-6277f27d.json',
    'record/ko/core-ef67b8ec.json',
    'record/waves/hawaii-0ff7355c.json',
    'record/csv/observations.csv',
    'record/datapackage.json',
    'record/version.json',
    'record/changes.json',
    'record/changes.xml',
    'oembed/hawaii.json',
  ];
  const rules = headerRulesOf(FILES);
  const matches = (path: string, file: string) =>
    path.endsWith('/*') ? file.startsWith(path.slice(0, -1)) : path === file;
  const headersAt = (file: string) =>
    rules.filter((r) => matches(r.path, file)).flatMap((r) => Object.entries(r.headers));
  const cacheAt = (file: string) => Object.fromEntries(headersAt(file))['Cache-Control'];

  test('every rule is about something that is built: a file, a page without its ending, a folder, or the older versions', () => {
    for (const { path } of rules) {
      const known = FILES.some((f) => matches(path, `/${f}`) || path === `/${f.replace(/\.html$/, '')}`);
      expect(known || path === '/' || path === '/v/*', path).toBe(true);
    }
  });

  test('no header comes twice for a file, and every file has a time to live', () => {
    for (const file of [...FILES.map((f) => `/${f}`), '/', '/embed', '/v/0.1.0/index.html']) {
      const names = headersAt(file).map(([name]) => name);
      expect(new Set(names).size, file).toBe(names.length);
      expect(names, file).toContain('Cache-Control');
      expect(names, file).toContain('Content-Security-Policy');
    }
  });

  test('a name with a hash is kept for a year, a name that stays is asked for again', () => {
    for (const file of FILES) {
      const hashed = /-[\w-]{8}\.\w+$/.test(file) && file !== 'korean-migration-waves.js';
      expect(/immutable/.test(cacheAt(`/${file}`)!), file).toBe(hashed);
      if (!hashed) expect(cacheAt(`/${file}`), file).toBe('public, max-age=300');
    }
  });

  test('record and previews may be read from any page', () => {
    for (const file of ['/record/core-6277f27d.json', '/oembed/hawaii.json', '/assets/index-C6tUtZxM.js'])
      expect(headersAt(file)).toContainEqual(['Access-Control-Allow-Origin', '*']);
  });

  test('the file has fewer than 100 rules and no line above 2,000 characters, as Cloudflare asks', () => {
    const lines = headersFileOf(FILES).trimEnd().split('\n');
    expect(rules.length).toBeLessThan(100);
    for (const line of lines) {
      expect(line).toMatch(/^(?:\/\S*| {2}[A-Z][A-Za-z-]+: .+)$/);
      expect(line.length).toBeLessThan(2000);
    }
  });

  test('nginx in docs/nginx.conf says the same as _headers', () => {
    const conf = readFileSync(join(ROOT, 'docs/nginx.conf'), 'utf8');
    for (const [name, value] of Object.entries(rules[0]!.headers))
      expect(conf).toContain(`add_header ${name} "${value}" always;`);
  });

  test('the page for no page links to the atlas only where that has an address', () => {
    expect(notFoundPageOf(undefined)).not.toContain('href');
    expect(notFoundPageOf('https://example.org/atlas/').match(/href="https:\/\/example.org\/atlas\/"/g)).toHaveLength(
      2,
    );
  });

  test('the page has no script of its own within it, so that the policy can forbid such', () => {
    expect(POLICY).toContain("script-src 'self';");
    const index = readFileSync(join(ROOT, 'index.html'), 'utf8');
    for (const [tag] of index.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain('src=');
    expect(index).not.toMatch(/ on[a-z]+=/);
  });
});

describe('the files of a build', () => {
  test('the version names every file of the record, and its hash changes with any of them', () => {
    const record = new Map([
      ['record/b.json', '2'],
      ['record/a.json', '1'],
    ]);
    const file = versionFileOf('0.1.0', record);
    expect(file).toMatchObject({ version: '0.1.0', files: ['record/a.json', 'record/b.json'] });
    expect(file.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(versionFileOf('0.1.0', new Map([...record].reverse()))).toEqual(file);
    expect(versionFileOf('0.1.0', new Map(record).set('record/a.json', '3')).hash).not.toBe(file.hash);
    expect(versionFileOf('0.1.0', new Map(record).set('record/c.json', '1')).hash).not.toBe(file.hash);
  });

  test('a text of a kilobyte lies beside itself in gzip and brotli; a short one and a picture do not', async () => {
    const [folder, store] = ['dist', 'store'].map((name) => mkdtempSync(join(tmpdir(), `kmw-${name}-`))) as [
      string,
      string,
    ];
    try {
      writeFileSync(join(folder, 'long.json'), page);
      writeFileSync(join(folder, 'short.json'), '{}');
      writeFileSync(join(folder, 'still.png'), page);
      const first = await compressFolder(folder, store);
      expect([first.files, first.plain]).toEqual([1, Buffer.byteLength(page)]);
      // Again, now from what was kept; and without a store.
      expect(await compressFolder(folder, store)).toEqual(first);
      expect(await compressFolder(folder)).toEqual(first);
      expect(readdirSync(store)).toHaveLength(2);
      expect(readdirSync(folder).sort()).toEqual([
        'long.json',
        'long.json.br',
        'long.json.gz',
        'short.json',
        'still.png',
      ]);
      expect(gunzipSync(readFileSync(join(folder, 'long.json.gz'))).toString()).toBe(page);
      expect(brotliDecompressSync(readFileSync(join(folder, 'long.json.br'))).toString()).toBe(page);
    } finally {
      for (const made of [folder, store]) rmSync(made, { recursive: true });
    }
  });
});
