// Which plants there are at an instant, by the dates of the record, and how large their signs are.
// Does not prove that the record knows every plant, nor what became of one between its dates.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLANT_STATUSES, SECTORS, type Plant } from '../../src/record/model.ts';
import type { RawWave } from '../../src/record/raw.ts';
import { FIRST_DAY, LAST_DAY, dayOf, isoAt, middleOf } from '../../src/record/when.ts';
import { drawSector } from '../../src/scene/plant-signs.ts';
import {
  ALL_PLANTS,
  RADIUS_UNKNOWN,
  STATUS_FROM,
  changeBefore,
  changesOf,
  openPlants,
  passesPlants,
  plantAt,
  plantsAt,
  radiusOfJobs,
  type PlantFilter,
} from '../../src/scene/plants.ts';
import { cameraOn, worldPicture } from '../../src/scene/projection.ts';
import { DATA } from '../../src/tools/files.ts';
import { boxOf, isNearest, labelsOf, signsOf, spreadOf } from '../../src/views/making/layout.ts';
import { formatAmount, formatPlantsCsv, formatPlantsJson, plantRowsOf } from '../../src/words/plant-rows.ts';
import { archive, core, posted, seeded, textsIn } from '../the-record.ts';

type RawPlant = NonNullable<RawWave['plants']>[number];
/** As they stand in the file, read without the code under test. */
const raw = (JSON.parse(readFileSync(join(DATA, 'waves/us-manufacturing.json'), 'utf8')) as RawWave).plants!;
const plants = openPlants(posted(raw));
const at = (id: string, day: number) =>
  plantAt(
    plants.find((p) => p.id === id)!,
    day,
  )?.state;
const idsAt = (day: number, filter?: PlantFilter) => plantsAt(plants, day, filter).map((s) => s.plant.id as string);
const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const some = <T>(list: readonly T[]) => fc.subarray([...list]);
const filter: fc.Arbitrary<PlantFilter> = fc.record({
  sectors: some(SECTORS),
  states: some([...new Set(raw.map((p) => p.state))]),
  companies: some([...new Set(raw.map((p) => p.company))]),
  statuses: some(PLANT_STATUSES),
});

