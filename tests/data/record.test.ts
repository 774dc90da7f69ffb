// What the record as a whole holds. Does not prove that a figure stands in the source that it names, nor that a translation is right.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHAPTERS, GRADES, isKnown, isMoving, kindOf } from '../../src/record/model.ts';
import { FIRST_DAY, LAST_DAY } from '../../src/record/when.ts';
import { SCHEMAS, schemaText, type SchemaName } from '../../src/tools/schemas.ts';
import { DATA } from '../../src/tools/files.ts';
import { archive, compiled, movingSeries, seriesOf } from '../the-record.ts';

const SLUGS =
  'manchuria russia hawaii mexico japan germany vietnam middle-east south-america united-states-1965 us-manufacturing'.split(
    ' ',
  );
const allSeries = [...archive.series.values()];
const known = allSeries.flatMap((series) =>
  series.observations.filter(isKnown).map((o) => ({ at: `${series.id} ${o.when.text}`, series, o })),
);
const rivals = [...archive.waves.flatMap((w) => w.rivals), ...archive.official.rivals];
const parts = [...compiled.raw.waves, compiled.raw.official];

describe('the record', () => {
  test('tells of eleven waves, in the order in which they began', () => {
    expect(archive.waves.map((w) => w.id).sort()).toEqual([...SLUGS].sort());
    const begins = archive.waves.map((w) => w.during.from);
    expect(begins).toEqual(begins.toSorted((a, b) => a - b));
  });
  test('holds at least 1,850 figures, 120 routes, 270 events and 1,000 sources', () => {
    expect(known.length).toBeGreaterThanOrEqual(1850);
    expect(archive.routes.size).toBeGreaterThanOrEqual(120);
    expect(archive.events.length).toBeGreaterThanOrEqual(270);
    expect(archive.sources.size).toBeGreaterThanOrEqual(1000);
  });
  test('knows 31 plants in the United States, each at a place on the map', () => {
    const plants = archive.waves.flatMap((w) => w.plants);
    expect(plants).toHaveLength(31);
    expect(plants.filter((p) => !archive.places.get(p.id)?.at).map((p) => p.id)).toEqual([]);
  });
  test('counts 1,133, 3,434 and 2,659 arrivals in Hawaii, in all 7,226', () => {
    const values = seriesOf('hawaii-arrivals-annual')
      .observations.filter(isKnown)
      .map((o) => o.value);
    expect(values).toEqual([1133, 3434, 2659]);
    expect(values.reduce((a, b) => a + b)).toBe(7226);
  });
});

describe('evidence', () => {
  test('every figure names at least one source, and each of them exists', () => {
    expect(
      known
        .filter(({ o }) => o.sources.length === 0 || o.sources.some((id) => !archive.sources.has(id)))
        .map((k) => k.at),
    ).toEqual([]);
  });
  test('no figure, event, route or total rests on a source that was only remembered', () => {
    const remembered = new Set(
      [...archive.sources.values()]
        .filter((s) => (s.csl['custom'] as { seen: string }).seen === 'memory')
        .map((s) => s.id),
    );
    expect(remembered.size).toBeGreaterThan(0);
    const resting = [
      ...known.map(({ at, o }) => ({ at, sources: o.sources })),
      ...archive.events.map((e) => ({ at: e.id, sources: e.sources })),
      ...[...archive.routes.values()].map((r) => ({ at: r.id as string, sources: r.sources })),
      ...[...archive.waves, archive.official]
        .flatMap((w) => w.totals)
        .map((t) => ({ at: t.id, sources: t.figure.sources })),
      ...archive.waves.flatMap((w) =>
        CHAPTERS.flatMap((c) => w.chapters[c].map((sources, i) => ({ at: `${w.id} ${c} ${i}`, sources }))),
      ),
    ];
    expect(
      resting.filter((r) => r.sources.length === 0 || r.sources.some((id) => remembered.has(id))).map((r) => r.at),
    ).toEqual([]);
  });
  test('the grade of a figure is the best among its sources', () => {
    const best = (ids: readonly string[]) =>
      ids.map((id) => archive.sources.get(id as never)!.grade).sort((a, b) => GRADES.indexOf(a) - GRADES.indexOf(b))[0];
    expect(known.filter(({ o }) => o.grade !== best(o.sources)).map((k) => k.at)).toEqual([]);
  });
  test('a figure lies within its range, and a gap has no value at all', () => {
    expect(
      known.filter(({ o }) => (o.low ?? o.value) > o.value || (o.high ?? o.value) < o.value).map((k) => k.at),
    ).toEqual([]);
    const gaps = allSeries.flatMap((s) => s.observations.filter((o) => !isKnown(o)));
    expect(gaps.length).toBeGreaterThanOrEqual(40);
    for (const gap of gaps) expect(gap).not.toHaveProperty('value');
  });
  test('every dispute has claims, and at most one of them is preferred', () => {
    expect(rivals.length).toBeGreaterThanOrEqual(150);
    expect(rivals.filter((r) => r.claims.length === 0).map((r) => r.id)).toEqual([]);
    expect(
      rivals
        .filter((r) => r.preferred !== null && r.claims.filter((c) => c.id === r.preferred).length !== 1)
        .map((r) => r.id),
    ).toEqual([]);
  });
});

