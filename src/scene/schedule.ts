/**
 * Who leaves when: one entry a dot, from the flows of the record and from nothing else.
 * A dot's day comes from a voyage on record; else dots are spread evenly over the time that the record names.
 * Offsets come from the dot's place in its series, so that the same instant always gives the same picture.
 */
import type { Compulsion, Day, FlowSeries, Known, Route, RouteId, Status, Voyage, WaveId } from '../record/model.ts';
import { STATUSES, isKnown } from '../record/model.ts';
import { trackKey, trackOf, type Track, type TrackKey } from './track.ts';

/** What the schedule reads of the record. */
export interface Movements {
  readonly flows: readonly FlowSeries[];
  readonly routes: ReadonlyMap<RouteId, Route>;
  readonly voyages: readonly Voyage[];
}

/** Dots of one series and one status on one track: they share colour, sign and motion. */
export interface Stream {
  readonly wave: WaveId;
  readonly status: Status;
  readonly compulsion: Compulsion;
  readonly track: number;
  /** Day of departure of each dot, ascending. */
  readonly leaves: Float64Array;
  /** Days that the way takes, as drawn. */
  readonly days: Float32Array;
  /** Offset from the line in screen pixels. */
  readonly dx: Float32Array;
  readonly dy: Float32Array;
  /** Longest of `days`: how far back a dot on the way may have left. */
  readonly longest: number;
}
export interface Schedule {
  readonly streams: readonly Stream[];
  readonly tracks: readonly Track[];
  /** People per dot, said in the legend. */
  readonly people: number;
  readonly length: number;
  /** Shortest journey as drawn, days; the legend says that shorter ones are drawn slower than they were. */
  readonly shortest: number;
}

/** A journey shorter than this is drawn longer, or no eye could follow it. Days. */
export const SHORTEST_ALL = 300;
export const SHORTEST_ONE = 75;

/** Distance between dots of one ship, px: a disc in which each has its place (Vogel 1979). */
const CROWD_GAP = 1.7;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Half-width of a stream of single travellers, px. */
const STREAM_WIDTH = 3.2;

/** A number from 0 to 1 that belongs to a text and an index (FNV-1a and an integer mix). */
export function hash01(text: string, index: number): number {
  let h = 0x811c9dc5 ^ index;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

interface Dot {
  readonly leaves: number;
  readonly days: number;
  readonly dx: number;
  readonly dy: number;
}
/** Collects the dots of a schedule by stream. */
class Streams {
  readonly #byKey = new Map<string, { head: Omit<Stream, 'leaves' | 'days' | 'dx' | 'dy' | 'longest'>; dots: Dot[] }>();
  add(head: Omit<Stream, 'leaves' | 'days' | 'dx' | 'dy' | 'longest'>, series: string, dot: Dot): void {
    const key = `${series} ${head.status} ${head.track}`;
    const own = this.#byKey.get(key);
    if (own) own.dots.push(dot);
    else this.#byKey.set(key, { head, dots: [dot] });
  }
  finish(): Stream[] {
    return [...this.#byKey.values()].map(({ head, dots }) => {
      dots.sort((a, b) => a.leaves - b.leaves);
      return {
        ...head,
        leaves: Float64Array.from(dots, (d) => d.leaves),
        days: Float32Array.from(dots, (d) => d.days),
        dx: Float32Array.from(dots, (d) => d.dx),
        dy: Float32Array.from(dots, (d) => d.dy),
        longest: dots.reduce((most, d) => Math.max(most, d.days), 0),
      };
    });
  }
}

/** A figure resting on sources of grade D alone is drawn as estimated (rule 4). */
export const drawnStatus = (o: Pick<Known, 'status' | 'grade'>): Status =>
  o.status === 'reported' && o.grade === 'D' ? 'estimate' : o.status;

const recordedDays = (chain: readonly Route[]): number => chain.reduce((sum, r) => sum + (r.days ?? 0), 0);

/** Voyages on record that carried people counted in this observation, in order of departure. */
function voyagesOf(series: FlowSeries, o: Known, voyages: readonly Voyage[]): Voyage[] {
  return voyages
    .filter((v) => {
      const day = (v.departed ?? v.arrived)?.from;
      return (
        v.flow === series.id &&
        (v.persons ?? 0) > 0 &&
        day !== undefined &&
        day >= o.when.from - 60 &&
        day < o.when.until
      );
    })
    .sort((a, b) => (a.departed ?? a.arrived)!.from - (b.departed ?? b.arrived)!.from);
}

interface Ship {
  readonly leaves: number;
  readonly days: number;
  readonly persons: number;
  readonly chain: number | undefined;
}
/** Shortest share of a way that may set the pace of a whole ship: below it the dates say too little. */
const LEAST_SHARE = 0.02;

