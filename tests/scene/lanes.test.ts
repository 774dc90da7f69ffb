// The rows of the timeline. Does not prove that they are drawn as they are reckoned here, nor that a row is pleasant to read.
import { describe, expect, test } from 'vitest';
import type { WaveBrief } from '../../src/record/core.ts';
import { isKnown, type Known, type Observation, type Series } from '../../src/record/model.ts';
import { FIRST_DAY, LAST_DAY, dayOf, whenOf } from '../../src/record/when.ts';
import { axisYears, perYear, rowOf, timeScale, topOf, valueScale, type Row } from '../../src/scene/lanes.ts';
import { core } from '../the-record.ts';

const WIDTH = 1670;
const HEIGHT = 60;
const waveOf = (id: string): WaveBrief => core.waves.find((w) => w.id === id)!;
const rowOn = (wave: WaveBrief): Row => rowOf(wave, core.events, WIDTH, HEIGHT, topOf(wave));
const rows = core.waves.map((wave) => ({ wave, row: rowOn(wave) }));

/** One of the record's series with other observations: what is drawn depends on nothing else. */
const counted = (text: string, value: number): Known => ({
  when: whenOf(text),
  value,
  status: 'reported',
  grade: 'B',
  sources: ['hawaii-S9' as never],
});
const laneOf = (
  kind: 'flow' | 'stock',
  observations: readonly Observation[],
  extra: Partial<Series> = {},
): WaveBrief => {
  const wave = waveOf('hawaii');
  const series: Series = { ...wave.lane[kind][0]!, observations, ...extra };
  return { ...wave, lane: { flow: [], stock: [], [kind]: [series] } };
};
/** Points of a path's line, px. */
const pointsOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])] as const);

describe('bars', () => {
  test('5,000 people in five years are drawn as 1,000 in each of them: same height, same ground', () => {
    const together = rowOf(laneOf('flow', [counted('1960/1964', 5000)]), [], WIDTH, HEIGHT, 2000).bars;
    const apart = rowOf(
      laneOf(
        'flow',
        [1960, 1961, 1962, 1963, 1964].map((y) => counted(String(y), 1000)),
      ),
      [],
      WIDTH,
      HEIGHT,
      2000,
    ).bars;
    for (const bar of apart) expect(Math.abs(bar.height - together[0]!.height)).toBeLessThanOrEqual(0.11);
    // Each bar leaves 0.6 px of air.
    expect(together[0]!.width + 0.6).toBeCloseTo(
      apart.reduce((sum, b) => sum + b.width + 0.6, 0),
      0,
    );
  });
  test('3,434 people in the leap year 1904 are 3,434 a year', () => {
    expect(perYear(counted('1904', 3434))).toBeCloseTo(3434, 6);
    expect(perYear(counted('1903', 1133))).toBeCloseTo(1133, 6);
    expect(perYear(counted('1951/1960', 6231))).toBeCloseTo(623.1, 6);
  });
  test('a part of a year is not blown up to a whole one', () => {
    expect(perYear(counted('1905-01/1905-08', 2659))).toBe(2659);
    expect(perYear(counted('1963-12-21', 123))).toBe(123);
  });
  test('stand where their time stands, for every flow of every lane', () => {
    const x = timeScale(WIDTH);
    expect([x(FIRST_DAY), x(LAST_DAY)]).toEqual([0, WIDTH]);
    for (const { row } of rows)
      for (const bar of row.bars) {
        const { when, value } = bar.observation;
        expect(Math.abs(bar.x - x(Math.max(FIRST_DAY, when.from))), bar.key).toBeLessThan(0.06);
        expect(bar.x + bar.width, bar.key).toBeLessThanOrEqual(Math.max(x(when.until), bar.x + 1.5) + 0.1);
        expect(bar.height > 0, bar.key).toBe(value > 0);
        expect(bar.height, bar.key).toBeLessThanOrEqual(HEIGHT + 0.1);
        if (bar.high !== undefined) expect(bar.high, bar.key).toBeGreaterThanOrEqual(bar.height - 0.11);
        if (bar.low !== undefined && bar.height > 1) expect(bar.low, bar.key).toBeLessThanOrEqual(bar.height + 0.11);
      }
  });
  test('four times as many people are twice as high', () => {
    const y = valueScale(10_000, 100);
    expect([y(0), y(2500), y(10_000)]).toEqual([0, 50, 100]);
    const bars = rowOf(laneOf('flow', [counted('1903', 1000), counted('1904', 4000)]), [], WIDTH, HEIGHT, 4000).bars;
    expect(bars[1]!.height / bars[0]!.height).toBeCloseTo(2, 1);
  });
});

