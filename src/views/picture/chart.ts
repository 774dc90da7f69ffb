/** The chart of one wave, large: its axes, its counts with their numbers, ranges and gaps, and what happened when. */
import type { WaveBrief } from '../../record/core.ts';
import { isKnown, type Known } from '../../record/model.ts';
import { FIRST_DAY, LAST_DAY, dayOf, decimalYearAt } from '../../record/when.ts';
import { widthOf } from '../../scene/labels.ts';
import { perYear, rowOf, timeScale, topOf, valueScale, type Row } from '../../scene/lanes.ts';
import { formatRound } from '../../words/number.ts';
import type { Texts } from '../../words/texts.ts';
import { drawTitles, placeTitles } from './events.ts';
import { haloed } from './names.ts';
import { letter, type PictureScene, type Sheet } from './plate.ts';
import { drawRow } from './row.ts';
import { escapeXml, meet, px, rectTag, tag, urlOf, type Rect } from './svg.ts';
import { extentOf } from './years.ts';

const STEPS = [1, 2, 5, 10, 20, 50] as const;
/** Years to write between two days, no nearer to each other than `least` px. */
function yearsBetween(from: number, until: number, width: number, least: number): number[] {
  const [first, last] = [decimalYearAt(from), decimalYearAt(until)];
  const step = STEPS.find((s) => (width * s) / (last - first) >= least) ?? STEPS.at(-1)!;
  const years: number[] = [];
  for (let y = Math.ceil(first / step) * step; y <= last; y += step) years.push(y);
  return years;
}

/** A figure that is written out, and where it stands in its row. */
interface Figure {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly text: string;
}
/** Longer than this a time is a period: what its bar shows is a year of it. Days. */
const A_YEAR_AND_A_BIT = 400;
/** Of each series the first, the largest and the last: what a reader looks for. */
function tellingOf(row: Row, { lang, say }: Texts): Figure[] {
  const bySeries = new Map<string, Figure[]>();
  const add = (series: string, figure: Figure) => bySeries.set(series, [...(bySeries.get(series) ?? []), figure]);
  for (const b of row.bars) {
    const { observation: o, series } = b;
    const value = perYear(o);
    const n = formatRound(Math.round(value), lang);
    const text = o.when.until - o.when.from > A_YEAR_AND_A_BIT ? say('picture.a-year', { n }) : n;
    add(series, { x: b.x + b.width / 2, y: -Math.max(b.height, b.high ?? 0), value, text });
  }
  for (const m of row.marks) {
    const { value } = m.observation;
    add(m.series, { x: m.x, y: Math.min(m.y, m.high ?? 0), value, text: formatRound(value, lang) });
  }
  const telling = [...bySeries.values()].flatMap((list) => {
    const largest = list.reduce((a, b) => (b.value > a.value ? b : a));
    return [...new Set([largest, list[0]!, list.at(-1)!])].filter((f) => f.value > 0);
  });
  return telling.sort((a, b) => b.value - a.value);
}

/**
 * Writes figures where they neither meet each other nor stand upon a count; one that has no room is left out.
 * @param mark the line of an instant, if there is one
 */
function drawFigures(
  sheet: Sheet,
  { texts }: PictureScene,
  row: Row,
  plot: Rect,
  shift: number,
  mark: readonly Rect[],
): string {
  const size = sheet.small;
  const base = plot.y1;
  const air = size * 0.55;
  const counts = row.marks.map((m): Rect => {
    const [x, y, r] = [shift + m.x, base + m.y, 2 * sheet.growth];
    return { x0: x - r, y0: y - r, x1: x + r, y1: y + r };
  });
  const taken = [...mark, ...counts];
  for (const b of row.bars) taken.push({ x0: shift + b.x, y0: base - b.height, x1: shift + b.x + b.width, y1: base });
  const words = tellingOf(row, texts).map((figure) => {
    const { text } = figure;
    const wide = widthOf(text, size);
    const [x, y] = [shift + figure.x, base + figure.y];
    const spots = [
      [x - wide / 2, y - air],
      [x + air, y + size * 0.35],
      [x - air - wide, y + size * 0.35],
      [x - wide / 2, y - air - size],
    ] as const;
    for (const [left, foot] of spots) {
      const box = { x0: left - 3, y0: foot - size, x1: left + wide + 3, y1: foot + size * 0.25 };
      if (box.x0 < plot.x0 || box.x1 > plot.x1 || box.y0 < plot.y0 || box.y1 > base) continue;
      if (taken.some((t) => meet(t, box))) continue;
      taken.push(box);
      return tag('text', { x: left, y: foot }, escapeXml(text));
    }
    return '';
  });
  return tag('g', { 'font-size': size }, haloed(sheet, 'figures', words.join(''), size));
}

