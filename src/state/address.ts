/**
 * The address of a view: `?embed&lang=ko#wave=hawaii,mexico&at=1905-04-04&form=table`.
 * Public keys, never to be broken. Reading never throws: what it does not know it drops and names.
 */
import type { Day, PlaceId, WaveId } from '../record/model.ts';
import { FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR, isoAt, middleOf, parseWhen, yearAt } from '../record/when.ts';
import { LANGS, type Lang } from '../words/number.ts';
import { CLAIMS } from '../record/claims.ts';
import { COMPULSIONS, FAMILIES, GRADES, STATUSES, WAYS } from '../record/model.ts';
import { isPick, waveOfPick } from '../record/picks.ts';
import { formatPlan, parsePlan } from '../scenario/plan.ts';
import { formatPlants, parsePlants } from '../scene/plants.ts';
import { FORMS, PAGES, PERS, THEMES, defaultView, type Beside, type ViewState } from './view-state.ts';

export interface Parsed {
  readonly state: ViewState;
  /** Keys or values that were dropped, as they stood in the address. */
  readonly problems: readonly string[];
  /** Whether the address named an instant: if not, play starts from the beginning. */
  readonly named: boolean;
}
/** What exists, so that an address cannot name what does not. */
export interface Known {
  readonly waves: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

const MAX_STEP = 1000;

/** 'at': a year stands for its middle, a date for itself; outside the atlas the nearest end. */
export function parseAt(text: string): Day | undefined {
  const year = /^-?\d{1,6}$/.exec(text) ? Number(text) : undefined;
  if (year !== undefined) return middleOf(Math.max(FIRST_YEAR, Math.min(LAST_YEAR, year)));
  const when = parseWhen(text);
  if (typeof when === 'string') return undefined;
  const day = when.until - when.from > 1 ? (when.from + when.until) / 2 : when.from;
  return Math.max(FIRST_DAY, Math.min(LAST_DAY, day)) as Day;
}

/** The shortest text that brings an instant back: its year, or its date. */
export const formatAt = (at: Day): string => (at === middleOf(yearAt(at)) ? String(yearAt(at)) : isoAt(at));

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | undefined =>
    values.find((v) => v === text);

interface Codec<T> {
  /** Undefined: not understood. */
  readonly read: (text: string, known: Known | undefined, problem: (text: string) => void) => T | undefined;
  readonly write: (value: T) => string;
}
/** Several of a list, by comma; those that are not in it are named and dropped. */
const someOf = <T extends string>(
  key: string,
  values: readonly T[],
): Codec<readonly T[]> & { readonly key: string } => ({
  key,
  read: (text, _, problem) => {
    const asked = [...new Set(text.split(',').filter(Boolean))];
    const some = values.filter((v) => asked.includes(v));
    for (const a of asked) if (!some.some((v) => v === a)) problem(`${key}=${a}`);
    return some;
  },
  write: (some) => some.join(','),
});
/** '1900-1945', or one year. */
function parseYears(text: string): readonly [number, number] | undefined {
  const [, a, b = a] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  const [first, last] = [Number(a), Number(b)];
  return first >= FIRST_YEAR && last <= LAST_YEAR && first <= last ? [first, last] : undefined;
}
const MOST_PICKS = 40;
const PART = /^[\p{L}\p{N}_.-]{1,80}$/u;
/** The hash keys; each field of the state that is kept there. */
const HASH: {
  readonly [K in Exclude<keyof ViewState, 'shell' | 'lang' | 'theme' | 'camera'>]: Codec<ViewState[K]> & {
    readonly key: string;
  };
} = {
  waves: {
    key: 'wave',
    read: (text, known, problem) => {
      const slugs = [...new Set(text.split(',').filter(Boolean))];
      for (const s of slugs) if (known && !known.waves.has(s)) problem(`wave=${s}`);
      return slugs.filter((s) => !known || known.waves.has(s)) as unknown as WaveId[];
    },
    write: (waves) => waves.join(','),
  },
  at: { key: 'at', read: parseAt, write: formatAt },
  form: { key: 'form', read: oneOf(FORMS), write: String },
  beside: {
    key: 'beside',
    read: (text, known): Beside | undefined => {
      const at = parseAt(text);
      if (at !== undefined) return { at };
      return text !== '' && (!known || known.waves.has(text)) ? { wave: text as WaveId } : undefined;
    },
    write: (beside) => (beside === null ? '' : 'at' in beside ? formatAt(beside.at) : beside.wave),
  },
  claims: { key: 'claims', read: oneOf(CLAIMS), write: String },
  picks: {
    key: 'pick',
    read: (text, known, problem) => {
      const asked = [...new Set(text.split(',').filter(Boolean))].slice(0, MOST_PICKS);
      const picks = asked.filter((p) => isPick(p) && (!known || known.waves.has(waveOfPick(p))));
      for (const a of asked) if (!picks.includes(a)) problem(`pick=${a}`);
      return picks;
    },
    write: (picks) => picks.join(','),
  },
  kinds: someOf('kind', FAMILIES),
  compulsions: someOf('compulsion', COMPULSIONS),
  ways: someOf('way', WAYS),
  statuses: someOf('status', STATUSES),
  grades: someOf('grade', GRADES),
  years: {
    key: 'years',
    read: parseYears,
    write: (years) => (years === null ? '' : years[0] === years[1] ? String(years[0]) : years.join('-')),
  },
  place: {
    key: 'place',
    read: (text, known) => (text === '' ? null : !known || known.places.has(text) ? (text as PlaceId) : undefined),
    write: (p) => p ?? '',
  },
  page: { key: 'page', read: oneOf(PAGES), write: (p) => p ?? '' },
  plan: { key: 'plan', read: parsePlan, write: (plan) => (plan ? formatPlan(plan) : '') },
  plants: { key: 'plants', read: (text) => parsePlants(text), write: formatPlants },
  columns: {
    key: 'columns',
    read: (text, known, problem) => {
      const asked = [...new Set(text.split(',').filter(Boolean))];
      for (const a of asked) if (known && !known.waves.has(a)) problem(`columns=${a}`);
      return asked.filter((a) => !known || known.waves.has(a)) as unknown as WaveId[];
    },
    write: (columns) => columns.join(','),
  },
  part: { key: 'part', read: (text) => (PART.test(text) ? text : undefined), write: (p) => p ?? '' },
  per: { key: 'per', read: oneOf(PERS), write: String },
  step: {
    key: 'step',
    read: (text) => (/^\d+$/.test(text) && Number(text) <= MAX_STEP ? Number(text) : undefined),
    write: String,
  },
};
type HashField = keyof typeof HASH;
const FIELDS = Object.keys(HASH) as HashField[];

/**
 * Reads an address. `search` and `hash` as `location` gives them, with or without ? and #.
 * @param known what the record has; without it, names are taken on trust
 */
export function parseAddress(search: string, hash: string, fallback: Lang, known?: Known): Parsed {
  const problems: string[] = [];
  const query = new URLSearchParams(search.replace(/^\?/, ''));
  const lang = oneOf(LANGS)(query.get('lang') ?? '') ?? fallback;
  const state: { -readonly [K in keyof ViewState]: ViewState[K] } = { ...defaultView(lang) };
  if (query.has('lang') && !oneOf(LANGS)(query.get('lang')!)) problems.push(`lang=${query.get('lang')}`);
  for (const shell of ['embed', 'present', 'story'] as const) if (query.has(shell)) state.shell = shell;
  const theme = query.get('theme');
  if (theme !== null) {
    state.theme = oneOf(THEMES)(theme) ?? 'auto';
    if (!oneOf(THEMES)(theme)) problems.push(`theme=${theme}`);
  }
  const moment = new URLSearchParams(hash.replace(/^#/, ''));
  let named = false;
  for (const field of FIELDS) {
    // An editor may write all of an embed into its query; the hash, which links of the article set, comes before it.
    const text = moment.get(HASH[field].key) ?? (state.shell === 'embed' ? query.get(HASH[field].key) : null);
    if (text === null) continue;
    const value = HASH[field].read(text, known, (p) => problems.push(p));
    if (value === undefined) {
      problems.push(`${HASH[field].key}=${text}`);
      continue;
    }
    (state as Record<HashField, unknown>)[field] = value;
    if (field === 'at') named = true;
  }
  for (const key of moment.keys()) if (!FIELDS.some((f) => HASH[f].key === key)) problems.push(key);
  return { state, problems, named };
}

/** The hash of a state, without #; what is at its default is left out. */
export function formatHash(state: ViewState): string {
  const start = defaultView(state.lang);
  const parts: string[] = [];
  for (const field of FIELDS) {
    const codec = HASH[field] as Codec<unknown> & { key: string };
    const text = codec.write(state[field]);
    if (text !== codec.write(start[field]))
      parts.push(`${codec.key}=${encodeURIComponent(text).replaceAll('%2C', ',')}`);
  }
  return parts.join('&');
}

/** The query of a state, without ?; other keys of the page's address are kept. */
export function formatQuery(state: ViewState, search = '', writeLang = true): string {
  const query = new URLSearchParams(search.replace(/^\?/, ''));
  for (const key of ['embed', 'present', 'story', 'lang', 'theme']) query.delete(key);
  const parts: string[] = [];
  if (state.shell !== 'explore') parts.push(state.shell);
  if (writeLang) parts.push(`lang=${state.lang}`);
  if (state.theme !== 'auto') parts.push(`theme=${state.theme}`);
  for (const [k, v] of query)
    parts.push(v === '' ? encodeURIComponent(k) : `${encodeURIComponent(k)}=${encodeURIComponent(v)}`);
  return parts.join('&');
}

/** The whole address of a state below its page: '?lang=en#wave=hawaii&at=1904', or nothing. */
export function formatAddress(state: ViewState, search = '', writeLang = true): string {
  const query = formatQuery(state, search, writeLang);
  const hash = formatHash(state);
  return `${query ? `?${query}` : ''}${hash ? `#${hash}` : ''}`;
}

/** For tests, and for a reader whose graphics card misbehaves: `?drawing=canvas` or `?drawing=webgl`. */
export const parseDrawing = (search: string): 'canvas' | 'webgl' | 'auto' =>
  oneOf(['canvas', 'webgl'])(new URLSearchParams(search).get('drawing') ?? '') ?? 'auto';
