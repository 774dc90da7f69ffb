// Low, best, high. Does not prove that a range is wide enough.
import { describe, expect, test } from 'vitest';
import { CLAIMS, claimCore, claimedValue, countRanges } from '../../src/record/claims.ts';
import { isKnown } from '../../src/record/model.ts';
import { core } from '../the-record.ts';

describe('claims', () => {
  test('the Ilford carried 1,033, at the least 1,026 and at the most 1,089', () => {
    const of = (claims: (typeof CLAIMS)[number]) => {
      const series = [...claimCore(core, claims).series.values()].find((s) => s.id === 'mexico-departures')!;
      return series.observations.filter(isKnown)[0]!.value;
    };
    expect(CLAIMS.map(of)).toEqual([1026, 1033, 1089]);
  });
  test('low is never above best, best never above high; lanes, flows and circles follow', () => {
    const [low, high] = [claimCore(core, 'low'), claimCore(core, 'high')];
    for (const [id, series] of core.series)
      series.observations.forEach((o, i) => {
        if (!isKnown(o)) return;
        const [a, b] = [low, high].map((c) => c.series.get(id)!.observations[i]!);
        if (!a || !b || !isKnown(a) || !isKnown(b)) throw new Error(`${series.id} lost a figure`);
        expect(a.value).toBeLessThanOrEqual(o.value);
        expect(b.value).toBeGreaterThanOrEqual(o.value);
        expect([a.low, a.high]).toEqual([o.low, o.high]);
      });
    for (const claimed of [low, high]) {
      expect(claimed.flows.map((f) => f.id)).toEqual(core.flows.map((f) => f.id));
      for (const w of claimed.waves)
        for (const s of [...w.lane.flow, ...w.lane.stock]) expect(claimed.series.get(s.id)).toBe(s);
      for (const s of claimed.stocks) expect(claimed.series.get(s.id)).toBe(s);
    }
  });
  test('without a range nothing changes, not even the object', () => {
    const high = claimCore(core, 'high');
    for (const [id, series] of core.series) if (countRanges([series]) === 0) expect(high.series.get(id)).toBe(series);
    expect(claimCore(core, 'best')).toBe(core);
    expect(claimedValue({ value: 7 }, 'low')).toBe(7);
  });
});
