// The chart of the official count and its circles, as numbers. Does not prove that they look well.
import { describe, expect, test } from 'vitest';
import { editionsOf } from '../../src/record/editions.ts';
import type { Grade } from '../../src/record/model.ts';
import { radiusOf } from '../../src/scene/circles.ts';
import { editionChart, labelCircles, spreadCircles } from '../../src/scene/edition-chart.ts';
import { yearAt } from '../../src/record/when.ts';
import { worldPicture } from '../../src/scene/projection.ts';
import { archive, compiled, core, seriesOf, textsIn } from '../the-record.ts';

const official = compiled.raw.official;
const gradeOf = (id: string): Grade => archive.sources.get(id as never)!.grade;
const editions = editionsOf(official, gradeOf);
const [WIDTH, HEIGHT] = [700, 200];
const ids = ['overseas-total', 'overseas-nationals', 'overseas-foreign-nationality'];
const chart = editionChart(
  ids.map(seriesOf),
  official.methodBreaks.map((b) => b.year),
  WIDTH,
  HEIGHT,
);

describe('the line of the total', () => {
  test('goes across no break of 1991, 2005, 2018 and 2024: the count of 2024 stands alone', () => {
    expect(chart.breaks.map((b) => b.year)).toEqual([1991, 2005, 2018, 2024]);
    for (const { series, d } of chart.lines) {
      const xs = d
        .slice(1)
        .split('L')
        .map((p) => Number(p.split(',')[0]));
      const crossed = chart.breaks.filter(({ x }) => xs[0]! < x && xs.at(-1)! > x).map((b) => b.year);
      const own = seriesOf(series).breaks.map(yearAt);
      expect(
        crossed.filter((year) => own.includes(year)),
        series,
      ).toEqual([]);
      if (series === 'overseas-total') expect(crossed).toEqual([]);
    }
    const last = chart.marks.find((m) => m.key === 'overseas-total 2024-12-31')!;
    expect(chart.lines.some((l) => l.d.includes(`${last.x},${last.y}`))).toBe(false);
  });
  test('is open at 1995 and 1999, of which no edition was found', () => {
    expect(chart.gaps.map((g) => g.key)).toEqual(['overseas-total 1995', 'overseas-total 1999']);
  });
  test('begins at zero and holds every count and range', () => {
    expect(chart.ticks.map((t) => t.value)).toEqual([0, 4_000_000, 8_000_000]);
    for (const m of chart.marks) {
      expect(m.x >= 0 && m.x <= WIDTH, m.key).toBe(true);
      for (const y of [m.y, m.low ?? m.y, m.high ?? m.y]) expect(y >= 0 && y <= HEIGHT, m.key).toBe(true);
    }
  });
});

describe.each([362, 700, 1100])('the circles on a map %i px wide', (width) => {
  const size = { width, height: Math.round(width * 0.48) };
  const picture = worldPicture(size);
  const korea = { id: 'korea', at: picture.project([127.3, 37.5]), r: width / 130, fixed: true };
  const bodiesOf = (edition: number) =>
    editions
      .find((e) => e.edition === edition)!
      .named.map((f) => ({
        id: f.series as string,
        at: picture.project(core.places.get(f.place)!.at!),
        r: radiusOf(f.observation.value, width),
      }))
      .filter((b) => b.r > 0.5);

  test.each([2025, 2011, 2007])(
    'of %i do not cover each other, Korea or the frame, and stay near their countries',
    (edition) => {
      const bodies = bodiesOf(edition);
      const spread = spreadCircles([korea, ...bodies], size);
      const all = [korea, ...bodies].map((b) => ({ ...b, now: spread.get(b.id)! }));
      for (const [i, a] of all.entries()) {
        for (const b of all.slice(i + 1))
          expect(Math.hypot(a.now[0] - b.now[0], a.now[1] - b.now[1]), `${a.id} ${b.id}`).toBeGreaterThan(
            a.r + b.r - 1,
          );
        expect(Math.hypot(a.now[0] - a.at[0], a.now[1] - a.at[1]), a.id).toBeLessThan(width / 8);
        expect(a.now[0] - a.r).toBeGreaterThanOrEqual(0);
        expect(a.now[0] + a.r).toBeLessThanOrEqual(width);
      }
      expect(spread.get('korea')).toEqual(korea.at.map((n) => Math.round(n * 10) / 10));
      expect(spreadCircles([korea, ...bodies], size)).toEqual(spread);
    },
  );
  test.each(['ko', 'en'] as const)('have names in “%s” that neither meet each other nor leave the map', (lang) => {
    const texts = textsIn(lang);
    const bodies = bodiesOf(2025);
    const spread = spreadCircles([korea, ...bodies], size);
    const circles = bodies.map((b) => ({
      id: b.id,
      at: spread.get(b.id)!,
      r: b.r,
      lines: [texts.placeName(b.id.slice(4) as never)],
    }));
    const labels = labelCircles(circles, size, 12, 14);
    expect(labels.length).toBeGreaterThan(5);
    expect(new Set(labels.map((l) => l.id)).size).toBe(labels.length);
    for (const l of labels) {
      expect(l.x).toBeGreaterThan(0);
      expect(l.x).toBeLessThan(width);
    }
  });
});
