// The official count by edition. Does not prove that the ministry counted well, only that nobody is counted twice here.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  breaksBetween,
  dayOfEdition,
  editionAt,
  editionsOf,
  regionOf,
  type Edition,
} from '../../src/record/editions.ts';
import type { Grade } from '../../src/record/model.ts';
import type { RawOfficial } from '../../src/record/raw.ts';
import { FIRST_DAY, LAST_DAY, dayOf, isoAt, middleOf, yearAt } from '../../src/record/when.ts';
import { archive, compiled } from '../the-record.ts';

const record: RawOfficial = compiled.raw.official;
const gradeOf = (id: string): Grade => archive.sources.get(id as never)!.grade;
const editions = editionsOf(record, gradeOf);
const of = (edition: number): Edition => editions.find((e) => e.edition === edition)!;
const value = (edition: number, series: string): number | undefined =>
  of(edition).named.find((f) => f.series === series)?.observation.value;
const part = (edition: number, key: string): number | undefined => of(edition).parts.find((p) => p.key === key)?.value;
const sumOf = (e: Edition): number => e.parts.reduce((sum, p) => sum + p.value, 0);

describe('the editions of the official count', () => {
  test('that of 2025 counted 7,006,703 on 31 December 2024: 2,402,026 nationals and 4,604,677 of other nationality', () => {
    const e = of(2025);
    expect(e.total!.observation.value).toBe(7_006_703);
    expect(e.when.text).toBe('2024-12-31');
    expect([e.nationals!.observation.value, e.foreign!.observation.value]).toEqual([2_402_026, 4_604_677]);
    expect(e.nationals!.observation.value + e.foreign!.observation.value).toBe(7_006_703);
    expect(e.home!.observation.value).toBe(51_751_065);
  });
  test('every total is the one that the record prints for the edition; of 1995 and 1999 there is none', () => {
    for (const e of record.editions) expect(of(e.edition).total?.observation.value ?? null).toBe(e.total);
    expect(editions.filter((e) => !e.total).map((e) => e.edition)).toEqual([1995, 1999]);
  });
  test('China, the United States and Japan in some of them', () => {
    const three = (e: number) => ['okc-chn', 'okc-usa', 'okc-jpn'].map((id) => value(e, id));
    expect(three(2025)).toEqual([1_848_241, 2_557_047, 960_970]);
    expect(three(2011)).toEqual([2_704_994, 2_176_998, 904_806]);
    expect(three(2007)).toEqual([2_762_160, 2_016_911, 893_740]);
    expect(three(1992)).toEqual([1_918_500, undefined, 730_900]);
    expect(three(1977)).toEqual([undefined, undefined, 650_000]);
  });
  test('China passed the United States in 2005 and fell behind it again in 2019', () => {
    const both = editions.filter((e) => value(e.edition, 'okc-chn') && value(e.edition, 'okc-usa'));
    const chinaFirst = both.filter((e) => value(e.edition, 'okc-chn')! > value(e.edition, 'okc-usa')!);
    expect(chinaFirst.map((e) => e.edition)).toEqual([1993, 2005, 2007, 2009, 2011, 2013, 2015, 2017]);
  });
});