describe('lines', () => {
  test('no line goes across August 1945, in no lane', () => {
    const [from, until] = [timeScale(WIDTH)(dayOf(1945)), timeScale(WIDTH)(dayOf(1946))];
    for (const { wave, row } of rows) {
      const broken = wave.lane.stock.filter((s) => s.breaks.some((b) => b >= dayOf(1945) && b < dayOf(1946)));
      for (const stretch of row.stretches) {
        if (!broken.some((s) => stretch.key.startsWith(`${s.id} `))) continue;
        const xs = pointsOf(stretch.line).map(([x]) => x);
        expect(Math.min(...xs) < from && Math.max(...xs) > until, stretch.key).toBe(false);
      }
    }
    const japan = waveOf('japan').lane.stock.find((s) => s.id === 'jp-stock-best')!;
    expect(rowOn(waveOf('japan')).stretches.filter((s) => s.key.startsWith(`${japan.id} `)).length).toBeGreaterThan(2);
  });
  test('a break parts the line that would go across it, and no other', () => {
    const counts = [counted('1940', 100), counted('1944', 200), counted('1946', 50), counted('1950', 60)];
    const lines = (breaks: number[]) =>
      rowOf(laneOf('stock', counts, { breaks: breaks as never }), [], WIDTH, HEIGHT, 300).stretches.map(
        (s) => pointsOf(s.line).length,
      );
    expect(lines([])).toEqual([4]);
    expect(lines([dayOf(1945)])).toEqual([2, 2]);
    expect(lines([dayOf(1930), dayOf(1960)])).toEqual([4]);
  });
  test('twelve years are joined, thirteen are not', () => {
    const lines = (second: string) =>
      rowOf(laneOf('stock', [counted('1910', 100), counted(second, 200)]), [], WIDTH, HEIGHT, 300).stretches.length;
    expect([lines('1922'), lines('1923')]).toEqual([1, 0]);
    for (const { wave, row } of rows)
      for (const stretch of row.stretches) {
        const points = pointsOf(stretch.line);
        points
          .slice(1)
          .forEach(([x], i) =>
            expect(x - points[i]![0], `${wave.id} ${stretch.key}`).toBeLessThan((13.2 * WIDTH) / 167),
          );
      }
  });
  test('two counts with a gap between them are not joined', () => {
    const gap: Observation = { when: whenOf('1930'), status: 'missing' };
    expect(
      rowOf(laneOf('stock', [counted('1928', 100), gap, counted('1932', 200)]), [], WIDTH, HEIGHT, 300).stretches,
    ).toEqual([]);
    expect(
      rowOf(laneOf('stock', [counted('1928', 100), counted('1932', 200)]), [], WIDTH, HEIGHT, 300).stretches.length,
    ).toBe(1);
  });
  test('a line goes through its counts: as many points, at the height of each mark', () => {
    for (const { row } of rows) {
      const marks = new Set(row.marks.map((m) => `${m.x},${m.y}`));
      for (const s of row.stretches)
        for (const [x, y] of pointsOf(s.line)) expect(marks.has(`${x},${y}`), s.key).toBe(true);
    }
  });
  test('a line is dashed only where none of its counts was counted', () => {
    const line = (...statuses: Known['status'][]) =>
      rowOf(
        laneOf(
          'stock',
          statuses.map((status, i) => ({ ...counted(String(1910 + i), 100), status })),
        ),
        [],
        WIDTH,
        HEIGHT,
        300,
      ).stretches[0]!.dashed;
    expect([line('reported', 'estimate'), line('estimate', 'derived'), line('reported', 'reported')]).toEqual([
      false,
      true,
      false,
    ]);
  });
  test('a band shows the range where there is one, and is left out where there is none', () => {
    const ranged = { ...counted('1920', 4950), low: 4720, high: 5100 };
    const [stretch] = rowOf(laneOf('stock', [counted('1915', 4533), ranged]), [], WIDTH, HEIGHT, 6000).stretches;
    const ys = pointsOf(stretch!.band!).map(([, y]) => y);
    const y = valueScale(6000, HEIGHT);
    expect(Math.min(...ys)).toBeCloseTo(-y(5100), 1);
    expect(ys[2]).toBeCloseTo(-y(4720), 1);
    expect(
      rowOf(laneOf('stock', [counted('1915', 4533), counted('1920', 4950)]), [], WIDTH, HEIGHT, 6000).stretches[0]!
        .band,
    ).toBeUndefined();
  });
});