describe('times', () => {
  test('the observations of a series stand in order, no two for one time', () => {
    for (const { id, observations } of allSeries)
      for (let i = 1; i < observations.length; i++) {
        const [a, b] = [observations[i - 1]!.when, observations[i]!.when];
        expect(a.from < b.from || (a.from === b.from && a.until < b.until), `${id} ${a.text} ${b.text}`).toBe(true);
      }
  });
  test('whoever moves, moves within the years of the atlas', () => {
    const outside = movingSeries.flatMap((s) =>
      s.observations
        .filter((o) => o.when.from < FIRST_DAY || o.when.until > LAST_DAY + 366)
        .map((o) => `${s.id} ${o.when.text}`),
    );
    expect(outside).toEqual([]);
  });
  test('only flows of persons move, each by a way that exists', () => {
    expect(movingSeries.length).toBeGreaterThan(60);
    for (const s of movingSeries) {
      expect([s.id, kindOf(s.measure), s.unit]).toEqual([s.id, 'flow', 'persons']);
      for (const chain of s.journeys)
        for (const id of chain) expect(archive.routes.get(id)?.wave, `${s.id} ${id}`).toBe(s.wave);
    }
    expect(allSeries.filter((s) => kindOf(s.measure) === 'stock' && isMoving(s))).toEqual([]);
  });
});

describe('texts', () => {
  const required = compiled.raw.languages.filter((l) => l.status === 'required').map((l) => l.tag);
  test('Korean and English are required', () => expect(required.sort()).toEqual(['en', 'ko']));
  test.each(required)('every series, event, dispute, person and chapter has its words in “%s”', (lang) => {
    for (const part of parts) {
      const text = compiled.raw.texts[lang]![part.id]!;
      for (const table of ['series', 'totals', 'events', 'rivals', 'people'] as const)
        expect([part.id, table, Object.keys(text[table]).sort()]).toEqual([
          part.id,
          table,
          part[table].map((x) => x.id).sort(),
        ]);
      for (const rival of part.rivals)
        expect(Object.keys(text.rivals[rival.id]!.claims).sort()).toEqual(rival.claims.map((c) => c.id).sort());
    }
  });
  test.each(required)('every note that a figure points to is written in “%s”', (lang) => {
    const unwritten = allSeries.flatMap((s) =>
      s.observations.flatMap((o) =>
        o.note !== undefined && !compiled.raw.texts[lang]![s.wave]!.notes[o.note] ? [`${s.id} ${o.note}`] : [],
      ),
    );
    expect(unwritten).toEqual([]);
  });
  test('each language has its own words: Korean in Hangul, English without', () => {
    for (const part of parts) {
      const [ko, en] = [compiled.raw.texts['ko']![part.id]!, compiled.raw.texts['en']![part.id]!];
      for (const [id, event] of Object.entries(en.events)) {
        expect([id, /[가-힣]/.test(ko.events[id]!.title)]).toEqual([id, true]);
        expect([id, /[가-힣]/.test(event.title)]).toEqual([id, false]);
      }
    }
  });
});

describe('schemas', () => {
  const names = Object.keys(SCHEMAS) as SchemaName[];
  test.each(names)('data/schema/%s.schema.json is what the code says', (name) => {
    const text = schemaText(name);
    expect(
      readFileSync(join(DATA, 'schema', `${name}.schema.json`), 'utf8') === text,
      'out of date: npm run schema',
    ).toBe(true);
  });
  test('no other schema lies about', () => {
    expect(readdirSync(join(DATA, 'schema')).sort()).toEqual(names.map((name) => `${name}.schema.json`).sort());
  });
});
