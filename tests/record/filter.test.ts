// What a filter lets through, over the whole record. Does not prove that a view heeds it (tests/browser does).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FILTER, countFigures, filterCore, isOpen, passesFigure, type Filter } from '../../src/record/filter.ts';
import { COMPULSIONS, FAMILIES, GRADES, STATUSES, WAYS, isKnown } from '../../src/record/model.ts';
import { FIRST_YEAR, LAST_YEAR, dayOf, whenOf } from '../../src/record/when.ts';
import { core } from '../the-record.ts';

const only = (f: Partial<Filter>) => filterCore(core, { ...NO_FILTER, ...f });
const known = (of: typeof core) => [...of.series.values()].flatMap((s) => s.observations.filter(isKnown));

describe('a filter', () => {
  test('that asks for nothing is the record itself', () => {
    expect(isOpen(NO_FILTER)).toBe(true);
    expect(filterCore(core, NO_FILTER)).toBe(core);
  });
  test('for the deported leaves 95,256 to Kazakhstan in 1937, and no settler of Hawaii', () => {
    const kept = only({ compulsions: ['deported'] });
    expect(known(kept).map((o) => o.value)).toContain(95_256);
    expect([...kept.series.values()].every((s) => s.compulsion === 'deported')).toBe(true);
    expect([...kept.routes.values()].every((r) => r.compulsion === 'deported')).toBe(true);
    expect(kept.flows.some((f) => f.wave === 'hawaii')).toBe(false);
  });
  test('for the way back leaves the returns of 1945 and no arrival', () => {
    const kept = only({ ways: ['back'] });
    expect(kept.flows.length).toBeGreaterThan(3);
    expect(kept.flows.every((f) => f.way === 'back')).toBe(true);
  });
  test('for a kind of journey leaves its waves: Hawaii and Mexico to the plantations', () => {
    expect(only({ kinds: ['plantation'] }).waves.map((w) => w.id)).toEqual(['hawaii', 'mexico']);
  });
  test('for a status or a grade leaves no gap: a gap has neither', () => {
    for (const f of [{ statuses: ['reported'] as const }, { grades: ['A'] as const }])
      for (const s of only(f).series.values()) expect(s.observations.every(isKnown)).toBe(true);
    expect(passesFigure({ status: 'missing', grade: null, when: whenOf('1905') }, NO_FILTER)).toBe(true);
  });
  test('for 1902–1905 leaves what has a moment in those years', () => {
    const kept = only({ years: [1902, 1905] });
    const [from, until] = [dayOf(1902), dayOf(1906)];
    for (const o of known(kept)) expect(o.when.from < until && o.when.until > from).toBe(true);
    for (const e of kept.events) expect(e.date.from < until && e.date.until > from).toBe(true);
    expect(known(kept).map((o) => o.value)).toContain(3434);
    expect(known(kept).length).toBeLessThan(60);
  });
  test('keeps the very objects of which it hides nothing, and never adds a figure', () => {
    const filter = fc.record({
      kinds: fc.subarray([...FAMILIES]),
      compulsions: fc.subarray([...COMPULSIONS]),
      ways: fc.subarray([...WAYS]),
      statuses: fc.subarray([...STATUSES]),
      grades: fc.subarray([...GRADES]),
      years: fc.option(
        fc
          .tuple(fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }), fc.integer({ min: 0, max: 40 }))
          .map(([a, n]) => [a, Math.min(LAST_YEAR, a + n)] as const),
      ),
    });
    const all = new Set(known(core));
    fc.assert(
      fc.property(filter, (f) => {
        const kept = filterCore(core, f);
        expect(countFigures(kept.series.values())).toBeLessThanOrEqual(all.size);
        for (const o of known(kept)) expect(all.has(o)).toBe(true);
        for (const w of kept.waves)
          for (const s of [...w.lane.flow, ...w.lane.stock]) expect(kept.series.get(s.id)).toBe(s);
        for (const s of kept.series.values())
          if (s.observations.length === core.series.get(s.id)!.observations.length)
            expect(s).toBe(core.series.get(s.id));
      }),
      { seed: 1937, numRuns: 100 },
    );
  });
  test('counts what it hides: all ways together are the whole', () => {
    const whole = countFigures(core.series.values());
    const parts = WAYS.map((way) => countFigures(only({ ways: [way] }).series.values()));
    expect(parts.reduce((a, b) => a + b, 0)).toBe(whole);
    expect(parts.every((n) => n > 0)).toBe(true);
  });
});
