/** Which places are worth a name at an instant, and how much each weighs. */
import type { PlaceId, Route } from '../record/model.ts';
import type { Circle } from './circles.ts';
import { timeOf } from './routes.ts';

/** Korea is always named, whatever else must give way. */
export const KOREA = 'kor' as PlaceId;

/**
 * @param thorough one wave is chosen: halts and traces are named too
 * @returns places by weight, heaviest last to go
 */
export function namedPlaces(
  routes: readonly Route[],
  circles: readonly Circle[],
  from: number,
  until: number,
  thorough: boolean,
): Map<PlaceId, number> {
  const weights = new Map<PlaceId, number>([[KOREA, 1e9]]);
  const add = (id: PlaceId, weight: number) => weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  for (const c of circles) add(c.place, 1000 + c.state.value);
  for (const route of routes) {
    const time = timeOf(route, from, until);
    if (time === 'before' || (time === 'past' && !thorough)) continue;
    // On the whole world a village on a path is no landmark.
    if (!thorough && (route.basis === 'inferred' || route.legs.some((leg) => leg.mode === 'land'))) continue;
    const now = time === 'now' ? 100 : 1;
    add(route.legs[0].from, 5 * now);
    add(route.legs.at(-1)!.to, 8 * now);
    if (thorough) for (const leg of route.legs) add(leg.to, now);
  }
  return weights;
}
