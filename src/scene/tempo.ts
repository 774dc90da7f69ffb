/**
 * How fast the years go by while playing: slower where much happens, and known in advance.
 * A pure function of the record, so that two readers who press play see the same.
 */
import type { Day, FlowSeries, Event, Voyage } from '../record/model.ts';
import { isKnown } from '../record/model.ts';
import { FIRST_DAY, LAST_DAY } from '../record/when.ts';

/** Length of the whole at single speed, in seconds. */
export const WHOLE_SECONDS = 100;
/** Days in one step of the table: about a month. */
const BIN = 30.44;

export interface Tempo {
  /** Playing seconds passed at the start of each bin. */
  readonly seconds: Float64Array;
  readonly from: number;
}

/**
 * Weighs each month: 1 for passing, more for people on the way (cube root, so that a million does not stop the clock),
 * for ships on record and for events.
 */
export function tempoOf(record: {
  readonly flows: readonly FlowSeries[];
  readonly events: readonly Event[];
  readonly voyages: readonly Voyage[];
}): Tempo {
  const bins = Math.ceil((LAST_DAY - FIRST_DAY) / BIN);
  const people = new Float64Array(bins);
  const weight = new Float64Array(bins).fill(1);
  const binOf = (day: number) => Math.max(0, Math.min(bins - 1, Math.floor((day - FIRST_DAY) / BIN)));
  for (const flow of record.flows)
    for (const o of flow.observations) {
      if (!isKnown(o)) continue;
      const [a, b] = [binOf(o.when.from), binOf(o.when.until - 1)];
      for (let i = a; i <= b; i++) people[i]! += o.value / (b - a + 1);
    }
  const most = Math.max(1, ...people);
  for (let i = 0; i < bins; i++) weight[i]! += 4 * Math.cbrt(people[i]! / most);
  for (const e of record.events) weight[binOf(e.date.from)]! += 0.7;
  for (const v of record.voyages) {
    if (!v.departed || !v.arrived || v.departed.until - v.departed.from > 31) continue;
    for (let i = binOf(v.departed.from); i <= binOf(v.arrived.from); i++) weight[i]! += 4;
  }
  const total = weight.reduce((a, b) => a + b, 0);
  const seconds = new Float64Array(bins + 1);
  for (let i = 0; i < bins; i++) seconds[i + 1] = seconds[i]! + (weight[i]! / total) * WHOLE_SECONDS;
  return { seconds, from: FIRST_DAY };
}

/** Playing time at an instant, seconds. */
export function secondsAt(tempo: Tempo, day: number): number {
  const last = tempo.seconds.length - 1;
  const f = Math.max(0, Math.min(last, (day - tempo.from) / BIN));
  const i = Math.min(last - 1, Math.floor(f));
  return tempo.seconds[i]! + (tempo.seconds[i + 1]! - tempo.seconds[i]!) * (f - i);
}

/** The instant reached after some playing time: the inverse of `secondsAt`. */
export function dayAt(tempo: Tempo, seconds: number): Day {
  const table = tempo.seconds;
  let lo = 0;
  let hi = table.length - 1;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (table[mid]! <= seconds) lo = mid;
    else hi = mid;
  }
  const span = table[lo + 1]! - table[lo]!;
  const u = Math.max(0, Math.min(1, span > 0 ? (seconds - table[lo]!) / span : 0));
  return Math.min(LAST_DAY, tempo.from + (lo + u) * BIN) as Day;
}
