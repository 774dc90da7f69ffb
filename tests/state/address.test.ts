// An address brings back what it was made from. Does not prove that the page shows it (tests/browser does).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COMPULSIONS,
  FAMILIES,
  GRADES,
  PLANT_STATUSES,
  SECTORS,
  STATUSES,
  WAYS,
  type Day,
  type PlaceId,
  type WaveId,
} from '../../src/record/model.ts';
import { FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR, isoAt, middleOf, whenOf } from '../../src/record/when.ts';
import { formatAddress, formatAt, formatHash, formatQuery, parseAddress, parseAt } from '../../src/state/address.ts';
import { CLAIMS } from '../../src/record/claims.ts';
import { BOUNDS, FIELDS as PLAN_FIELDS, clampPlan, type Plan } from '../../src/scenario/plan.ts';
import { FORMS, KEEP, PAGES, PERS, SHELLS, THEMES, defaultView, type ViewState } from '../../src/state/view-state.ts';
import { core } from '../the-record.ts';

const known = { waves: new Set<string>(core.waves.map((w) => w.id)), places: new Set<string>(core.places.keys()) };
const slugs = [...known.waves] as WaveId[];
const day = fc.oneof(
  fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
  fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }).map(middleOf),
) as fc.Arbitrary<Day>;
const view: fc.Arbitrary<ViewState> = fc.record({
  shell: fc.constantFrom(...SHELLS),
  lang: fc.constantFrom('ko' as const, 'en' as const),
  theme: fc.constantFrom(...THEMES),
  form: fc.constantFrom(...FORMS),
  at: day,
  waves: fc.uniqueArray(fc.constantFrom(...slugs)),
  place: fc.option(fc.constantFrom(...([...known.places] as PlaceId[]))),
  per: fc.constantFrom(...PERS),
  claims: fc.constantFrom(...CLAIMS),
  picks: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...slugs), fc.stringMatching(/^[a-z0-9-]{1,12}(\.c\d)?$/)).map((p) => p.join('.')),
    { maxLength: 4 },
  ),
  beside: fc.option(
    fc.oneof(
      fc.constantFrom(...slugs).map((wave) => ({ wave })),
      day.map((at) => ({ at })),
    ),
  ),
  page: fc.option(fc.constantFrom(...PAGES)),
  plan: fc.option(
    fc
      .record(
        Object.fromEntries(
          PLAN_FIELDS.map((f) => [
            f,
            fc
              .integer({ min: 0, max: Math.round((BOUNDS[f].most - BOUNDS[f].least) / BOUNDS[f].step) })
              .map((n) => clampPlan(f, BOUNDS[f].least + n * BOUNDS[f].step)),
          ]),
        ) as Record<keyof Plan, fc.Arbitrary<number>>,
      )
      .map((plan) => ({ ...plan, ageFrom: Math.min(plan.ageFrom, plan.ageTo) })),
  ),
  plants: fc.record({
    sectors: fc.subarray([...SECTORS]),
    states: fc.uniqueArray(fc.constantFrom('GA', 'TN', 'MI'), { maxLength: 3 }),
    companies: fc.uniqueArray(fc.constantFrom('SK On', 'Hanwha Ocean / Hanwha Systems', 'A, B; C: 100%'), {
      maxLength: 3,
    }),
    statuses: fc.subarray([...PLANT_STATUSES]),
  }),
  columns: fc.uniqueArray(fc.constantFrom(...slugs), { maxLength: 4 }),
  part: fc.option(fc.stringMatching(/^[\p{L}\d_.-]{1,20}$/u)),
  kinds: fc.subarray([...FAMILIES]),
  compulsions: fc.subarray([...COMPULSIONS]),
  ways: fc.subarray([...WAYS]),
  statuses: fc.subarray([...STATUSES]),
  grades: fc.subarray([...GRADES]),
  years: fc.option(
    fc
      .tuple(fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }), fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  ),
  camera: fc.constant('auto' as const),
  step: fc.option(fc.integer({ min: 0, max: 1000 })),
});
/** An address as `location` gives it: search and hash. */
const split = (address: string): [string, string] => {
  const [search, hash] = address.split('#') as [string, string?];
  return [search, hash === undefined ? '' : `#${hash}`];
};

