/** The chart of a scenario as a picture: with its assumptions, its years, its unit, and that it is no forecast, inside the frame. */
import { BOUNDS, formatPlan, type Plan } from '../../scenario/plan.ts';
import { LAST_YEAR, MILESTONES, projectPlan, type YearOfPlan } from '../../scenario/stay.ts';
import { widthOf } from '../../scene/labels.ts';
import { stayChartOf } from '../../scene/stay-chart.ts';
import { formatRound } from '../../words/number.ts';
import { signsOf, type SignItem } from '../picture/blocks.ts';
import { footOf, headOf, signWidth, stripOf } from '../picture/frame.ts';
import { haloed } from '../picture/names.ts';
import {
  letter,
  plateOf,
  sheetOf,
  type Format,
  type PictureGround,
  type PictureScene,
  type PictureWords,
  type Sheet,
} from '../picture/plate.ts';
import { px, rectTag, tag, urlOf, type Attributes, type Rect } from '../picture/svg.ts';
import { EDGE_DASHES, HATCHES, SCHOOL_DASHES, type Layer } from './hatch.ts';

const LAYERS: readonly Layer[] = ['onTerm', 'forGood'];
/** Room above the highest value, and beneath the base line, in sizes of type. */
const HEAD = 3.4;
const BELOW = 2.4;
/** Size of the letters of an axis on an ordinary screen, px. */
const AXIS = 11;

function hatchesOf(sheet: Sheet): string {
  const one = (layer: Layer) => {
    const { step, turn, width } = HATCHES[layer];
    const size = step * sheet.growth;
    const look = { stroke: sheet.ink('ink'), 'stroke-opacity': '0.75', 'stroke-width': 2 * width * sheet.growth };
    return tag(
      'pattern',
      {
        id: sheet.id(layer),
        width: size,
        height: size,
        patternUnits: 'userSpaceOnUse',
        patternTransform: `rotate(${turn})`,
      },
      tag('path', { d: `M0,0V${px(size)}`, ...look }),
    );
  };
  return tag('defs', {}, ...LAYERS.map(one));
}

const dashed = (sheet: Sheet, dashes: readonly number[], width: number): Attributes => ({
  fill: 'none',
  stroke: sheet.ink('ink'),
  'stroke-width': width * sheet.line,
  'stroke-dasharray': dashes.map((d) => px(d * sheet.growth)).join(' '),
});
const edgeLook = (sheet: Sheet) => dashed(sheet, EDGE_DASHES, 1.2);
const schoolLook = (sheet: Sheet) => dashed(sheet, SCHOOL_DASHES, 2);

function signItems(sheet: Sheet, { say }: PictureScene['texts']): SignItem[] {
  const size = sheet.small;
  const layer = (of: Layer): SignItem => ({
    width: size * 1.6,
    draw: (x, y) =>
      rectTag(
        { x0: x, y0: y - size * 0.5, x1: x + size * 1.6, y1: y + size * 0.5 },
        { ...edgeLook(sheet), fill: urlOf(sheet.id(of)) },
      ),
    text: say(`stay.sign.${of}`),
  });
  const school: SignItem = {
    width: size * 2.4,
    draw: (x, y) => tag('path', { d: `M${px(x)},${px(y)}h${px(size * 2.4)}`, ...schoolLook(sheet) }),
    text: say('stay.sign.school'),
  };
  return [...LAYERS.map(layer), school];
}

