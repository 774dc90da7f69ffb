// The record as a Data Package: other people’s tools can read it, and nothing is lost or added on the way. Does not prove that the files
// reach `dist/`, nor that a figure stands in the source that it names. The types of columns are checked by the package “datapackage”.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { csvFormat, csvParse, csvParseRows, type DSVRowString } from 'd3-dsv';
import { afterAll, describe, expect, test } from 'vitest';
import { DATA } from '../../src/tools/files.ts';
import { packageOf } from '../../src/tools/data-package.ts';
import { compiled } from '../the-record.ts';

interface Resource {
  readonly name: string;
  readonly valid: boolean;
  read(options: { readonly keyed: boolean; readonly relations: boolean }): Promise<Record<string, unknown>[]>;
}
interface DataPackage {
  readonly valid: boolean;
  readonly errors: readonly Error[];
  readonly resources: readonly Resource[];
  getResource(name: string): Resource | null;
}
// The package is CommonJS and has no types of its own.
const { Package } = createRequire(import.meta.url)('datapackage') as {
  readonly Package: { load(descriptor: string): Promise<DataPackage> };
};
interface Descriptor {
  readonly [key: string]: unknown;
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly title: string; readonly description: string }[];
      readonly primaryKey: readonly string[];
    };
  }[];
}

const files = packageOf(compiled, '0.1.0');
const descriptor = JSON.parse(files.get('datapackage.json')!) as Descriptor;
const tables = new Map(descriptor.resources.map((r) => [r.name, csvParse(files.get(r.path)!)]));
const rowsOf = (name: string) => tables.get(name)!;
const idsOf = (name: string, column: string) => new Set(rowsOf(name).map((r) => r[column]!));
const listOf = (cell: string | undefined) => (cell ? cell.split(';') : []);

const folder = mkdtempSync(join(tmpdir(), 'korean-migration-package-'));
const whole = join(folder, 'whole');
for (const [name, text] of files) {
  mkdirSync(dirname(join(whole, name)), { recursive: true });
  writeFileSync(join(whole, name), text);
}
afterAll(() => rmSync(folder, { recursive: true }));

/** The raw files, read past everything that the atlas does with them. */
const readJson = (file: string) => JSON.parse(readFileSync(join(DATA, file), 'utf8')) as unknown;
interface Loose {
  readonly id: string;
  readonly series: { readonly id: string; readonly observations: [string, number | 'missing', ...unknown[]][] }[];
  readonly totals: unknown[];
  readonly events: unknown[];
  readonly people: unknown[];
  readonly rivals: { readonly claims: unknown[] }[];
  readonly routes?: unknown[];
  readonly voyages?: unknown[];
  readonly plants?: { readonly [key: string]: unknown }[];
}
const raw = [
  ...readdirSync(join(DATA, 'waves')).map((file) => readJson(`waves/${file}`)),
  readJson('population/overseas-koreans.json'),
] as Loose[];
const notesIn = (lang: string, id: string) =>
  (readJson(`text/${lang}/${id}.json`) as { notes: Record<string, string> }).notes;

/** Reads one table as other people’s tools do: types, constraints and keys are checked, references followed. */
async function readWith(place: string, name: string): Promise<Record<string, unknown>[]> {
  const pack = await Package.load(join(place, 'datapackage.json'));
  expect(pack.errors).toEqual([]);
  return pack.getResource(name)!.read({ keyed: true, relations: true });
}
/** Why a table cannot be read. */
async function refusalOf(place: string, name: string): Promise<string> {
  const problem = (await readWith(place, name).then(
    () => new Error('it was read'),
    (error: unknown) => error,
  )) as Error & { readonly errors?: readonly Error[] };
  return [problem, ...(problem.errors ?? [])].map((e) => e.message).join('\n');
}
let copies = 0;
/** A copy of the package in which one table was changed. */
function damagedCopy(name: string, change: (rows: DSVRowString[]) => void): string {
  const place = join(folder, `damaged-${++copies}`);
  cpSync(whole, place, { recursive: true });
  const rows = csvParse(files.get(`csv/${name}.csv`)!);
  change(rows);
  writeFileSync(join(place, `csv/${name}.csv`), csvFormat(rows, rows.columns));
  return place;
}

