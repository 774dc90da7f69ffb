// One rival claim in the place of the preferred one. Does not prove that the claim is right: the reader chose it.
import { describe, expect, test } from 'vitest';
import { waveFileOf } from '../../src/record/bundle.ts';
import { isKnown, type Grade, type SeriesId } from '../../src/record/model.ts';
import { findChoice, findPicked, isPick, openRaw, pickCore, pickRaw, waveOfPick } from '../../src/record/picks.ts';
import type { RawWave } from '../../src/record/raw.ts';
import { archive, compiled, core } from '../the-record.ts';

const rawOf = (id: string) => compiled.raw.waves.find((w) => w.id === id)!;
const gradeOf = (id: string): Grade => archive.sources.get(id as never)!.grade;
const pickedCore = (pick: string) => pickCore(core, [{ raw: pickRaw(rawOf(waveOfPick(pick)), [pick]), gradeOf }]);
const valuesOf = (of: typeof core, id: string) =>
  new Map(
    of.series
      .get(id as SeriesId)!
      .observations.filter(isKnown)
      .map((o) => [o.when.text, o.value]),
  );

describe('a claim', () => {
  const c1 = 'manchuria.manchuria-rival-01.c1';
  test('of 100,000 in Jiandao in 1907 takes the place of 72,076, with its own source, and nothing else changes', () => {
    expect(findChoice(rawOf('manchuria'), 'manchuria-rival-01', 'c1')).toEqual({
      kind: 'figure',
      series: 'jiandao-stock',
      when: '1907',
      value: 100_000,
      sources: ['manchuria-S12'],
    });
    const [before, after] = [valuesOf(core, 'jiandao-stock'), valuesOf(pickedCore(c1), 'jiandao-stock')];
    expect([before.get('1907'), after.get('1907')]).toEqual([72_076, 100_000]);
    for (const [when, value] of after) if (when !== '1907') expect(value).toBe(before.get(when));
    const changed = [...pickedCore(c1).series].filter(([id, s]) => s !== core.series.get(id)).map(([id]) => id);
    expect(changed.sort()).toEqual(['jiandao-growth', 'jiandao-stock']);
  });
  test('moves the growth between the counts, too: 1908–10 is then 9,500, not 37,424', () => {
    expect(valuesOf(core, 'jiandao-growth').get('1908/1910')).toBe(37_424);
    expect(valuesOf(pickedCore(c1), 'jiandao-growth').get('1908/1910')).toBe(9_500);
  });
  test('that is a series of its own stands for the whole question: the census for Koreans in Japan', () => {
    const after = valuesOf(pickedCore('japan.jp-stock-census'), 'jp-stock-best');
    const census = rawOf('japan').series.find((s) => s.id === 'jp-stock-census')!;
    expect([...after.values()]).toEqual(census.observations.flatMap((o) => (o[1] === 'missing' ? [] : [o[1]])));
  });
  test('of a total is text: the record of the first view stays as it is', () => {
    for (const w of compiled.raw.waves)
      for (const r of w.rivals)
        for (const c of r.claims)
          if (findChoice(w, r.id, c.id)?.kind === 'total') {
            const pick = `${w.id}.${r.id}.${c.id}`;
            const picked = pickRaw(w, [pick]);
            expect(picked.series).toEqual(w.series);
            expect(picked.totals).not.toEqual(w.totals);
          }
  });
  test('without number, without source, or preferred already, is no choice', () => {
    let choices = 0;
    for (const w of compiled.raw.waves)
      for (const r of w.rivals)
        for (const c of r.claims) {
          const choice = findChoice(w, r.id, c.id);
          if (!choice) continue;
          choices++;
          expect(c.id).not.toBe(r.preferred);
          if (choice.kind !== 'series')
            expect(choice.sources.every((id) => archive.sources.has(id as never))).toBe(true);
        }
    console.log(`${choices} rival claims can be drawn`);
    expect(choices).toBeGreaterThan(150);
  });
  test('every choice changes the record of its wave, and every figure keeps a source', () => {
    for (const w of compiled.raw.waves)
      for (const r of w.rivals)
        for (const c of r.claims) {
          if (!findChoice(w, r.id, c.id)) continue;
          const picked: RawWave = pickRaw(w, [`${w.id}.${r.id}.${c.id}`]);
          expect(JSON.stringify(picked), `${r.id} ${c.id}`).not.toBe(JSON.stringify(w));
          for (const s of picked.series)
            for (const raw of s.observations) {
              const o = openRaw(raw, s.yearOf ?? 'calendar', gradeOf);
              if (isKnown(o)) expect(o.sources.length).toBeGreaterThan(0);
            }
        }
  });
});

describe('a pick', () => {
  test.each(['mexico.a.c1', 'japan.jp-stock-census', 'middle-east.x_1.c-2'])('%s is one', (p) =>
    expect(isPick(p)).toBe(true),
  );
  test.each(['', 'mexico', '.a', 'a.', 'a b.c', 'a.b.c.d', 'a.b.'])('“%s” is none', (p) =>
    expect(isPick(p)).toBe(false),
  );
  test('of what is not in the record changes nothing', () => {
    const w = rawOf('mexico');
    for (const p of ['mexico.nothing.c1', 'mexico.nothing', 'japan.jp-stock-census', 'nonsense'])
      expect(pickRaw(w, [p])).toBe(w);
    expect(findPicked(w, 'japan.jp-stock-census')).toBeUndefined();
    expect(pickCore(core, [])).toBe(core);
  });
  test('the raw record without picks gives the very series of the core', () => {
    for (const w of compiled.raw.waves) {
      const again = pickCore(core, [{ raw: waveFileOf(compiled, w.id).record as RawWave, gradeOf }]);
      for (const [id, s] of again.series) expect(s).toBe(core.series.get(id));
    }
  });
});
