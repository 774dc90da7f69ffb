/**
 * What the browser opens first: the numbers that move and stand on the first view, without prose.
 * The file is written at build by `bundle.ts`; here it becomes the strict types again.
 */
import type {
  Event,
  Family,
  FlowSeries,
  Grade,
  Known,
  LonLat,
  Measure,
  Mode,
  Place,
  PlaceId,
  Route,
  RouteId,
  Series,
  SeriesId,
  SourceId,
  Status,
  Unit,
  Voyage,
  WaveId,
  Way,
  Compulsion,
  Basis,
  YearOf,
  When,
  PlaceKind,
  Missing,
} from './model.ts';
import { BASES, COMPULSIONS, GRADES, MEASURES, MODES, STATUSES, UNITS, WAYS, YEARS, isMoving } from './model.ts';
import { lengthKm } from './earth.ts';
import { whenOf } from './when.ts';

/** Bumped when the form of the file changes: an old page never misreads a new file. */
export const CORE_FORM = 1;

type PackedObservation = [
  when: string,
  value: number | null,
  status: number,
  grade: number,
  sources: number[],
  low?: number | null,
  high?: number | null,
];
type PackedSeries = [
  id: string,
  wave: string,
  place: number,
  measure: number,
  unit: number,
  flags: number,
  compulsion: number,
  way: number,
  yearOf: number,
  journeys: number[][],
  breaks: string[],
  observations: PackedObservation[],
  question: string,
];
type PackedLeg = [mode: number, from: number, to: number, inferred: 0 | 1, lane: number];
type PackedRoute = [
  id: string,
  wave: string,
  way: number,
  compulsion: number,
  basis: number,
  during: string,
  days: number,
  legs: PackedLeg[],
];

/** The first-view file. Flags of a series: 1 preferred, 2 on the map, 4 inferred. A lane below zero is taken backwards. */
export interface CoreFile {
  readonly form: number;
  readonly version: string;
  readonly waves: readonly {
    id: string;
    during: string;
    family: Family;
    box: [number, number, number, number];
    flow: number[];
    stock: number[];
    plants?: boolean;
  }[];
  readonly places: readonly [id: string, kind: string, lon: number | null, lat: number | null][];
  readonly series: readonly PackedSeries[];
  readonly routes: readonly PackedRoute[];
  /** Points of the lanes as lon, lat, lon, lat … in hundredths of a degree. */
  readonly lanes: readonly number[][];
  readonly voyages: readonly [
    id: string,
    wave: string,
    departed: string | null,
    arrived: string | null,
    from: number,
    to: number,
    persons: number,
    route: number,
    flow: number,
  ][];
  readonly events: readonly [id: string, wave: string, date: string, place: number][];
  readonly sources: readonly string[];
}

export interface WaveBrief {
  /** Whether it has plants and yards, which its own file describes. */
  readonly plants: boolean;
  readonly id: WaveId;
  readonly during: When;
  readonly family: Family;
  readonly box: readonly [number, number, number, number];
  readonly lane: { readonly flow: readonly Series[]; readonly stock: readonly Series[] };
}
export interface Core {
  readonly version: string;
  readonly waves: readonly WaveBrief[];
  readonly series: ReadonlyMap<SeriesId, Series>;
  readonly flows: readonly FlowSeries[];
  readonly stocks: readonly Series[];
  readonly routes: ReadonlyMap<RouteId, Route>;
  readonly voyages: readonly Voyage[];
  readonly events: readonly Event[];
  readonly places: ReadonlyMap<PlaceId, Place>;
}

export const PREFERRED = 1;
export const ON_MAP = 2;
export const INFERRED = 4;

function openObservation(o: PackedObservation, yearOf: YearOf, sources: readonly string[]): Known | Missing {
  const when = whenOf(o[0], yearOf);
  if (o[1] === null) return { when, status: 'missing' };
  return {
    when,
    value: o[1],
    status: STATUSES[o[2]] as Status,
    grade: GRADES[o[3]] as Grade,
    sources: o[4].map((i) => sources[i]) as unknown as [SourceId],
    ...(typeof o[5] === 'number' && { low: o[5] }),
    ...(typeof o[6] === 'number' && { high: o[6] }),
  };
}

