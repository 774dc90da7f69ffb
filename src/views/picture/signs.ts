/**
 * The signs of lines and dots as attributes of SVG. The page has the same code in `style/signs.css`, where a style
 * sheet can reach; a picture that goes out into the world takes its signs along. A test holds the two together.
 */
import type { Compulsion, Status, Way } from '../../record/model.ts';
import { RADIUS, RING } from '../map/painting.ts';
import type { Sheet } from './plate.ts';
import { px, tag, type Attributes } from './svg.ts';

export interface LineSign {
  readonly width: number;
  readonly dashes?: readonly number[];
  readonly round?: true;
  /** Drawn in the colour of the ground upon the first line. */
  readonly hollow?: true;
}
/** How free people were to go: one line, or two upon each other. */
export const LINE_SIGNS: Readonly<Record<Compulsion, readonly LineSign[]>> = {
  free: [{ width: 1.1 }],
  contract: [{ width: 1.1, dashes: [14, 2.5] }],
  deceived: [{ width: 1.1, dashes: [14, 2.5, 2, 2.5] }],
  fled: [{ width: 1.1, dashes: [6, 4] }],
  'sent-as-child': [{ width: 2, dashes: [0.1, 4], round: true }],
  ordered: [{ width: 3.2 }, { width: 1.2, hollow: true }],
  conscripted: [{ width: 3.2 }, { width: 1.2, dashes: [8, 3], hollow: true }],
  deported: [{ width: 1.1 }, { width: 5, dashes: [1.2, 6] }],
};
/** A way that is inferred, whatever the journey was. */
export const INFERRED_SIGN: LineSign = { width: 1.1, dashes: [2, 3] };

const dashesOf = (dashes: readonly number[] | undefined, factor: number): string | undefined =>
  dashes?.map((d) => px(d * factor)).join(' ');

/** A line of a sign in a colour. */
export const strokeOf = (sheet: Sheet, sign: LineSign, colour: string): Attributes => ({
  fill: 'none',
  stroke: sign.hollow ? sheet.ink('ground') : colour,
  'stroke-width': sign.width * sheet.line,
  'stroke-dasharray': dashesOf(sign.dashes, sheet.growth),
  'stroke-linecap': sign.round ? 'round' : undefined,
  'stroke-linejoin': 'round',
});

const TRIANGLE = 'M-4,-4.5L5,0L-4,4.5Z';
const HEADS: Readonly<Record<Way, string>> = { out: TRIANGLE, back: TRIANGLE, on: 'M-5,-4L1,0L-5,4M0,-4L6,0L0,4' };
/** An arrowhead: filled for the way out, hollow for the way back, open and double for the way on. */
export function headSign(
  sheet: Sheet,
  way: Way,
  colour: string,
  [x, y]: readonly [number, number],
  angle: number,
): string {
  const ground = sheet.ink('ground');
  return tag('path', {
    d: HEADS[way],
    transform: `translate(${px(x)} ${px(y)}) rotate(${px(angle)}) scale(${px(sheet.growth)})`,
    fill: way === 'out' ? colour : way === 'back' ? ground : 'none',
    stroke: way === 'out' ? ground : colour,
    'stroke-width': String({ out: 0.8, back: 1.2, on: 1.8 }[way]),
    'stroke-linejoin': 'round',
  });
}

/** How a dot of a status is drawn, and how large: filled, hollow, or a ring that one sees through. */
export function dotOf(sheet: Sheet, status: Status, colour: string, scale: number): { r: number; look: Attributes } {
  const r = RADIUS * scale * Math.sqrt(sheet.stroke);
  if (status === 'reported')
    return { r, look: { fill: 'none', stroke: colour, 'stroke-width': 2 * r, 'stroke-linecap': 'round' } };
  const [factor, width] = status === 'derived' ? [RING, 0.9] : [0.94, 1.2];
  const fill = status === 'derived' ? 'none' : sheet.ink('ground');
  return { r: r * factor, look: { fill, stroke: colour, 'stroke-width': width * scale * sheet.stroke } };
}

/** The mark of a count or a bar of a status, in a colour. */
export function markOf(sheet: Sheet, status: Status, colour: string): Attributes {
  if (status === 'reported') return { fill: colour };
  const fill = status === 'derived' ? 'none' : sheet.ink('ground');
  return { fill, stroke: colour, 'stroke-width': (status === 'derived' ? 0.8 : 1) * sheet.line };
}

/** Scale of a dot beside words, by their size. */
const SIGN_SCALE = 0.115;
/** One dot as a sign of the legend. */
export function statusSign(sheet: Sheet, status: Status, x: number, y: number): string {
  const { r } = dotOf(sheet, status, sheet.ink('ink'), sheet.small * SIGN_SCALE);
  return tag('circle', { cx: x, cy: y, r, ...markOf(sheet, status, sheet.ink('ink')) });
}