/** Largest thing drawn, ranges included. */
function highestOf(wave: WaveBrief): number {
  const ends = (o: Known): Known => ({ ...o, value: Math.max(o.value, o.high ?? 0) });
  const flows = wave.lane.flow.flatMap((s) => s.observations.filter(isKnown).map((o) => perYear(ends(o))));
  const stocks = wave.lane.stock.flatMap((s) => s.observations.filter(isKnown).map((o) => ends(o).value));
  return Math.max(topOf(wave), ...flows, ...stocks);
}

export interface ChartStyle {
  /** Most lines of events beneath the axis. */
  readonly eventLines: number;
  /** The instant to mark, if any. */
  readonly at?: number;
}
/** Room beneath the base line for the years, in sizes of type; that of a line of events; that above the highest. */
const YEARS_ROOM = 2.7;
const EVENT_LINE = 1.4;
const HEADROOM = 1.8;

/** The chart of a wave in a part of the sheet. */
export function drawChart(sheet: Sheet, scene: PictureScene, wave: WaveBrief, rect: Rect, style: ChartStyle): string {
  const { lang } = scene.texts;
  const size = sheet.small;
  const top = highestOf(wave);
  const ticks = valueScale(top, 1)
    .ticks(5)
    .filter((n) => n > 0 && n <= top);
  const gutter = Math.max(0, ...ticks.map((n) => widthOf(formatRound(n, lang), size))) + size * 0.6;
  const [left, right] = [rect.x0 + gutter, rect.x1];

  const [from, until] = extentOf(wave);
  const whole = ((right - left) * (LAST_DAY - FIRST_DAY)) / (until - from);
  const x = timeScale(whole);
  const shift = left - x(from);
  const events = rowOf(wave, scene.core.events, whole, 1, top).ticks;
  const titles = placeTitles(sheet, scene, events, shift, [rect.x0, right], style.eventLines);

  const base = rect.y1 - size * (YEARS_ROOM + titles.lines * EVENT_LINE);
  const height = base - rect.y0 - size * HEADROOM;
  const y = valueScale(top, height);
  const row = rowOf(wave, scene.core.events, whole, height, top);
  const plot: Rect = { x0: left, y0: rect.y0, x1: right, y1: base };

  const line = (d: string, colour: 'line' | 'ink-soft' | 'playhead', weight: number) =>
    tag('path', { d, fill: 'none', stroke: sheet.ink(colour), 'stroke-width': weight * sheet.growth });
  const across = (at: number) => `M${px(left)},${px(at)}H${px(right)}`;
  // On a square root the upper values lie closer: only those with room are written.
  let above = -Infinity;
  const grid = ticks.map((n) => {
    if (y(n) - above < size * 1.7) return '';
    above = y(n);
    const foot = base - y(n) + size * 0.35;
    return (
      line(across(base - y(n)), 'line', 0.6) +
      letter(sheet, formatRound(n, lang), { x: left - size * 0.5, y: foot, size, colour: 'ink-soft', anchor: 'end' })
    );
  });
  const years = yearsBetween(from, until, right - left, size * 4.2).flatMap((year) => {
    const at = shift + x(dayOf(year));
    const half = widthOf(String(year), size) / 2;
    if (at - half < rect.x0 || at + half > right) return [];
    return letter(sheet, String(year), { x: at, y: base + size * 2.1, size, colour: 'ink-soft', anchor: 'middle' });
  });
  const clip = sheet.id('chart');
  const over = size * 0.5;
  const lanes: Rect = { x0: left - over, y0: rect.y0 - size, x1: right + over, y1: base + size * 1.4 };
  const at = style.at !== undefined && style.at >= from && style.at <= until ? shift + x(style.at) : undefined;
  const mark = at === undefined ? [] : [{ x0: at - 2, y0: rect.y0, x1: at + 2, y1: base }];
  return [
    ...grid,
    tag('clipPath', { id: clip }, rectTag(lanes, {})),
    tag('g', { 'clip-path': urlOf(clip) }, drawRow(sheet, row, { x: shift, y: base, height, wide: true })),
    line(across(base), 'ink-soft', 0.7),
    at === undefined ? '' : line(`M${px(at)},${px(rect.y0)}V${px(base)}`, 'playhead', 1.5 * sheet.stroke),
    drawFigures(sheet, scene, row, plot, shift, mark),
    ...years,
    drawTitles(sheet, titles, base + size * YEARS_ROOM, size * EVENT_LINE),
  ].join('');
}