describe('the data package as others read it', () => {
  test('its descriptor keeps to the profile of tabular data packages, and so does each of its resources', async () => {
    const pack = await Package.load(join(whole, 'datapackage.json'));
    expect(pack.errors).toEqual([]);
    expect(pack.valid).toBe(true);
    expect(pack.resources.filter((r) => !r.valid).map((r) => r.name)).toEqual([]);
    expect(pack.resources.map((r) => r.name)).toEqual(descriptor.resources.map((r) => r.name));
    expect(descriptor['profile']).toBe('tabular-data-package');
  });
  test.each(descriptor.resources.map((r) => r.name))(
    '%s: every cell is of its type, every key is single, every reference is met',
    async (name) => {
      expect(await readWith(whole, name)).toHaveLength(rowsOf(name).length);
    },
  );
  test('a copy in which nothing was changed is accepted', async () => {
    expect(
      await readWith(
        damagedCopy('observations', () => {}),
        'observations',
      ),
    ).not.toEqual([]);
  });
  test.each([
    ['a word for a number', 'observations', /"abc" in column "value" is not type "number"/, { value: 'abc' }],
    ['a series that is not there', 'observations', /Foreign key "series" violation/, { series: 'no-such-series' }],
    ['a status that is none', 'observations', /"enum" constraint for column "status"/, { status: 'rumoured' }],
    ['a 13th month', 'observations', /"1905-13-04" in column "from" is not type "date"/, { from: '1905-13-04' }],
    ['a source that is not there', 'observation_sources', /Foreign key "source" violation/, { source: 'no-such' }],
    ['a source of no observation', 'observation_sources', /Foreign key "series,time" violation/, { time: '1861' }],
    ['half a passenger', 'voyages', /"0.5" in column "persons" is not type "integer"/, { persons: '0.5' }],
    ['a series without a place', 'series', /"required" constraint for column "place"/, { place: '' }],
  ] as [string, string, RegExp, Record<string, string>][])('%s is refused', async (_, name, message, wrong) => {
    const damaged = damagedCopy(name, (rows) => Object.assign(rows[5]!, wrong));
    expect(await refusalOf(damaged, name)).toMatch(message);
  });
  test('one observation twice is refused', async () => {
    const damaged = damagedCopy('observations', (rows) => rows.push(rows[5]!));
    expect(await refusalOf(damaged, 'observations')).toMatch(/unique constraint violation in column "series, time"/);
  });
  test('each table has the columns that its schema names, all told in words, and the bytes that the descriptor says', () => {
    for (const { name, path, bytes, hash, schema } of descriptor.resources) {
      const text = files.get(path)!;
      expect(csvParseRows(text)[0], name).toEqual(schema.fields.map((f) => f.name));
      expect(schema.fields.filter((f) => !f.title || !f.description).map((f) => f.name)).toEqual([]);
      const content = readFileSync(join(whole, path));
      expect([name, bytes, hash]).toEqual([
        name,
        content.length,
        `sha256:${createHash('sha256').update(content).digest('hex')}`,
      ]);
      expect(text.startsWith('\uFEFF'), name).toBe(false);
    }
    expect([...files.keys()].sort()).toEqual([...descriptor.resources.map((r) => r.path), 'datapackage.json'].sort());
  });
  test('two builds of one record are the same, and name no day', () => {
    expect([...packageOf(compiled, '0.1.0')]).toEqual([...files]);
    expect(descriptor).not.toHaveProperty('created');
    expect(descriptor['version']).toBe('0.1.0');
    expect(descriptor['licenses']).toEqual([
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0 International',
      },
    ]);
  });
});