describe('plants and yards', () => {
  test('there are 31 of them, and a wave’s own file opens as the record was compiled', () => {
    expect(plants).toHaveLength(31);
    const compiled = archive.waves.flatMap((w) => w.plants);
    expect(plants).toEqual(posted(compiled));
    expect(openPlants(undefined)).toEqual([]);
  });
  test('in the middle of 2010 five had been announced or opened: two car plants, a battery plant, a chip plant, transformers', () => {
    expect(idsAt(middleOf(2010)).sort()).toEqual(['hdh-electric', 'hmma', 'kia-georgia', 'lges-holland', 'sas']);
    expect(at('hdh-electric', middleOf(2010))).toBe('announced');
  });
  test('one stood in 2000, eight in 2018, 17 in 2022, 29 in the middle of 2025, all 31 in 2026', () => {
    expect([2000, 2018, 2022, 2025, 2026].map((y) => idsAt(middleOf(y)).length)).toEqual([1, 8, 17, 29, 31]);
  });
  test('ten of them, drawn by lot, are there in 2025 or not as their own dates say', () => {
    const dice = seeded(2025);
    const left = [...raw];
    for (let i = 0; i < 10; i++) {
      const [p] = left.splice(Math.floor(dice() * left.length), 1) as [RawPlant];
      // ISO dates compare as text; a year alone comes before all of its days.
      const now = isoAt(middleOf(2025));
      const began = p.announced ?? p.opened;
      expect(at(p.id, middleOf(2025)), p.id).toBe(
        began === null || began > now ? undefined : p.opened !== null && p.opened <= now ? 'operating' : 'announced',
      );
    }
  });
  test('the Metaplant is announced in May 2022 and opens on 26 March 2025', () => {
    expect(at('hmgma', dayOf(2022, 4, 30))).toBeUndefined();
    expect(at('hmgma', dayOf(2022, 5))).toBe('announced');
    expect(at('hmgma', dayOf(2025, 3, 25))).toBe('announced');
    expect(at('hmgma', dayOf(2025, 3, 26))).toBe('operating');
  });
  test('what became of a plant has no date: BlueOval Kentucky is given up, Ultium Ohio paused, from 2026 on', () => {
    expect(['bosk-ky', 'ultium-oh', 'skba'].map((id) => at(id, STATUS_FROM - 1))).toEqual(Array(3).fill('operating'));
    expect(['bosk-ky', 'ultium-oh', 'skba'].map((id) => at(id, STATUS_FROM))).toEqual(['sold', 'paused', 'operating']);
  });
  test('Qcells in Dalton has no date at all and is there from 2026 on', () => {
    expect([STATUS_FROM - 1, STATUS_FROM].map((d) => at('qcells-dalton', d))).toEqual([undefined, 'operating']);
  });
  test('once announced a plant never vanishes, and before 2026 an open one does not go back', () => {
    fc.assert(
      fc.property(day, day, filter, (a, b, f) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const later = plantsAt(plants, late, f);
        for (const { plant, state } of plantsAt(plants, early, f)) {
          const then = later.find((s) => s.plant.id === plant.id);
          expect(then, plant.id).toBeDefined();
          if (state === 'operating' && late < STATUS_FROM) expect(then!.state).toBe('operating');
        }
      }),
      { seed: 1996 },
    );
  });
  test('between two of the days on which one changes, all stay as they are', () => {
    const changes = changesOf(plants);
    fc.assert(
      fc.property(day, (d) => {
        expect(plantsAt(plants, changeBefore(changes, d))).toEqual(plantsAt(plants, d));
      }),
      { seed: 2002 },
    );
  });
  test('a filter keeps what is asked for in every group, and nothing asked for keeps all', () => {
    fc.assert(
      fc.property(filter, (f) => {
        const slow = (p: Plant) =>
          (f.sectors.length === 0 || f.sectors.includes(p.sector)) &&
          (f.states.length === 0 || f.states.includes(p.state)) &&
          (f.statuses.length === 0 || f.statuses.includes(p.status)) &&
          (f.companies.length === 0 ||
            f.companies.includes(p.company) ||
            (p.partner ?? '').split(', ').some((x) => f.companies.includes(x)));
        for (const p of plants) expect(passesPlants(p, f), p.id).toBe(slow(p));
      }),
      { seed: 31 },
    );
    expect(plants.every((p) => passesPlants(p, ALL_PLANTS))).toBe(true);
  });
  test('who asks for Hyundai Motor Group sees the battery plants that it builds with others', () => {
    const found = idsAt(LAST_DAY, { ...ALL_PLANTS, companies: ['Hyundai Motor Group'] });
    expect(found.sort()).toEqual(['hl-ga', 'hmgma', 'sk-hyundai-bartow']);
  });
});

