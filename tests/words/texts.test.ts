// The sentences of the interface. Reads the sources as text: a key that is put together elsewhere is not seen.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CHAPTERS,
  COMPULSIONS,
  FAMILIES,
  GRADES,
  POINTS,
  PLANT_STATUSES,
  SECTORS,
  STATUSES,
  UNITS,
  WAYS,
  type PlaceId,
} from '../../src/record/model.ts';
import { CLAIMS } from '../../src/record/claims.ts';
import { DESCENTS } from '../../src/record/raw-today.ts';
import { whenOf } from '../../src/record/when.ts';
import { ALL_PLANTS } from '../../src/scene/plants.ts';
import { FIELDS } from '../../src/scenario/plan.ts';
import { FORMS, PAGES, THEMES } from '../../src/state/view-state.ts';
import { ROOT } from '../../src/tools/files.ts';
import { PLANT_SORTS } from '../../src/words/plant-rows.ts';
import { YEAR_COLUMNS } from '../../src/words/plan-rows.ts';
import { SORTS } from '../../src/words/rows.ts';
import { KINDS } from '../../src/words/search-file.ts';
import { Texts } from '../../src/words/texts.ts';
import { compiled, core, textsIn } from '../the-record.ts';

const uis = compiled.raw.ui as Readonly<Record<'ko' | 'en', Readonly<Record<string, string>>>>;
const keys = Object.keys(uis.en).filter((k) => k !== '$schema');
const slotsOf = (text: string) => [...new Set([...text.matchAll(/\{(\w+)(?:\|[^}]+)?\}/g)].map((m) => m[1]!))].sort();

