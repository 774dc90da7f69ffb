// Decades and years as small maps. Does not prove that they are beautiful.
import { describe, expect, test } from 'vitest';
import { isKnown } from '../../src/record/model.ts';
import { dayOf } from '../../src/record/when.ts';
import { loadsOf, movedIn, spansOf, widthOfLoad } from '../../src/scene/multiples.ts';
import { core, movingSeries, seriesOf } from '../the-record.ts';

const wave = (id: string) => core.waves.find((w) => w.id === id);

describe('small multiples', () => {
  test('all waves have a map a decade from the 1860s to the 2020s, Hawaii one a year from 1902 to 1905', () => {
    expect(spansOf(undefined).map((s) => s.firstYear)).toEqual([
      1860, 1870, 1880, 1890, 1900, 1910, 1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020,
    ]);
    expect(spansOf(wave('hawaii')).map((s) => s.firstYear)).toEqual([1902, 1903, 1904, 1905]);
    expect(spansOf(wave('japan')).length).toBe(17);
  });
  test('7,226 people came to Hawaii in the 1900s, 3,434 of them in 1904', () => {
    const hawaii = seriesOf('hawaii-arrivals-annual');
    expect(movedIn(hawaii, dayOf(1900), dayOf(1910))).toBeCloseTo(7226, 6);
    expect(movedIn(hawaii, dayOf(1904), dayOf(1905))).toBeCloseTo(3434, 6);
    expect(movedIn(hawaii, dayOf(1920), dayOf(1930))).toBe(0);
  });
  test('nobody is lost or won between decades: they add up to each flow', () => {
    for (const flow of movingSeries) {
      const sum = flow.observations.filter(isKnown).reduce((a, o) => a + o.value, 0);
      const decades = spansOf(undefined).reduce((a, s) => a + movedIn(flow, dayOf(s.firstYear), dayOf(s.endYear)), 0);
      expect(Math.abs(decades - sum), flow.id).toBeLessThan(1e-6 * Math.max(1, sum));
    }
  });
  test('ways of one flow share its people; a chain carries them on every part', () => {
    const mexico = core.flows.filter((f) => f.id === 'mexico-departures');
    const loads = loadsOf(mexico, { firstYear: 1900, endYear: 1910 });
    expect(loads.map((l) => Math.round(l.people))).toEqual(loads.map(() => 1033));
    expect(loads.length).toBeGreaterThanOrEqual(4);
  });
  test('a hundred times the people is ten times the width', () => {
    expect(widthOfLoad(1e6) / widthOfLoad(1e4)).toBeCloseTo(10, 6);
  });
});