describe('to which edition a count belongs', () => {
  test('what names its edition belongs to that one alone, and every count that names one is in an edition', () => {
    const all = record.series.flatMap((s) =>
      s.observations.flatMap((o) => (o[1] !== 'missing' && o[4]?.edition ? [`${s.id} ${o[0]} ${o[4].edition}`] : [])),
    );
    const found = editions.flatMap((e) => e.figures.map((f) => `${f.series} ${f.when} ${e.edition}`));
    for (const key of all) expect(found.filter((f) => f === key).length, key).toBe(1);
  });
  test('without a name only totals find their edition, by its date or its year: 1971, 1977, 1982, 1986, 1992, 1993, 1997', () => {
    const named = new Set(
      record.series.flatMap((s) =>
        s.observations.flatMap((o) => (o[1] !== 'missing' && o[4]?.edition ? [`${s.id} ${o[0]}`] : [])),
      ),
    );
    const byTime = editions.flatMap((e) =>
      e.figures.filter((f) => !named.has(`${f.series} ${f.when}`)).map((f) => [f.series, e.edition] as const),
    );
    expect(byTime).toEqual([1971, 1977, 1982, 1986, 1992, 1993, 1997].map((e) => ['overseas-total', e]));
  });
  test('the levels of 1965 and 1985, told later, belong to none', () => {
    const whens = editions.map((e) => e.total?.observation.when.text);
    expect(whens).not.toContain('1965');
    expect(whens).not.toContain('1985-06-30');
  });
  test('what the notes call “beside the total, not in it” is in no sum: China and the Soviet Union in 1986', () => {
    const noted = record.series.flatMap((s) =>
      s.observations.flatMap((o) =>
        o[1] !== 'missing' &&
        o[4]?.note &&
        /beside the (official )?total, not in it/.test(compiled.raw.texts['en']!['overseas-koreans']!.notes[o[4].note]!)
          ? [`${s.id} ${o[0]}`]
          : [],
      ),
    );
    const beside = editions.flatMap((e) => e.beside.map((f) => `${f.series} ${f.observation.when.text}`));
    expect(noted.length).toBe(2);
    expect(beside.toSorted()).toEqual(noted.toSorted());
    expect(value(1986, 'okc-chn')).toBeUndefined();
  });
});

describe('countries and what is left over', () => {
  test('countries and rest are the printed total, and no edition names more people than it has', () => {
    for (const e of editions.filter((x) => x.total)) {
      expect(e.sum + e.rest!, String(e.edition)).toBe(e.total!.observation.value);
      expect(e.rest, String(e.edition)).toBeGreaterThanOrEqual(0);
    }
    expect(editions.map((e) => [e.edition, e.named.length, e.rest])).toMatchInlineSnapshot(`
      [
        [
          1971,
          0,
          700000,
        ],
        [
          1977,
          1,
          390213,
        ],
        [
          1982,
          1,
          980668,
        ],
        [
          1986,
          1,
          1313752,
        ],
        [
          1992,
          4,
          2159600,
        ],
        [
          1993,
          5,
          748592,
        ],
        [
          1995,
          0,
          undefined,
        ],
        [
          1997,
          0,
          5540000,
        ],
        [
          1999,
          0,
          undefined,
        ],
        [
          2001,
          1,
          3553809,
        ],
        [
          2003,
          4,
          965829,
        ],
        [
          2005,
          4,
          1012773,
        ],
        [
          2007,
          13,
          807541,
        ],
        [
          2009,
          33,
          56377,
        ],
        [
          2011,
          6,
          1361876,
        ],
        [
          2013,
          8,
          1216669,
        ],
        [
          2015,
          33,
          89779,
        ],
        [
          2017,
          30,
          96378,
        ],
        [
          2019,
          13,
          444046,
        ],
        [
          2021,
          30,
          97926,
        ],
        [
          2023,
          34,
          97330,
        ],
        [
          2025,
          103,
          4855,
        ],
      ]
    `);
  });
  test('the list adds up to the printed total, and nothing in it is below zero', () => {
    for (const e of editions.filter((x) => x.total)) {
      expect(sumOf(e), String(e.edition)).toBe(e.total!.observation.value);
      for (const p of e.parts) expect(p.value, `${e.edition} ${p.key}`).toBeGreaterThanOrEqual(0);
    }
  });
  test('in the editions of 2017 to 2025 countries and regions leave nobody over', () => {
    const whole = editions.filter((e) => e.total && !e.parts.some((p) => p.kind === 'rest')).map((e) => e.edition);
    expect(whole).toEqual([2017, 2019, 2021, 2023, 2025]);
    expect(part(2025, 'region-latin-america others')).toBe(298);
    expect(part(2025, 'region-north-america others')).toBeUndefined();
  });
  test('in 2025 78 countries of 181 are not known one by one, 4,855 people', () => {
    expect([of(2025).named.length, of(2025).missing, of(2025).rest]).toEqual([103, 78, 4855]);
  });
  test('in 1986 regions stand beside Japan: North America 1,084,000, and 66,752 that nobody names', () => {
    expect(of(1986).parts.map((p) => [p.key, p.value])).toEqual([
      ['region-north-america', 1_084_000],
      ['okc-jpn', 689_000],
      ['region-middle-east', 90_000],
      ['region-latin-america', 73_000],
      ['overseas-total rest', 66_752],
    ]);
  });
  test('a region that lies in another is taken from it: in 2003 Europe without the former Soviet Union has 94,399', () => {
    expect([part(2003, 'region-cis'), part(2003, 'region-europe-cis others')]).toEqual([557_732, 94_399]);
  });
  test('whatever is not known of an edition, its list adds up to the total and holds nobody twice', () => {
    const ids = record.series.map((s) => s.id).filter((id) => /^(okc|region)-/.test(id));
    fc.assert(
      fc.property(fc.subarray(ids), (kept) => {
        const series = record.series.filter((s) => !/^(okc|region)-/.test(s.id) || kept.includes(s.id));
        for (const e of editionsOf({ ...record, series }, gradeOf)) {
          if (!e.total) continue;
          expect(sumOf(e)).toBe(e.total.observation.value);
          expect(e.sum + e.rest!).toBe(e.total.observation.value);
          // Every figure is a row of its own or taken from exactly one other, never both from two.
          const taken = e.parts.flatMap((p) => p.taken.map((f) => f.series));
          expect(new Set(taken).size).toBe(taken.length);
        }
      }),
      { numRuns: 60 },
    );
  });
  test('Taiwan and Mongolia left South Asia and the Pacific in the edition of 2025; every country but China and Japan has a region', () => {
    expect([regionOf(record, 'TWN', 2023), regionOf(record, 'TWN', 2025), regionOf(record, 'MNG', 2025)]).toEqual([
      'south-asia-pacific',
      undefined,
      undefined,
    ]);
    const codes = record.series.filter((s) => s.onMap && s.iso3).map((s) => s.iso3!);
    expect(codes.filter((c) => regionOf(record, c, 2023) === undefined).toSorted()).toEqual(['CHN', 'JPN']);
  });
});

