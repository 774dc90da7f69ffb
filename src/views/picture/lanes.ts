/** The timeline as a picture: a lane a wave on one scale, or the chart of one wave. */
import { middleOf } from '../../record/when.ts';
import { FAMILIES } from '../../record/model.ts';
import { widthOf } from '../../scene/labels.ts';
import { axisYears, rowOf, timeScale, topOf, valueScale, type ValueScale } from '../../scene/lanes.ts';
import { formatRound } from '../../words/number.ts';
import { NOTHING, signsOf, stackOf, type Block, type SignItem } from './blocks.ts';
import { drawChart } from './chart.ts';
import { footOf, headOf, signWidth, stripOf } from './frame.ts';
import { familyItems, statusItems } from './legend.ts';
import {
  letter,
  plateOf,
  sheetOf,
  type Format,
  type PictureGround,
  type PictureScene,
  type PictureWords,
  type Sheet,
} from './plate.ts';
import { drawRow, gapLook } from './row.ts';
import { px, rectTag, tag, type Rect } from './svg.ts';
import { wrap } from './wrap.ts';
import { yearsOfLanes } from './years.ts';

/** How far a ridge may rise, in distances of lanes: they overlap upwards, so that small ones still show their shape. */
const OVERLAP = 1.3;
/** Most lines of events beneath the chart of one wave. */
const EVENT_LINES = { wide: 6, square: 10, tall: 16 } as const;
/** Numbers whose heights are shown as a measure. */
const MEASURES = [1000, 100_000, 1_000_000] as const;

function gapItem(sheet: Sheet, { texts }: PictureScene): SignItem {
  const [width, height] = [sheet.small * 1.6, sheet.small * 0.9];
  return {
    width,
    draw: (x, y) => tag('rect', { x, y: y - height / 2, width, height, ...gapLook(sheet) }),
    text: texts.say('status.missing'),
  };
}

/** Most room for the measure, in sizes of type. */
const MEASURE_ROOM = 4.2;
/**
 * Heights of numbers in the common scale, side by side.
 * @param height room for it
 * @param scale asked when it is drawn: the foot is measured before the lanes
 */
function measureOf(sheet: Sheet, { texts }: PictureScene, height: number, scale: () => ValueScale): Block {
  const size = sheet.small;
  return {
    height,
    draw: (x, at) => {
      const y = scale();
      let left = x;
      return MEASURES.filter((n) => y(n) <= height)
        .map((n) => {
          const text = formatRound(n, texts.lang);
          const bar = { x0: left, y0: at + height - y(n), x1: left + size * 0.5, y1: at + height };
          const drawn =
            rectTag(bar, { fill: sheet.ink('ink-soft') }) +
            letter(sheet, text, { x: left + size * 0.9, y: at + height, size });
          left += size * 2.2 + widthOf(text, size);
          return drawn;
        })
        .join('');
    },
  };
}