/**
 * A voyage as its dots take it: at its port on the day it left, at its goal on the day it arrived,
 * and at the same pace before and after.
 */
function shipOf(
  v: Voyage,
  series: FlowSeries,
  own: readonly number[],
  tracks: readonly Track[],
  shortest: number,
): Ship {
  const named = series.journeys.findIndex((chain) => v.route !== null && chain.includes(v.route));
  const passes = (i: number) => {
    const { stops } = tracks[own[i]!]!;
    const [from, to] = [v.from && stops.get(v.from)?.[0], v.to && stops.get(v.to)?.[1]];
    return from !== undefined && from !== null && to !== undefined && to !== null && to > from;
  };
  const fitting = named >= 0 && passes(named) ? named : series.journeys.findIndex((_, i) => passes(i));
  const chain = fitting >= 0 ? fitting : named;
  const { stops } = tracks[own[Math.max(0, chain)]!]!;
  const from = (v.from && stops.get(v.from)?.[0]) ?? 0;
  const to = (v.to && stops.get(v.to)?.[1]) ?? 1;
  const share = Math.max(LEAST_SHARE, to > from ? to - from : 1);
  const sailed = v.departed && v.arrived ? Math.max(1, v.arrived.from - v.departed.from) : undefined;
  const days = sailed === undefined ? shortest : sailed / share;
  const leaves = v.departed ? v.departed.from - from * days : v.arrived!.from - to * days;
  return { leaves, days, persons: v.persons ?? 0, chain: chain < 0 ? undefined : chain };
}

/**
 * Builds the schedule of the given flows.
 * @param people people per dot, the same for all of them
 * @param shortest shortest journey drawn, in days; a ship with dates keeps its own
 */
export function scheduleOf({ flows, routes, voyages }: Movements, people: number, shortest: number): Schedule {
  const tracks: Track[] = [];
  const trackIndex = new Map<TrackKey, number>();
  const streams = new Streams();
  let length = 0;
  const keepDates = shortest < SHORTEST_ALL;

  for (const series of flows) {
    const chains = series.journeys.map((ids) => ids.flatMap((id) => routes.get(id) ?? []));
    const own = chains.map((chain) => {
      const key = trackKey(chain.map((r) => r.id));
      const known = trackIndex.get(key);
      if (known !== undefined) return known;
      tracks.push(trackOf(chain));
      trackIndex.set(key, tracks.length - 1);
      return tracks.length - 1;
    });
    const typical = chains.map((chain) => Math.max(shortest, recordedDays(chain)));
    /** People who did not fill a dot yet: carried on within the series, so that its sum stays right. */
    let carried = 0;
    let index = 0;
    const byArrival = series.measure === 'flow/arrivals';
    for (const o of series.observations) {
      if (!isKnown(o) || o.value <= 0) continue;
      const status = drawnStatus(o);
      const put = (leaves: number, days: number, chain: number, dx: number, dy: number) => {
        streams.add({ wave: series.wave, status, compulsion: series.compulsion, track: own[chain]! }, series.id, {
          leaves,
          days,
          dx,
          dy,
        });
        length++;
        index++;
      };
      let rest = o.value;
      for (const v of keepDates ? voyagesOf(series, o, voyages) : []) {
        const ship = shipOf(v, series, own, tracks, shortest);
        const persons = Math.min(ship.persons, rest);
        rest -= persons;
        carried += persons;
        const dots = Math.floor(carried / people);
        carried -= dots * people;
        for (let i = 0; i < dots; i++) {
          const radius = CROWD_GAP * Math.sqrt(i + 0.5);
          put(
            ship.leaves,
            ship.days,
            ship.chain ?? i % own.length,
            radius * Math.cos(i * GOLDEN_ANGLE),
            radius * Math.sin(i * GOLDEN_ANGLE),
          );
        }
      }
      carried += rest;
      const dots = Math.floor(carried / people);
      carried -= dots * people;
      const span = o.when.until - o.when.from;
      for (let i = 0; i < dots; i++) {
        const chain = index % own.length;
        const days = typical[chain]!;
        const day = o.when.from + ((i + hash01(series.id, index)) / dots) * span;
        const side = (hash01(series.id, index + 1e6) + hash01(series.id, index + 2e6) - 1) * STREAM_WIDTH * 2;
        const along = (hash01(series.id, index + 3e6) - 0.5) * STREAM_WIDTH * 2;
        // Who is counted on arrival has left before.
        put(byArrival ? day - days : day, days, chain, along, side);
      }
    }
  }
  return { streams: streams.finish(), tracks, people, length, shortest };
}

/** Status as a small number, for typed arrays. */
export const statusIndex = (status: Status): number => STATUSES.indexOf(status);
export type { Day };