describe('gaps', () => {
  test('are drawn as gaps: each has its place, and no bar, no mark, no zero', () => {
    for (const { wave, row } of rows) {
      const missing = [...wave.lane.flow, ...wave.lane.stock].flatMap((s) =>
        s.observations.filter((o) => !isKnown(o)).map((o) => `${s.id} ${o.when.text}`),
      );
      expect(row.gaps.map((g) => g.key).sort()).toEqual(missing.sort());
      for (const g of row.gaps) expect(g.width, g.key).toBeGreaterThan(0);
      for (const drawn of [...row.bars, ...row.marks]) expect(missing).not.toContain(drawn.key);
    }
    expect(rows.reduce((n, { row }) => n + row.gaps.length, 0)).toBeGreaterThan(10);
  });
  test('zero counted is a figure, not a gap: the pier of Niigata in 1968', () => {
    const row = rowOn(waveOf('japan'));
    const bar = row.bars.find((b) => b.key === 'nk-return 1968')!;
    expect([bar.height, bar.observation.value]).toEqual([0, 0]);
    expect(row.gaps.some((g) => g.key === 'nk-return 1968')).toBe(false);
  });
});

describe('scales and ticks', () => {
  test('nothing of a lane is higher than its top, which is its largest figure', () => {
    for (const { wave, row } of rows) {
      expect(Math.max(0, ...row.marks.map((m) => -m.y), ...row.bars.map((b) => b.height)), wave.id).toBeLessThanOrEqual(
        HEIGHT + 0.1,
      );
      expect(Math.max(...row.marks.map((m) => -m.y), ...row.bars.map((b) => b.height)), wave.id).toBeGreaterThan(
        HEIGHT - 1,
      );
    }
  });
  test('each event of a wave has one tick on its row, within the atlas', () => {
    const ticks = rows.flatMap(({ row }) => row.ticks);
    expect(new Set(ticks.map((t) => t.id)).size).toBe(ticks.length);
    expect(ticks.length).toBe(
      core.events.filter((e) => core.waves.some((w) => w.id === e.wave) && e.date.until > FIRST_DAY).length,
    );
    for (const { wave, row } of rows)
      for (const t of row.ticks) expect([t.event.wave, t.x >= 0 && t.x <= WIDTH]).toEqual([wave.id, true]);
  });
  test.each([320, 600, 1000, 2000])('the years on an axis of %d px have room', (width) => {
    const years = axisYears(width);
    const x = timeScale(width);
    expect(years[0]).toBe(1860);
    years.slice(1).forEach((y, i) => expect(x(dayOf(y)) - x(dayOf(years[i]!))).toBeGreaterThan(40));
  });
});
