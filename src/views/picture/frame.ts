/** The words round and upon a picture: title and year, the strip on the map, the foot with signs and sources. */
import { widthOf } from '../../scene/labels.ts';
import { LINE_HEIGHT, NOTHING, besideOf, paragraphOf, stackOf, type Block } from './blocks.ts';
import { letter, type PictureWords, type Sheet } from './plate.ts';
import { px, rectTag, tag, urlOf, type Rect } from './svg.ts';
import { wrap } from './wrap.ts';

/** Shares of the foot of a wide picture: signs to the left, sources to the right. */
const LEFT = 0.47;
const GUTTER = 0.05;

/** Width of a block in the left, or only, column of the foot. */
export const signWidth = (sheet: Sheet): number =>
  (sheet.size.width - 2 * sheet.margin) * (sheet.format === 'wide' ? LEFT : 1);

/** The last line: who made it, and where it is found. */
function creditOf(sheet: Sheet, { credit, address }: PictureWords): Block {
  const width = sheet.size.width - 2 * sheet.margin;
  const size = sheet.small;
  const style = { size, width, colour: 'ink-soft' } as const;
  if (widthOf(credit, size) + widthOf(address, size) + 2 * size > width) {
    // An address is one word: it is rather set smaller than broken.
    const fitting = Math.max(size * 0.66, Math.min(size, (size * width) / Math.max(1, widthOf(address, size)) - 0.1));
    return stackOf(0, [paragraphOf(sheet, credit, style), paragraphOf(sheet, address, { ...style, size: fitting })]);
  }
  return {
    height: size * LINE_HEIGHT,
    draw: (x, y) =>
      letter(sheet, credit, { x, y: y + size, size, colour: 'ink-soft' }) +
      (address === ''
        ? ''
        : letter(sheet, address, { x: x + width, y: y + size, size, colour: 'ink-soft', anchor: 'end' })),
  };
}

export interface Foot {
  /** Where the picture ends and the foot begins. */
  readonly top: number;
  readonly draw: () => string;
}
/** Share of the sheet that the foot may take before its words are cut. */
const MOST = 0.46;

/**
 * What stands beneath a picture.
 * @param signs the legend, no wider than `signWidth`
 * @param note a word on how it is drawn
 */
export function footOf(sheet: Sheet, words: PictureWords, signs: Block, note = ''): Foot {
  const { width, height } = sheet.size;
  const full = width - 2 * sheet.margin;
  const wide = sheet.format === 'wide';
  const room = wide ? full * (1 - LEFT - GUTTER) : full;
  const size = sheet.small;
  const build = (most: number): Block => {
    const soft = { size, width: room, colour: 'ink-soft', most } as const;
    const said = stackOf(size * 0.4, [
      paragraphOf(sheet, words.sources, { size, width: room, most }),
      paragraphOf(sheet, words.uncounted, { size, width: room, most }),
      paragraphOf(sheet, note, soft),
    ]);
    const above = wide ? besideOf(signs, said, full * (LEFT + GUTTER)) : stackOf(size * 0.9, [signs, said]);
    return stackOf(size * 0.9, [above, creditOf(sheet, words)]);
  };
  // Long words are cut only where they would leave no room for the map.
  const block = [12, 6, 4, 3, 2].map(build).find((b) => b.height < height * MOST) ?? build(2);
  const pad = size * 0.95;
  const top = height - block.height - 2 * pad;
  return {
    top,
    draw: () =>
      tag('path', { d: `M0,${px(top)}H${width}`, stroke: sheet.ink('line'), 'stroke-width': sheet.growth }) +
      block.draw(sheet.margin, top + pad),
  };
}

export interface Upon {
  readonly rect: Rect;
  readonly svg: string;
}

/** The title at the head of the sheet. */
export function titleOf(sheet: Sheet, words: PictureWords, width = sheet.size.width - 2 * sheet.margin): Upon {
  const fits = [1, 0.9, 0.8].map((f) => sheet.title * f).find((size) => wrap(words.title, size, width).length <= 2);
  const block = paragraphOf(sheet, words.title, { size: fits ?? sheet.title * 0.7, width, display: true, most: 4 });
  const top = sheet.margin * 0.62;
  return {
    rect: { x0: 0, y0: 0, x1: sheet.margin + width, y1: top + block.height + sheet.margin * 0.25 },
    svg: block.draw(sheet.margin, top),
  };
}

