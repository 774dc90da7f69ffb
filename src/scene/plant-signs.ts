/** Signs of sectors as shapes of one area. A file of its own: the first view needs the plants of the address, not their shapes. */
import {
  symbol,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3-shape';
import type { Sector } from './plants.ts';

/** A triangle that stands on its point: no circle, since circles are people. */
const symbolTriangleDown: SymbolType = {
  draw(context, size) {
    const y = Math.sqrt(size / (Math.sqrt(3) * 3));
    context.moveTo(0, y * 2);
    context.lineTo(-Math.sqrt(3) * y, -y);
    context.lineTo(Math.sqrt(3) * y, -y);
    context.closePath();
  },
};
const SIGNS: Readonly<Record<Sector, SymbolType>> = {
  shipbuilding: symbolTriangle,
  cars: symbolDiamond,
  batteries: symbolSquare,
  chips: symbolCross,
  solar: symbolStar,
  steel: symbolWye,
  other: symbolTriangleDown,
};
/** The sign of a sector about the origin, with the area of a circle of this radius, as SVG path data. */
export const drawSector = (sector: Sector, radius: number): string =>
  symbol(SIGNS[sector], Math.PI * radius ** 2).digits(2)() ?? '';
