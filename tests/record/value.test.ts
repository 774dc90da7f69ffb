// People present at an instant. Does not prove that between two counts there were as many as the straight line says.
import { describe, expect, test } from 'vitest';
import { isKnown, type Known, type Series } from '../../src/record/model.ts';
import { findAt, observationsIn, stockAt, stretchesOf } from '../../src/record/value.ts';
import { dayOf, instantOf, whenOf } from '../../src/record/when.ts';
import { archive, seriesOf } from '../the-record.ts';

const stocks = [...archive.series.values()].filter((s) => s.measure.startsWith('stock/'));
const at = (series: Series, day: string | number) =>
  stockAt(stretchesOf(series), typeof day === 'number' ? day : whenOf(day).from);

describe('a stock', () => {
  test('at the time of a count is that count, for every count of the record', () => {
    for (const series of stocks)
      for (const o of series.observations.filter(isKnown)) {
        const here = at(series, instantOf(o.when));
        expect(here.kind, `${series.id} ${o.when.text}`).toBe('counted');
        expect(here).toMatchObject({ value: (here as { of: Known }).of.value });
        if (
          series.observations.filter((other) => other.when.from < o.when.until && o.when.from < other.when.until)
            .length === 1
        )
          expect(here).toMatchObject({ value: o.value, of: o });
      }
  });
  test('between two counts is a straight line, and says so', () => {
    const hawaii = seriesOf('hawaii-stock-census');
    const [a, b] = hawaii.observations as [Known, Known];
    const middle = (instantOf(a.when) + instantOf(b.when)) / 2;
    expect(at(hawaii, middle)).toMatchObject({ kind: 'between', before: a, after: b });
    expect(at(hawaii, middle)).toMatchObject({ value: expect.closeTo((4533 + 4950) / 2, 6) });
  });
  test('in a gap has no value at all: nobody counted Koreans in Hawaii in 1940', () => {
    expect(at(seriesOf('hawaii-stock-census'), '1940-07-01')).toEqual({ kind: 'gap' });
    expect(at(seriesOf('hawaii-stock-census'), '1935-07-01')).toEqual({ kind: 'gap' });
  });
  test('long before its first count and long after its last is a gap, not zero and not the last count', () => {
    for (const series of stocks) {
      const known = series.observations.filter(isKnown);
      if (known.length === 0) continue;
      expect(at(series, known[0]!.when.from - 400), series.id).toEqual({ kind: 'gap' });
      expect(at(series, Math.max(...known.map((o) => o.when.until)) + 400), series.id).toEqual({ kind: 'gap' });
    }
  });
  test('never lies outside the two counts round it', () => {
    for (const series of stocks)
      for (let day = dayOf(1861) as number; day < dayOf(2026); day += 97) {
        const here = at(series, day);
        if (here.kind !== 'between') continue;
        const [low, high] = [here.before.value, here.after.value].sort((a, b) => a - b) as [number, number];
        expect(here.value >= low - 1e-6 && here.value <= high + 1e-6, `${series.id} ${day}`).toBe(true);
      }
  });
});

describe('stretches', () => {
  test('hold every count once, in order, and none across a break', () => {
    for (const series of stocks) {
      const stretches = stretchesOf(series);
      expect(stretches.flat()).toEqual(series.observations.filter(isKnown));
      for (const s of stretches)
        for (const k of series.breaks)
          expect(s[0]!.when.from < k && s.at(-1)!.when.from >= k, `${series.id} ${k}`).toBe(false);
    }
  });
  test('in Japan the count of 1944 is not joined to that of 1946', () => {
    const japan = seriesOf('jp-stock-best');
    const of = (year: string) => stretchesOf(japan).findIndex((s) => s.some((o) => o.when.text.startsWith(year)));
    expect(of('1944')).toBeGreaterThanOrEqual(0);
    expect(of('1944')).not.toBe(of('1950'));
    expect(of('1936')).toBe(of('1937'));
  });
});

describe('a year', () => {
  test('has the figures that have a moment in it, and no others', () => {
    const flow = seriesOf('hawaii-arrivals-annual');
    expect(observationsIn(flow, dayOf(1905), dayOf(1906)).map((o) => o.when.text)).toEqual(['1905-01/1905-08']);
    expect(observationsIn(flow, dayOf(1906), dayOf(1907))).toEqual([]);
    expect(findAt(flow, whenOf('1905-08-31').from)).toMatchObject({ value: 2659 });
    expect(findAt(flow, whenOf('1905-09-01').from)).toBeUndefined();
  });
  test('a figure for a decade has a moment in each of its years', () => {
    const flow = seriesOf('lpr-decades');
    for (const year of [1951, 1955, 1960])
      expect(observationsIn(flow, dayOf(year), dayOf(year + 1)).map((o) => o.when.text)).toContain('1951/1960');
  });
});
