// Table, text and what is taken away say the same as the map draws. Does not prove that the record is right.
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { waveFileOf, waveTextOf } from '../../src/record/bundle.ts';
import { isKnown } from '../../src/record/model.ts';
import type { RawWave } from '../../src/record/raw.ts';
import { FIRST_YEAR, LAST_YEAR, dayOf } from '../../src/record/when.ts';
import { figuresOf } from '../../src/words/describe.ts';
import { formatNumber } from '../../src/words/number.ts';
import { proseOf } from '../../src/words/prose.ts';
import { compareRows, passes, rowsOf, type Row, type Sieve } from '../../src/words/rows.ts';
import { COLUMNS, formatCsv, formatJson } from '../../src/words/take-away.ts';
import { archive, compiled, core, seeded, textsIn } from '../the-record.ts';

const parts = [...archive.waves.map((w) => w.id as string), archive.official.id as string];
const rowsIn = (lang: 'ko' | 'en') =>
  parts.flatMap((id) => {
    const file = waveFileOf(compiled, id);
    return rowsOf(
      { record: file.record as RawWave, text: waveTextOf(compiled, lang, id), sources: file.sources },
      lang,
    );
  });
const rows = { ko: rowsIn('ko'), en: rowsIn('en') };
const byKey = new Map(rows.en.map((r) => [r.key, r]));
const open: Sieve = { words: '', status: '', grade: '', during: undefined, rivals: true };

describe('rows', () => {
  test('hold every observation of the record once, gaps too', () => {
    const all = [...archive.series.values()].flatMap((s) => s.observations);
    expect(rows.en.length).toBe(all.length);
    expect(byKey.size).toBe(rows.en.length);
    expect(rows.en.filter((r) => r.value !== null).length).toBe(all.filter(isKnown).length);
    expect(rows.en.filter((r) => r.value !== null && r.sources.length === 0)).toEqual([]);
  });
  test('table, text and map give the same number for the same question, for 200 seeded years and waves', () => {
    const next = seeded(1905);
    const texts = { ko: textsIn('ko'), en: textsIn('en') };
    let compared = 0;
    while (compared < 200) {
      const year = FIRST_YEAR + Math.floor(next() * (LAST_YEAR - FIRST_YEAR));
      const wave = core.waves[Math.floor(next() * core.waves.length)]!;
      for (const { series, observation } of figuresOf(wave, year, core.flows)) {
        const key = `${series.id} ${observation.when.text}`;
        expect(byKey.get(key)?.value, key).toBe(observation.value);
        for (const lang of ['ko', 'en'] as const) {
          const [paragraph] = proseOf([wave], core.flows, [], year, texts[lang]);
          const sentence = paragraph!.sentences.find((s) => s.key === key)!.text;
          expect(sentence).toContain(formatNumber(observation.value, lang));
          expect(sentence).not.toMatch(/[{}[\]]{2}|\{\w/);
        }
        compared++;
      }
    }
  });
  test('are sieved by words in any case and script, status, grade and year', () => {
    const kept = (sieve: Partial<Sieve>, of: readonly Row[] = rows.en) =>
      of.filter((r) => passes(r, { ...open, ...sieve }));
    expect(kept({ words: 'HAWAII 1904' }).map((r) => r.value)).toContain(3434);
    expect(kept({ words: 'merida' }).length).toBeGreaterThan(0);
    expect(kept({ words: '간도' }, rows.ko).length).toBeGreaterThan(0);
    expect(kept({ status: 'missing' }).every((r) => r.value === null)).toBe(true);
    expect(kept({ grade: 'A' }).every((r) => r.grade === 'A')).toBe(true);
    expect(
      kept({ during: [dayOf(1905), dayOf(1906)] }).every((r) => r.from < dayOf(1906) && r.until > dayOf(1905)),
    ).toBe(true);
    expect(kept({ rivals: false }).every((r) => r.preferred)).toBe(true);
    expect(kept({ words: 'no such word in the record' })).toEqual([]);
  });
  test('sort by value either way, and gaps come last in both', () => {
    for (const descending of [false, true]) {
      const values = rows.en.toSorted(compareRows('value', descending, 'en')).map((r) => r.value);
      const known = values.filter((v) => v !== null);
      expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)));
      expect(values.slice(known.length).every((v) => v === null)).toBe(true);
    }
  });
});

describe('what is taken away', () => {
  test('as CSV has a line an observation, and reads back: 3,434 for Hawaii in 1904 with its sources', () => {
    const back = csvParse(formatCsv(rows.en).replace(/^\uFEFF/, ''));
    expect(back.columns).toEqual([...COLUMNS]);
    expect(back.length).toBe(rows.en.length);
    const hawaii = back.find((r) => r['series'] === 'hawaii-arrivals-annual' && r['time'] === '1904')!;
    expect(hawaii).toMatchObject({
      value: '3434',
      from: '1904-01-01',
      until: '1904-12-31',
      status: 'reported',
      licence: 'CC BY 4.0',
    });
    expect(hawaii['sources']).toMatch(/\(B\)/);
    const gap = back.find((r) => r['status'] === 'missing')!;
    expect(gap['value']).toBe('');
  });
  test('as JSON says where it comes from and under which licence', () => {
    const from = { title: 'Korean Migration Waves', version: '0.1.0', address: '#wave=hawaii' };
    const json = JSON.parse(formatJson(rows.en.slice(0, 3), from)) as { licence: string; observations: unknown[] };
    expect(json).toMatchObject({ ...from, licence: 'CC BY 4.0' });
    expect(json.observations.length).toBe(3);
  });
});
