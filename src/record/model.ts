/**
 * The strict record: what stands behind every picture. Loose files become this at one door, `compile`.
 * No figure without a source and no gap with a value can be written down in these types.
 */

declare const brand: unique symbol;
type Id<K extends string> = string & { readonly [brand]: K };
export type WaveId = Id<'wave'>;
export type PlaceId = Id<'place'>;
export type RouteId = Id<'route'>;
export type SeriesId = Id<'series'>;
export type SourceId = Id<'source'>;
/** Days since 1970-01-01 UTC; may have a fraction. Made in `when.ts` only. */
export type Day = number & { readonly [brand]: 'day' };
/** Degrees east and north. */
export type LonLat = readonly [lon: number, lat: number];

/** A time as the record gives it, with its own precision. `until` is exclusive. */
export interface When {
  readonly text: string;
  readonly from: Day;
  readonly until: Day;
}

export const STATUSES = ['reported', 'estimate', 'derived'] as const;
export type Status = (typeof STATUSES)[number];

export const GRADES = ['A', 'B', 'C', 'D'] as const;
/** A official or primary, B scholarly or reference, C serious press, museum or organisation, D other. */
export type Grade = (typeof GRADES)[number];

export const COMPULSIONS = [
  'free',
  'contract',
  'deceived',
  'ordered',
  'conscripted',
  'deported',
  'fled',
  'sent-as-child',
] as const;
export type Compulsion = (typeof COMPULSIONS)[number];

export const WAYS = ['out', 'back', 'on'] as const;
export type Way = (typeof WAYS)[number];

export const BASES = ['recorded', 'inferred'] as const;
export type Basis = (typeof BASES)[number];

export const MODES = ['sea', 'river', 'rail', 'air', 'land'] as const;
export type Mode = (typeof MODES)[number];

export const FAMILIES = ['river', 'plantation', 'state', 'settle', 'make'] as const;
/** The kind of journey a wave was; it decides the colour. */
export type Family = (typeof FAMILIES)[number];

export const YEARS = ['calendar', 'us-fiscal', 'jp-fiscal', 'academic'] as const;
/** What a bare year means in a series. */
export type YearOf = (typeof YEARS)[number];

export const MEASURES = [
  'flow/departures',
  'flow/arrivals',
  'flow/returns',
  'flow/deaths',
  'flow/visas',
  'flow/naturalisations',
  'flow/admissions',
  'flow/growth',
  'stock/residents',
  'stock/strength',
  'stock/workers',
  'stock/members',
  'total/departures',
  'total/arrivals',
  'total/returns',
  'total/deaths',
  'total/people',
  'other/wage',
  'other/remittances',
  'other/earnings',
  'other/investment',
  'other/share',
  'other/plan',
  'other/estates',
  'other/contracts',
  'other/arrests',
  'other/injuries',
  'other/votes',
  'other/cultivated-area',
  'other/trains',
  'other/net-increase',
  'other/jobs',
  'other/voyages',
  'other/price',
  'other/duration',
  'other/distance',
  'other/households',
  'other/other',
] as const;
export type Measure = (typeof MEASURES)[number];
export type MeasureKind = 'flow' | 'stock' | 'total' | 'other';
export const kindOf = (measure: Measure): MeasureKind => measure.slice(0, measure.indexOf('/')) as MeasureKind;

export const UNITS = [
  'persons',
  'households',
  'visas',
  'USD',
  'USD-million',
  'USD-per-month',
  'USD-per-day',
  'KRW-per-month',
  'KRW-million',
  'percent',
  'tours',
  'estates',
  'desiatinas',
  'hectares',
  'trains',
  'admissions',
  'voyages',
  'votes',
  'jobs',
  'villages',
  'firms',
  'days',
  'hours',
  'km',
  'tonnes',
  'cases',
  'items',
] as const;
export type Unit = (typeof UNITS)[number];

export interface Known {
  readonly when: When;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly status: Status;
  readonly sources: readonly [SourceId, ...SourceId[]];
  /** Best grade among its sources. */
  readonly grade: Grade;
  /** Key of the figure's note in the text files. */
  readonly note?: string;
  /** The year was not complete when it was counted. */
  readonly partial?: boolean;
  /** Edition of a publication, where that is not the time counted. */
  readonly edition?: number;
}
/** A gap has no value, so that it cannot be drawn as zero. */
export interface Missing {
  readonly when: When;
  readonly status: 'missing';
  readonly note?: string;
}
export type Observation = Known | Missing;
export const isKnown = (o: Observation): o is Known => o.status !== 'missing';

export interface Series {
  readonly id: SeriesId;
  readonly wave: WaveId;
  readonly place: PlaceId;
  readonly measure: Measure;
  readonly unit: Unit;
  /** Rivals answer the same question; exactly one of them is preferred. */
  readonly question: string;
  readonly preferred: boolean;
  readonly compulsion: Compulsion;
  readonly way: Way;
  readonly basis: Basis;
  readonly yearOf: YearOf;
  /** Chains of routes that these people took; flows of persons only. */
  readonly journeys: readonly (readonly RouteId[])[];
  /** Times at which the method or the territory changed: no line and no growth goes across. */
  readonly breaks: readonly Day[];
  readonly onMap: boolean;
  /** Flow of growth: the stock whose successive counts it is the difference of. */
  readonly growthOf?: SeriesId;
  readonly observations: readonly Observation[];
}
/** Only flows of persons may move: the type refuses a stock. */
export type FlowSeries = Series & { readonly measure: `flow/${string}` };
export const isMoving = (s: Series): s is FlowSeries =>
  kindOf(s.measure) === 'flow' && s.preferred && s.journeys.length > 0;

