// Every address that was ever published opens what it opened then. A published address is added to both lists and never taken out.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isoAt } from '../../src/record/when.ts';
import { parseAddress } from '../../src/state/address.ts';
import { defaultView, type ViewState } from '../../src/state/view-state.ts';
import { core } from '../the-record.ts';

const addresses = readFileSync(new URL('old-links.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const ALL =
  'manchuria russia hawaii mexico japan germany vietnam middle-east south-america united-states-1965 us-manufacturing'.split(
    ' ',
  );

type Opens = Partial<Omit<ViewState, 'waves' | 'at' | 'place'>> & {
  readonly waves?: readonly string[];
  readonly place?: string;
  readonly day?: string;
};
const PLAIN = {
  shell: 'explore',
  lang: 'en',
  theme: 'auto',
  form: 'map',
  waves: [],
  place: null,
  per: 'count',
  claims: 'best',
  picks: [],
  beside: null,
  part: null,
  page: null,
  plan: null,
  plants: { sectors: [], states: [], companies: [], statuses: [] },
  columns: [],
  kinds: [],
  compulsions: [],
  ways: [],
  statuses: [],
  grades: [],
  years: null,
  camera: 'auto',
  step: null,
  day: isoAt(defaultView('en').at),
} as const;
/** What an address opens, beside what a plain one would; read by a reader of English. */
const OPENS: Readonly<Record<string, Opens>> = {
  '?': {},
  '?lang=ko': { lang: 'ko' },
  '?lang=en&theme=projector': { theme: 'projector' },
  '?embed': { shell: 'embed' },
  '?embed&lang=ko#wave=hawaii,mexico&at=1905-04-04&form=table': {
    shell: 'embed',
    lang: 'ko',
    waves: ['hawaii', 'mexico'],
    day: '1905-04-04',
    form: 'table',
  },
  '?embed&lang=en#wave=hawaii&at=1904': { shell: 'embed', waves: ['hawaii'], day: '1904-07-02' },
  '?present&lang=ko#wave=japan&at=1945&step=12': {
    shell: 'present',
    lang: 'ko',
    waves: ['japan'],
    day: '1945-07-02',
    step: 12,
  },
  '?story#step=0': { shell: 'story', step: 0 },
  '?story&lang=en&theme=dark#wave=mexico&at=1905-04-20&step=3': {
    shell: 'story',
    theme: 'dark',
    waves: ['mexico'],
    day: '1905-04-20',
    step: 3,
  },
  '#wave=manchuria&at=1932': { waves: ['manchuria'], day: '1932-07-02' },
  '#wave=russia&at=1937-09-21': { waves: ['russia'], day: '1937-09-21' },
  '#wave=germany,vietnam,middle-east&at=1966': { waves: ['germany', 'vietnam', 'middle-east'], day: '1966-07-02' },
  '#wave=south-america&at=1965-02-17&claims=low': { waves: ['south-america'], day: '1965-02-17', claims: 'low' },
  '#wave=united-states-1965&at=1976&claims=high&per=share': {
    waves: ['united-states-1965'],
    day: '1976-07-02',
    claims: 'high',
    per: 'share',
  },
  '#wave=us-manufacturing&at=2025-09-11': { waves: ['us-manufacturing'], day: '2025-09-11' },
  '#at=1860': { day: '1860-07-02' },
  '#at=2026': { day: '2026-07-02' },
  '#at=1945-08-15': { day: '1945-08-15' },
  '#form=multiples': { form: 'multiples' },
  '#form=text&at=1903-01-13': { form: 'text', day: '1903-01-13' },
  '#place=honolulu&wave=hawaii&at=1910': { place: 'honolulu', waves: ['hawaii'], day: '1910-07-02' },
  [`#wave=${ALL.join(',')}`]: { waves: ALL },
  '?embed&theme=light&lang=ko#form=map&claims=best&per=count': { shell: 'embed', lang: 'ko', theme: 'light' },
};

describe('published addresses', () => {
  const known = { waves: new Set<string>(core.waves.map((w) => w.id)), places: new Set<string>(core.places.keys()) };
  test('stand once each, and each with what it opens', () => {
    expect(addresses.length).toBeGreaterThanOrEqual(20);
    expect(addresses).toEqual(Object.keys(OPENS));
  });
  test('name every wave of the house at least once', () => {
    for (const slug of ALL)
      expect(
        addresses.some((a) => a.includes(slug)),
        slug,
      ).toBe(true);
  });
  test.each(addresses)('%s', (address) => {
    const [search, hash = ''] = address.split('#') as [string, string?];
    const { state, problems, named } = parseAddress(search, hash, 'en', known);
    const { at, ...rest } = state;
    expect(problems).toEqual([]);
    expect({ ...rest, day: isoAt(at) }).toEqual({ ...PLAIN, ...OPENS[address] });
    expect(named).toBe(hash.includes('at='));
  });
  test.each(addresses.filter((a) => a.includes('lang=')))('%s opens the same for a reader of Korean', (address) => {
    const [search, hash = ''] = address.split('#') as [string, string?];
    expect(parseAddress(search, hash, 'ko', known)).toEqual(parseAddress(search, hash, 'en', known));
  });
});
