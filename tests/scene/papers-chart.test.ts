// Panels of visas and money on one axis of time, and people as dots, as numbers. Does not prove that they look well.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKnown, type Series } from '../../src/record/model.ts';
import { dayOf, whenOf } from '../../src/record/when.ts';
import { axisOf, crowdOf, panelOf } from '../../src/scene/papers-chart.ts';
import { compiled, seriesOf } from '../the-record.ts';

const { papers } = compiled.raw.today!;
const all = [...papers.people, ...papers.money].map((id) => seriesOf(id));
const RAID = dayOf(2025, 9, 4);
const WAIVER = dayOf(2008, 11, 17);
const [WIDTH, HEIGHT] = [900, 80];
const axis = axisOf(all, [WAIVER, RAID], WIDTH);
const panels = all.map((series) => ({ series, panel: panelOf(series, axis, HEIGHT) }));
const barOf = (id: string, year: string) =>
  panels.find(({ series }) => (series.id as string) === id)!.panel.bars.find((b) => b.key === year)!;

describe('the axis', () => {
  test('holds whole years from the visa waiver of 2008 to the raid of 2025, eighteen of them', () => {
    expect(axis.days).toEqual([dayOf(2008), dayOf(2026)]);
    expect([axis.x(dayOf(2008)), axis.x(dayOf(2026))]).toEqual([0, WIDTH]);
    expect(axis.years.map((y) => y.year)).toEqual(Array.from({ length: 18 }, (_, i) => 2008 + i));
    expect(axis.x(RAID)).toBeGreaterThan(axis.x(dayOf(2025, 9, 1)));
  });
  test('writes only round years where there is little room', () => {
    expect(axisOf(all, [WAIVER, RAID], 300).years.map((y) => y.year)).toEqual([2010, 2015, 2020, 2025]);
  });
});

describe('the panels', () => {
  test('are four of visas and two of money', () =>
    expect(panels.map((p) => p.panel.bars.length)).toEqual([8, 8, 8, 8, 9, 7]));
  test('the same year stands at the same x in all of them', () => {
    for (const year of ['2011', '2016', '2023']) {
      const lefts = papers.people.map((id) => barOf(id, year)).map((b) => [b.left, b.width]);
      expect(new Set(lefts.map(String)).size, year).toBe(1);
    }
    expect(barOf('fdi-kexim', '2020').left).toBe(barOf('fdi-bea-position', '2020').left);
  });
  test('fiscal 2023 begins three months before the year 2023, and ends three months before it', () => {
    const [visas, money] = [barOf('visas-b', '2023'), barOf('fdi-kexim', '2023')];
    expect(visas.left).toBe(axis.x(dayOf(2022, 10)));
    expect(money.left).toBe(axis.x(dayOf(2023)));
    expect(money.left - visas.left).toBeCloseTo(WIDTH / 18 / 4, 0);
  });
  test('no scale serves two of them: 9,208 visas and 28 billion dollars reach each a height of its own', () => {
    for (const { series, panel } of panels) {
      const top = panel.ticks.at(-1)!;
      expect([panel.ticks[0], top.y], series.id).toEqual([{ value: 0, y: HEIGHT }, 0]);
      for (const b of panel.bars)
        expect(HEIGHT - b.y, `${series.id} ${b.key}`).toBeCloseTo((b.observation.value / top.value) * HEIGHT, 0);
    }
    expect(panels.map((p) => p.panel.ticks.at(-1)!.value)).toEqual([20_000, 8000, 8000, 6000, 30e9, 80e9]);
  });
  test('a bar stands for every figure and for nothing else: B visas have none between 2017 and 2023', () => {
    for (const { series, panel } of panels)
      expect(panel.bars.map((b) => b.key)).toEqual(series.observations.filter(isKnown).map((o) => o.when.text));
    const { bars, open } = panels[0]!.panel;
    const [from, until] = [axis.x(dayOf(2017, 10)), axis.x(dayOf(2022, 10))];
    expect(bars.filter((b) => b.left >= from && b.left < until)).toEqual([]);
    expect(open.map((g) => g.left)).toContain(from);
  });
  test('what is open and what is told do not overlap, and fill the axis but for the months between two kinds of year', () => {
    for (const { series, panel } of panels) {
      const told = panel.bars.reduce((sum, b) => sum + b.width, 0);
      const open = panel.open.reduce((sum, g) => sum + g.width, 0);
      expect(told + open, series.id).toBeLessThanOrEqual(WIDTH + 1);
      expect(told + open, series.id).toBeGreaterThan(WIDTH * 0.94);
      for (const g of panel.open)
        for (const b of panel.bars)
          expect(b.left + b.width <= g.left + 0.2 || b.left >= g.left + g.width - 0.2, `${series.id} ${b.key}`).toBe(
            true,
          );
    }
  });
  test('an estimate is hollow, a derived figure dashed: B visas of 2017, E visas of 2024', () => {
    expect([barOf('visas-b', '2017').status, barOf('visas-e', '2024').status]).toEqual(['estimate', 'derived']);
    expect(barOf('visas-b', '2016').status).toBe('reported');
  });
  test('the American figures on what is held change their source before 2017', () => {
    expect(panels.at(-1)!.panel.breaks).toEqual([axis.x(dayOf(2017))]);
    expect(panels[0]!.panel.breaks).toEqual([]);
  });
  test('a gap of the record has no bar, and what it names is open', () => {
    const series: Series = {
      ...seriesOf('visas-b'),
      observations: [...seriesOf('visas-b').observations, { when: whenOf('2018', 'us-fiscal'), status: 'missing' }],
    };
    expect(panelOf(series, axis, HEIGHT)).toEqual(panels[0]!.panel);
  });
  test('a range goes from its low to its high end', () => {
    const bar = barOf('fdi-kexim', '2021');
    expect(bar.low).toBeGreaterThan(bar.y);
    expect(bar.high).toBe(bar.y);
  });
});

describe('people as dots', () => {
  test('475 people are 475 dots: 17 columns of ten on ESTA, 15 on B visas, one alone, and the others', () => {
    const { groups, width } = crowdOf(
      [
        ['esta', 170],
        ['b', 146],
        ['permit', 1],
        ['others', 158],
      ],
      10,
      2,
    );
    expect(groups.map((g) => [g.left, g.width, g.dots.length])).toEqual([
      [0, 17, 170],
      [19, 15, 146],
      [36, 1, 1],
      [39, 16, 158],
    ]);
    expect(width).toBe(55);
  });
  test('no two dots fall together, and every dot lies in its group', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 20 }),
        (sizes, rows) => {
          const { groups, width } = crowdOf(
            sizes.map((n, i) => [String(i), n] as const),
            rows,
            1,
          );
          const dots = groups.flatMap((g) => g.dots);
          const inside = groups.every((g) =>
            g.dots.every(([x, y]) => x > g.left && x < g.left + g.width && y > 0 && y < rows),
          );
          return inside && new Set(dots.map(String)).size === sizes.reduce((a, b) => a + b) && width > 0;
        },
      ),
      { seed: 475 },
    );
  });
});