describe('what the data package holds', () => {
  test('every observation of data/, gaps included, with its value, range, status, notes and sources', () => {
    const rows = new Map(rowsOf('observations').map((r) => [`${r['series']} ${r['time']}`, r]));
    const all = raw.flatMap((part) => part.series.flatMap((s) => s.observations.map((o) => ({ part, s, o }))));
    expect(all.length).toBeGreaterThan(2000);
    expect(rowsOf('observations')).toHaveLength(all.length);
    const notes = new Map(raw.map(({ id }) => [id, [notesIn('en', id), notesIn('ko', id)] as const]));
    const grades = new Map(rowsOf('sources').map((r) => [r['source']!, r['grade']!]));
    const byGrade = (ids: string[]) => ids.toSorted((a, b) => grades.get(a)!.localeCompare(grades.get(b)!));
    const say = (n: unknown) => (n === undefined ? '' : String(n));
    for (const { part, s, o } of all) {
      const [time, value] = o;
      const gap = value === 'missing';
      const extras = ((gap ? o[2] : o[4]) ?? {}) as Record<string, unknown>;
      const note = notes.get(part.id)!.map((texts) => say(texts[String(extras['note'])]));
      expect({ ...rows.get(`${s.id} ${time}`) }, `${s.id} ${time}`).toMatchObject({
        value: gap ? '' : String(value),
        low: say(extras['low']),
        high: say(extras['high']),
        status: gap ? 'missing' : o[2],
        partial: gap ? '' : String(extras['partial'] ?? false),
        edition: say(extras['edition']),
        note_en: note[0],
        note_ko: note[1],
        sources: gap ? '' : byGrade(o[3] as string[]).join(';'),
      });
    }
  });
  test('a gap has neither value nor grade, and a figure has both, and a source', () => {
    for (const r of rowsOf('observations')) {
      const gap = r['status'] === 'missing';
      expect([r['series'], r['time'], r['value'] === '', r['grade'] === '', r['sources'] === '']).toEqual([
        r['series'],
        r['time'],
        gap,
        gap,
        gap,
      ]);
    }
  });
  test('the sources of an observation, taken apart, are those of its row', () => {
    const apart = rowsOf('observation_sources').map((r) => `${r['series']} ${r['time']} ${r['source']}`);
    const joined = rowsOf('observations').flatMap((r) =>
      listOf(r['sources']).map((source) => `${r['series']} ${r['time']} ${source}`),
    );
    expect(apart).toEqual(joined);
  });
  test('as many series, totals, routes, voyages, events, claims, people and plants as data/, and not one more', () => {
    const count = (of: (part: Loose) => readonly unknown[] | undefined) =>
      raw.reduce((sum, part) => sum + (of(part)?.length ?? 0), 0);
    expect(Object.fromEntries([...tables].map(([name, rows]) => [name, rows.length]))).toMatchObject({
      waves: raw.length,
      series: count((p) => p.series),
      totals: count((p) => p.totals),
      routes: count((p) => p.routes),
      voyages: count((p) => p.voyages),
      events: count((p) => p.events),
      disputes: count((p) => p.rivals.flatMap((r) => r.claims)),
      people: count((p) => p.people),
      plants: count((p) => p.plants),
      places: (readJson('places.json') as { places: unknown[] }).places.length,
      sources: (readJson('sources.json') as unknown[]).length,
      wanted: (readJson('wanted.json') as { wanted: unknown[] }).wanted.length,
    });
  });
  test('3,434 people arrived in Hawaii in 1904, and 1,033 were on board the Ilford', () => {
    const hawaii = rowsOf('observations').find((r) => r['series'] === 'hawaii-arrivals-annual' && r['time'] === '1904');
    expect(hawaii).toMatchObject({ value: '3434', from: '1904-01-01', until: '1904-12-31' });
    const ilford = rowsOf('voyages').filter((r) => r['voyage']!.startsWith('ilford'));
    expect(ilford.map((r) => [r['vessel_en'], r['departed'], r['persons']])).toEqual([
      ['Ilford', '1905-04-04', '1033'],
    ]);
  });
  test('an American fiscal year runs from October to September', () => {
    const fiscal = new Set(rowsOf('series').flatMap((s) => (s['year_of'] === 'us-fiscal' ? [s['series']] : [])));
    const years = rowsOf('observations').filter((r) => fiscal.has(r['series']) && /^(198|199|20)\d+$/.test(r['time']!));
    expect(years.length).toBeGreaterThan(20);
    for (const { time, from, until } of years)
      expect([time, from, until]).toEqual([time, `${Number(time) - 1}-10-01`, `${time}-09-30`]);
  });
  test('no cell holds the debris of a program, nor a word that pandas or R would read as nothing', () => {
    const MISSING = new Set(['na', 'n/a', '#n/a', 'nan', 'none', 'null']);
    const debris = [...tables].flatMap(([name, rows]) =>
      rows.flatMap((r) =>
        Object.entries(r).flatMap(([column, cell]) =>
          /undefined|NaN|\[object|\bnull\b/.test(cell) || MISSING.has(cell.toLowerCase())
            ? [`${name}.${column}: ${cell}`]
            : [],
        ),
      ),
    );
    expect(debris).toEqual([]);
  });
  test('what is told in English is told in Korean, and the other way round', () => {
    for (const [name, rows] of tables)
      for (const column of rows.columns.filter((c) => c.endsWith('_en')))
        for (const r of rows) {
          const other = r[column.replace(/_en$/, '_ko')];
          expect([name, column, r[column], other !== '']).toEqual([name, column, r[column], r[column] !== '']);
        }
  });
  test('ids in lists stand in the tables, too', () => {
    const lost: string[] = [];
    const check = (name: string, column: string, known: ReadonlySet<string>, between: RegExp = /;/) => {
      for (const r of rowsOf(name))
        for (const id of r[column]!.split(between))
          if (id !== '' && !known.has(id)) lost.push(`${name}.${column}: ${id}`);
    };
    const sources = idsOf('sources', 'source');
    for (const [name, rows] of tables) if (rows.columns.includes('sources')) check(name, 'sources', sources);
    check('wanted', 'look_in', sources);
    check('series', 'journeys', idsOf('routes', 'route'), /[;>]/);
    check('routes', 'stops', idsOf('places', 'place'));
    for (const column of ['lane_flow', 'lane_stock', 'now']) check('waves', column, idsOf('series', 'series'));
    const named = [
      ['series', 'series'],
      ['totals', 'total'],
      ['events', 'event'],
      ['routes', 'route'],
      ['voyages', 'voyage'],
      ['places', 'place'],
    ] as const;
    check('disputes', 'about', new Set(['wave', ...named.flatMap(([name, column]) => [...idsOf(name, column)])]));
    expect(lost).toEqual([]);
  });
  test('a source that is only remembered stands behind no figure', () => {
    const seen = new Map(rowsOf('sources').map((s) => [s['source']!, s['seen']]));
    expect(new Set(rowsOf('observation_sources').map((r) => seen.get(r['source']!)))).toEqual(new Set(['page']));
    expect(new Set(rowsOf('totals').flatMap((r) => listOf(r['sources']).map((id) => seen.get(id))))).toEqual(
      new Set(['page']),
    );
  });
  test('observations and series share one column, so that they can be joined by it alone', () => {
    const own = new Set(rowsOf('series').columns);
    expect(rowsOf('observations').columns.filter((c) => own.has(c))).toEqual(['series']);
  });
  test('no row sums up promised jobs or announced investments', () => {
    const plants = rowsOf('plants');
    expect(plants.map((p) => p['plant']).sort()).toEqual(
      raw
        .flatMap((w) => w.plants ?? [])
        .map((p) => p['id'])
        .sort(),
    );
    // Numbers of people may be the same by chance: only what is counted in jobs or in money could be such a sum.
    const units = new Map(rowsOf('series').map((r) => [r['series'], r['unit']!]));
    const figures = new Set(
      [...rowsOf('totals'), ...rowsOf('observations')].flatMap((r) => {
        const unit = r['unit'] ?? units.get(r['series'])!;
        if (unit !== 'jobs' && !unit.startsWith('USD')) return [];
        return [r['value'], r['low'], r['high']]
          .filter(Boolean)
          .map((n) => Number(n) * (unit === 'USD-million' ? 1e6 : 1));
      }),
    );
    expect(figures.size).toBeGreaterThan(50);
    const sums = new Map<string, number>();
    for (const column of ['investment', 'jobs_promised', 'jobs_now'])
      for (const by of ['wave', 'sector', 'state', 'plant_status', 'company'])
        for (const group of new Set(plants.map((p) => p[by]!))) {
          const parts = plants.filter((p) => p[by] === group && p[column] !== '').map((p) => Number(p[column]));
          if (parts.length > 1)
            sums.set(
              `${column} of ${by} ${group}`,
              parts.reduce((a, b) => a + b),
            );
        }
    expect(sums.size).toBeGreaterThan(20);
    expect([...sums].filter(([, sum]) => figures.has(sum))).toEqual([]);
  });
});