/**
 * Opens the first-view file.
 * @throws TypeError where the file is not of this form: the page then says that the record could not be read
 */
export function openCore(file: CoreFile): Core {
  if (file?.form !== CORE_FORM) throw new TypeError(`a record of form ${file?.form}, not ${CORE_FORM}`);
  const places = file.places.map(([id, kind, lon, lat]): Place => ({
    id: id as PlaceId,
    kind: kind as PlaceKind,
    at: lon === null || lat === null ? null : [lon, lat],
  }));
  const placeAt = (i: number) => places[i]!.id;
  const laneAt = (i: number): LonLat[] => {
    const flat = file.lanes[Math.abs(i) - 1] ?? [];
    const points: LonLat[] = [];
    for (let k = 0; k + 1 < flat.length; k += 2) points.push([flat[k]! / 100, flat[k + 1]! / 100]);
    return i < 0 ? points.reverse() : points;
  };
  const routes = file.routes.map(([id, wave, way, compulsion, basis, during, days, legs]): Route => ({
    id: id as RouteId,
    wave: wave as WaveId,
    way: WAYS[way] as Way,
    compulsion: COMPULSIONS[compulsion] as Compulsion,
    basis: BASES[basis] as Basis,
    during: whenOf(during),
    ...(days > 0 && { days }),
    sources: [],
    legs: legs.map(([mode, from, to, inferred, lane]) => {
      const path = [places[from]!.at!, ...laneAt(lane), places[to]!.at!];
      return {
        mode: MODES[mode] as Mode,
        from: placeAt(from),
        to: placeAt(to),
        path,
        km: lengthKm(path),
        inferred: inferred === 1,
      };
    }) as unknown as Route['legs'],
  }));
  const series = file.series.map(
    ([
      id,
      wave,
      place,
      measure,
      unit,
      flags,
      compulsion,
      way,
      yearOf,
      journeys,
      breaks,
      observations,
      question,
    ]): Series => ({
      id: id as SeriesId,
      wave: wave as WaveId,
      place: placeAt(place),
      measure: MEASURES[measure] as Measure,
      unit: UNITS[unit] as Unit,
      question,
      preferred: (flags & PREFERRED) > 0,
      onMap: (flags & ON_MAP) > 0,
      basis: flags & INFERRED ? 'inferred' : 'recorded',
      compulsion: COMPULSIONS[compulsion] as Compulsion,
      way: WAYS[way] as Way,
      yearOf: YEARS[yearOf] as YearOf,
      journeys: journeys.map((chain) => chain.map((i) => routes[i]!.id)),
      breaks: breaks.map((b) => whenOf(b).from),
      observations: observations.map((o) => openObservation(o, YEARS[yearOf] as YearOf, file.sources)),
    }),
  );
  const nullable = (text: string | null) => (text === null ? null : whenOf(text));
  return {
    version: file.version,
    waves: file.waves.map((w) => ({
      id: w.id as WaveId,
      during: whenOf(w.during),
      family: w.family,
      box: w.box,
      plants: w.plants ?? false,
      lane: { flow: w.flow.map((i) => series[i]!), stock: w.stock.map((i) => series[i]!) },
    })),
    series: new Map(series.map((s) => [s.id, s])),
    flows: series.filter(isMoving),
    stocks: series.filter((s) => s.onMap),
    routes: new Map(routes.map((r) => [r.id, r])),
    voyages: file.voyages.map(([id, wave, departed, arrived, from, to, persons, route, flow]) => ({
      id,
      wave: wave as WaveId,
      departed: nullable(departed),
      arrived: nullable(arrived),
      from: from < 0 ? null : placeAt(from),
      to: to < 0 ? null : placeAt(to),
      persons: persons < 0 ? null : persons,
      route: route < 0 ? null : routes[route]!.id,
      flow: flow < 0 ? null : series[flow]!.id,
      sources: [],
    })),
    events: file.events.map(([id, wave, date, place]) => ({
      id,
      wave: wave as WaveId,
      date: whenOf(date),
      place: place < 0 ? null : placeAt(place),
      sources: [],
    })),
    places: new Map(places.map((p) => [p.id, p])),
  };
}
