// What the browser opens is the record. Does not prove that the files reach it (tests/browser does).
import { describe, expect, test } from 'vitest';
import { coreTextOf, waveFileOf } from '../../src/record/bundle.ts';
import { publisherOf } from '../../src/record/publisher.ts';
import { CORE_FORM, openCore } from '../../src/record/core.ts';
import { isKnown, isMoving, type LonLat, type Observation, type PlaceId } from '../../src/record/model.ts';
import { archive, compiled, core, coreFile, posted, textsIn } from '../the-record.ts';

const plain = (o: Observation) =>
  isKnown(o)
    ? { when: o.when, value: o.value, low: o.low, high: o.high, status: o.status, grade: o.grade, sources: o.sources }
    : { when: o.when, status: o.status };

describe('the core after its way to the browser', () => {
  test('every figure of the first view is the one of the record, with range, status, grade and sources', () => {
    expect(core.series.size).toBeGreaterThan(100);
    for (const [id, series] of core.series)
      expect([id, series.observations.map(plain)]).toEqual([id, archive.series.get(id)!.observations.map(plain)]);
  });
  test('a series keeps its place, its measure, its ways, its breaks and who is preferred', () => {
    for (const [id, series] of core.series) {
      const { observations: _, growthOf: __, ...own } = archive.series.get(id)!;
      expect(series).toMatchObject(own);
    }
  });
  test('nobody who moves or stands on the map is left out', () => {
    // The official count has a view of its own; only what it lends to lanes travels with the first one.
    const lent = new Set(archive.waves.flatMap((w) => [...w.lane.flow, ...w.lane.stock]));
    const wanted = [...archive.series.values()].filter(
      (s) => (isMoving(s) || s.onMap) && (s.wave !== archive.official.id || lent.has(s.id)),
    );
    expect(wanted.filter((s) => !core.series.has(s.id)).map((s) => s.id)).toEqual([]);
    expect(core.flows.map((s) => s.id)).toEqual(wanted.filter(isMoving).map((s) => s.id));
    expect(core.stocks.map((s) => s.id)).toEqual(wanted.filter((s) => s.onMap).map((s) => s.id));
  });
  test('routes have the same legs, within 0.01 degrees', () => {
    const near = (a: LonLat, b: LonLat) => Math.abs(a[0] - b[0]) <= 0.0101 && Math.abs(a[1] - b[1]) <= 0.0101;
    expect([...core.routes.keys()]).toEqual([...archive.routes.keys()]);
    for (const [id, { legs, sources: _, ...route }] of archive.routes) {
      const opened = core.routes.get(id)!;
      expect(opened).toMatchObject(route);
      expect(opened.legs.map(({ mode, from, to, inferred }) => [mode, from, to, inferred])).toEqual(
        legs.map(({ mode, from, to, inferred }) => [mode, from, to, inferred]),
      );
      legs.forEach((leg, i) => {
        const path = opened.legs[i]!.path;
        expect([id, i, path.length]).toEqual([id, i, leg.path.length]);
        leg.path.forEach((p, k) =>
          expect(near(p, path[k]!), `${id} ${leg.from}>${leg.to} ${k}: ${p} ${path[k]}`).toBe(true),
        );
        expect(Math.abs(opened.legs[i]!.km - leg.km)).toBeLessThan(5 + leg.km * 0.005);
      });
    }
  });
  test('events, and the voyages whose people are counted, come back whole', () => {
    const bare = <T extends { sources: unknown }>({ sources: _, ...rest }: T) => rest;
    expect(core.events.map(bare)).toEqual(archive.events.map(bare));
    expect(core.voyages.map(bare)).toEqual(
      archive.voyages.filter((v) => v.flow !== null && core.series.has(v.flow)).map(bare),
    );
  });
  test('every wave has the lane and the box that the record gives it', () => {
    expect(
      core.waves.map((w) => ({
        id: w.id,
        during: w.during,
        family: w.family,
        box: w.box,
        flow: w.lane.flow.map((s) => s.id),
        stock: w.lane.stock.map((s) => s.id),
      })),
    ).toEqual(
      archive.waves.map((w) => ({
        id: w.id,
        during: w.during,
        family: w.family,
        box: w.box,
        flow: w.lane.flow,
        stock: w.lane.stock,
      })),
    );
  });
  test('a file of another form is refused', () => {
    expect(() => openCore({ ...coreFile, form: CORE_FORM + 1 })).toThrow(TypeError);
    expect(() => openCore(undefined as never)).toThrow(TypeError);
  });
});

