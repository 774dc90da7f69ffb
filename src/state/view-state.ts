/** Everything that a link must bring back. */
import type { Day, LonLat, PlaceId, WaveId } from '../record/model.ts';
import type { Claims } from '../record/claims.ts';
import { NO_FILTER, type Filter } from '../record/filter.ts';
import { ALL_PLANTS, type PlantFilter } from '../scene/plants.ts';
import type { Plan } from '../scenario/plan.ts';
import { dayOf } from '../record/when.ts';
import type { Lang } from '../words/number.ts';

export const SHELLS = ['explore', 'story', 'present', 'embed'] as const;
export const THEMES = ['auto', 'light', 'dark', 'projector'] as const;
export const FORMS = ['map', 'multiples', 'table', 'text'] as const;
/** Pages beside the four forms: plants and yards, papers and money, then and now, what if they stayed, the seven million, the closing chapter. */
export const PAGES = ['plants', 'papers', 'then-now', 'stay', 'abroad', 'closing'] as const;
export type Page = (typeof PAGES)[number];
export const PERS = ['count', 'share'] as const;
export type Theme = (typeof THEMES)[number];
export type Form = (typeof FORMS)[number];

/** What stands beside the view: another wave at the same time, or the same waves at another. */
export type Beside = { readonly wave: WaveId } | { readonly at: Day };

/** Also what a reader wants to see of the record (`Filter`). */
export interface ViewState extends Filter {
  readonly shell: (typeof SHELLS)[number];
  readonly lang: Lang;
  readonly theme: Theme;
  readonly form: Form;
  readonly at: Day;
  /** None: all. */
  readonly waves: readonly WaveId[];
  readonly place: PlaceId | null;
  readonly per: (typeof PERS)[number];
  readonly claims: Claims;
  /** Rival claims chosen for one question each (`record/picks.ts`). */
  readonly picks: readonly string[];
  readonly beside: Beside | null;
  /** A page that takes the place of map and column. */
  readonly page: Page | null;
  /** The reader's assumptions on the page “what if they stayed”; null: those of the first preset. */
  readonly plan: Plan | null;
  /** Which plants and yards are shown. */
  readonly plants: PlantFilter;
  /** Waves that stand beside each other on the page “then and now”. */
  readonly columns: readonly WaveId[];
  /** The part of the column that a link points at: a chapter or one of its paragraphs, a list, a person, a ship. */
  readonly part: string | null;
  readonly camera: { readonly centre: LonLat; readonly zoom: number } | 'auto';
  readonly step: number | null;
}

/** Where each field is kept: a new field without an answer does not compile. */
export type Keep = 'query' | 'hash' | 'session';
export const KEEP = {
  shell: 'query',
  lang: 'query',
  theme: 'query',
  form: 'hash',
  at: 'hash',
  waves: 'hash',
  place: 'hash',
  per: 'hash',
  claims: 'hash',
  picks: 'hash',
  beside: 'hash',
  part: 'hash',
  page: 'hash',
  plan: 'hash',
  plants: 'hash',
  columns: 'hash',
  kinds: 'hash',
  compulsions: 'hash',
  ways: 'hash',
  statuses: 'hash',
  grades: 'hash',
  years: 'hash',
  camera: 'session',
  step: 'hash',
} as const satisfies Record<keyof ViewState, Keep>;

/** The telling moment on which the atlas opens: trains to Central Asia, ferries to Japan, settlers to Manchuria. */
export const OPENING = dayOf(1937, 10, 5);

export const defaultView = (lang: Lang): ViewState => ({
  shell: 'explore',
  lang,
  theme: 'auto',
  form: 'map',
  at: OPENING,
  waves: [],
  place: null,
  per: 'count',
  claims: 'best',
  picks: [],
  beside: null,
  part: null,
  page: null,
  plan: null,
  plants: ALL_PLANTS,
  columns: [],
  ...NO_FILTER,
  camera: 'auto',
  step: null,
});
