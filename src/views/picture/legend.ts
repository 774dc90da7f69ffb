/** What the signs of a picture mean, as items to be set in rows: only what is in the picture. */
import { STATUSES, type Compulsion, type Family, type Way } from '../../record/model.ts';
import { legendSizes, radiusOf, type Circle } from '../../scene/circles.ts';
import { formatRound } from '../../words/number.ts';
import { NOTHING, paragraphOf, type Block, type SignItem } from './blocks.ts';
import type { PictureScene, Sheet } from './plate.ts';
import { INFERRED_SIGN, LINE_SIGNS, headSign, statusSign, strokeOf, type LineSign } from './signs.ts';
import { px, tag } from './svg.ts';

/** Counted, estimated, derived. */
export const statusItems = (sheet: Sheet, { texts }: PictureScene): SignItem[] =>
  STATUSES.map((status) => ({
    width: sheet.small * 0.8,
    draw: (x, y) => statusSign(sheet, status, x + sheet.small * 0.4, y),
    text: texts.say(`status.${status}`),
  }));

/** The colours of the families in the picture; one wave needs no key to its colour. */
export const familyItems = (sheet: Sheet, { texts }: PictureScene, families: readonly Family[]): SignItem[] =>
  families.map((family) => ({
    width: sheet.small * 0.8,
    draw: (x, y) =>
      tag('rect', {
        x,
        y: y - sheet.small * 0.4,
        width: sheet.small * 0.8,
        height: sheet.small * 0.8,
        rx: 2,
        fill: sheet.ink(family),
      }),
    text: texts.say(`family.${family}`),
  }));

/** Length of a line as a sign, in sizes of type. */
const LINE = 2.6;
const lineItem = (sheet: Sheet, signs: readonly LineSign[], text: string): SignItem => ({
  width: sheet.small * LINE,
  draw: (x, y) =>
    signs
      .map((sign) =>
        tag('path', { d: `M${px(x)},${px(y)}h${px(sheet.small * LINE)}`, ...strokeOf(sheet, sign, sheet.ink('ink')) }),
      )
      .join(''),
  text,
});

/** How free people were to go. */
export const compulsionItems = (
  sheet: Sheet,
  { texts }: PictureScene,
  compulsions: readonly Compulsion[],
  inferred: boolean,
): SignItem[] => [
  ...compulsions.map((c) => lineItem(sheet, LINE_SIGNS[c], texts.say(`compulsion.${c}`))),
  ...(inferred ? [lineItem(sheet, [INFERRED_SIGN], texts.say('basis.inferred'))] : []),
];

/** Arrowheads of ways back and on; that of the way out explains itself. */
export function wayItems(sheet: Sheet, { texts }: PictureScene, ways: ReadonlySet<Way>): SignItem[] {
  const item = (way: Way, text: string): SignItem => ({
    width: sheet.small,
    draw: (x, y) => headSign(sheet, way, sheet.ink('ink'), [x + sheet.small / 2, y], 0),
    text,
  });
  return [
    ...(ways.has('back') ? [item('back', texts.say('picture.way-back'))] : []),
    ...(ways.has('on') ? [item('on', texts.say('picture.way-on'))] : []),
  ];
}

/** Largest radius in the legend, in sizes of type: above it the map itself has the numbers. */
const LARGEST = 4;
/** Sizes of circles, their upper halves upon one line, with their meaning beside them. @param width of the map by which circles are scaled */
export function sizesOf(
  sheet: Sheet,
  { texts }: PictureScene,
  circles: readonly Circle[],
  width: number,
  room: number,
  scale = 1,
): Block {
  if (circles.length === 0) return NOTHING;
  const most = Math.max(...circles.map((c) => c.state.value));
  const radius = (n: number) => radiusOf(n, width) * scale;
  const sizes = legendSizes(most).filter((n) => radius(n) > 1.5 && radius(n) < LARGEST * sheet.small);
  if (sizes.length === 0) return NOTHING;
  const largest = radius(sizes.at(-1)!);
  const shift = 2 * largest + sheet.small * 0.6;
  const list = sizes.map((n) => formatRound(n, texts.lang)).join(' · ');
  const words = paragraphOf(sheet, texts.say('legend.circle', { sizes: list }), {
    size: sheet.small,
    width: room - shift,
  });
  const height = Math.max(largest, words.height);
  return {
    height,
    draw: (x, y) => {
      const base = y + (height + largest) / 2;
      const halves = sizes.map((n) => {
        const r = px(radius(n));
        return `M${px(x + largest - r)},${px(base)}a${r},${r} 0 0 1 ${px(2 * r)},0z`;
      });
      const look = { fill: 'none', stroke: sheet.ink('ink-soft'), 'stroke-width': sheet.growth * 0.7 };
      return tag('path', { d: halves.join(''), ...look }) + words.draw(x + shift, y + (height - words.height) / 2);
    },
  };
}

/** A piece of a line of some width, as lines of loads are. */
export const widthItem = (sheet: Sheet, width: number, text: string): SignItem => ({
  width: sheet.small * LINE,
  draw: (x, y) =>
    tag('path', {
      d: `M${px(x)},${px(y)}h${px(sheet.small * LINE)}`,
      stroke: sheet.ink('ink-soft'),
      'stroke-width': width,
    }),
  text,
});
