// Numbers and dates in two languages. Does not prove which of them a reader likes better.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whenOf, dayOf, isoAt, parseWhen } from '../../src/record/when.ts';
import { formatDay, formatWhen, formatYear } from '../../src/words/date.ts';
import { formatNumber, formatRange, formatRound } from '../../src/words/number.ts';
import { archive } from '../the-record.ts';

describe('numbers', () => {
  test('are written out exactly, with commas, in both languages', () => {
    for (const lang of ['ko', 'en'] as const) {
      expect([2659, 1033, 171781, 0, 12.5, 2100000].map((n) => formatNumber(n, lang))).toEqual([
        '2,659',
        '1,033',
        '171,781',
        '0',
        '12.5',
        '2,100,000',
      ]);
      expect(formatRange(1026, 1089, lang)).toBe('1,026–1,089');
    }
  });
  test('come back as they went in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom('ko' as const, 'en' as const),
        (n, lang) => Number(formatNumber(n, lang).replaceAll(',', '').replace('−', '-')) === n,
      ),
      { seed: 1937 },
    );
  });
  test.each([
    [999, '999', '999'],
    [9999, '9,999', '9,999'],
    [10_000, '10,000', '1만'],
    [12_345, '12,300', '1.2만'],
    [171_781, '172,000', '17.2만'],
    [1_200_000, '1.2 million', '120만'],
    [2_100_000, '2.1 million', '210만'],
    [7_081_510, '7.08 million', '708만'],
  ])('%d is rounded to %s, %s', (n, en, ko) => expect([formatRound(n, 'en'), formatRound(n, 'ko')]).toEqual([en, ko]));
  test('a rounded number stays within five per cent of what it was', () => {
    const read = (text: string): number => {
      const m = /^(-?[\d.,]+)\s?(million|billion|만|억)?$/.exec(text)!;
      return Number(m[1]!.replaceAll(',', '')) * ({ million: 1e6, billion: 1e9, 만: 1e4, 억: 1e8 }[m[2] ?? ''] ?? 1);
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_000_000 }), fc.constantFrom('ko' as const, 'en' as const), (n, lang) => {
        const text = formatRound(n, lang);
        expect(text).toMatch(/^[\d.,]+\s?(million|만|억)?$/);
        expect(Math.abs(read(text) / n - 1), `${n} as ${text}`).toBeLessThan(0.05);
      }),
      { seed: 1860, numRuns: 3000 },
    );
  });
  test('just below a million is a million in words, as a million is', () =>
    expect(formatRound(999_900, 'en')).toBe(formatRound(1_000_000, 'en')));
  test('a loss is rounded like a gain', () => {
    expect(formatRound(-12_345, 'en')).toBe('-12,300');
    expect(formatRound(-12_345, 'ko')).toBe('-1.2만');
  });
});

describe('dates', () => {
  test.each([
    ['1903-01-13', '13 January 1903', '1903년 1월 13일'],
    ['1903-01', 'January 1903', '1903년 1월'],
    ['1903', '1903', '1903년'],
    ['1904/1905', '1904–05', '1904~1905년'],
    ['1899/1901', '1899–1901', '1899~1901년'],
    ['1945/1945', '1945', '1945년'],
    ['1905-01/1905-08', 'January 1905 – August 1905', '1905년 1월 ~ 1905년 8월'],
    ['1937-09-09/1937-12', '9 September 1937 – December 1937', '1937년 9월 9일 ~ 1937년 12월'],
  ])('%s is %s, %s', (text, en, ko) =>
    expect([formatWhen(whenOf(text), 'en'), formatWhen(whenOf(text), 'ko')]).toEqual([en, ko]),
  );
  test('every time of the record can be said, without a slash and without a hole', () => {
    const all = [
      ...archive.events.map((e) => e.date),
      ...[...archive.series.values()].flatMap((s) => s.observations.map((o) => o.when)),
    ];
    for (const when of all)
      for (const lang of ['en', 'ko'] as const)
        expect(formatWhen(when, lang)).toMatch(lang === 'ko' ? /^\d{4}[년~][\d년월일~ ]*$/ : /^[\dA-Z][\w –]+$/);
  });
  test('an instant is its calendar day, whatever the hour and the reader’s own clock', () => {
    expect([formatDay(whenOf('1905-04-04').from + 0.999, 'en'), formatDay(whenOf('1905-04-04').from, 'ko')]).toEqual([
      '4 April 1905',
      '1905년 4월 4일',
    ]);
    expect([formatYear(1905, 'en'), formatYear(1905, 'ko')]).toEqual(['1905', '1905년']);
  });
});

describe('times as text', () => {
  test('every day from 1860 to 2026 comes back from its own text', () => {
    for (let day = dayOf(1860) as number; day < dayOf(2027); day++)
      if (whenOf(isoAt(day)).from !== day) expect.fail(isoAt(day));
  });
  test('reading never throws and either gives a time or says why not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/-]{0,21}$/)), (text) => {
        const when = parseWhen(text);
        if (typeof when === 'string') expect(when).not.toBe('');
        else expect(when.until).toBeGreaterThan(when.from);
      }),
      { seed: 1902, numRuns: 3000 },
    );
  });
  test('the year 5 is not the year 1905', () => {
    const early = parseWhen('0005-01-01');
    if (typeof early !== 'string') expect(early.from).toBeLessThan(dayOf(1000));
  });
});
