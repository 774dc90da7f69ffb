// Numbers in the prose that a reader can press. Does not prove that a number means the figure it is linked to beyond
// value, time, unit and source: whoever changes a rule reads the list of links again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHAPTERS, type Headline, type Unit } from '../../src/record/model.ts';
import type { RawText } from '../../src/record/raw.ts';
import { markFigures, writtenValues, type Piece } from '../../src/words/inline-figures.ts';
import { numbersIn, parseNumber, yearsIn } from '../../src/words/inline-numbers.ts';
import { LANGS, type Lang } from '../../src/words/number.ts';
import { compiled } from '../the-record.ts';

const { waves } = compiled.raw;
const textOf = (wave: string, lang: Lang) => compiled.raw.texts[lang]![wave] as RawText;
const bookOf = (id: string, lang: Lang) => ({ record: waves.find((w) => w.id === id)!, text: textOf(id, lang) });
interface Link {
  readonly at: string;
  readonly text: string;
  readonly value: number;
  readonly of: Headline;
}
/** The links of a wave's chapters. */
function linksOf(id: string, lang: Lang): Link[] {
  const book = bookOf(id, lang);
  return CHAPTERS.flatMap((c) =>
    book.text.chapters[c].flatMap((claim, i) =>
      markFigures(claim, book, lang, book.record.chapters[c][i])
        .filter((p): p is Required<Piece> => p.of !== undefined)
        .map((p) => ({ at: `${c}.${i + 1}`, text: p.text, value: parseNumber(p.text, lang)!, of: p.of })),
    ),
  );
}
const all = waves.flatMap(({ id }) => LANGS.map((lang) => ({ id: id as string, lang, links: linksOf(id, lang) })));
const named = (id: string, lang: Lang) =>
  all
    .find((a) => a.id === id && a.lang === lang)!
    .links.map(({ at, text, of }) => `${at} ${text} → ${'total' in of ? of.total : `${of.series} ${of.when}`}`);

describe('numbers as they are written', () => {
  test.each([
    ['1,033', 1033],
    ['39,000', 39_000],
    ['2.1 million', 2_100_000],
    ['2,100,000', 2_100_000],
    ['38 per cent', 38],
    ['30.77%', 30.77],
    ['27.9 billion', 27_900_000_000],
    ['', undefined],
  ])('%s in English', (text, value) => expect(parseNumber(text, 'en')).toBe(value));
  test.each([
    ['1033명', 1033],
    ['1,033명', 1033],
    ['3만 9000명', 39_000],
    ['210만 명', 2_100_000],
    ['7만2천', 72_000],
    ['2억 원', 200_000_000],
    ['1억 9500만 달러', 195_000_000],
    ['25만 1258원', 251_258],
    ['200여 명', 200],
    ['3천 명', 3000],
    ['31.5%', 31.5],
    ['명', undefined],
    ['3천 9000', undefined],
  ])('%s in Korean', (text, value) => expect(parseNumber(text, 'ko')).toBe(value));

  const found = (text: string, lang: Lang) =>
    numbersIn(text, lang).map((n) => [text.slice(n.from, n.until), n.counted].join(' '));
  test('years, dates, names and ordinals are none', () => {
    const en =
      'On 9 May 1909, in 1904–05, on 22 and 23 June, the 1930s, B-1 visas, a 15-year-old, the 38th, Order 2.3.1';
    expect(found(en, 'en')).toEqual([]);
    const ko = numbersIn('1905년 4월 4일, 2017~2020년, 1930년대, 6·25전쟁, B-1 비자, 2024 회계연도, 10여만 명', 'ko');
    expect(ko.filter((n) => n.counted !== 'else')).toEqual([]);
  });
  test('what they count stands behind them, or behind the other end of a range', () => {
    expect(found('20 to 30 US dollars, 257 families, 31 old estates, 36 km, 969', 'en')).toEqual([
      '20 money-US',
      '30 money-US',
      '257 households',
      '31 estates',
      '36 km',
      '969 ',
    ]);
    expect(found('280억~295억 달러, 257가구, 32개 농장, 1500~1800명, 4266톤', 'ko')).toEqual([
      '280억 money-US',
      '295억 달러 money-US',
      '257가구 households',
      '32 estates',
      '1500 persons',
      '1800명 persons',
      '4266 else',
    ]);
  });
  test('a decade is not a year', () => {
    expect([...yearsIn('in the 1920s, 1904–05 and 1,910 in 1912')]).toEqual([1904, 1905, 1912]);
    expect([...yearsIn('1920년대, 1956~57년, 1910명, 1912년')]).toEqual([1956, 1957, 1912]);
  });
});

