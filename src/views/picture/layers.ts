/** The layers of a map beneath its dots, from the ground up: land, the light on Korea, people present, ways. */
import { dayOf, middleOf } from '../../record/when.ts';
import { circlesAt, radiusOf, type Circle } from '../../scene/circles.ts';
import { insetOutline } from '../../scene/projection.ts';
import { drawRoute, timeOf } from '../../scene/routes.ts';
import type { PictureScene, Sheet } from './plate.ts';
import { INFERRED_SIGN, LINE_SIGNS, headSign, strokeOf } from './signs.ts';
import { px, tag, thinPath, urlOf } from './svg.ts';
import type { View } from './view.ts';

export const drawLand = (sheet: Sheet, path: string): string =>
  tag('path', {
    d: thinPath(path),
    fill: sheet.ink('land'),
    stroke: sheet.ink('land-edge'),
    'stroke-width': 0.6 * sheet.line,
    'stroke-linejoin': 'round',
  });

/** Middle of the peninsula, and how far its light reaches, degrees. */
const MIDDLE = [127.3, 38] as const;
const REACH = 5.5;
/** Korea is always lit. */
export function drawLight(sheet: Sheet, view: View, name: string): string {
  const [cx, cy] = view.picture.project(MIDDLE);
  const [ex, ey] = view.picture.project([MIDDLE[0], MIDDLE[1] + REACH]);
  const id = sheet.id(name);
  const stop = (offset: number, opacity: number) =>
    tag('stop', { offset: String(offset), 'stop-color': sheet.ink('lit'), 'stop-opacity': String(opacity) });
  return (
    tag('radialGradient', { id }, stop(0, 0.7), stop(0.45, 0.3), stop(1, 0)) +
    tag('circle', { cx, cy, r: Math.hypot(ex - cx, ey - cy), fill: urlOf(id) })
  );
}

/** Where the window stands in the world. */
export const drawOutline = (sheet: Sheet, view: View): string =>
  tag('path', {
    d: thinPath(view.picture.draw(insetOutline())),
    fill: 'none',
    stroke: sheet.ink('ink-soft'),
    'stroke-width': sheet.growth * 0.8,
    'stroke-dasharray': '4 3',
  });

export interface PlacedCircle extends Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}
/**
 * People present at an instant, largest first. On the moving map it is the middle of the year.
 * @param scale factor on the circles, for a smaller map
 */
export const circlesOf = (
  scene: PictureScene,
  view: View,
  width: number,
  at: number = middleOf(scene.year),
  scale = 1,
): PlacedCircle[] =>
  circlesAt(scene.standing, at)
    .map((c) => {
      const [x, y] = view.picture.project(scene.core.places.get(c.place)!.at!);
      return { ...c, x, y, r: radiusOf(c.state.value, width) * scale };
    })
    .filter((c) => Number.isFinite(c.x) && c.r > 0.5)
    .sort((a, b) => b.r - a.r);

export const drawCircles = (sheet: Sheet, circles: readonly PlacedCircle[], weight = 1): string =>
  circles
    .map((c) =>
      tag('circle', {
        cx: c.x,
        cy: c.y,
        r: c.r,
        fill: sheet.waveInk(c.wave),
        'fill-opacity': '0.16',
        stroke: sheet.waveInk(c.wave),
        'stroke-width': 1.3 * weight * sheet.line,
        'stroke-dasharray':
          c.state.kind === 'between' ? `${px(4 * weight * sheet.growth)} ${px(3 * weight * sheet.growth)}` : undefined,
      }),
    )
    .join('');

/** Shortest way that gets an arrowhead, px on an ordinary screen. */
const SHORTEST_HEAD = 26;
/** Opacity of ways that are past: of one wave, and where there are many. */
const PAST = [0.2, 0.13] as const;
/** The ways of the year and, paler, those before it. @param shortest shortest way drawn, px on an ordinary screen */
export function drawRoutes(sheet: Sheet, scene: PictureScene, view: View, shortest: number): string {
  const [from, until] = [dayOf(scene.year), dayOf(scene.year + 1)];
  return scene.routes
    .map((route) => ({ ...drawRoute(route, view.picture), time: timeOf(route, from, until) }))
    .filter((d) => d.time !== 'before' && d.length >= shortest * sheet.growth)
    .sort((a, b) => Number(a.time === 'now') - Number(b.time === 'now'))
    .map(({ route, legs, arrow, time, length }) => {
      const colour = sheet.waveInk(route.wave);
      const pathOf = (inferred: boolean) =>
        legs
          .filter((l) => l.inferred === inferred)
          .map((l) => thinPath(l.path, 1))
          .join('');
      const [sure, inferred] = [pathOf(false), pathOf(true)];
      const lines = [
        ...(sure === ''
          ? []
          : LINE_SIGNS[route.compulsion].map((sign) => tag('path', { d: sure, ...strokeOf(sheet, sign, colour) }))),
        ...(inferred === '' ? [] : [tag('path', { d: inferred, ...strokeOf(sheet, INFERRED_SIGN, colour) })]),
      ];
      if (lines.length === 0) return '';
      if (arrow && (time === 'now' || scene.one) && length > SHORTEST_HEAD * sheet.growth) {
        lines.push(headSign(sheet, route.way, colour, arrow.at, arrow.angle));
      }
      return tag('g', { opacity: time === 'now' ? '0.85' : String(PAST[scene.one ? 0 : 1]) }, ...lines);
    })
    .join('');
}
