// A scenario in words, as files and as a picture; and the counted movements beside it. Does not prove that a picture looks well.
import { csvParse } from 'd3-dsv';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIELDS, formatPlan, type Plan } from '../../src/scenario/plan.ts';
import { projectPlan } from '../../src/scenario/stay.ts';
import { drawnStatus } from '../../src/scene/schedule.ts';
import { ROOT } from '../../src/tools/files.ts';
import { FORMATS, type Format } from '../../src/views/picture/plate.ts';
import { paletteOf } from '../../src/views/picture/palette.ts';
import { sceneOf } from '../../src/views/picture/scene-of.ts';
import { countedOf } from '../../src/views/stay/counted.ts';
import { stayPicture } from '../../src/views/stay/picture.ts';
import { LANGS, type Lang } from '../../src/words/number.ts';
import { describeAssumption, describePlan, formatPlanCsv, formatPlanJson } from '../../src/words/plan-rows.ts';
import { compiled, core, textsIn } from '../the-record.ts';

const texts = { ko: textsIn('ko'), en: textsIn('en') };
const { presets } = compiled.raw.today!;
const decade = presets.find((p) => p.id === 'decade')!.plan;
const years = projectPlan(decade);
const note = compiled.raw.todayTexts['en']!.stay.intro;
const from = { title: 'x', version: '0.1.0', address: `https://example.org/#plan=${formatPlan(decade)}`, note };

describe('assumptions in words', () => {
  test('name every number with its unit, shares in per cent and years without a comma', () => {
    expect(FIELDS.map((f) => describeAssumption(f, decade[f], texts.en))).toEqual([
      '2,000 people',
      '2026',
      '12 years',
      '30%',
      '70%',
      '1.5 on average',
      'age 0',
      'age 12',
      '2%',
    ]);
    expect(describeAssumption('firstYear', 2026, texts.ko)).toBe('2026년');
    expect(describeAssumption('years', 1, texts.en)).toBe('1 year');
    expect(describeAssumption('stayShare', 1, texts.en)).toBe('100%');
    expect(describeAssumption('attrition', 0.015, texts.en)).toBe('1.5%');
  });
  test.each(LANGS)('are all in one sentence, “%s”', (lang) => {
    const said = describePlan(decade, texts[lang]);
    for (const n of ['2,000', '2026', '12', '30%', '70%', '1.5', '2%']) expect(said).toContain(n);
    expect(said).not.toMatch(/[{}[\]]/);
    expect(describePlan({ ...decade, ageFrom: 4, ageTo: 4 }, texts[lang])).not.toMatch(/4[–~]4/);
  });
});

describe('the years as files', () => {
  test('say in every line that they are a scenario, on which assumptions, under which licence and where', () => {
    const rows = csvParse(formatPlanCsv(years, decade, from).replace('\uFEFF', ''));
    expect(rows).toHaveLength(35);
    for (const row of rows)
      expect([row['kind'], row['note'], row['licence'], row['address'], row['assumed_share_who_stay']]).toEqual([
        'scenario',
        note,
        'CC BY 4.0',
        from.address,
        '0.3',
      ]);
    const of2035 = rows.find((r) => r['year'] === '2035')!;
    expect(Number(of2035['present_at_end_of_year'])).toBeCloseTo(18_292.719311, 6);
    const ages = Array.from({ length: 18 }, (_, age) => Number(of2035[`children_aged_${age}`]));
    expect(ages.reduce((a, b) => a + b)).toBeCloseTo(Number(of2035['children_under_18']), 4);
  });
  test('are the same years as JSON, with the assumptions once', () => {
    const file = JSON.parse(formatPlanJson(years, decade, from)) as {
      kind: string;
      note: string;
      licence: string;
      address: string;
      assumptions: Record<string, number>;
      years: Record<string, number>[];
    };
    expect([file.kind, file.note, file.licence, file.address]).toEqual(['scenario', note, 'CC BY 4.0', from.address]);
    expect(Object.values(file.assumptions)).toEqual(FIELDS.map((f) => decade[f]));
    expect(file.years).toHaveLength(35);
    expect(file.years[0]).toMatchObject({ year: 2026, arrived: 2000, present_at_end_of_year: 2000, families: 1400 });
  });
});

