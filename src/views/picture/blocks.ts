/** Blocks of words and signs that know their height before they are placed: the map takes what they leave. */
import { widthOf } from '../../scene/labels.ts';
import type { Colour } from './palette.ts';
import { letter, type Sheet } from './plate.ts';
import { evenWidth, wrapWithin } from './wrap.ts';

export interface Block {
  readonly height: number;
  /** Draws it with its upper left corner at a place. */
  readonly draw: (x: number, y: number) => string;
}
export const NOTHING: Block = { height: 0, draw: () => '' };

export const LINE_HEIGHT = 1.36;
/** Base line below the top of a line, in sizes of type. */
const BASE = 1.03;
/** Bold letters are wider than the measure knows. */
const BOLD = 1.08;

export interface ParagraphStyle {
  readonly size: number;
  readonly width: number;
  readonly colour?: Colour;
  readonly bold?: boolean;
  readonly display?: boolean;
  /** Most lines; what is longer is cut with a sign that it was. */
  readonly most?: number;
}

/** Words in lines. */
export function paragraphOf(sheet: Sheet, text: string, style: ParagraphStyle): Block {
  const { size, width, most = 8 } = style;
  const measured = size * (style.bold ? BOLD : 1);
  const lines = wrapWithin(text, measured, style.display ? evenWidth(text, measured, width) : width, most);
  const leading = size * (style.display ? 1.18 : LINE_HEIGHT);
  return {
    height: lines.length * leading,
    draw: (x, y) =>
      lines
        .map((line, i) =>
          letter(sheet, line, {
            x,
            y: y + i * leading + size * (style.display ? 0.94 : BASE),
            size,
            colour: style.colour,
            bold: style.bold,
            display: style.display,
          }),
        )
        .join(''),
  };
}

/** Blocks one below the other; empty ones take no room. */
export function stackOf(gap: number, blocks: readonly Block[]): Block {
  const full = blocks.filter((b) => b.height > 0);
  return {
    height: full.reduce((sum, b) => sum + b.height, 0) + gap * Math.max(0, full.length - 1),
    draw: (x, y) => {
      let top = y;
      return full
        .map((b) => {
          const drawn = b.draw(x, top);
          top += b.height + gap;
          return drawn;
        })
        .join('');
    },
  };
}

/** Two blocks side by side. */
export const besideOf = (left: Block, right: Block, shift: number): Block => ({
  height: Math.max(left.height, right.height),
  draw: (x, y) => left.draw(x, y) + right.draw(x + shift, y),
});

/** A sign and what it means. */
export interface SignItem {
  readonly width: number;
  /** Draws the sign from its left end at its middle height. */
  readonly draw: (x: number, y: number) => string;
  readonly text: string;
}

/** Signs with their meanings, in as many rows as they need. */
export function signsOf(sheet: Sheet, items: readonly SignItem[], size: number, width: number): Block {
  const [gap, between] = [size * 0.45, size * 1.35];
  const leading = size * 1.6;
  const placed: { readonly item: SignItem; readonly x: number; readonly row: number }[] = [];
  let [x, row] = [0, 0];
  for (const item of items) {
    const wide = item.width + gap + widthOf(item.text, size);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    placed.push({ item, x, row });
    x += wide + between;
  }
  if (placed.length === 0) return NOTHING;
  return {
    height: (row + 1) * leading,
    draw: (left, top) =>
      placed
        .map(({ item, x, row }) => {
          const middle = top + (row + 0.5) * leading;
          return (
            item.draw(left + x, middle) +
            letter(sheet, item.text, { x: left + x + item.width + gap, y: middle + size * 0.35, size })
          );
        })
        .join(''),
  };
}
