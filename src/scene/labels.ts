/** Labels that neither overlap each other nor leave the stage: the more important one is placed first. */
import type { Size, XY } from './projection.ts';

export interface Wish {
  readonly id: string;
  readonly at: XY;
  /** Space that the words need, px. */
  readonly width: number;
  readonly height: number;
  readonly weight: number;
}
export interface Label {
  readonly id: string;
  /** Left end and middle of the words, px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
const meet = (a: Rect, b: Rect) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
/** Distance between a place and its words, px. */
const GAP = 7;

/** @param taken rectangles that are occupied already: legend, inset, controls */
export function placeLabels(wishes: readonly Wish[], size: Size, taken: readonly Rect[] = [], margin = 6): Label[] {
  const rects: Rect[] = [...taken];
  const labels: Label[] = [];
  const dots: Rect[] = wishes.map(({ at: [x, y] }) => ({ x0: x - 3, y0: y - 3, x1: x + 3, y1: y + 3 }));
  for (const wish of wishes.toSorted((a, b) => b.weight - a.weight)) {
    const [x, y] = wish.at;
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const { width: w, height: h } = wish;
    const spots: XY[] = [
      [x + GAP, y],
      [x - GAP - w, y],
      [x - w / 2, y - h / 2 - GAP],
      [x - w / 2, y + h / 2 + GAP],
      [x + GAP, y - h * 0.7],
      [x + GAP, y + h * 0.7],
      [x - GAP - w, y - h * 0.7],
      [x - GAP - w, y + h * 0.7],
    ];
    const own = wishes.indexOf(wish);
    for (const [left, middle] of spots) {
      const rect = { x0: left - 2, y0: middle - h / 2, x1: left + w + 2, y1: middle + h / 2 };
      if (rect.x0 < margin || rect.x1 > size.width - margin || rect.y0 < margin || rect.y1 > size.height - margin)
        continue;
      if (rects.some((r) => meet(r, rect)) || dots.some((d, i) => i !== own && meet(d, rect))) continue;
      rects.push(rect);
      labels.push({ id: wish.id, x: left, y: middle, width: w });
      break;
    }
  }
  return labels;
}

/** Width of words in px, on the safe side: a Hangul syllable is square, a Latin letter about half as wide. */
export function widthOf(text: string, size: number): number {
  let em = 0;
  for (const c of text)
    em += /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7ff]/.test(c)
      ? 0.98
      : /[A-ZМШЮ]/.test(c)
        ? 0.7
        : c === ' '
          ? 0.3
          : 0.57;
  return em * size;
}
