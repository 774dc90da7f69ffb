/** Where on its map the year stands: in the corner in which it hides least. */
import { meet, type Rect } from './svg.ts';
import type { Sheet } from './plate.ts';

/** How many points lie in a rectangle. */
const countIn = (xy: readonly number[], { x0, y0, x1, y1 }: Rect): number => {
  let count = 0;
  for (let i = 0; i < xy.length; i += 2) if (xy[i]! > x0 && xy[i]! < x1 && xy[i + 1]! > y0 && xy[i + 1]! < y1) count++;
  return count;
};

export interface Corner {
  readonly rect: Rect;
  /** Upper end of the year, at its left or right. */
  readonly at: readonly [number, number];
  readonly right: boolean;
}
/** A stop, and a point of a way, weigh as much as so many dots. */
const STOP = 30;
const WAY = 5;

/**
 * @param inner the map without title and strip
 * @param taken rectangles in which other things stand
 * @param what ends of ways and middles of circles, points of ways, dots; each as x, y, x, y …
 */
export function findCorner(
  sheet: Sheet,
  inner: Rect,
  room: { readonly width: number; readonly height: number },
  taken: readonly Rect[],
  what: { readonly stops: readonly number[]; readonly ways: readonly number[]; readonly dots: readonly number[] },
): Corner {
  const { margin, size } = sheet;
  const air = sheet.text * 0.5;
  const corners = [false, true].flatMap((right) =>
    [inner.y0, inner.y1 - room.height - air].map((y): Corner => {
      const x0 = right ? size.width - margin - room.width : margin;
      return {
        at: [right ? size.width - margin : margin, y],
        right,
        rect: { x0: x0 - air, y0: y, x1: x0 + room.width + air, y1: y + room.height + air },
      };
    }),
  );
  const free = corners.filter(({ rect }) => !taken.some((t) => meet(t, rect)));
  const costOf = ({ rect }: Corner) =>
    countIn(what.stops, rect) * STOP + countIn(what.ways, rect) * WAY + countIn(what.dots, rect);
  return (free.length > 0 ? free : corners.slice(0, 1)).reduce((best, c) => (costOf(c) < costOf(best) ? c : best));
}
