/**
 * Who leaves when: one entry a dot, from the flows of the record and from nothing else.
 * A dot's day comes from a voyage on record; else dots are spread evenly over the time that the record names.
 * Offsets come from the dot's place in its series, so that the same instant always gives the same picture.
 */
import type { Compulsion, FlowSeries, Known, Route, RouteId, Status, Voyage, WaveId } from '../record/model.ts';
import { isKnown } from '../record/model.ts';
import { TrackBook, shipOf, voyagesOf } from './ships.ts';
import type { Track } from './track.ts';

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
const CROWD_GAP = 2.4;
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
        longest: dots.reduce((most, d) => Math.max(most, Math.fround(d.days)), 0),
      };
    });
  }
}

/** A figure resting on sources of grade D alone is drawn as estimated (rule 4). */
export const drawnStatus = (o: Pick<Known, 'status' | 'grade'>): Status =>
  o.status === 'reported' && o.grade === 'D' ? 'estimate' : o.status;

const recordedDays = (chain: readonly Route[]): number => chain.reduce((sum, r) => sum + (r.days ?? 0), 0);

/** The place of a dot in the crowd of a ship, px from its middle. */
function placeInCrowd(i: number): { dx: number; dy: number } {
  const radius = CROWD_GAP * Math.sqrt(i + 0.5);
  return { dx: radius * Math.cos(i * GOLDEN_ANGLE), dy: radius * Math.sin(i * GOLDEN_ANGLE) };
}
/** The place of a dot beside its line, px: denser in the middle. */
function placeInStream(series: string, i: number): { dx: number; dy: number } {
  const across = hash01(series, i + 1e6) + hash01(series, i + 2e6) - 1;
  return { dx: (hash01(series, i + 3e6) - 0.5) * STREAM_WIDTH * 2, dy: across * STREAM_WIDTH * 2 };
}

/**
 * Builds the schedule of the given flows.
 * @param people people per dot, the same for all of them
 * @param shortest shortest journey drawn, in days; a ship with dates keeps its own
 */
export function scheduleOf({ flows, routes, voyages }: Movements, people: number, shortest: number): Schedule {
  const book = new TrackBook(routes);
  const streams = new Streams();
  const keepDates = shortest < SHORTEST_ALL;
  for (const series of flows) {
    const dates = keepDates ? voyages : [];
    const own = series.journeys.map((chain) => book.of(chain));
    const typical = series.journeys.map((chain) =>
      Math.max(shortest, recordedDays(chain.flatMap((id) => routes.get(id) ?? []))),
    );
    /** People who did not fill a dot yet: carried on within the series, so that its sum stays right. */
    let carried = 0;
    const fill = (persons: number): number => {
      carried += persons;
      const dots = Math.floor(carried / people);
      carried -= dots * people;
      return dots;
    };
    let index = 0;
    for (const o of series.observations) {
      if (!isKnown(o) || o.value <= 0) continue;
      const head = { wave: series.wave, status: drawnStatus(o), compulsion: series.compulsion };
      const put = (track: number, dot: Dot) => {
        streams.add({ ...head, track }, series.id, dot);
        index++;
      };
      let rest = o.value;
      for (const v of voyagesOf(series, o, dates)) {
        const { leaves, days, persons, track } = shipOf(v, series, book, shortest);
        const aboard = Math.min(persons, rest);
        rest -= aboard;
        const dots = fill(aboard);
        for (let i = 0; i < dots; i++) put(track, { leaves, days, ...placeInCrowd(i) });
      }
      const dots = fill(rest);
      const span = o.when.until - o.when.from;
      for (let i = 0; i < dots; i++) {
        const chain = index % own.length;
        const days = typical[chain]!;
        const day = o.when.from + ((i + hash01(series.id, index)) / dots) * span;
        // Who is counted on arrival has left before.
        const leaves = series.measure === 'flow/arrivals' ? day - days : day;
        put(own[chain]!, { leaves, days, ...placeInStream(series.id, index) });
      }
    }
  }
  const list = streams.finish();
  return {
    streams: list,
    tracks: book.tracks,
    people,
    length: list.reduce((n, s) => n + s.leaves.length, 0),
    shortest,
  };
}