describe('figures in the prose', () => {
  test('every wave has some, in both languages', () => {
    console.log(all.map(({ id, lang, links }) => `${id} ${lang} ${links.length}`).join(', '));
    for (const { id, lang, links } of all) expect(links.length, `${id} ${lang}`).toBeGreaterThan(4);
  });
  test('1,033 left for Yucatán on the Ilford, 1,031 landed, 969 were on 31 estates in March 1906', () => {
    for (const [lang, people] of [
      ['en', ''],
      ['ko', '명'],
    ] as const) {
      const n = (text: string) => (lang === 'ko' ? text.replace(',', '') : text);
      expect(named('mexico', lang)).toEqual(
        expect.arrayContaining([
          `who.1 ${n('1,033')}${people} → mexico-departures 1905`,
          `who.1 196${people} → mexico-total-children-in-the-group`,
          `who.2 196${people} → mexico-total-single-people`,
          `how.2 ${n('1,031')}${people} → mexico-arrivals-salina-cruz 1905`,
          `found.4 969${people} → mexico-yucatan-stock 1906-03`,
          'found.4 31 → mexico-estates 1906-03',
        ]),
      );
    }
  });
  test('Hawaii: 3,434 of 1904, 88,013 dollars, and 1,000 who went on and 1,000 who went back', () => {
    expect(named('hawaii', 'en')).toEqual(
      expect.arrayContaining([
        'who.1 3,434 → hawaii-arrivals-annual 1904',
        'became.1 1,000 → hawaii-total-moved-on-to-the-u-s-mainland-1905-to-about-1910',
        'became.2 1,000 → hawaii-total-returned-to-korea-by-about-1910',
        'became.3 600 → hawaii-total-picture-brides-arriving-in-hawaii-1910-1924',
        'became.3 1,000 → hawaii-total-picture-brides-arriving-in-hawaii-1910-1924',
      ]),
    );
    expect(named('hawaii', 'ko')).toContain(
      'became.4 8만 8013달러 → hawaii-total-independence-funds-gathered-by-the-korean-nation',
    );
  });
  test('Manchuria: 192만 3842명 by the census of 2000, and both ends of 170만~230만', () => {
    expect(named('manchuria', 'ko')).toEqual(
      expect.arrayContaining([
        'now.1 192만 3842명 → china-census-koreans 2000-11-01',
        'became.1 170만 → manchuria-stock 1945-08',
        'became.1 230만 명 → manchuria-stock 1945-08',
      ]),
    );
  });
  test('a share that a sentence gives twice is not linked, nor are families taken for people of the same number', () => {
    // Germany: some 40 per cent returned, some 20 stayed and some 40 moved on. Russia: none of the 2,000 families.
    expect(named('germany', 'en').filter((l) => l.includes('40'))).toEqual([]);
    expect(named('russia', 'en').filter((l) => l.startsWith('found.3'))).toEqual([]);
  });
  test('what is pressed says what the figure says: its value, or an end of its range', () => {
    for (const { id, lang, links } of all) {
      const { record } = bookOf(id, lang);
      for (const { at, text, value, of } of links) {
        let figure: { value: number; low?: number; high?: number };
        let unit: Unit;
        if ('total' in of) {
          const total = record.totals.find((t) => t.id === of.total)!;
          [figure, unit] = [total, total.unit];
        } else {
          const series = record.series.find((s) => s.id === of.series)!;
          const o = series.observations.find((x) => x[0] === of.when)!;
          [figure, unit] = [{ ...(o[4] as object), value: o[1] as number }, series.unit];
        }
        expect(writtenValues(figure, unit), `${id} ${lang} ${at} ${text}`).toContain(value);
        expect(text, `${id} ${lang} ${at}`).not.toMatch(/^(1[5-9]|20)\d\d$/);
      }
    }
  });
  test('a paragraph means the same figure in both languages', () => {
    const differ = waves.flatMap(({ id }) => {
      const [ko, en] = LANGS.map((lang) => all.find((a) => a.id === id && a.lang === lang)!.links);
      return ko!.flatMap((k) => {
        const same = en!.filter((e) => e.at === k.at && e.value === k.value);
        const agrees = same.length === 0 || same.some((e) => JSON.stringify(e.of) === JSON.stringify(k.of));
        return agrees ? [] : [`${id} ${k.at} ${k.text}`];
      });
    });
    expect(differ).toEqual([]);
  });
});

describe('cutting', () => {
  const book = bookOf('mexico', 'ko');
  const like = fc.array(
    fc.oneof(
      fc.constantFrom(
        '1,033',
        '1033명',
        '3만 9000',
        '1905년',
        ' to ',
        '~',
        '–',
        ' ',
        '.',
        '%',
        ' per cent',
        ' million',
        '만',
      ),
      fc.nat({ max: 99_999 }).map(String),
      fc.string({ maxLength: 4 }),
    ),
  );
  test.each(LANGS)('never changes a text (%s)', (lang) => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          like.map((parts) => parts.join('')),
        ),
        (claim) => {
          const pieces = markFigures(claim, book, lang, ['mexico-S1']);
          expect(pieces.map((p) => p.text).join('')).toBe(claim);
          expect(pieces.every((p) => p.text !== '')).toBe(true);
        },
      ),
      { seed: 1905, numRuns: 400 },
    );
  });
  test('gives one piece where there is no figure', () => {
    expect(markFigures('No number here.', book, 'en')).toEqual([{ text: 'No number here.' }]);
    expect(markFigures('', book, 'en')).toEqual([]);
  });
});
