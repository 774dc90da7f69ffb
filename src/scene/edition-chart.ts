/**
 * Geometry of the official count: the totals of its editions over time, cut at every break of method, and the countries
 * of one edition as circles that do not cover each other.
 */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { isKnown, type Known, type Series, type SeriesId, type Status } from '../record/model.ts';
import { stretchesOf } from '../record/value.ts';
import { dayOf, instantOf, yearAt } from '../record/when.ts';
import { stepFor, yearsFor } from './measure-chart.ts';
import { placeLabels, widthOf, type Wish } from './labels.ts';
import type { Size, XY } from './projection.ts';
import { drawnStatus } from './schedule.ts';

export interface CountMark {
  readonly key: string;
  readonly series: SeriesId;
  readonly observation: Known;
  readonly status: Status;
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}
export interface EditionChart {
  readonly marks: readonly CountMark[];
  /** Counts that may be joined: never across a break of method. */
  readonly lines: readonly {
    readonly key: string;
    readonly series: SeriesId;
    readonly d: string;
    readonly dashed: boolean;
  }[];
  /** Where counting changed, each year once. */
  readonly breaks: readonly { readonly year: number; readonly x: number }[];
  /** Counts that are missing, of any series. */
  readonly gaps: readonly { readonly key: string; readonly x: number }[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly years: readonly { readonly year: number; readonly x: number }[];
}

const px = (n: number): number => Math.round(n * 10) / 10;

/** Where everything of the chart stands, px; y grows downwards. @param breaks years in which counting changed */
export function editionChart(
  series: readonly Series[],
  breaks: readonly number[],
  width: number,
  height: number,
): EditionChart {
  const all = series.flatMap((s) => s.observations);
  const [first, last] = [
    Math.min(...all.map((o) => yearAt(o.when.from))),
    Math.max(...all.map((o) => yearAt(o.when.until - 1))),
  ];
  const x = scaleLinear([dayOf(first), dayOf(last + 1)], [0, width]);
  const step = stepFor(max(all.filter(isKnown), (o) => Math.max(o.value, o.high ?? 0)) ?? 0);
  const y = scaleLinear([0, 2 * step], [height, 0]);
  const at = (o: Known) => `${px(x(instantOf(o.when)))},${px(y(o.value))}`;
  return {
    marks: series.flatMap((s) =>
      s.observations.filter(isKnown).map((o) => ({
        key: `${s.id} ${o.when.text}`,
        series: s.id,
        observation: o,
        status: drawnStatus(o),
        x: px(x(instantOf(o.when))),
        y: px(y(o.value)),
        ...(o.low !== undefined && { low: px(y(o.low)) }),
        ...(o.high !== undefined && { high: px(y(o.high)) }),
      })),
    ),
    lines: series.flatMap((s) =>
      stretchesOf(s)
        .filter((counts) => counts.length > 1)
        .map((counts) => ({
          key: `${s.id} ${counts[0]!.when.text}`,
          series: s.id,
          d: `M${counts.map(at).join('L')}`,
          dashed: counts.every((o) => drawnStatus(o) !== 'reported'),
        })),
    ),
    breaks: [...new Set(breaks)].map((year) => ({ year, x: px(x(dayOf(year))) })),
    gaps: series.flatMap((s) =>
      s.observations
        .filter((o) => !isKnown(o))
        .map((o) => ({ key: `${s.id} ${o.when.text}`, x: px(x(instantOf(o.when))) })),
    ),
    ticks: [0, step, 2 * step].map((value) => ({ value, y: px(y(value)) })),
    years: yearsFor(first, last, width).map((year) => ({ year, x: px(x((dayOf(year) + dayOf(year + 1)) / 2)) })),
  };
}

/** A circle that would stand at its place. */
export interface Body {
  readonly id: string;
  readonly at: XY;
  readonly r: number;
  /** Does not move: Korea, which no circle may cover. */
  readonly fixed?: boolean;
}
/** Rounds in which circles make room for each other, air between two of them, px, and how strongly each is drawn home. */
const ROUNDS = 240;
const AIR = 1;
const HOMEWARD = 0.02;

/**
 * Circles moved apart until none covers another, each as near to its place as that allows; the smaller one gives way more.
 * Areas stay what they are. The same circles always come to stand in the same way.
 */
export function spreadCircles(bodies: readonly Body[], size: Size): Map<string, XY> {
  const list = bodies.map((b) => ({ ...b, x: b.at[0], y: b.at[1] }));
  const push = (a: (typeof list)[number], dx: number, dy: number) => {
    a.x = Math.max(a.r + 1, Math.min(size.width - a.r - 1, a.x + dx));
    a.y = Math.max(a.r + 1, Math.min(size.height - a.r - 1, a.y + dy));
  };
  for (let round = 0; round < ROUNDS; round++) {
    // In the last rounds nothing draws home any more, so that what still overlaps comes apart.
    const home = round < ROUNDS * 0.7 ? HOMEWARD : 0;
    let moved = false;
    for (const a of list) push(a, (a.at[0] - a.x) * home, (a.at[1] - a.y) * home);
    // Plain loops: this runs while the reader drags from edition to edition.
    for (let i = 0; i < list.length; i++) {
      const a = list[i]!;
      for (let j = i + 1; j < list.length; j++) {
        const b = list[j]!;
        const reach = a.r + b.r + AIR;
        let dx = b.x - a.x;
        let dy = b.y - a.y;
        if (dx >= reach || -dx >= reach || dy >= reach || -dy >= reach) continue;
        let far = Math.hypot(dx, dy);
        if (far >= reach) continue;
        // Two in one spot part in a direction of their own.
        if (far < 0.01) [dx, dy, far] = [Math.cos(i), Math.sin(i), 1];
        const give = b.fixed ? 0 : a.fixed ? 1 : a.r ** 2 / (a.r ** 2 + b.r ** 2);
        const apart = (reach - far) / far;
        push(a, -dx * apart * (1 - give), -dy * apart * (1 - give));
        push(b, dx * apart * give, dy * apart * give);
        moved = true;
      }
    }
    if (home === 0 && !moved) break;
  }
  return new Map(list.map((b) => [b.id, [px(b.x), px(b.y)]]));
}

export interface NamedCircle {
  readonly id: string;
  readonly at: XY;
  readonly r: number;
  /** One line or, inside a large circle, two. */
  readonly lines: readonly string[];
}
export interface CircleLabel {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly lines: readonly string[];
}
/** Words may lie over smaller circles than this, px. */
const SEEN = 2;
/** Share of a circle's width that words may take. */
const INSIDE = 1.8;

/** Names of circles: in the middle of those that are large enough, beside the others where there is room. The largest come first. */
export function labelCircles(circles: readonly NamedCircle[], size: Size, letter: number, most: number): CircleLabel[] {
  const height = letter * 1.25;
  const fits = ({ r }: NamedCircle, lines: readonly string[]) =>
    lines.every((l) => widthOf(l, letter) <= INSIDE * r) && height * lines.length <= 1.3 * r;
  const inside = ({ id, at: [x, y] }: NamedCircle, lines: readonly string[]): CircleLabel => ({
    id,
    x,
    y,
    anchor: 'middle',
    lines,
  });
  const labels: CircleLabel[] = [];
  const taken = circles
    .filter((c) => c.r >= SEEN)
    .map(({ at: [x, y], r }) => ({ x0: x - r * 0.8, x1: x + r * 0.8, y0: y - r * 0.8, y1: y + r * 0.8 }));
  const outside = new Map<string, NamedCircle>();
  for (const c of circles.toSorted((a, b) => b.r - a.r).slice(0, most)) {
    if (fits(c, c.lines)) labels.push(inside(c, c.lines));
    else outside.set(c.id, c);
  }
  // `placeLabels` knows points: a circle is given as the point of its rim on one side, then of those left over on the next.
  for (const [sx, sy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    const wishes: Wish[] = [...outside.values()].map(({ id, at: [x, y], r, lines }) => ({
      id,
      at: [x + sx * Math.max(0, r - 4), y + sy * Math.max(0, r - 4)],
      width: widthOf(lines.join(' '), letter),
      height,
      weight: r,
    }));
    for (const { id, x, y, width } of placeLabels(wishes, size, taken)) {
      labels.push({ id, x, y, anchor: 'start', lines: [outside.get(id)!.lines.join(' ')] });
      taken.push({ x0: x - 2, x1: x + width + 2, y0: y - height / 2, y1: y + height / 2 });
      outside.delete(id);
    }
  }
  // Where nothing else is left, the name alone may fit.
  for (const c of outside.values()) if (fits(c, c.lines.slice(0, 1))) labels.push(inside(c, c.lines.slice(0, 1)));
  return labels;
}
