/** Routes as they are drawn: a line a leg, an arrowhead where the way is clear, hair thinned out. */
import type { Compulsion, Route } from '../record/model.ts';
import { pointsOf } from './track.ts';
import type { Picture, XY } from './projection.ts';

export interface DrawnLeg {
  readonly path: string;
  readonly inferred: boolean;
}
export interface DrawnRoute {
  readonly route: Route;
  readonly legs: readonly DrawnLeg[];
  /** Where the arrowhead stands (base px) and where it points (degrees clockwise from east). */
  readonly arrow: { readonly at: XY; readonly angle: number } | undefined;
  /** Length in base px: a route shorter than a thumb's width is no more than a dot on the world. */
  readonly length: number;
}

/** Share of the way at which the arrowhead stands: past the middle, clear of the ports. */
const ARROW_AT = 0.62;

export function drawRoute(route: Route, picture: Picture): DrawnRoute {
  const xy: XY[] = [];
  const legs = route.legs.map((leg) => {
    const points = pointsOf(leg);
    for (const p of points) xy.push(picture.project(p));
    return {
      path: picture.draw({ type: 'LineString', coordinates: points as [number, number][] }),
      inferred: leg.inferred,
    };
  });
  const widest = picture.size.width / 2;
  const steps = xy.slice(1).map((p, i) => {
    const d = Math.hypot(p[0] - xy[i]![0], p[1] - xy[i]![1]);
    return d > widest ? 0 : d;
  });
  const length = steps.reduce((a, b) => a + b, 0);
  let left = length * ARROW_AT;
  let arrow: DrawnRoute['arrow'];
  for (let i = 0; i < steps.length; i++) {
    if (steps[i]! > 0 && left <= steps[i]!) {
      const [a, b] = [xy[i]!, xy[i + 1]!];
      const t = left / steps[i]!;
      arrow = {
        at: [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t],
        angle: (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI,
      };
      break;
    }
    left -= steps[i]!;
  }
  return { route, legs, arrow, length };
}

const SECOND_LINE: ReadonlySet<Compulsion> = new Set(['deported', 'ordered', 'conscripted']);
/** Signs of compulsion that are drawn with a second line upon the first. */
export const hasSecondLine = (compulsion: Compulsion): boolean => SECOND_LINE.has(compulsion);

export type RouteTime = 'before' | 'now' | 'past';
/** Where a route stands in time, seen from a calendar year given by its first and last day. */
export const timeOf = (route: Route, from: number, until: number): RouteTime =>
  route.during.from >= until ? 'before' : route.during.until <= from ? 'past' : 'now';
