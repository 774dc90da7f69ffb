/**
 * The two scales that the first view needs. d3-scale brings all of d3-interpolate, 10 kB gzip, for two lines of arithmetic; charts that come on
 * demand use it as it is.
 */
import { ticks } from 'd3-array';

export interface Scale {
  (value: number): number;
  /** The value at a position. */
  invert(position: number): number;
  /** About so many round values within the domain, ascending. */
  ticks(count?: number): number[];
}

/** Value to position along a line. */
export function lineScale([a, b]: readonly [number, number], [p, q]: readonly [number, number]): Scale {
  const slope = b === a ? 0 : (q - p) / (b - a);
  const scale = (value: number) => p + (value - a) * slope;
  return Object.assign(scale, {
    invert: (position: number) => (slope === 0 ? a : a + (position - p) / slope),
    ticks: (count = 10) => ticks(a, b, count),
  });
}

/** From nothing to `top` by the square root: areas stay comparable. */
export function rootScale(top: number, height: number): Scale {
  const scale = (value: number) => height * Math.sign(value) * Math.sqrt(Math.abs(value) / top);
  return Object.assign(scale, {
    invert: (position: number) => (height === 0 ? 0 : top * Math.sign(position) * (position / height) ** 2),
    ticks: (count = 10) => ticks(0, top, count),
  });
}
