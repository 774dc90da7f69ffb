/** What happened when: titles beneath an axis, each with a line to its tick. */
import { widthOf } from '../../scene/labels.ts';
import type { Tick } from '../../scene/lanes.ts';
import { letter, type PictureScene, type Sheet } from './plate.ts';
import { px, tag } from './svg.ts';

/** Size of the titles by that of small words; distance of a title from its line, and of two titles, in its size. */
const SIZE = 0.92;
const BESIDE = 0.35;
const BETWEEN = 0.7;
/** Least distance of a line from words that it passes, px. */
const CLEAR = 4;

interface Title {
  readonly text: string;
  readonly x: number;
  readonly toRight: boolean;
  readonly line: number;
}
export interface Titles {
  readonly list: readonly Title[];
  /** Lines that they take. */
  readonly lines: number;
}

/**
 * Finds a line for every title that has room; the others are left to their ticks. Later events stand higher, so that
 * the lines of earlier ones pass to the left of them.
 * @param shift of the ticks on the sheet, px
 */
export function placeTitles(
  sheet: Sheet,
  { texts }: PictureScene,
  ticks: readonly Tick[],
  shift: number,
  [from, until]: readonly [number, number],
  most: number,
): Titles {
  const size = sheet.small * SIZE;
  const spans: (readonly [number, number])[][] = Array.from({ length: most }, () => []);
  const isFree = (line: number, a: number, b: number) => spans[line]!.every(([c, d]) => b < c || a > d);
  const wishes = ticks
    .map((tick) => {
      const text = texts.eventTitle(tick.event.id);
      const [x, width] = [shift + tick.x, widthOf(text, size) + size * BESIDE];
      return { text, x, width, toRight: x + width <= until };
    })
    .filter(({ x, width, toRight }) => x >= from && x <= until && (toRight || x - width >= from))
    .sort((a, b) => Number(b.toRight) - Number(a.toRight) || b.x - a.x);
  const list = wishes.flatMap(({ text, x, width, toRight }): Title[] => {
    const [a, b] = toRight ? [x, x + width] : [x - width, x];
    const air = size * BETWEEN;
    const line = spans.findIndex(
      (_, i) => isFree(i, a - air, b + air) && spans.slice(0, i).every((_, j) => isFree(j, x - CLEAR, x + CLEAR)),
    );
    if (line < 0) return [];
    spans[line]!.push([a, b]);
    for (let i = 0; i < line; i++) spans[i]!.push([x - 1, x + 1]);
    return [{ text, x, toRight, line }];
  });
  return { list, lines: Math.max(0, ...list.map((t) => t.line + 1)) };
}

/** Draws titles from a height of the sheet down. @param leading distance of their lines, px */
export function drawTitles(sheet: Sheet, { list }: Titles, top: number, leading: number): string {
  if (list.length === 0) return '';
  const size = sheet.small * SIZE;
  const footOf = ({ line }: Title) => top + (line + 0.5) * leading + size * 0.35;
  const leaders = list.map((t) => `M${px(t.x)},${px(top - size * 0.3)}V${px(footOf(t))}`).join('');
  return (
    tag('path', { d: leaders, fill: 'none', stroke: sheet.ink('line'), 'stroke-width': sheet.growth * 0.8 }) +
    list
      .map((t) =>
        letter(sheet, t.text, {
          x: t.toRight ? t.x + size * BESIDE : t.x - size * BESIDE,
          y: footOf(t),
          size,
          colour: 'ink-soft',
          anchor: t.toRight ? undefined : 'end',
        }),
      )
      .join('')
  );
}