/** Room for the years beneath the lanes, clear of the numbers beneath the names, in sizes of type. */
const YEARS_ROOM = 2.5;
/** All lanes below each other. */
function drawLanes(sheet: Sheet, scene: PictureScene, rect: Rect, top: number, pitch: number): string {
  const { chosen, texts } = scene;
  const size = sheet.format === 'wide' ? sheet.text * 0.95 : sheet.text;
  const most = 240;
  const names = chosen.map((w) => wrap(texts.waveName(w.id), size * 1.08, most));
  const column = Math.max(...names.flat().map((n) => widthOf(n, size * 1.08))) + size * 0.9;
  const left = rect.x0 + column;
  const width = rect.x1 - left;
  const x = timeScale(width);
  const base = rect.y1 - sheet.small * YEARS_ROOM;
  const first = base - pitch * (chosen.length - 1);
  const out: string[] = [];
  for (const year of axisYears(sheet.format === 'wide' ? width : 600)) {
    const at = left + x(middleOf(year));
    out.push(
      tag('path', {
        d: `M${px(at)},${px(rect.y0 + sheet.small * 1.6)}V${px(base)}`,
        stroke: sheet.ink('line'),
        'stroke-width': sheet.growth * 0.5,
        'stroke-dasharray': '2 5',
      }),
      ...[rect.y0 + sheet.small, base + sheet.small * 2.3].map((y) =>
        letter(sheet, String(year), {
          x: at,
          y,
          size: sheet.small,
          colour: 'ink-soft',
          anchor: 'middle',
        }),
      ),
    );
  }
  chosen.forEach((wave, i) => {
    const y = first + pitch * i;
    const row = rowOf(wave, scene.core.events, width, pitch * OVERLAP, top);
    out.push(
      tag('path', {
        d: `M${px(left)},${px(y)}H${px(rect.x1)}`,
        stroke: sheet.ink('line'),
        'stroke-width': sheet.growth * 0.7,
      }),
      drawRow(sheet, row, { x: left, y, height: pitch * OVERLAP, wide: false }),
      ...names[i]!.map((name, k) =>
        tag(
          'g',
          { fill: sheet.waveInk(wave.id) },
          letter(sheet, name, {
            x: left - size * 0.6,
            y: y - (names[i]!.length - 1 - k) * size * 1.15,
            size,
            anchor: 'end',
            bold: true,
          }),
        ),
      ),
    );
    const up = texts.say('scale.top', { n: formatRound(Math.round(topOf(wave)), texts.lang) });
    if (pitch > (names[i + 1]?.length ?? 1) * size * 1.15 + sheet.small * 1.3)
      out.push(
        letter(sheet, up, {
          x: left - size * 0.6,
          y: y + sheet.small * 1.05,
          size: sheet.small * 0.85,
          colour: 'ink-soft',
          anchor: 'end',
        }),
      );
  });
  return out.join('');
}

/** The timeline: one lane for each chosen wave, all on one scale; for one wave its own chart. */
export function lanesPicture(scene: PictureScene, ground: PictureGround, given: PictureWords, format: Format): string {
  const words = { ...given, period: yearsOfLanes(scene.one) };
  const sheet = sheetOf(scene, ground, format, 'lanes');
  const head = headOf(sheet, words);
  const families = FAMILIES.filter((f) => scene.chosen.some((w) => w.family === f));
  const items = [
    ...(scene.one ? [] : familyItems(sheet, scene, families)),
    ...statusItems(sheet, scene),
    ...(scene.one ? [gapItem(sheet, scene)] : []),
  ];
  const signs = signsOf(sheet, items, sheet.small, signWidth(sheet));
  const top = Math.max(...scene.chosen.map(topOf));
  const layOut = (height: number, scale: () => ValueScale) => {
    const measure = height > 0 ? measureOf(sheet, scene, height, scale) : NOTHING;
    const foot = footOf(sheet, words, stackOf(sheet.small * 0.6, [signs, measure]), scene.texts.say('chart.caption'));
    const strip = stripOf(sheet, words, { x0: 0, y0: 0, x1: sheet.size.width, y1: foot.top }, () => '', false);
    const plot: Rect = {
      x0: sheet.margin,
      y0: head.rect.y1 + sheet.small * 0.6,
      x1: sheet.size.width - sheet.margin,
      y1: strip.rect.y0 - sheet.small * 0.4,
    };
    const pitch = (plot.y1 - plot.y0 - sheet.small * (YEARS_ROOM + 2)) / (scene.chosen.length - 1 + OVERLAP);
    return { foot, strip, plot, pitch, y: valueScale(top, pitch * OVERLAP) };
  };
  // The measure takes room from the lanes, which makes it lower: what fits into the first lay-out fits into the second.
  const { y } = layOut(0, () => y);
  const heights = MEASURES.map((n) => y(n)).filter((h) => h <= sheet.small * MEASURE_ROOM);
  const final: ReturnType<typeof layOut> = layOut(scene.one ? 0 : Math.max(0, ...heights), () => final.y);
  const { foot, strip, plot, pitch } = final;
  const body = scene.one
    ? drawChart(sheet, scene, scene.one, plot, {
        eventLines: EVENT_LINES[format],
      })
    : drawLanes(sheet, scene, plot, top, pitch);
  return plateOf(sheet, words, scene.texts.lang, [body, head.svg, strip.svg, foot.draw()]);
}
