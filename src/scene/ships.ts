/** Ships, trains and flights on record: where their dates say that they were. */
import type { FlowSeries, Known, PlaceId, Route, RouteId, Voyage } from '../record/model.ts';
import { isKnown } from '../record/model.ts';
import { contains } from '../record/when.ts';
import { trackKey, trackOf, type Track, type TrackKey } from './track.ts';

/** Tracks by their chain of routes: each is computed once. */
export class TrackBook {
  readonly tracks: Track[] = [];
  readonly #index = new Map<TrackKey, number>();
  readonly #routes: ReadonlyMap<RouteId, Route>;
  constructor(routes: ReadonlyMap<RouteId, Route>) {
    this.#routes = routes;
  }
  /** Number of the track over a chain of routes. */
  of(chain: readonly RouteId[]): number {
    const key = trackKey(chain);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.tracks.push(trackOf(chain.flatMap((id) => this.#routes.get(id) ?? [])));
    this.#index.set(key, this.tracks.length - 1);
    return this.tracks.length - 1;
  }
}

/** Who landed on the 12th may have been counted on the 13th. Days. */
const COUNTED_LATER = 2;

/** The observation that counts the people of a voyage: by arrival where arrivals are counted, else by departure. */
function findCount(series: FlowSeries, v: Voyage): Known | undefined {
  const [a, b] = series.measure === 'flow/arrivals' ? [v.arrived, v.departed] : [v.departed, v.arrived];
  const day = (a ?? b)?.from;
  if (day === undefined) return undefined;
  const known = series.observations.filter(isKnown);
  return (
    known.find((o) => contains(o.when, day)) ??
    known.find((o) => o.when.from > day && o.when.from <= day + COUNTED_LATER) ??
    known.find((o) => b !== null && contains(o.when, b.from))
  );
}

/** Voyages on record that carried people counted in this observation, in order of departure. */
export function voyagesOf(series: FlowSeries, o: Known, voyages: readonly Voyage[]): Voyage[] {
  const dayOf = (v: Voyage) => (v.departed ?? v.arrived)!.from;
  return voyages
    .filter((v) => v.flow === series.id && (v.persons ?? 0) > 0 && findCount(series, v) === o)
    .sort((x, y) => dayOf(x) - dayOf(y));
}

export interface Ship {
  /** Day on which its dots set out, and days that their whole way takes. */
  readonly leaves: number;
  readonly days: number;
  readonly persons: number;
  readonly track: number;
}
/** Shortest share of a way that may set the pace of the whole: below it the dates say too little. */
const LEAST_SHARE = 0.02;

/** Where on a track a voyage goes ashore and aboard, as shares of the way; undefined where it does not pass both. */
function passage(track: Track, from: PlaceId | null, to: PlaceId | null): readonly [number, number] | undefined {
  const a = from === null ? undefined : track.stops.get(from)?.[0];
  const b = to === null ? undefined : track.stops.get(to)?.[1];
  return a !== undefined && b !== undefined && b > a ? [a, b] : undefined;
}

/**
 * A voyage as its dots take it: at its port on the day it left, at its goal on the day it arrived,
 * and at the same pace before and after. It goes the way of its series that holds its own route; else its own route.
 * @param shortest days drawn for a voyage whose dates are not both known
 */
export function shipOf(v: Voyage, series: FlowSeries, book: TrackBook, shortest: number): Ship {
  const chains = series.journeys.filter((chain) => v.route === null || chain.includes(v.route));
  const candidates = [...chains, ...(v.route === null ? [] : [[v.route]]), ...series.journeys].map((c) => book.of(c));
  const track = candidates.find((i) => passage(book.tracks[i]!, v.from, v.to)) ?? candidates[0]!;
  const [from, to] = passage(book.tracks[track]!, v.from, v.to) ?? [0, 1];
  const sailed = v.departed && v.arrived ? Math.max(1, v.arrived.from - v.departed.from) : undefined;
  const days = sailed === undefined ? shortest : sailed / Math.max(LEAST_SHARE, to - from);
  const leaves = v.departed ? v.departed.from - from * days : v.arrived!.from - to * days;
  return { leaves, days, persons: v.persons ?? 0, track };
}
