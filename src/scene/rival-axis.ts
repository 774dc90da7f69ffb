/** Rival numbers on one axis, so that the eye sees how far apart they are. */
import { extent } from 'd3-array';
import { lineScale } from './first-scales.ts';

export interface RivalNumber {
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly preferred: boolean;
}
export interface RivalMark {
  readonly x: number;
  readonly from: number;
  readonly until: number;
  readonly preferred: boolean;
}
export interface RivalAxis {
  readonly marks: readonly RivalMark[];
  readonly least: number;
  readonly most: number;
}
/** Room for half a mark at both ends, px. */
const MARGIN = 8;

/** @returns undefined where fewer than two numbers differ: there is nothing to compare on an axis */
export function rivalAxis(claims: readonly RivalNumber[], width: number): RivalAxis | undefined {
  const numbers = claims.flatMap((c) =>
    c.value === undefined
      ? []
      : [{ value: c.value, low: c.low ?? c.value, high: c.high ?? c.value, preferred: c.preferred }],
  );
  const [least, most] = extent(numbers.flatMap((n) => [n.value, n.low, n.high]));
  if (numbers.length < 2 || least === undefined || most === undefined || least === most) return undefined;
  const x = lineScale([least, most], [MARGIN, width - MARGIN]);
  const marks = numbers.map((n) => ({ x: x(n.value), from: x(n.low), until: x(n.high), preferred: n.preferred }));
  return { marks, least, most };
}
