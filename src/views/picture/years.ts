/** Which years a picture shows: only the picture knows, so it says them itself. */
import type { WaveBrief } from '../../record/core.ts';
import { FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR, yearAt } from '../../record/when.ts';
import { spansOf } from '../../scene/multiples.ts';

/** Share of the time of a chart that is kept free before and after it. */
const AIR = 0.02;

/** First and last day of what a wave's lane holds. */
function heldBy(wave: WaveBrief): readonly [from: number, until: number] {
  const times = [...wave.lane.flow, ...wave.lane.stock].flatMap((s) => s.observations.map((o) => o.when));
  const from = Math.min(wave.during.from, ...times.map((t) => t.from));
  const until = Math.max(wave.during.until, ...times.map((t) => t.until));
  return [Math.max(FIRST_DAY, from), Math.min(LAST_DAY, until)];
}

/** First and last day on the axis of a wave's chart: with a little air. */
export function extentOf(wave: WaveBrief): readonly [from: number, until: number] {
  const [from, until] = heldBy(wave);
  const air = (until - from) * AIR;
  return [Math.max(FIRST_DAY, from - air), Math.min(LAST_DAY, until + air)];
}

const join = (first: number, last: number): string => (first === last ? String(first) : `${first}–${last}`);
/** The years of the timeline: all, or those of the chart of one wave. */
export function yearsOfLanes(one: WaveBrief | undefined): string {
  if (!one) return join(FIRST_YEAR, LAST_YEAR);
  const [from, until] = heldBy(one);
  return join(yearAt(from), yearAt(until - 1));
}
/** The years of the small maps. */
export function yearsOfMultiples(one: WaveBrief | undefined): string {
  const spans = spansOf(one);
  return join(spans[0]!.firstYear, Math.min(LAST_YEAR, spans.at(-1)!.endYear - 1));
}
