// Small charts of pay, remittances, shares and visas, as numbers. Does not prove that they look well.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKnown, kindOf, type Grade } from '../../src/record/model.ts';
import { LONGEST_JOIN_YEARS } from '../../src/record/value.ts';
import { yearAt } from '../../src/record/when.ts';
import { chartOf, freeAbove, measuresOf, openSeries, stepFor, yearsFor } from '../../src/scene/measure-chart.ts';
import { archive, compiled } from '../the-record.ts';

const { waves } = compiled.raw;
const gradeOf = (id: string): Grade => archive.sources.get(id as never)!.grade;
const measures = waves.flatMap((w) => measuresOf(w).map((raw) => openSeries(raw, w.id, gradeOf)));
const measure = (id: string) => measures.find((s) => s.id === id)!;
const [WIDTH, HEIGHT] = [260, 72];

describe('which series have a small chart', () => {
  test('pay abroad and at home, contracts and shares of the Middle East; visas and money of the plants; Hawaii has none', () => {
    const byWave = Object.fromEntries(waves.map((w) => [w.id, measuresOf(w).map((s) => s.id)]));
    console.log(byWave);
    expect(byWave['middle-east']).toEqual(
      expect.arrayContaining(['wage-overseas-krw', 'wage-home-krw', 'orders-middle-east', 'foreign-share']),
    );
    expect(byWave['us-manufacturing']).toEqual(expect.arrayContaining(['visas-h', 'fdi-kexim', 'b-refusal']));
    expect(byWave['germany']).toEqual(['ger-remittances', 'ger-remittances-export-share']);
    expect(byWave['hawaii']).toEqual([]);
  });
  test('none of them counts people present or moving, is drawn in the lane, or is a rival that is not preferred', () => {
    for (const w of waves)
      for (const s of measuresOf(w)) {
        expect(kindOf(s.measure) === 'other' || s.unit === 'visas', s.id).toBe(true);
        expect([...w.lane.flow, ...w.lane.stock]).not.toContain(s.id);
        expect(s.preferred, s.id).toBe(true);
      }
  });
  test('a series opened for a chart is the series of the strict record', () => {
    for (const s of measures) {
      const strict = archive.series.get(s.id)!;
      expect(s.observations.map((o) => [o.when, o.status, isKnown(o) && o.grade])).toEqual(
        strict.observations.map((o) => [o.when, o.status, isKnown(o) && o.grade]),
      );
      expect([s.yearOf, s.breaks, s.wave]).toEqual([strict.yearOf, strict.breaks, strict.wave]);
    }
  });
});

describe('a small chart', () => {
  test('in September 1980 pay abroad was 468,595 won: just above the middle of an axis to 800,000', () => {
    const chart = chartOf(measure('wage-overseas-krw'), WIDTH, HEIGHT);
    expect(chart.ticks.map((t) => [t.value, t.y])).toEqual([
      [0, HEIGHT],
      [400_000, HEIGHT / 2],
      [800_000, 0],
    ]);
    expect(chart.marks[0]!.y).toBeCloseTo(HEIGHT * (1 - 468_595 / 800_000), 0);
  });
  test('begins at zero, has three ticks, and holds every figure and range', () => {
    for (const s of measures) {
      const { ticks, marks, years } = chartOf(s, WIDTH, HEIGHT);
      expect(ticks[0]!.value, s.id).toBe(0);
      expect(ticks.length).toBe(3);
      expect(marks.length).toBe(s.observations.filter(isKnown).length);
      for (const m of marks) {
        for (const y of [m.y, m.low ?? m.y, m.high ?? m.y]) {
          expect(y, s.id).toBeGreaterThanOrEqual(0);
          expect(y, s.id).toBeLessThanOrEqual(HEIGHT);
        }
        expect(m.left, s.id).toBeGreaterThanOrEqual(0);
        expect(m.right, s.id).toBeLessThanOrEqual(WIDTH);
      }
      for (const { x } of years) expect(x >= 0 && x <= WIDTH, s.id).toBe(true);
    }
  });
  test('a line joins only what may be joined: no break, no gap, no more than twelve years', () => {
    for (const s of measures) {
      const chart = chartOf(s, WIDTH, HEIGHT);
      const joined = chart.lines.flatMap(({ d }) => {
        const xs = d.slice(1).split('L');
        return xs.slice(1).map((to, i) => [xs[i]!, to] as const);
      });
      for (const [a, b] of joined) {
        const [from, to] = [a, b].map((p) => chart.marks.find((m) => `${m.x},${m.y}` === p)!.observation);
        expect(yearAt(to!.when.from) - yearAt(from!.when.from), s.id).toBeLessThanOrEqual(LONGEST_JOIN_YEARS);
        expect(
          s.breaks.some((k) => k >= from!.when.until && k < to!.when.until),
          s.id,
        ).toBe(false);
      }
    }
    const share = chartOf(measure('jiandao-korean-share'), WIDTH, HEIGHT);
    expect(share.lines.length).toBeLessThan(share.marks.length - 1);
  });
  test('a fiscal year has its name below its own months: the visas of 2011 begin the axis, not 2010', () => {
    const { years, marks } = chartOf(measure('visas-h'), WIDTH, HEIGHT);
    expect([marks[0]!.observation.when.text, marks[0]!.left]).toEqual(['2011', 0]);
    for (const { year, x } of years) {
      const own = marks.find((m) => m.observation.when.text === String(year));
      if (own) expect(own.x).toBe(x);
    }
  });
  test('the last figure is written above the bars that stand beside it', () => {
    const chart = chartOf(measure('orders-middle-east'), WIDTH, HEIGHT);
    const last = chart.marks.at(-1)!;
    expect(last.observation.value).toBe(548);
    const free = freeAbove(chart, last.right - 24, last.right);
    expect(free).toBeLessThan(last.y);
    expect(chart.marks.filter((m) => m.right >= last.right - 24).every((m) => m.y >= free)).toBe(true);
  });
  test('money that adds up stands as bars, a wage as points', () => {
    expect(chartOf(measure('orders-middle-east'), WIDTH, HEIGHT).bars).toBe(true);
    expect(chartOf(measure('orders-middle-east'), WIDTH, HEIGHT).lines).toEqual([]);
    expect(chartOf(measure('wage-home-krw'), WIDTH, HEIGHT).bars).toBe(false);
  });
});

describe('axes', () => {
  test('two steps reach the highest value and are never more than twice too long', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (top) => {
        const reach = 2 * stepFor(top);
        return reach >= top * (1 - 1e-9) && reach <= top * 2;
      }),
      { seed: 1965 },
    );
    expect([stepFor(55.8), stepFor(21.2), stepFor(29.5e9), stepFor(0)]).toEqual([30, 15, 15e9, 1]);
  });
  test('years are round where there is room, and never crowd', () => {
    expect(yearsFor(1973, 1992, 260)).toEqual([1975, 1980, 1985, 1990]);
    expect(yearsFor(1965, 1967, 260)).toEqual([1965, 1966, 1967]);
    expect(yearsFor(1966, 1966, 260)).toEqual([1966]);
    expect(yearsFor(1907, 2020, 260)).toEqual([1920, 1940, 1960, 1980, 2000, 2020]);
    expect(yearsFor(1991, 1999, 50)).toEqual([1991, 1999]);
  });
});