describe('the chart as a picture', () => {
  const palette = paletteOf(readFileSync(`${ROOT}src/style/tokens.css`, 'utf8'), 'light');
  const scenes = { ko: sceneOf(core, texts.ko, [], 0), en: sceneOf(core, texts.en, [], 0) };
  const pictureOf = (lang: Lang, plan: Plan, format: Format) => {
    const { say } = texts[lang];
    return stayPicture(
      scenes[lang],
      { land: {}, palette, stroke: 1 },
      {
        title: say('stay.picture.title'),
        period: '2026–2060',
        unit: say('stay.picture.unit'),
        people: '',
        sources: say('stay.picture.assumed', { plan: describePlan(plan, texts[lang]) }),
        uncounted: compiled.raw.todayTexts[lang]!.stay.caution,
        credit: say('stay.picture.credit', { version: '0.1.0' }),
        address: from.address,
        alt: 'alt',
      },
      format,
      plan,
    );
  };
  const wordsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1]!);

  test.each(LANGS)('has title, years, unit, assumptions, licence and “no forecast” in its frame: %s', (lang) => {
    for (const format of Object.keys(FORMATS) as Format[]) {
      const words = wordsIn(pictureOf(lang, decade, format));
      const all = words.join(' ');
      const { say } = texts[lang];
      for (const key of ['stay.picture.title', 'stay.picture.unit', 'stay.scenario', 'stay.no-forecast'])
        expect(all).toContain(say(key));
      for (const part of ['2026–2060', '2,000', '30%', '70%', 'CC BY 4.0', from.address]) expect(all).toContain(part);
    }
  });
  test('uses no colour of people: those belong to who was counted', () => {
    const svg = pictureOf('en', decade, 'wide');
    for (const family of ['river', 'plantation', 'state', 'settle', 'make'])
      expect(svg).not.toContain(palette[family]!);
  });
  test('has no number that is none, for any preset and where nobody is sent', () => {
    for (const plan of [...presets.map((p) => p.plan), { ...decade, perYear: 0 }, { ...decade, firstYear: 2040 }])
      expect(pictureOf('en', plan, 'square')).not.toMatch(/NaN|undefined|Infinity/);
  });
  test('of another plan has other names for its parts', () => {
    const idsIn = (plan: Plan) => [...pictureOf('en', plan, 'wide').matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!);
    const [a, b] = [idsIn(decade), idsIn({ ...decade, children: 1.4 })];
    expect(a.length).toBeGreaterThan(1);
    expect(new Set(a).size).toBe(a.length);
    expect(a.filter((id) => b.includes(id))).toEqual([]);
  });
});

describe('earlier movements as counted', () => {
  const counted = countedOf(core);
  const figures = counted.flatMap((c) => [c.present ?? [], c.moving ?? []].flat());
  test('are one row a wave, and every figure is drawn as counted, on the way out, while the wave lasted', () => {
    expect(counted.map((c) => c.wave)).toEqual(core.waves);
    for (const { series, observation } of figures) {
      const { during } = core.waves.find((w) => w.id === series.wave)!;
      expect([series.id, drawnStatus(observation), series.way, series.unit]).toEqual([
        series.id,
        'reported',
        'out',
        'persons',
      ]);
      expect(observation.when.from).toBeLessThan(during.until);
    }
  });
  test('50,000 troops in Vietnam at the end of 1968, 1,717 nurses to Germany in 1970, 9,980 by sea to Russia in 1894', () => {
    const of = (wave: string) => counted.find((c) => c.wave.id === wave)!;
    expect(of('vietnam').present?.observation).toMatchObject({ value: 50_000, when: { text: '1968-12-31' } });
    expect(of('germany').moving?.observation).toMatchObject({ value: 1717, when: { text: '1970' } });
    expect(of('russia').moving?.observation).toMatchObject({ value: 9980, when: { text: '1894' } });
  });
  test('of workers leaving for all the world none is said to have gone to the Middle East', () => {
    expect(counted.find((c) => c.wave.id === 'middle-east')!.moving?.series.id).toBe('saudi-exits');
  });
  test('for American plants there is no count of people, only of visas', () => {
    const plants = counted.find((c) => c.wave.id === 'us-manufacturing')!;
    expect([plants.present, plants.moving]).toEqual([undefined, undefined]);
  });
});
