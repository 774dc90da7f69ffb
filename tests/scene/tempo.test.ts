// How fast the years go by. Does not prove that the pace is pleasant to watch.
import { describe, expect, test } from 'vitest';
import { FIRST_DAY, LAST_DAY, dayOf, whenOf } from '../../src/record/when.ts';
import { WHOLE_SECONDS, dayAt, secondsAt, tempoOf } from '../../src/scene/tempo.ts';
import { core, seeded } from '../the-record.ts';

const all = tempoOf(core);
const mexico = tempoOf({
  flows: core.flows.filter((f) => f.wave === 'mexico'),
  events: core.events.filter((e) => e.wave === 'mexico'),
  voyages: core.voyages.filter((v) => v.wave === 'mexico'),
});
const nothing = tempoOf({ flows: [], events: [], voyages: [] });
const cases = [
  ['all waves', all],
  ['Mexico', mexico],
  ['an empty record', nothing],
] as const;
const yearsAround = (tempo: typeof all, year: number) =>
  secondsAt(tempo, dayOf(year + 1)) - secondsAt(tempo, dayOf(year));

describe.each(cases)('the tempo of %s', (_, tempo) => {
  test('is 100 seconds long, from the first day to the last', () => {
    expect(WHOLE_SECONDS).toBe(100);
    expect(secondsAt(tempo, FIRST_DAY)).toBe(0);
    expect(secondsAt(tempo, LAST_DAY)).toBeGreaterThan(99.9);
    expect(secondsAt(tempo, LAST_DAY)).toBeLessThanOrEqual(100 + 1e-9);
    expect(dayAt(tempo, 0)).toBe(FIRST_DAY);
    expect(dayAt(tempo, 100)).toBe(LAST_DAY);
  });
  test('never stands still and never goes back', () => {
    for (let day = FIRST_DAY as number; day + 3 <= LAST_DAY; day += 3)
      expect(secondsAt(tempo, day + 3)).toBeGreaterThan(secondsAt(tempo, day));
    for (let s = 0; s + 0.05 < 100; s += 0.05) expect(dayAt(tempo, s + 0.05)).toBeGreaterThan(dayAt(tempo, s));
  });
  test('tells the day from the seconds and the seconds from the day', () => {
    const random = seeded(1860);
    for (let k = 0; k < 2000; k++) {
      const day = FIRST_DAY + random() * (LAST_DAY - FIRST_DAY);
      expect(dayAt(tempo, secondsAt(tempo, day))).toBeCloseTo(day, 5);
      const seconds = random() * 99.9;
      expect(secondsAt(tempo, dayAt(tempo, seconds))).toBeCloseTo(seconds, 8);
    }
  });
  test('outside the atlas there is only its nearest end', () => {
    expect(secondsAt(tempo, FIRST_DAY - 1000)).toBe(0);
    expect(secondsAt(tempo, LAST_DAY + 100_000)).toBeCloseTo(100, 9);
    expect([dayAt(tempo, -5), dayAt(tempo, 1e6)]).toEqual([FIRST_DAY, LAST_DAY]);
  });
});

describe('the pace', () => {
  test('is even where nothing happens', () => {
    const years = Array.from({ length: 150 }, (_, i) => yearsAround(nothing, 1861 + i));
    expect(Math.max(...years) / Math.min(...years)).toBeLessThan(1.01);
  });
  test('slows for the ship: in Mexico’s wave 1905 takes three times as long as 1890', () => {
    expect(yearsAround(mexico, 1905) / yearsAround(mexico, 1890)).toBeGreaterThan(3);
    const atSea = secondsAt(mexico, whenOf('1905-05-08').from) - secondsAt(mexico, whenOf('1905-04-04').from);
    expect(
      atSea / (secondsAt(mexico, whenOf('1904-05-08').from) - secondsAt(mexico, whenOf('1904-04-04').from)),
    ).toBeGreaterThan(4);
  });
  test('slows for people on the way: 1937 takes longer than 1867, and no year more than five seconds', () => {
    expect(yearsAround(all, 1937)).toBeGreaterThan(yearsAround(all, 1867) * 1.2);
    for (let year = 1860; year < 2026; year++) expect(yearsAround(all, year), String(year)).toBeLessThan(5);
  });
  test('is the same for two readers', () => expect(tempoOf(core)).toEqual(all));
});
