/** Plants and yards on the map: which of them there are at an instant, as what, and how large. Promised jobs are never added up. */
import type { Day, Plant } from '../record/model.ts';
import { PLANT_STATUSES, SECTORS } from '../record/model.ts';
import type { RawWave } from '../record/raw.ts';
import { dayOf, whenOf } from '../record/when.ts';

export type Sector = Plant['sector'];
export type PlantStatus = Plant['status'];

/** Empty lists: all of them. */
export interface PlantFilter {
  readonly sectors: readonly Sector[];
  /** Two letters, as the post writes them. */
  readonly states: readonly string[];
  readonly companies: readonly string[];
  readonly statuses: readonly PlantStatus[];
}
export const ALL_PLANTS: PlantFilter = { sectors: [], states: [], companies: [], statuses: [] };

const FIELDS = ['sectors', 'states', 'companies', 'statuses'] as const;
/** 'sectors:batteries,cars;states:GA'; commas, colons and semicolons within a name are written as %2C, %3A, %3B. */
const part = (text: string): string => text.replace(/[,:;%]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
export const formatPlants = (f: PlantFilter): string =>
  FIELDS.filter((name) => f[name].length > 0)
    .map((name) => `${name}:${f[name].map(part).join(',')}`)
    .join(';');

const MOST_NAMES = 40;
const unpart = (text: string): string =>
  text.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
/** @returns undefined where it is not of this form; what is no sector or status is left out */
export function parsePlants(text: string): PlantFilter | undefined {
  const filter: { -readonly [K in keyof PlantFilter]: PlantFilter[K] } = { ...ALL_PLANTS };
  if (text === '') return filter;
  for (const piece of text.split(';')) {
    const [name, values] = piece.split(':') as [string, string?];
    const field = FIELDS.find((f) => f === name);
    if (!field || !values) return undefined;
    const list = [...new Set(values.split(',').filter(Boolean).map(unpart))].slice(0, MOST_NAMES);
    if (field === 'sectors') filter.sectors = SECTORS.filter((s) => list.includes(s));
    else if (field === 'statuses') filter.statuses = PLANT_STATUSES.filter((s) => list.includes(s));
    else filter[field] = list;
  }
  return filter;
}

/** Plants of a wave's own file as strict ones; a wave without any has none. */
export const openPlants = (raw: RawWave['plants']): Plant[] =>
  (raw ?? []).map((p) => ({
    ...p,
    announced: p.announced === null ? null : whenOf(p.announced),
    opened: p.opened === null ? null : whenOf(p.opened),
  }));

/**
 * Everyone who has a part in a plant: its company, and its partners, of whom there may be several. A reader who asks
 * for a company wants to see what it builds with others, too.
 */
export const partiesOf = (plant: Pick<Plant, 'company' | 'partner'>): string[] => [
  plant.company,
  ...(plant.partner?.split(', ') ?? []),
];

const holds = <T>(list: readonly T[], ...values: readonly T[]) =>
  list.length === 0 || values.some((v) => list.includes(v));
/** Whether the reader wants to see a plant, whatever the time. */
export const passesPlants = (
  plant: Pick<Plant, 'sector' | 'state' | 'company' | 'partner' | 'status'>,
  filter: PlantFilter,
): boolean =>
  holds(filter.sectors, plant.sector) &&
  holds(filter.states, plant.state) &&
  holds(filter.companies, ...partiesOf(plant)) &&
  holds(filter.statuses, plant.status);

/** The record's status of a plant has no date of its own: it is that of spring 2026, and nothing is known of it for earlier years. */
export const STATUS_FROM: Day = dayOf(2026);

export interface PlantState {
  readonly state: PlantStatus;
}
const PRESENT: Readonly<Record<PlantStatus, PlantState>> = Object.fromEntries(
  PLANT_STATUSES.map((state) => [state, { state }]),
) as Record<PlantStatus, PlantState>;
/** The first day of a plant: that on which it was announced, or, where that is not known, opened. */
const firstDay = (plant: Pick<Plant, 'announced' | 'opened'>): Day =>
  plant.announced?.from ?? plant.opened?.from ?? STATUS_FROM;

/**
 * What a plant is at an instant, by its own dates; a time known by its year alone begins with that year.
 * @returns undefined before anything was announced; a plant without any date is there only when its status is
 */
export function plantAt(plant: Pick<Plant, 'announced' | 'opened' | 'status'>, at: number): PlantState | undefined {
  if (at < firstDay(plant)) return undefined;
  if (at >= STATUS_FROM) return PRESENT[plant.status];
  return plant.opened && at >= plant.opened.from ? PRESENT.operating : PRESENT.announced;
}

export interface StandingPlant extends PlantState {
  readonly plant: Plant;
}
/** The plants that are there at an instant and that the reader wants to see, in the order of the record. */
export const plantsAt = (plants: readonly Plant[], at: number, filter: PlantFilter = ALL_PLANTS): StandingPlant[] =>
  plants.flatMap((plant) => {
    const now = passesPlants(plant, filter) ? plantAt(plant, at) : undefined;
    return now ? [{ plant, ...now }] : [];
  });

/** The days on which a plant comes or changes, in order. Between two of them the picture is the same. */
export const changesOf = (plants: readonly Plant[]): Day[] =>
  [...new Set([STATUS_FROM, ...plants.flatMap((p) => [firstDay(p), p.opened?.from ?? STATUS_FROM])])].sort(
    (a, b) => a - b,
  );
/** The last of these days up to an instant; before the first of them the instant before all. */
export const changeBefore = (changes: readonly Day[], at: number): number =>
  changes.findLast((day) => day <= at) ?? Number.NEGATIVE_INFINITY;

/** Radius of a circle of the same area as the sign of so many promised jobs, px; unscaled. */
const RADIUS_PER_JOB = 0.21;
/** Where no number was promised, or none is known: as small as the smallest, with a sign of its own beside it. */
export const RADIUS_UNKNOWN = 3.2;
/** How large a sign stands for a promise: area by promised jobs, as a circle of that area has its radius. */
export const radiusOfJobs = (jobs: number | null): number =>
  jobs === null ? RADIUS_UNKNOWN : RADIUS_PER_JOB * Math.sqrt(Math.max(0, jobs));