describe('what comes after the core', () => {
  test.each([...archive.waves.map((w) => w.id), archive.official.id])(
    'the file of %s brings every source that it names',
    (id) => {
      const { record, sources } = posted(waveFileOf(compiled, id) as unknown) as {
        record: unknown;
        sources: Record<string, { id: string }>;
      };
      const named = new Set(
        JSON.stringify(record)
          .match(/"[a-z][a-z0-9-]*-[SM]\d+[a-z]?"/g)
          ?.map((s) => s.slice(1, -1)),
      );
      expect(named.size).toBeGreaterThan(5);
      expect([...named].filter((s) => archive.sources.has(s as never) && sources[s]?.id !== s)).toEqual([]);
      expect([...named].filter((s) => !archive.sources.has(s as never))).toEqual([]);
    },
  );
  test.each(['ko', 'en'])('the texts of the first view name every place, series and event in “%s”', (lang) => {
    const text = posted(coreTextOf(compiled, lang));
    for (const id of core.places.keys()) expect([id, text.places[id]?.length ?? 0]).not.toEqual([id, 0]);
    for (const id of core.series.keys()) expect(text.series[id]).not.toBe(id);
    for (const e of core.events) expect(text.events[e.id]).not.toBe(e.id);
    for (const w of core.waves) expect(text.waves[w.id]?.name).toBeTruthy();
  });
  test('Chientao is another spelling of Jiandao: written in the record, and not sent with the first view', () => {
    const spellings = compiled.raw.places.places.find((p) => p.id === 'jiandao')!.names['en']!.map(([name]) => name);
    expect(spellings).toContain('Chientao');
    expect(JSON.stringify(coreTextOf(compiled, 'en'))).not.toContain('Chientao');
    expect(textsIn('en').placeName('jiandao' as PlaceId)).toBe('Jiandao (Gando)');
  });
  test('the first view has one name of today for a place, and every name of a time', () => {
    for (const lang of ['ko', 'en'])
      for (const [id, names] of Object.entries(coreTextOf(compiled, lang).places)) {
        const all = compiled.raw.places.places.find((p) => p.id === id)!.names[lang]!;
        expect([id, names.filter(([, period]) => !period)]).toEqual([id, [all.find(([, period]) => !period)]]);
        expect([id, names.filter(([, period]) => period)]).toEqual([id, all.filter(([, period]) => period)]);
      }
  });
  test('no spelling of a place is written twice', () => {
    const plain = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (const { id, names } of compiled.raw.places.places)
      for (const [lang, list] of Object.entries(names)) {
        // The same name may come back in another time: Changchun, Xinjing, Changchun.
        const times = new Set(list.filter(([, period]) => period).map(([name]) => plain(name)));
        const spellings = list.filter(([, period]) => !period).map(([name]) => plain(name));
        expect([id, lang, spellings.filter((s, i) => times.has(s) || spellings.indexOf(s) !== i)]).toEqual([
          id,
          lang,
          [],
        ]);
      }
  });
  test('every figure of the first view can say who published its first source', () => {
    const { publishers } = coreTextOf(compiled, 'en');
    for (const s of core.series.values())
      for (const o of s.observations)
        if (isKnown(o)) expect(publishers[o.sources[0]], `${s.id} ${o.when.text}`).toBeTruthy();
  });
  test('a publisher is named in at most 56 letters; by author or title where nobody published', () => {
    for (const lang of ['ko', 'en'])
      for (const name of Object.values(coreTextOf(compiled, lang).publishers))
        expect(name.length).toBeLessThanOrEqual(56);
    expect(publisherOf({ title: 'A letter' })).toBe('A letter');
    expect(publisherOf({ title: 'A letter', author: [{ family: 'Ahn' }] })).toBe('Ahn');
    expect(publisherOf({ title: 'A letter', author: [{ family: 'Ahn' }], publisher: 'AKS' })).toBe('AKS');
  });
  test('no publisher is named for nothing', () => {
    const named = new Set([...archive.sources.values()].map((s) => publisherOf(s.csl)));
    for (const names of Object.values(compiled.raw.publishers))
      expect(Object.keys(names).filter((n) => n !== '$schema' && !named.has(n))).toEqual([]);
  });
});
