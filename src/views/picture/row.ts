/** One lane as SVG: the signs of `timeline/Row.svelte` with their colours filled in. */
import type { Row } from '../../scene/lanes.ts';
import type { Sheet } from './plate.ts';
import { markOf } from './signs.ts';
import { px, tag } from './svg.ts';

export interface RowStyle {
  /** Left end and base line on the sheet. */
  readonly x: number;
  readonly y: number;
  /** Height of the lane, px. */
  readonly height: number;
  /** Large enough for ranges and gaps to be read. */
  readonly wide: boolean;
}
/** Height of the sign of a gap and of a tick, px on an ordinary screen. */
const GAP_HEIGHT = 14;
const TICK = { wide: 7, narrow: 3.5 } as const;
const DASHES = { line: [3, 2], bar: [2, 1.5], gap: [1.5, 2] } as const;

/** The sign of a year of which nothing is known. */
export const gapLook = (sheet: Sheet) => ({
  fill: 'none',
  stroke: sheet.ink('ink-soft'),
  'stroke-width': 0.7 * sheet.line,
  'stroke-dasharray': DASHES.gap.map((d) => px(d * sheet.growth)).join(' '),
});

/** Draws a row; from the ground up gaps, presence, movement, counts, events. */
export function drawRow(sheet: Sheet, row: Row, { x, y, height, wide }: RowStyle): string {
  const colour = sheet.waveInk(row.wave);
  const dashed = (dashes: readonly number[]) => dashes.map((d) => px(d * sheet.growth)).join(' ');
  const range = { stroke: colour, 'stroke-width': sheet.line, 'stroke-opacity': '0.7' };
  const out: string[] = [];
  const add = (name: string, attributes: Parameters<typeof tag>[1]) => out.push(tag(name, attributes));
  if (wide)
    for (const gap of row.gaps) {
      const high = Math.min(height, GAP_HEIGHT * sheet.growth);
      add('rect', { x: gap.x, y: -high, width: Math.max(2, gap.width), height: high, ...gapLook(sheet) });
    }
  for (const s of row.stretches) {
    if (s.band) add('path', { d: s.band, fill: colour, 'fill-opacity': '0.22' });
    if (s.area) add('path', { d: s.area, fill: colour, 'fill-opacity': '0.2' });
    add('path', {
      d: s.line,
      fill: 'none',
      stroke: colour,
      'stroke-width': 1.3 * sheet.line,
      'stroke-linejoin': 'round',
      'stroke-dasharray': s.dashed ? dashed(DASHES.line) : undefined,
    });
  }
  for (const b of row.bars) {
    add('rect', {
      x: b.x,
      y: -b.height,
      width: b.width,
      height: b.height,
      ...markOf(sheet, b.status, colour),
      'stroke-width': b.status === 'reported' ? undefined : sheet.line,
      'stroke-dasharray': b.status === 'derived' ? dashed(DASHES.bar) : undefined,
    });
    if (wide && b.high !== undefined && b.low !== undefined && b.high > b.low)
      add('path', { d: `M${px(b.x + b.width / 2)},${-b.low}V${-b.high}`, ...range });
  }
  for (const m of row.marks) {
    if (wide && m.low !== undefined && m.high !== undefined && m.low !== m.high)
      add('path', { d: `M${m.x},${m.low}V${m.high}`, ...range });
    add('circle', { cx: m.x, cy: m.y, r: (wide ? 2.6 : 1.5) * sheet.growth, ...markOf(sheet, m.status, colour) });
  }
  const tick = (wide ? TICK.wide : TICK.narrow) * sheet.growth;
  for (const t of row.ticks)
    add('path', {
      d: `M${t.x},1v${px(tick)}`,
      stroke: sheet.ink('ink-soft'),
      'stroke-width': sheet.growth * 0.8,
      opacity: '0.6',
    });
  return tag('g', { transform: `translate(${px(x)} ${px(y)})` }, ...out);
}