/** Area of a closed path of straight lines. */
function areaOf(path: string): number {
  const points: [number, number][] = [];
  for (const [, command, rest] of path.matchAll(/([MLhv])([^MLhvZ]*)/g)) {
    const [x = 0, y = 0] = rest!.split(',').map(Number);
    const [px, py] = points.at(-1) ?? [0, 0];
    points.push(command === 'h' ? [px + x, py] : command === 'v' ? [px, py + x] : [x, y]);
  }
  return Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [nx, ny] = points[(i + 1) % points.length]!;
      return sum + (x * ny - nx * y) / 2;
    }, 0),
  );
}
describe('signs', () => {
  test('have the area of the promised jobs, whatever their shape: 8,500 is as much as 8.5 times 1,000', () => {
    const ratio = (radiusOfJobs(8500) / radiusOfJobs(1000)) ** 2;
    expect(ratio).toBeCloseTo(8.5, 9);
    for (const sector of SECTORS) {
      const r = radiusOfJobs(2500);
      expect(areaOf(drawSector(sector, r)) / (Math.PI * r ** 2), sector).toBeCloseTo(1, 2);
    }
  });
  test('are seven shapes for seven sectors, none of them a circle: circles are people', () => {
    const shapes = SECTORS.map((s) => drawSector(s, 10));
    expect(new Set(shapes).size).toBe(7);
    for (const shape of shapes) expect(shape).not.toMatch(/[Aa]/);
  });
  test('of unknown size are about as small as the smallest known', () => {
    const known = raw.flatMap((p) => (p.jobsPromised === null ? [] : [radiusOfJobs(p.jobsPromised)]));
    expect(radiusOfJobs(null)).toBe(RADIUS_UNKNOWN);
    expect(Math.abs(RADIUS_UNKNOWN - Math.min(...known))).toBeLessThan(0.5);
  });
  test('do not hide each other: five plants in Clarksville stand side by side, and always in the same way', () => {
    const picture = worldPicture({ width: 934, height: 412 });
    const spread = () => spreadOf(plantsAt(plants, LAST_DAY), (s) => core.places.get(s.plant.id)!.at, picture, 5.6, 1);
    const signs = spread();
    expect(signs).toHaveLength(31);
    signs.forEach((a, i) =>
      signs.slice(0, i).forEach((b) => {
        const far = Math.hypot(
          a.home[0] + a.moved[0] - b.home[0] - b.moved[0],
          a.home[1] + a.moved[1] - b.home[1] - b.moved[1],
        );
        expect(far, `${a.standing.plant.id} ${b.standing.plant.id}`).toBeGreaterThan((a.r + b.r) * 0.75);
      }),
    );
    expect(spread()).toEqual(signs);
  });
  test.each([
    [934, 412],
    [390, 296],
    [1400, 560],
  ])(
    'have their names beside them, on a map of %i by %i px too: none stands nearer to another sign',
    (width, height) => {
      const picture = worldPicture({ width, height });
      const box = core.waves.find((w) => w.id === 'us-manufacturing')!.box;
      const camera = cameraOn(box, picture, 0.08);
      const placeOf = (s: { plant: Plant }) => core.places.get(s.plant.id)!.at;
      const signs = signsOf(
        spreadOf(plantsAt(plants, LAST_DAY), placeOf, picture, camera.k, width < 600 ? 0.68 : 1),
        camera,
      );
      const labels = labelsOf(signs, (s) => textsIn('en').placeName(s.plant.id), picture, [], 12, 40);
      expect(labels.length).toBeGreaterThan(5);
      expect(labels.map((l) => l.id)).toContain('hmgma');
      for (const l of labels) {
        const own = signs.find((s) => s.plant.id === l.id)!;
        expect(isNearest(own, boxOf(l, 12), signs), l.text).toBe(true);
      }
      // Everything that is drawn stands on the stage.
      for (const {
        at: [x, y],
        plant,
      } of signs)
        expect(x > 0 && y > 0 && x < width && y < height, plant.id).toBe(true);
    },
  );
});

describe('in words', () => {
  const textIn = (lang: string) =>
    JSON.parse(readFileSync(join(DATA, `text/${lang}/us-manufacturing.json`), 'utf8')) as never;
  const rows = plantRowsOf({
    record: { id: archive.waves.at(-1)!.id, plants: raw },
    text: textIn('en'),
    sources: {},
  });
  test('companies, partners, towns and states have a name in both languages, in Korean letters in Korean', () => {
    for (const lang of ['ko', 'en'] as const) {
      const texts = textsIn(lang);
      const wanted = raw.flatMap((p) => [
        `plant.state.${p.state}`,
        `plant.city.${p.city}`,
        ...[p.company, ...(p.partner?.split(', ') ?? [])].map((c) => `plant.company.${c}`),
      ]);
      for (const key of wanted) {
        expect(texts.has(key), `${lang} ${key}`).toBe(true);
        if (lang === 'ko') expect(texts.say(key)).toMatch(/[가-힣]/);
      }
    }
  });
  test('money is said as a newspaper says it', () => {
    expect([7.59e9, 681e6, 318e6, 5e9].map((n) => formatAmount(n, 'en'))).toEqual([
      '7.59 billion',
      '681 million',
      '318 million',
      '5 billion',
    ]);
    expect([7.59e9, 681e6, 37e9].map((n) => formatAmount(n, 'ko'))).toEqual(['75억 9000만', '6억 8100만', '370억']);
  });
  test('what is taken away has a line a plant and no line of totals', () => {
    const lines = formatPlantsCsv(rows).trim().split('\n');
    expect(lines).toHaveLength(1 + raw.length);
    const { plants: taken } = JSON.parse(formatPlantsJson(rows, { title: '', version: '', address: '' })) as {
      plants: { plant: string; jobs_promised: number | null }[];
    };
    expect(taken.map((p) => [p.plant, p.jobs_promised])).toEqual(raw.map((p) => [p.id, p.jobsPromised]));
  });
});