describe('the round trip', () => {
  test('every state comes back from its address, and nothing in it is a problem', () => {
    fc.assert(
      fc.property(view, fc.constantFrom('ko' as const, 'en' as const), (state, fallback) => {
        const [search, hash] = split(formatAddress(state));
        const parsed = parseAddress(search, hash, fallback, known);
        expect(parsed.state).toEqual(state);
        expect(parsed.problems).toEqual([]);
        expect(parsed.named).toBe(/(^#|&)at=/.test(hash));
      }),
      { seed: 1905, numRuns: 2000 },
    );
  });
  test('and the address comes back from it', () => {
    fc.assert(
      fc.property(view, (state) => {
        const [search, hash] = split(formatAddress(state));
        expect(formatAddress(parseAddress(search, hash, 'en', known).state)).toBe(search + hash);
      }),
      { seed: 1904 },
    );
  });
  test('a state at its defaults has no hash at all', () => {
    for (const lang of ['ko', 'en'] as const)
      expect([formatHash(defaultView(lang)), formatQuery(defaultView(lang), '', false)]).toEqual(['', '']);
    expect(formatAddress(defaultView('en'), '', false)).toBe('');
  });
  test('every field is kept somewhere, and what is kept for the session is in no address', () => {
    expect(Object.keys(KEEP).sort()).toEqual(Object.keys(defaultView('en')).sort());
    const far = { ...defaultView('en'), camera: { centre: [127, 37], zoom: 8 } as const };
    expect(formatAddress(far, '', false)).toBe('');
  });
  test('slugs are joined by plain commas, so that an address can be read', () => {
    expect(
      formatHash({
        ...defaultView('en'),
        waves: ['hawaii', 'mexico'] as WaveId[],
        at: whenOf('1905-04-04').from,
        form: 'table',
      }),
    ).toBe('wave=hawaii,mexico&at=1905-04-04&form=table');
  });
  test('keys of others in the address are kept', () => {
    const state = { ...defaultView('ko'), shell: 'embed' as const, theme: 'dark' as const };
    expect(formatQuery(state, '?utm_source=a%26b&lang=en&present&flag')).toBe(
      'embed&lang=ko&theme=dark&utm_source=a%26b&flag',
    );
  });
});

describe('nonsense', () => {
  const noise = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[?#&=%,/.\-\w]{0,60}$/),
    fc.constantFrom('%', '%E0%A4%A', '#'.repeat(500), '\ud800', 'at=__proto__', 'wave=constructor'),
  );
  const keys = fc.constantFrom(
    'wave',
    'at',
    'form',
    'claims',
    'place',
    'per',
    'step',
    'pick',
    'beside',
    'part',
    'kind',
    'compulsion',
    'way',
    'status',
    'grade',
    'years',
    'page',
    'plan',
    'plants',
    'columns',
    '__proto__',
    'constructor',
    'toString',
    'lang',
    'x',
  );
  test('never throws, and leaves a state that has an address of its own', () => {
    fc.assert(
      fc.property(
        noise,
        fc.oneof(
          noise,
          fc.array(fc.tuple(keys, noise)).map((list) => list.map(([k, v]) => `${k}=${v}`).join('&')),
        ),
        fc.boolean(),
        (search, hash, knows) => {
          const { state } = parseAddress(search, hash, 'en', knows ? known : undefined);
          expect(Object.keys(state).sort()).toEqual(Object.keys(defaultView('en')).sort());
          expect(Number.isFinite(state.at)).toBe(true);
          expect(() => formatAddress(state, search)).not.toThrow();
        },
      ),
      { seed: 1860, numRuns: 5000 },
    );
  });
  test('with the record at hand the state holds only what exists', () => {
    fc.assert(
      fc.property(keys, noise, (key, value) => {
        const { state } = parseAddress('', `#${key}=${value}`, 'ko', known);
        for (const w of state.waves) expect(known.waves.has(w)).toBe(true);
        if (state.place !== null) expect(known.places.has(state.place)).toBe(true);
        expect(FORMS).toContain(state.form);
        expect(CLAIMS).toContain(state.claims);
        expect(PERS).toContain(state.per);
        if (state.step !== null)
          expect(Number.isInteger(state.step) && state.step >= 0 && state.step <= 1000).toBe(true);
      }),
      { seed: 1937, numRuns: 3000 },
    );
  });
  test.each([
    ['', '#wave=atlantis', ['wave=atlantis']],
    ['', '#wave=hawaii,atlantis,mexico', ['wave=atlantis']],
    ['', '#at=1905-13', ['at=1905-13']],
    ['', '#at=1905-02-30', ['at=1905-02-30']],
    ['', '#at=soon', ['at=soon']],
    ['', '#at=', ['at=']],
    ['', '#form=globe', ['form=globe']],
    ['', '#claims=highest', ['claims=highest']],
    ['', '#place=nowhere', ['place=nowhere']],
    ['', '#per=capita', ['per=capita']],
    ['', '#step=-1', ['step=-1']],
    ['', '#step=1001', ['step=1001']],
    ['', '#kind=ocean', ['kind=ocean']],
    ['', '#way=up', ['way=up']],
    ['', '#grade=E', ['grade=E']],
    ['', '#years=1945-1900', ['years=1945-1900']],
    ['', '#years=1700-1900', ['years=1700-1900']],
    ['', '#beside=atlantis', ['beside=atlantis']],
    ['', '#pick=atlantis.x', ['pick=atlantis.x']],
    ['', '#pick=mexico', ['pick=mexico']],
    ['', '#part=a%20b', ['part=a b']],
    ['', '#page=heaven', ['page=heaven']],
    ['', '#plan=1,2', ['plan=1,2']],
    ['', '#plan=99999999,2026,12,0.3,0.7,1.5,0,12,0.02', ['plan=99999999,2026,12,0.3,0.7,1.5,0,12,0.02']],
    ['', '#plants=GA', ['plants=GA']],
    ['', '#columns=atlantis', ['columns=atlantis']],
    ['', '#step=1.5', ['step=1.5']],
    ['', '#zoom=3', ['zoom']],
    ['', '#1905', ['1905']],
    ['?lang=de', '', ['lang=de']],
    ['?theme=pink', '', ['theme=pink']],
    ['?lang=KO', '#form=Map', ['lang=KO', 'form=Map']],
  ])('%s%s is named and dropped', (search, hash, problems) => {
    const parsed = parseAddress(search, hash, 'en', known);
    expect(parsed.problems).toEqual(problems);
    const kept = hash.includes('hawaii') ? { waves: ['hawaii', 'mexico'] } : {};
    expect(parsed.state).toEqual({ ...defaultView('en'), ...kept });
    expect(parsed.named).toBe(false);
  });
  test('what is wrong does not spoil what is right beside it', () => {
    const { state, problems } = parseAddress(
      '?embed&lang=xx&theme=dark',
      '#wave=hawaii&at=never&form=table',
      'ko',
      known,
    );
    expect(state).toMatchObject({
      shell: 'embed',
      lang: 'ko',
      theme: 'dark',
      waves: ['hawaii'],
      form: 'table',
      at: defaultView('ko').at,
    });
    expect(problems).toEqual(['lang=xx', 'at=never']);
  });
});

describe('at', () => {
  test('a year stands for its middle, a date for itself, a month and a span for their middle', () => {
    expect(parseAt('1905')).toBe(middleOf(1905));
    expect(isoAt(parseAt('1905-04-04')!)).toBe('1905-04-04');
    expect(isoAt(parseAt('1905-04')!)).toBe('1905-04-16');
    expect(isoAt(parseAt('1904/1905')!)).toBe('1904-12-31');
  });
  test.each([
    '1492',
    '0',
    '-5',
    '999999',
    '2500',
    '1600-01-01',
    '2300-05-05',
    '2300-05',
    '1600-01',
    '1500/1501',
    '2300/2301',
    '0005-01-01',
  ])('%s lies outside the atlas: the nearest end opens', (text) => {
    const at = parseAt(text)!;
    expect(at).toBeGreaterThanOrEqual(FIRST_DAY);
    expect(at).toBeLessThanOrEqual(LAST_DAY);
    expect(at < middleOf(1900)).toBe(Number.parseInt(text, 10) < 1900);
  });
  test('the shortest text brings it back', () => {
    expect([
      formatAt(middleOf(1937)),
      formatAt(whenOf('1905-04-04').from),
      formatAt((whenOf('1905-04-04').from + 0.7) as Day),
    ]).toEqual(['1937', '1905-04-04', '1905-04-04']);
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
      expect(parseAt(formatAt(middleOf(year)))).toBe(middleOf(year));
  });
});