/** Unit and size of a dot, in a strip upon the foot of the map: whoever cuts the map out has them, too. */
export function stripOf(
  sheet: Sheet,
  words: PictureWords,
  { x0, x1, y1 }: Rect,
  sign: (x: number, y: number) => string,
  /** Whether it stands upon land, which must go out beneath it. */
  fades = true,
): Upon {
  const size = sheet.text;
  const left = x0 + (x0 === 0 ? sheet.margin : size * 0.8);
  const room = x1 - left - size;
  const dot = words.people === '' ? 0 : size * 0.95;
  const people =
    words.people === '' ? NOTHING : paragraphOf(sheet, words.people, { size, width: room - dot, bold: true });
  const wide = dot + widthOf(words.people, size) * 1.1 + size * 1.2;
  const beside = words.people !== '' && wide + widthOf(words.unit, size) <= room;
  const unit = paragraphOf(sheet, words.unit, { size, width: beside ? room - wide : room, colour: 'ink' });
  const moved: Block = { height: people.height, draw: (x, y) => people.draw(x + dot, y) };
  const block = beside ? besideOf(moved, unit, wide) : stackOf(0, [moved, unit]);
  const pad = size * 0.42;
  const rect = { x0, y0: y1 - block.height - 2 * pad, x1, y1 };
  // The land goes out like the light: no straight edge but that of the sheet.
  const id = sheet.id('strip');
  const stop = (offset: number, opacity: number) =>
    tag('stop', { offset: String(offset), 'stop-color': sheet.ink('ground'), 'stop-opacity': String(opacity) });
  const ground =
    tag('linearGradient', { id, x1: 0, y1: 0, x2: 0, y2: 1 }, stop(0, 0), stop(0.45, 0.88), stop(1, 0.94)) +
    rectTag({ ...rect, y0: rect.y0 - block.height }, { fill: urlOf(id) });
  return {
    rect,
    svg:
      (fades ? ground : '') +
      (dot === 0 ? '' : sign(left + size * 0.35, rect.y0 + pad + size * LINE_HEIGHT * 0.5)) +
      block.draw(left, rect.y0 + pad),
  };
}

/** The year, the largest thing of the picture, with the day beneath it. */
export function yearOf(
  sheet: Sheet,
  words: PictureWords,
  year: string,
  [x, y]: readonly [number, number],
  right: boolean,
): string {
  const anchor = right ? 'end' : undefined;
  const under = words.period === year ? '' : words.period;
  return (
    letter(sheet, year, { x, y: y + sheet.year * 0.8, size: sheet.year, display: true, anchor }) +
    (under === ''
      ? ''
      : letter(sheet, under, { x, y: y + sheet.year * 0.8 + sheet.text * 1.6, size: sheet.text * 1.15, anchor }))
  );
}
/** Room that the year takes, px. */
export const yearSize = (sheet: Sheet, words: PictureWords, year: string): { width: number; height: number } => ({
  width: Math.max(widthOf(year, sheet.year), words.period === year ? 0 : widthOf(words.period, sheet.text * 1.15)),
  height: sheet.year * 0.84 + (words.period === year ? 0 : sheet.text * 1.9),
});

/** Title and years at the head of a picture that has no one map to stand on. */
export function headOf(sheet: Sheet, words: PictureWords): Upon {
  const full = sheet.size.width - 2 * sheet.margin;
  const size = sheet.year * (sheet.format === 'wide' ? 0.66 : 0.86);
  const years = widthOf(words.period, size);
  const wide = sheet.format === 'wide' && years < full * 0.55;
  const title = titleOf(sheet, words, wide ? full - years - sheet.margin : full);
  const base = wide ? sheet.margin * 0.5 + size * 0.8 : title.rect.y1 + size * 0.78;
  const period = letter(sheet, words.period, {
    x: wide ? sheet.size.width - sheet.margin : sheet.margin,
    y: base,
    size,
    display: true,
    anchor: wide ? 'end' : undefined,
  });
  return {
    rect: { ...title.rect, x1: sheet.size.width, y1: Math.max(title.rect.y1, base + size * 0.22) },
    svg: title.svg + period,
  };
}