export interface Leg {
  readonly mode: Mode;
  readonly from: PlaceId;
  readonly to: PlaceId;
  /** The line drawn, both ends included, in degrees. */
  readonly path: readonly LonLat[];
  readonly km: number;
  readonly inferred: boolean;
}
export interface Route {
  readonly id: RouteId;
  readonly wave: WaveId;
  readonly way: Way;
  readonly compulsion: Compulsion;
  readonly basis: Basis;
  readonly during: When;
  readonly days?: number;
  readonly legs: readonly [Leg, ...Leg[]];
  readonly sources: readonly SourceId[];
}
export interface Voyage {
  readonly id: string;
  readonly wave: WaveId;
  readonly departed: When | null;
  readonly arrived: When | null;
  readonly from: PlaceId | null;
  readonly to: PlaceId | null;
  readonly persons: number | null;
  readonly route: RouteId | null;
  /** The flow whose count contains these people. */
  readonly flow: SeriesId | null;
  readonly sources: readonly SourceId[];
}

export const PLACE_KINDS = [
  'town',
  'port',
  'airport',
  'station',
  'region',
  'country',
  'world',
  'camp',
  'plant',
  'island',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];
/** A name, the years in which people used it (absent: today's), and the script of the time. */
export interface PlaceName {
  readonly text: string;
  readonly during?: When;
  readonly script?: string;
}
export interface Place {
  readonly id: PlaceId;
  readonly at: LonLat | null;
  readonly kind: PlaceKind;
}
export interface Event {
  readonly id: string;
  readonly wave: WaveId;
  readonly date: When;
  readonly place: PlaceId | null;
  readonly sources: readonly SourceId[];
}
export interface Total {
  readonly id: string;
  readonly question: string;
  readonly preferred: boolean;
  readonly measure: Measure;
  readonly unit: Unit;
  readonly figure: Known;
}
export interface Claim {
  readonly id: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly series?: SeriesId;
  readonly sources: readonly SourceId[];
}
export interface Rival {
  readonly id: string;
  readonly about: readonly string[];
  readonly preferred: string | null;
  readonly claims: readonly Claim[];
}
export interface Person {
  readonly id: string;
  readonly sources: readonly SourceId[];
}
export const SECTORS = ['shipbuilding', 'cars', 'batteries', 'chips', 'solar', 'steel', 'other'] as const;
export const PLANT_STATUSES = ['announced', 'building', 'operating', 'paused', 'sold'] as const;
export interface Plant {
  readonly id: PlaceId;
  readonly company: string;
  readonly partner: string | null;
  readonly sector: (typeof SECTORS)[number];
  readonly city: string;
  readonly state: string;
  readonly announced: When | null;
  readonly opened: When | null;
  /** As announced; never added up. USD. */
  readonly investment: number | null;
  /** As promised; never added up. */
  readonly jobsPromised: number | null;
  readonly jobsNow: number | null;
  readonly status: (typeof PLANT_STATUSES)[number];
  readonly sources: readonly SourceId[];
}

export const CHAPTERS = ['why', 'who_made', 'who', 'how', 'found', 'became', 'now', 'unknown'] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** What the waves are set beside each other on, in the order in which it is read. */
export const POINTS = [
  'work',
  'contract',
  'wages',
  'passage',
  'family',
  'status',
  'stayed',
  'schooling',
  'state',
] as const;
export type Point = (typeof POINTS)[number];

/** A figure named as headline: one observation of a series, or a total. */
export type Headline = { readonly series: SeriesId; readonly when: string } | { readonly total: string };

export interface Wave {
  readonly id: WaveId;
  readonly during: When;
  /** The time that tells the wave in one picture, where the record chooses one. */
  readonly still?: When;
  readonly family: Family;
  /** What the camera shows: west, south, east, north; east below west crosses 180°. */
  readonly box: readonly [number, number, number, number];
  readonly lane: { readonly flow: readonly SeriesId[]; readonly stock: readonly SeriesId[] };
  readonly headline: readonly Headline[];
  /** Official-count series that say who is there now. */
  readonly now: readonly SeriesId[];
  readonly chapters: Readonly<Record<Chapter, readonly (readonly SourceId[])[]>>;
  readonly totals: readonly Total[];
  readonly rivals: readonly Rival[];
  readonly people: readonly Person[];
  readonly plants: readonly Plant[];
}

/** One source as CSL-JSON keeps it, with our grade. */
export interface Source {
  readonly id: SourceId;
  readonly csl: Readonly<Record<string, unknown>>;
  readonly grade: Grade;
}

/** The whole compiled record. */
export interface Archive {
  readonly waves: readonly Wave[];
  readonly official: Official;
  readonly series: ReadonlyMap<SeriesId, Series>;
  readonly routes: ReadonlyMap<RouteId, Route>;
  readonly voyages: readonly Voyage[];
  readonly events: readonly Event[];
  readonly places: ReadonlyMap<PlaceId, Place>;
  readonly sources: ReadonlyMap<SourceId, Source>;
}
export interface Edition {
  readonly edition: number;
  readonly referenceDate: string | null;
  readonly total: number | null;
  readonly found: string;
  readonly sources: readonly SourceId[];
}
/** The count of overseas Koreans: not a wave, but where the waves' people are now. */
export interface Official {
  readonly id: WaveId;
  readonly series: readonly SeriesId[];
  readonly editions: readonly Edition[];
  readonly totals: readonly Total[];
  readonly rivals: readonly Rival[];
  readonly people: readonly Person[];
}
