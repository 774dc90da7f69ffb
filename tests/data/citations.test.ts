// Formal citations of all sources, as the build makes them. Does not prove that a source says what the record takes from it, nor that the record
// describes it well.
import { describe, expect, test } from 'vitest';
import { waveFileOf } from '../../src/record/bundle.ts';
import { STYLES, citationFileOf, citationPlugins, citationsOf, viewCitationOf } from '../../src/tools/citations.ts';
import { CITATION_FORM, fillCitation } from '../../src/words/citation.ts';
import { archive, compiled } from '../the-record.ts';

const sources = [...archive.sources].map(([id, { csl }]) => ({
  id: id as string,
  csl: csl as Readonly<Record<string, unknown>> & {
    type: string;
    title: string;
    issued?: { 'date-parts'?: number[][]; literal?: string };
    custom: { titleNote?: string };
  },
}));
const cited = citationsOf(
  compiled,
  sources.map((s) => s.id),
);
/** A text without what the styles may change in it: the form of quotation marks and brackets. */
const bare = (text: string) => text.replace(/['"‘’“”<>〈〉「」[\]]/g, '').replace(/….$/, '…');
/** A title as it is cited: in brackets where the record knows it to be a description, and with a page at its end taken out. */
const titleOf = ({ title, custom }: { title: string; custom: { titleNote?: string } }) =>
  custom.titleNote && !title.startsWith('[') ? `[${title}]` : title;
const yearOf = ({ issued }: { issued?: { 'date-parts'?: number[][]; literal?: string } }) =>
  issued?.['date-parts']?.[0]?.[0] ?? issued?.literal?.slice(0, 4);
const PAGE = /(?:, | \()pp?\. ?(\d+(?:[-–]\d+)?)\)?$/;

/** What a reference manager makes of all entries: the same library reads them back. */
const readBack = () =>
  citationPlugins().input.chain(
    Object.values(cited)
      .map((c) => c.bibtex)
      .join('\n\n'),
    { generateGraph: false },
  );
const plain = (text: unknown) => String(text).replace(/<\/?span[^>]*>/g, '');

describe('telling sources', () => {
  const both = (id: string) => ({ ko: cited[id]!.ko, en: cited[id]!.en });
  test('the entry on the Ilford, the only ship to Mexico', () => {
    expect(both('mexico-S1')).toEqual({
      ko: '「일포드호 (Ilford)」, 『한국민족문화대백과사전 (한국학중앙연구원)』, https://encykorea.aks.ac.kr/Article/E0072318',
      en: '일포드호 (Ilford). (n.d.). In 한국민족문화대백과사전 (한국학중앙연구원). https://encykorea.aks.ac.kr/Article/E0072318',
    });
  });
  test('the newspaper of the day on which the Gaelic came to Honolulu', () => {
    expect(both('hawaii-S8')).toEqual({
      ko: '「Koreans Arriving Here (front page, 13 January 1903; OCR text)」, 『The Hawaiian Star (Honolulu)』, 1903년 1월 13일, https://www.newspapers.com/newspage/78148716',
      en: 'Koreans Arriving Here (front page, 13 January 1903; OCR text). (1903, January 13). The Hawaiian Star (Honolulu). https://www.newspapers.com/newspage/78148716',
    });
  });
  test('an article with volume, number and pages', () => {
    expect(both('mexico-S16')).toEqual({
      ko: 'Claudia Dávila Valdés, 「La migración coreana en Yucatán. Procesos de integración y movilidad social y geográfica」, 『Iberoamérica』 17(2), 2015, 203~234쪽, https://liberoamerica.org/_PR/view?aidx=10345&bidx=767',
      en: 'Claudia Dávila Valdés. (2015). La migración coreana en Yucatán. Procesos de integración y movilidad social y geográfica. Iberoamérica, 17(2), 203–234. https://liberoamerica.org/_PR/view?aidx=10345&bidx=767',
    });
    expect(cited['mexico-S16']!.bibtex).toBe(
      [
        '@article{mexico-S16,',
        '  author = {{Claudia Dávila Valdés}},',
        '  title = {La migración coreana en {Yucatán}. {Procesos} de integración y movilidad social y geográfica},',
        '  journal = {Iberoamérica},',
        '  volume = {17},',
        '  number = {2},',
        '  pages = {203--234},',
        '  year = {2015},',
        '  month = dec,',
        '  url = {https://liberoamerica.org/_PR/view?aidx=10345&bidx=767}',
        '}',
      ].join('\n'),
    );
  });
  test('two authors in Hangul', () => {
    expect(both('manchuria-S105')).toEqual({
      ko: '최산산·류제헌, 「1910~1931년 두만강 북안과 압록강 북안 조선인 이민과 인구 분포」, 『대한지리학회지』 52(5), 2017, 561~577쪽, https://pdfslide.tips/documents/19101931-kgeographyorkrhomepagekgeographywwwoldpublishingjournal52pdf.html',
      en: '최산산 & 류제헌. (2017). 1910~1931년 두만강 북안과 압록강 북안 조선인 이민과 인구 분포. 대한지리학회지, 52(5), 561–577. https://pdfslide.tips/documents/19101931-kgeographyorkrhomepagekgeographywwwoldpublishingjournal52pdf.html',
    });
  });
  test('a page of a book in a series', () => {
    expect(both('vietnam-S1')).toEqual({
      ko: 'Stanley Robert Larsen and James Lawton Collins Jr., 『Allied Participation in Vietnam』, Vietnam Studies, US Department of the Army, 1975, 23쪽, https://en.wikisource.org/wiki/Page:Allied_Participation_in_Vietnam.pdf/37',
      en: 'Stanley Robert Larsen and James Lawton Collins Jr. (1975). Allied Participation in Vietnam (p. 23). US Department of the Army. https://en.wikisource.org/wiki/Page:Allied_Participation_in_Vietnam.pdf/37',
    });
  });
  test('a chapter in a book with an editor', () => {
    const title =
      'Koreans in the Soviet Far East, 1917-1937 (table of Korean subjects and foreigners in the Maritime oblast, 1906-1914, after Russian provincial returns)';
    expect(both('russia-S104')).toEqual({
      ko: `Haruki Wada, 「${title}」, Suh Dae-Sook 편, 『Koreans in the Soviet Union』, University of Hawai’i Press, 1987.`,
      en: `Haruki Wada. (1987). ${title}. In Suh Dae-Sook (Ed.), Koreans in the Soviet Union. University of Hawai’i Press.`,
    });
  });
  test('the report of the League of Nations on Manchuria, by those who issued it', () => {
    expect(both('manchuria-S52')).toEqual({
      ko: `League of Nations, 『Lytton Report, chapter III (treaty rights, annexation, railways)』, 1932년 10월 1일, ${String(archive.sources.get('manchuria-S52' as never)!.csl['URL'])}`,
      en: `League of Nations. (1932). Lytton Report, chapter III (treaty rights, annexation, railways). ${String(archive.sources.get('manchuria-S52' as never)!.csl['URL'])}`,
    });
  });
  test('a census without a date or an address', () => {
    const title =
      'All-Union population censuses 1926, 1939, 1959, 1970, 1979, 1989: nationality tables (as republished by Demoscope Weekly)';
    expect(both('russia-S105')).toEqual({
      ko: `Central Statistical Administration / Goskomstat of the USSR, 「${title}」.`,
      en: `Central Statistical Administration / Goskomstat of the USSR. (n.d.). ${title} [Dataset].`,
    });
  });
  test('a page of a site, a law, an editor, two years', () => {
    expect(both('us-manufacturing-S68').ko).toBe(
      '[Non-immigrant visas to Koreans: record of 2006 and fall to 2012], drsunnylee.com (law office news page), 2013년, http://drsunnylee.com/do_view.php?it=727',
    );
    expect(both('overseas-koreans-S81').ko).toBe(
      'Republic of Korea, 「재외동포기본법 (Framework Act on Overseas Koreans, Act 19402), article 2」, okocc.or.kr (text of the law), 2023년 5월 9일.',
    );
    expect(both('middle-east-S13').ko).toContain(
      '정성화 편, 『박정희 시대와 중동건설 1 (publisher’s description)』, 선인, 2015,',
    );
    expect(both('us-manufacturing-S9').en).toContain('(2002–2005).');
  });
  test('a title that only describes stands in square brackets, and in no sign of a title', () => {
    expect(both('vietnam-S25')).toEqual({
      ko: '[Military supply earnings], 『JoongAng Ilbo』, 1970년, https://www.joongang.co.kr/article/1261145',
      en: '[Military supply earnings]. (1970). JoongAng Ilbo. https://www.joongang.co.kr/article/1261145',
    });
    expect(both('mexico-S10').ko).toMatch(/^\[「한인 초기농장 보고서」\], 『/);
  });
  test('signs of a title within a title give way', () => {
    expect(both('south-america-S22').ko).toContain('「〈추억의 기항지〉 (voyage note of Choi Sin-pil)」');
  });
});

describe('every source', () => {
  test('is cited in each style, in clean plain text', () => {
    expect(Object.keys(cited)).toHaveLength(archive.sources.size);
    expect(STYLES).toEqual(['ko', 'en']);
    const wrong: string[] = [];
    for (const [id, { ko, en, bibtex }] of Object.entries(cited))
      for (const text of [ko, en, bibtex]) {
        const line = text === bibtex ? text.replace(/\n/g, '') : text;
        if (
          text.trim() === '' ||
          /undefined|\[object|NaN|[<>]|&#|&amp;|““|””|「「|」」|『『|』』|\[\[|\]\]|\(\)|[\uE000-\uF8FF]/.test(line) ||
          /(?<!\.)\.\.(?!\.)|,,| ,(?! )|….\./.test(line.replace(/https?:\S+/g, '')) ||
          /"(grade|seen|titleNote)"|exact headline not recorded/.test(line)
        )
          wrong.push(`${id}: ${text}`);
      }
    expect(wrong).toEqual([]);
  });
  test('is named with its title and its address', () => {
    const wrong = sources.filter(({ id, csl }) => {
      const title = bare(csl.title.replace(PAGE, ''));
      const has = (text: string) => bare(text).includes(title) && text.includes(String(csl['URL'] ?? ''));
      return !has(cited[id]!.ko) || !has(cited[id]!.en);
    });
    expect(wrong.map((s) => s.id)).toEqual([]);
  });
  test('names who wrote it, or else who issued it, and the year', () => {
    const wrong = sources.flatMap(({ id, csl }) => {
      const author = (csl['author'] as { literal: string }[] | undefined)?.[0]?.literal.replace(/ \(eds?\.\)$/, '');
      const issuer = String(csl['publisher'] ?? '').replace(/, no\. \d+$/, '');
      // APA has no publisher for an article in a periodical.
      const inPeriodical = csl.type.startsWith('article-') && csl['container-title'] !== undefined;
      const { ko, en } = cited[id]!;
      const parts = [String(yearOf(csl) ?? ''), author ?? issuer].map(bare);
      return [
        ...(parts.every((part) => bare(ko).includes(part)) ? [] : [ko]),
        ...(parts.slice(0, inPeriodical && !author ? 1 : 2).every((part) => bare(en).includes(part)) ? [] : [en]),
      ];
    });
    expect(wrong).toEqual([]);
  });
  test('has a key of its own in BibTeX, made of letters that every program takes', () => {
    const keys = Object.values(cited).map((c) => /^@\w+\{([A-Za-z0-9:_-]+),\n/.exec(c.bibtex)?.[1]);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('is read back from BibTeX with the same title, page and year, and has the address as it is', () => {
    const back = readBack();
    expect(back).toHaveLength(sources.length);
    const wrong = sources.flatMap(({ id, csl }, i) => {
      const item = back[i]!;
      const title = titleOf(csl);
      const read = plain(item['title']);
      const page = title.startsWith(read) ? PAGE.exec(title.slice(read.length))?.[1] : undefined;
      const sameTitle = read === title || (page !== undefined && item['page'] === page);
      const year = (item['issued'] as { 'date-parts'?: number[][] } | undefined)?.['date-parts']?.[0]?.[0];
      // Compared as text: the library reads an address with its signs encoded once more.
      const sameUrl = csl['URL'] === undefined || cited[id]!.bibtex.includes(`  url = {${String(csl['URL'])}}\n`);
      return sameTitle && String(year) === String(yearOf(csl)) && sameUrl ? [] : [`${id}: ${read} ${year}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a view of the atlas', () => {
  const view = viewCitationOf();
  const slots = {
    title: '멕시코, 1905년 4월 20일',
    url: 'https://atlas.example/#wave=mexico&at=1905-04-20',
    version: '0.1.0',
    year: '2026',
    key: 'hawaii-1904',
    'accessed-ko': '2026년 11월 24일',
    'accessed-en': 'November 24, 2026',
  };
  test('is cited with its title, address, version and the day it was read', () => {
    expect(fillCitation(view.ko, slots)).toBe(
      'Korean Migration Waves contributors, 「멕시코, 1905년 4월 20일」, 『한국인 이주의 물결』, 0.1.0판, 2026년, https://atlas.example/#wave=mexico&at=1905-04-20 (2026년 11월 24일 접속)',
    );
    expect(fillCitation(view.en, { ...slots, title: 'Mexico, 20 April 1905' })).toBe(
      'Korean Migration Waves contributors. (2026). Mexico, 20 April 1905 [Interactive map]. In Korean Migration Waves (Version 0.1.0). Retrieved November 24, 2026, from https://atlas.example/#wave=mexico&at=1905-04-20',
    );
  });
  test('is an entry of BibTeX that is read back', () => {
    const [item] = citationPlugins().input.chain(fillCitation(view.bibtex, slots, 'bibtex'), { generateGraph: false });
    expect(item).toMatchObject({
      title: slots.title,
      URL: slots.url,
      issued: { 'date-parts': [[2026]] },
      note: 'Version 0.1.0, accessed November 24, 2026',
    });
  });
  test('has its slots in every form, and nothing of what stood in for them', () => {
    for (const text of [view.ko, view.en, view.bibtex, JSON.stringify(view.csl)]) {
      for (const slot of ['%title%', '%url%', '%version%', '%year%']) expect(text).toContain(slot);
      expect(text).not.toMatch(/[\uE000-\uF8FF]|999\d/);
    }
  });
});

test('the file of a wave cites each source that the wave names', () => {
  for (const id of [...archive.waves.map((w) => w.id as string), archive.official.id]) {
    const file = citationFileOf(compiled, id);
    expect(file.form).toBe(CITATION_FORM);
    expect(Object.keys(file.sources)).toEqual(Object.keys(waveFileOf(compiled, id).sources));
  }
  expect(citationFileOf(compiled)).toEqual({
    form: CITATION_FORM,
    released: '2026',
    view: viewCitationOf(),
    sources: {},
  });
});

test('citeproc and citation-js stay in the tools: their licence does not allow more', () => {
  const files = import.meta.glob('../../src/**/*.{ts,svelte}', { query: '?raw', import: 'default', eager: true });
  const named = Object.entries(files as Record<string, string>).filter(([path, text]) => {
    const asked = /(?:from|import|import\(|require\()\s*['"](?:@citation-js|citeproc)/.test(text);
    return asked && !path.startsWith('../../src/tools/');
  });
  expect(named.map(([path]) => path)).toEqual([]);
});
