// Times of the record. Does not prove that the record's own dates are right.
import { describe, expect, test } from 'vitest';
import {
  FIRST_YEAR,
  dayOf,
  dateAt,
  decimalYearAt,
  isoAt,
  middleOf,
  parseWhen,
  whenOf,
  yearAt,
} from '../../src/record/when.ts';

describe('when', () => {
  test('runs in the time zone that the project asks for, and does not care', () => {
    expect(['Asia/Seoul', 'America/Los_Angeles']).toContain(Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(isoAt(dayOf(1903, 1, 13))).toBe('1903-01-13');
  });
  test('every New Year’s Day from 1860 to 2030 is the first day of its year', () => {
    for (let year = FIRST_YEAR; year <= 2030; year++) {
      expect(dateAt(dayOf(year))).toEqual({ year, month: 1, day: 1 });
      expect(yearAt(dayOf(year) - 1)).toBe(year - 1);
      expect(decimalYearAt(dayOf(year))).toBe(year);
    }
  });
  test('the Gaelic reached Honolulu on 13 January 1903, 22 days after the Genkai Maru left Incheon', () => {
    expect(whenOf('1903-01-13').from - whenOf('1902-12-22').from).toBe(22);
  });
  test('there is no month 13, no 30 February, and no span that ends before it begins', () => {
    for (const text of ['1903-13', '1903-00', '1905-02-30', '1905/1904', '1905/1906/1907', 'about 1905', ''])
      expect(parseWhen(text)).toBeTypeOf('string');
  });
  test('1900 had no 29 February, 1904 had one', () => {
    expect(parseWhen('1900-02-29')).toBeTypeOf('string');
    expect(parseWhen('1904-02-29')).not.toBeTypeOf('string');
  });
  test('the American fiscal year 1987 began on 1 October 1986', () => {
    expect(isoAt(whenOf('1987', 'us-fiscal').from)).toBe('1986-10-01');
    expect(isoAt(whenOf('1987', 'us-fiscal').until)).toBe('1987-10-01');
  });
  test('American fiscal years follow each other without a gap through the change of 1976', () => {
    for (let y = 1960; y < 1990; y++)
      expect(whenOf(String(y), 'us-fiscal').until).toBe(whenOf(String(y + 1), 'us-fiscal').from);
  });
  test('the middle of a year lies in it and comes back as it', () => {
    for (let year = FIRST_YEAR; year <= 2030; year++) expect(yearAt(middleOf(year))).toBe(year);
  });
});
