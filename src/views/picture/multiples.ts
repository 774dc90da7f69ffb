/** The same map again and again, a decade or a year each, as one picture. */
import { FAMILIES } from '../../record/model.ts';
import { dayOf } from '../../record/when.ts';
import { circlesAt } from '../../scene/circles.ts';
import { loadsOf, spansOf, widthOfLoad, type Load } from '../../scene/multiples.ts';
import { drawRoute, type DrawnRoute } from '../../scene/routes.ts';
import { formatRound } from '../../words/number.ts';
import { signsOf, stackOf } from './blocks.ts';
import { footOf, headOf, signWidth, stripOf } from './frame.ts';
import { circlesOf, drawCircles } from './layers.ts';
import { familyItems, sizesOf, widthItem } from './legend.ts';
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
import { px, rectTag, tag, thinPath, urlOf, type Rect } from './svg.ts';
import { landIn, worldView } from './view.ts';
import { yearsOfMultiples } from './years.ts';

const GAP = 12;
/** Height of a small map by its width, at least and at most. */
const SHAPE = [0.5, 0.86] as const;
/** Widths of lines in the legend, people. */
const WIDTHS = [1000, 10_000, 100_000, 1_000_000] as const;
/** Up to so many maps are large, and what is drawn on them is twice as large. */
const FEW = 9;
/** Circles are smaller than on the large map, and of one scale on all small ones: that of a map so wide, px. */
const CIRCLES = 0.55;
const SMALL_WIDTH = 600;
/** Weight of their lines. */
const WEIGHT = 0.7;

interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}
/** The grid whose maps are largest. */
function gridOf(count: number, { x0, y0, x1, y1 }: Rect): Grid {
  const grids = Array.from({ length: count }, (_, i): Grid => {
    const columns = i + 1;
    const rows = Math.ceil(count / columns);
    const room = (y1 - y0 - GAP * (rows - 1)) / rows;
    const width = Math.min((x1 - x0 - GAP * i) / columns, room / SHAPE[0]);
    return { columns, width, height: Math.min(room, width * SHAPE[1]) };
  });
  const worth = ({ width, height }: Grid) => width * Math.min(height, width * 0.62);
  return grids.reduce((best, g) => (worth(g) > worth(best) ? g : best));
}

/** What moved, by its ways. @param scale factor on the widths of lines */
function drawLoads(
  sheet: Sheet,
  loads: readonly Load[],
  routes: ReadonlyMap<string, DrawnRoute>,
  scale: number,
): string {
  return loads
    .flatMap(({ route, wave, people }) =>
      [false, true].map((inferred) => {
        const legs = routes.get(route)?.legs.filter((l) => l.inferred === inferred) ?? [];
        const d = legs.map((l) => thinPath(l.path, 1)).join('');
        if (d === '') return '';
        return tag('path', {
          d,
          fill: 'none',
          stroke: sheet.waveInk(wave),
          opacity: '0.75',
          'stroke-width': widthOfLoad(people) * scale,
          'stroke-linejoin': 'round',
          'stroke-linecap': inferred ? undefined : 'round',
          'stroke-dasharray': inferred ? `${px(2 * scale)} ${px(3 * scale)}` : undefined,
        });
      }),
    )
    .join('');
}

/** The decades, or the years of a short wave, as small maps on one scale. */
export function multiplesPicture(
  scene: PictureScene,
  ground: PictureGround,
  given: PictureWords,
  format: Format,
): string {
  const spans = spansOf(scene.one);
  const yearly = spans[0]!.endYear - spans[0]!.firstYear === 1;
  const words = {
    ...given,
    period: yearsOfMultiples(scene.one),
    ...(yearly && { unit: scene.texts.say('multiples.years') }),
  };
  const sheet = sheetOf(scene, ground, format, 'multiples');
  const head = headOf(sheet, words);
  const families = FAMILIES.filter((f) => scene.chosen.some((w) => w.family === f));
  const scale = sheet.stroke * (spans.length <= FEW ? 2 : 1);
  const circleScale = CIRCLES * (spans.length <= FEW ? 2 : 1);
  const loads = spans.map((span) => loadsOf(scene.flows, span));
  const most = Math.max(0, ...loads.flat().map((l) => l.people));
  const widths = WIDTHS.filter((n, i) => i === 0 || n <= most * 1.5).slice(-3);
  const items = [
    ...(scene.one ? [] : familyItems(sheet, scene, families)),
    ...widths.map((n) => widthItem(sheet, widthOfLoad(n) * scale, formatRound(n, scene.texts.lang))),
  ];
  const circles = spans.flatMap((span) => circlesAt(scene.standing, dayOf(span.endYear) - 1));
  const foot = footOf(
    sheet,
    words,
    stackOf(sheet.small * 0.4, [
      signsOf(sheet, items, sheet.small, signWidth(sheet)),
      sizesOf(sheet, scene, circles, SMALL_WIDTH, signWidth(sheet), circleScale),
    ]),
  );
  const strip = stripOf(sheet, words, { x0: 0, y0: 0, x1: sheet.size.width, y1: foot.top }, () => '', false);
  const room = {
    x0: sheet.margin,
    y0: head.rect.y1 + sheet.small * 0.4,
    x1: sheet.size.width - sheet.margin,
    y1: strip.rect.y0 - GAP * 0.5,
  };
  const grid = gridOf(spans.length, room);
  const cell: Rect = { x0: 0, y0: 0, x1: grid.width, y1: grid.height };
  const size = Math.min(sheet.text * 1.3, grid.width * 0.13, grid.height * 0.18);
  // The name of a map stands above what happens on it.
  const view = worldView(cell, { ...cell, y0: Math.min(size * 1.1, grid.height * 0.2) }, scene.one?.box);
  const routes = new Map(scene.routes.map((r) => [r.id as string, drawRoute(r, view.picture)]));
  const [clip, land] = [sheet.id('cell'), sheet.id('land')];
  const spare = (room.x1 - room.x0 - grid.columns * grid.width - (grid.columns - 1) * GAP) / 2;
  const maps = spans.map((span, i) => {
    const x = room.x0 + spare + (i % grid.columns) * (grid.width + GAP);
    const y = room.y0 + Math.floor(i / grid.columns) * (grid.height + GAP);
    const name =
      span.endYear - span.firstYear === 1
        ? String(span.firstYear)
        : scene.texts.say('multiples.decade', { year: span.firstYear });
    return (
      tag(
        'g',
        { transform: `translate(${px(x)} ${px(y)})` },
        tag(
          'g',
          { 'clip-path': urlOf(clip) },
          tag('use', { href: `#${land}` }),
          drawCircles(sheet, circlesOf(scene, view, SMALL_WIDTH, dayOf(span.endYear) - 1, circleScale), WEIGHT),
          drawLoads(sheet, loads[i]!, routes, scale),
        ),
        rectTag(cell, { fill: 'none', stroke: sheet.ink('line'), 'stroke-width': 1.2, rx: 5 }),
      ) + letter(sheet, name, { x: x + size * 0.35, y: y + size * 1.05, size, display: true })
    );
  });
  return plateOf(sheet, words, scene.texts.lang, [
    tag(
      'defs',
      {},
      tag('clipPath', { id: clip }, rectTag(cell, { rx: 5 })),
      tag('path', { id: land, d: thinPath(landIn(view, ground)), fill: sheet.ink('land') }),
    ),
    head.svg,
    ...maps,
    strip.svg,
    foot.draw(),
  ]);
}