function drawPlot(sheet: Sheet, { texts }: PictureScene, years: readonly YearOfPlan[], rect: Rect): string {
  const { say, lang } = texts;
  const size = sheet.small;
  const height = rect.y1 - rect.y0 - size * BELOW;
  const span = [BOUNDS.firstYear.least - 1, LAST_YEAR] as const;
  const frame = { height, years: span, head: size * HEAD, scale: size / AXIS };
  const short = (n: number) => formatRound(n, lang);
  const gutter = Math.max(
    ...stayChartOf(years, { ...frame, width: 1 }, []).ticks.map((t) => widthOf(short(t.value), size)),
  );
  const left = rect.x0 + gutter + size * 0.7;
  const width = rect.x1 - left - size * 1.4;
  const chart = stayChartOf(years, { ...frame, width }, MILESTONES);
  const rule = { stroke: sheet.ink('line'), 'stroke-width': sheet.growth * 0.7 };
  const ground = { fill: 'none', stroke: sheet.ink('ground'), 'stroke-width': sheet.line * 6 };
  const side = sheet.growth * 7;
  const marks = chart.marks.filter((m) => m.value > 0);
  const values = marks.map((m) =>
    letter(sheet, short(m.value), { x: m.x, y: m.y - size * 0.75, size: sheet.label, anchor: 'middle', bold: true }),
  );
  const drawn = [
    ...chart.ticks.map(
      (t) =>
        tag('path', { d: `M0,${t.y}H${px(width)}`, ...rule }) +
        letter(sheet, short(t.value), {
          x: -size * 0.6,
          y: t.y + size * 0.35,
          size,
          colour: 'ink-soft',
          anchor: 'end',
        }),
    ),
    ...LAYERS.filter((l) => chart[l] !== '').map((l) => tag('path', { d: chart[l], fill: urlOf(sheet.id(l)) })),
    ...[chart.forGood === '' ? '' : chart.edge, chart.top]
      .filter((d) => d !== '')
      .map((d) => tag('path', { d, ...edgeLook(sheet) })),
    ...(chart.school === ''
      ? []
      : [tag('path', { d: chart.school, ...ground }), tag('path', { d: chart.school, ...schoolLook(sheet) })]),
    ...chart.years.map(({ year, x }) =>
      letter(sheet, String(year), { x, y: height + size * 1.7, size, colour: 'ink-soft', anchor: 'middle' }),
    ),
    ...marks.map((m) =>
      rectTag(
        { x0: m.x - side / 2, y0: m.y - side / 2, x1: m.x + side / 2, y1: m.y + side / 2 },
        { fill: sheet.ink('ground'), stroke: sheet.ink('ink'), 'stroke-width': sheet.line * 1.2 },
      ),
    ),
    haloed(sheet, 'values', values.join(''), sheet.label),
    letter(sheet, say('stay.scenario'), { x: 0, y: sheet.text * 1.1, size: sheet.text * 1.15, bold: true }),
    letter(sheet, say('stay.no-forecast'), {
      x: widthOf(say('stay.scenario'), sheet.text * 1.15) * 1.08 + size,
      y: sheet.text * 1.1,
      size: sheet.text,
    }),
  ];
  return tag('g', { transform: `translate(${px(left)} ${px(rect.y0)})` }, ...drawn);
}

/**
 * The whole picture as SVG text.
 * @param scene whose words and size of type are used; what it shows of the record is not
 * @param words `sources` says the assumptions, `uncounted` what the model leaves out
 */
export function stayPicture(
  scene: PictureScene,
  ground: PictureGround,
  words: PictureWords,
  format: Format,
  plan: Plan,
): string {
  const sheet = sheetOf(scene, ground, format, `stay-${formatPlan(plan).replace(/[^0-9]/g, '_')}`);
  const head = headOf(sheet, words);
  const signs = signsOf(sheet, signItems(sheet, scene.texts), sheet.small, signWidth(sheet));
  const foot = footOf(sheet, words, signs);
  const strip = stripOf(sheet, words, { x0: 0, y0: 0, x1: sheet.size.width, y1: foot.top }, () => '', false);
  const plot: Rect = {
    x0: sheet.margin,
    y0: head.rect.y1 + sheet.small * 0.6,
    x1: sheet.size.width - sheet.margin,
    y1: strip.rect.y0 - sheet.small * 0.4,
  };
  const body = hatchesOf(sheet) + drawPlot(sheet, scene, projectPlan(plan), plot);
  return plateOf(sheet, words, scene.texts.lang, [body, head.svg, strip.svg, foot.draw()]);
}
