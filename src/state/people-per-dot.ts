/** How many people a dot stands for. */
import { isKnown, type FlowSeries, type Known } from '../record/model.ts';
import { SHORTEST_ONE } from '../scene/schedule.ts';

/** Most dots that one wave may be scheduled with. */
const MOST_DOTS = 45_000;
/** Most dots that may be on the way at one time: more would be a stain, and slow. */
const MOST_AT_ONCE = 6000;
/** With all waves on the stage: small waves are still seen, and the largest are streams. */
const PEOPLE_ALL = 100;
const SIZES = [1, 10, 100, 1000] as const;

const figures = (flows: readonly FlowSeries[]): Known[] =>
  flows.flatMap((f) => f.observations.filter(isKnown)).filter((o) => o.value > 0);

/**
 * People per dot: one size everywhere on the stage; for one wave down to 1 where its total allows.
 * @param days shortest journey drawn: the longer, the more are on the way together
 */
export function peoplePerDot(flows: readonly FlowSeries[], one: boolean, days = SHORTEST_ONE): number {
  if (!one) return PEOPLE_ALL;
  const known = figures(flows);
  const people = known.reduce((sum, o) => sum + o.value, 0);
  const atOnce = known.reduce(
    (most, o) => Math.max(most, o.value * Math.min(1, days / (o.when.until - o.when.from))),
    0,
  );
  return SIZES.find((size) => people / size <= MOST_DOTS && atOnce / size <= MOST_AT_ONCE) ?? SIZES.at(-1)!;
}
