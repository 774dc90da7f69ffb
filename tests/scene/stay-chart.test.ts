// The chart of a scenario as numbers. Does not prove that it looks well, nor that its hatching is seen.
import { describe, expect, test } from 'vitest';
import { projectPlan } from '../../src/scenario/stay.ts';
import { stayChartOf, type StayFrame, type StayPoint } from '../../src/scene/stay-chart.ts';

const frame: StayFrame = { width: 700, height: 300, years: [2025, 2060], head: 40, scale: 1 };
const plan = {
  perYear: 2000,
  firstYear: 2026,
  years: 10,
  stayShare: 0,
  partnerShare: 0,
  children: 0,
  ageFrom: 0,
  ageTo: 0,
  attrition: 0,
};
const pointsOf = (path: string) =>
  path
    .replace(/Z/g, '')
    .split(/[ML]/)
    .filter(Boolean)
    .map((p) => p.split(',').map(Number) as [number, number]);

describe('2,000 a year from 2026, ten years each', () => {
  const chart = stayChartOf(projectPlan(plan), frame, [2035, 2045]);
  test('rise in a straight line from nobody at the end of 2025 to 20,000 at the end of 2035, and stay there', () => {
    const points = pointsOf(chart.top);
    expect(points).toHaveLength(36);
    expect(points[0]).toEqual([0, 300]);
    const [first, tenth, last] = [points[0]!, points[10]!, points.at(-1)!];
    expect(points[5]![1]).toBeCloseTo((first[1] + tenth[1]) / 2, 0);
    expect([tenth[0], last[0]]).toEqual([200, 700]);
    expect(last[1]).toBe(tenth[1]);
  });
  test('are written out on the line: a mark stands where the line is', () => {
    expect(chart.marks.map((m) => [m.year, m.value, m.x])).toEqual([
      [2035, 20_000, 200],
      [2045, 20_000, 400],
    ]);
    expect(chart.marks[0]!.y).toBe(pointsOf(chart.top)[10]![1]);
  });
  test('have a scale from zero in round steps, whose highest leaves room for the word', () => {
    expect(chart.ticks.map((t) => t.value)).toEqual([0, 5000, 10_000, 15_000, 20_000]);
    expect(chart.ticks[0]!.y).toBe(300);
    expect(chart.ticks.at(-1)!.y).toBe(40);
  });
  test('have no layer of people who stayed, no edge of it and no line of children', () => {
    expect([chart.forGood, chart.school]).toEqual(['', '']);
  });
});

describe('the layers', () => {
  const points: StayPoint[] = [2030, 2031].map((year) => ({ year, onTerm: 60, forGood: 40, ofSchoolAge: 150 }));
  const chart = stayChartOf(points, frame, [2030]);
  test('lie upon each other: the upper begins where the lower ends, and its edge is the sum', () => {
    const y = (value: number) => 300 - (260 * value) / chart.ticks.at(-1)!.value;
    expect(pointsOf(chart.edge).at(-1)![1]).toBeCloseTo(y(60), 0);
    expect(pointsOf(chart.top).at(-1)![1]).toBeCloseTo(y(100), 0);
    const ys = pointsOf(chart.forGood).map((p) => p[1]);
    expect([Math.max(...ys), Math.min(...ys.filter((v) => v < 300))]).toEqual([300, pointsOf(chart.top).at(-1)![1]]);
  });
  test('and the line of the children share one scale, which holds the highest of them', () => {
    expect(chart.ticks.at(-1)!.value).toBeGreaterThanOrEqual(150);
    expect(pointsOf(chart.school).at(-1)![1]).toBeLessThan(pointsOf(chart.top).at(-1)![1]);
  });
  test('begin with nobody a year before the first', () => {
    expect(pointsOf(chart.top)[0]).toEqual([80, 300]);
  });
});

describe('of nobody', () => {
  test.each([[[]], [projectPlan({ ...plan, perYear: 0 })]])('nothing is drawn but the axis', (points) => {
    const chart = stayChartOf(points, frame, [2035]);
    expect([chart.onTerm, chart.forGood, chart.edge, chart.top, chart.school]).toEqual(['', '', '', '', '']);
    expect(chart.ticks).toEqual([{ value: 0, y: 300 }]);
    expect(chart.marks).toEqual([{ year: 2035, value: 0, x: 200, y: 300 }]);
  });
  test('larger letters have fewer years beneath them', () => {
    const plain = stayChartOf([], frame, []).years.length;
    expect(stayChartOf([], { ...frame, scale: 3 }, []).years.length).toBeLessThan(plain);
  });
});