const folder = join(ROOT, 'src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.(svelte|ts)$/.test(f) && !f.startsWith('tools') && !f.startsWith('record'))
  .map((f) => ({ file: f, text: readFileSync(join(folder, f), 'utf8') }));
/** What the sources say: `say('…')`, `say(a ? '…' : '…')`, say(`status.${…}`). */
const said = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\bsay\(([^)]*)/g)].map((m) => ({ file, call: m[1]! })),
);
const plain = new Set(
  said.flatMap(({ call }) =>
    call.split('{ ')[0]!.startsWith('`') ? [] : [...call.split('{ ')[0]!.matchAll(/'([\w.-]+)'/g)].map((m) => m[1]!),
  ),
);
const templates = new Set(
  said.flatMap(({ call }) => [...call.matchAll(/`([^`]*)`/g)].map((m) => m[1]!.replace(/\$\{[^}]*\}/g, '*'))),
);

/** Every key that a template may ask for. */
const filled: Readonly<Record<string, readonly string[]>> = {
  'theme.*': THEMES,
  'form.*': FORMS,
  'claims.*': CLAIMS,
  'claims.*.note': ['low', 'high'],
  'table.*': SORTS,
  'prose.figure.*.*': ['people', 'unit'].flatMap((of) => STATUSES.map((status) => `${of}.${status}`)),
  'status.*': STATUSES,
  'status.*.long': STATUSES,
  'compulsion.*': COMPULSIONS,
  'unit.*': UNITS,
  'grade.*': GRADES,
  'family.*': FAMILIES,
  'chapter.*': CHAPTERS,
  'flow.*': WAYS,
  'circle.*': ['counted', 'between'],
  'page.*': PAGES,
  'page.*.title': PAGES,
  'abroad.*': ['nationals', 'foreign'],
  'abroad.short.*': ['nationals', 'foreign'],
  'abroad.how.*': DESCENTS,
  'abroad.words.*': compiled.raw.today!.abroad.map((p) => p.id),
  'way.*': WAYS,
  'tool.*': ['search', 'filter', 'beside', 'take'],
  'search.kind.*': [...KINDS, 'year'],
  'take.*': ['link', 'cite', 'data', 'picture', 'portal'],
  'cite.*': ['ko', 'en'],
  'picture.*': ['map', 'multiples', 'lanes', 'wide', 'square', 'tall'],
  'sector.*': SECTORS,
  'plant.status.*': PLANT_STATUSES,
  'plant.col.*': PLANT_SORTS,
  'plants.by.*': Object.keys(ALL_PLANTS),
  'picture.unit-*': ['map', 'multiples', 'lanes'],
  'page.point.*.title': POINTS,
  'page.papers.*.title': ['charts', 'table', 'september'],
  'papers.col.*': ['lets', 'length', 'family'],
  'papers.tag.*': ['none', 'bill'],
  'stay.*': FIELDS,
  'stay.*.value': FIELDS,
  'stay.*.hint': FIELDS.filter((f) => !f.startsWith('age')),
  'stay.col.*': YEAR_COLUMNS,
  'stay.sign.*': ['onTerm', 'forGood', 'school'],
  'papers.*': ['people', 'money'],
  'raid.*.papers': ['esta', 'b', 'permit', 'others'],
};

describe('the interface', () => {
  test('has the same keys in both languages, none of them empty', () => {
    expect(Object.keys(uis.ko).sort()).toEqual(Object.keys(uis.en).sort());
    for (const key of keys) for (const lang of ['ko', 'en'] as const) expect(uis[lang][key]!.trim(), key).not.toBe('');
  });
  test('has the same slots in both languages', () => {
    for (const key of keys) expect([key, slotsOf(uis.ko[key]!)]).toEqual([key, slotsOf(uis.en[key]!)]);
  });
  test('gives every particle with both of its forms, in Korean only', () => {
    const FORMS = ['은/는', '이/가', '을/를', '과/와', '와/과', '으로/로'];
    for (const key of keys) {
      for (const [, particle] of uis.ko[key]!.matchAll(/\{\w+\|([^}]+)\}/g)) expect(FORMS, key).toContain(particle);
      expect(uis.en[key], key).not.toContain('|');
      // A particle written right behind a slot would not agree with what fills it.
      expect(uis.ko[key], key).not.toMatch(/\}(은|는|이|가|을|를|으로|로|과|와)(\s|$|[.,])/);
    }
  });
  test('is Korean in Korean', () => {
    const same = keys.filter(
      (k) => uis.ko[k] === uis.en[k] && /[A-Za-z]{3}/.test(uis.en[k]!.replace(/\{[^}]*\}/g, '')),
    );
    expect(same).toEqual([]);
    expect(keys.filter((k) => /[가-힣]/.test(uis.en[k]!))).toEqual([]);
  });
});

describe('what the sources say', () => {
  test('is found at all', () => {
    expect(plain.size).toBeGreaterThan(40);
    expect(plain).toContain('pause');
    expect(templates).toContain('compulsion.*');
  });
  test.each(['ko', 'en'] as const)('stands in “%s”, key by key', (lang) => {
    expect([...plain].filter((key) => !(key in uis[lang]))).toEqual([]);
  });
  test('with a template asks only for keys that this test knows how to fill', () => {
    expect([...templates].filter((t) => t !== 'command.*' && !(t in filled))).toEqual([]);
  });
  test.each(Object.entries(filled))('%s has a sentence for each of them', (template, values) => {
    for (const lang of ['ko', 'en'] as const)
      expect(
        values
          .map((v) => template.replace(template.includes('*.*') ? '*.*' : '*', v))
          .filter((key) => !(key in uis[lang])),
      ).toEqual([]);
  });
  test('fills just the slots that the sentence has', () => {
    for (const { file, call } of said) {
      const m = /^'([\w.-]+)', \{ (.*)$/s.exec(call.replace(/\s+/g, ' '));
      if (!m) continue;
      const given = [...m[2]!.matchAll(/(?:^|, )(\w+)(?=:|,| \}|$)/g)].map((g) => g[1]!);
      for (const slot of slotsOf(uis.en[m[1]!]!).slice(0, given.length))
        expect(slotsOf(uis.en[m[1]!]!), `${file}: ${m[1]}`).toContain(slot);
      expect(slotsOf(uis.en[m[1]!]!), `${file}: ${m[1]}`).toContain(given[0]);
    }
  });
});

describe('names', () => {
  const [ko, en] = [textsIn('ko'), textsIn('en')];
  test('a place has the name of its time and the name of today: Toyohara, Yuzhno-Sakhalinsk', () => {
    const id = [...core.places.keys()].find((p) => p === 'sakhalin-toyohara') as PlaceId;
    expect(en.placeNameAt(id, whenOf('1940').from)).not.toBe(en.placeName(id));
    expect(en.placeNameAt(id, whenOf('2020').from)).toBe(en.placeName(id));
  });
  test('every place, wave, series and event has a name that is not its id', () => {
    for (const texts of [ko, en]) {
      for (const id of core.places.keys()) expect(texts.placeName(id)).not.toBe(id);
      for (const w of core.waves)
        expect(
          [texts.waveName(w.id), texts.waveTitle(w.id), texts.waveSummary(w.id)].every(
            (t) => t !== w.id && t.length > 1,
          ),
        ).toBe(true);
      for (const id of core.series.keys()) expect(texts.seriesName(id)).not.toBe(id);
      for (const e of core.events) expect(texts.eventTitle(e.id)).not.toBe(e.id);
    }
  });
  test('what has no name shows its id, and a missing sentence its key', () => {
    expect(en.placeName('nowhere' as PlaceId)).toBe('nowhere');
    expect(en.placeNameAt('nowhere' as PlaceId, 0)).toBe('nowhere');
    expect([en.has('play'), en.has('dance'), en.say('dance')]).toEqual([true, false, '[[dance]]']);
  });
  test('a file without texts is refused', () => {
    for (const file of [undefined, null, {}, { ui: {} }, { places: {} }, 'text'])
      expect(() => new Texts(file as never)).toThrow(TypeError);
  });
});
