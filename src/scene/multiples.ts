/** The same map again and again, a decade or a year each: what moved in it, and who was there at its end. */
import type { FlowSeries, RouteId, Series, WaveId } from '../record/model.ts';
import { isKnown } from '../record/model.ts';
import { FIRST_YEAR, LAST_YEAR, dayOf, yearAt } from '../record/when.ts';
import type { WaveBrief } from '../record/core.ts';

export interface Span {
  readonly firstYear: number;
  /** Exclusive. */
  readonly endYear: number;
}
const DECADE = 10;
/** A wave no longer than this is shown year by year. */
const MOST_YEARS = 14;

/** Decades from the 1860s to the 2020s; for one short wave its years. */
export function spansOf(one: WaveBrief | undefined): Span[] {
  if (one) {
    const [first, last] = [yearAt(one.during.from), yearAt(one.during.until - 1)];
    if (last - first < MOST_YEARS)
      return Array.from({ length: last - first + 1 }, (_, i) => ({ firstYear: first + i, endYear: first + i + 1 }));
  }
  const spans: Span[] = [];
  for (let y = FIRST_YEAR; y <= LAST_YEAR; y += DECADE) spans.push({ firstYear: y, endYear: y + DECADE });
  return spans;
}

/** People of a flow who fall into a time: a figure for several years is shared out evenly over them. */
export function movedIn(flow: Series, from: number, until: number): number {
  let people = 0;
  for (const o of flow.observations) {
    if (!isKnown(o)) continue;
    const shared = Math.min(o.when.until, until) - Math.max(o.when.from, from);
    if (shared > 0) people += (o.value * shared) / (o.when.until - o.when.from);
  }
  return people;
}

export interface Load {
  readonly route: RouteId;
  readonly wave: WaveId;
  readonly people: number;
}
/** People on each route in a span; several ways of one flow share them evenly, as the dots do. */
export function loadsOf(flows: readonly FlowSeries[], { firstYear, endYear }: Span): Load[] {
  const loads = new Map<RouteId, Load>();
  const [from, until] = [dayOf(firstYear), dayOf(endYear)];
  for (const flow of flows) {
    const people = movedIn(flow, from, until) / flow.journeys.length;
    if (people <= 0) continue;
    for (const route of flow.journeys.flat())
      loads.set(route, { route, wave: flow.wave, people: (loads.get(route)?.people ?? 0) + people });
  }
  return [...loads.values()].sort((a, b) => b.people - a.people);
}

/** Width of a line that a million people took, px; the area of a line grows with the square root, like a circle's width. */
const WIDTH_PER_MILLION = 9;
export const widthOfLoad = (people: number): number => Math.max(0.7, WIDTH_PER_MILLION * Math.sqrt(people / 1e6));