describe('from one edition to the next', () => {
  test('no total of two editions may be compared across 1991, 2005, 2018 or 2024', () => {
    const apart = editions.filter((e) => e.totalBefore && !e.totalBefore.joined).map((e) => e.edition);
    expect(apart).toEqual([1992, 2005, 2019, 2025]);
  });
  test('between 2023 and 2025 three things changed; between 2021 and 2023 nothing', () => {
    expect(breaksBetween(record, of(2023), of(2025)).map((b) => b.effect)).toEqual([158_852, -58_372, null]);
    expect(breaksBetween(record, of(2025), of(2023)).length).toBe(3);
    expect(breaksBetween(record, of(2021), of(2023))).toEqual([]);
    expect(breaksBetween(record, of(2003), of(2005)).map((b) => b.year)).toEqual([2005]);
  });
  test('China may be compared with 2023, 261,486 fewer; Japan and the United States may not', () => {
    const before = (id: string) => of(2025).parts.find((p) => p.key === id)!.before!;
    const china = before('okc-chn');
    expect([china.edition, china.joined, 1_848_241 - china.observation.value]).toEqual([2023, true, -261_486]);
    expect([before('okc-jpn').joined, before('okc-usa').joined]).toEqual([false, false]);
  });
});

describe('the edition on screen', () => {
  test('is the last that was counted in the year of the playhead or before: 2024 shows the edition of 2025', () => {
    const at = (year: number) => editionAt(editions, middleOf(year))!.edition;
    expect([2026, 2024, 2023, 2022, 2010, 2009, 1992, 1991, 1990, 1971].map(at)).toEqual([
      2025, 2025, 2023, 2023, 2011, 2009, 1993, 1992, 1986, 1971,
    ]);
  });
  test('is the latest where the playhead stands before the first', () => {
    expect(editionAt(editions, dayOf(1937, 10, 5))!.edition).toBe(2025);
    expect(editionAt([], 0)).toBeUndefined();
  });
  test('each has a day on the playhead that brings it back, also by the date in an address', () => {
    for (const e of editions) {
      const day = dayOfEdition(e);
      expect(day >= FIRST_DAY && day <= LAST_DAY).toBe(true);
      expect(editionAt(editions, day)!.edition).toBe(e.edition);
      const [year, month, date] = isoAt(day).split('-').map(Number) as [number, number, number];
      expect(editionAt(editions, dayOf(year, month, date))!.edition).toBe(e.edition);
    }
    expect(new Set(editions.map((e) => yearAt(e.when.from))).size).toBe(editions.length);
  });
});
