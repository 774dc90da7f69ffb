/** The map at an instant as a picture. */
import type { WaveBrief } from '../../record/core.ts';
import { FAMILIES } from '../../record/model.ts';
import { dayOf } from '../../record/when.ts';
import { timeOf } from '../../scene/routes.ts';
import { SHORTEST_ALL } from '../../scene/schedule.ts';
import { pointsOf } from '../../scene/track.ts';
import { signsOf, stackOf } from './blocks.ts';
import { drawChart } from './chart.ts';
import { findCorner } from './corner.ts';
import { drawDots, wavesOnTheWay } from './dots.ts';
import { footOf, signWidth, stripOf, titleOf, yearOf, yearSize } from './frame.ts';
import { circlesOf, drawCircles, drawLand, drawLight, drawOutline, drawRoutes } from './layers.ts';
import { compulsionItems, familyItems, sizesOf, statusItems, wayItems } from './legend.ts';
import { drawNames } from './names.ts';
import {
  plateOf,
  sheetOf,
  type Format,
  type PictureGround,
  type PictureScene,
  type PictureWords,
  type Sheet,
} from './plate.ts';
import { statusSign } from './signs.ts';
import { px, rectTag, tag, urlOf, type Rect } from './svg.ts';
import { boxOf, landIn, worldView, type View } from './view.ts';
import { drawWindow, insetOn, namedOutside } from './window.ts';

/** Of the points of a way, some 60 km apart, every so many are looked at. */
const EVERY = 5;
/** Shortest ways drawn, px on an ordinary screen: on the whole world, and nearer. */
const SHORTEST = { far: 14, near: 4 } as const;
/** Most names on the whole world, and nearer. */
const NAMES = { wide: 18, square: 14, tall: 12, near: 40 } as const;
/** Most width of the window by that of the sheet; a tall sheet has it beneath the world instead. */
const INSET = { wide: 0.215, square: 0.225 } as const;
/** Share of a tall sheet, between title and foot, for what stands beneath the map: the window, or a chart. */
const BENEATH = { window: 0.46, chart: 0.29 } as const;
const HIGHEST_CHART = 430;

/** The signs that are in the picture, and how long journeys are drawn. */
function legendOf(sheet: Sheet, scene: PictureScene, width: number) {
  const [from, until] = [dayOf(scene.year), dayOf(scene.year + 1)];
  const now = scene.routes.filter((r) => timeOf(r, from, until) === 'now');
  const whole = { x0: 0, y0: 0, x1: width, y1: width };
  const circles = circlesOf(scene, worldView(whole, whole, undefined), width);
  const onTheWay = wavesOnTheWay(scene.schedule, scene.playhead.at);
  const seen = new Set([...[...now, ...circles].map((r) => r.wave), ...onTheWay]);
  const families = FAMILIES.filter((f) => scene.core.waves.some((w) => w.family === f && seen.has(w.id)));
  const room = signWidth(sheet);
  const items = [
    ...(scene.one ? [] : familyItems(sheet, scene, families)),
    ...statusItems(sheet, scene),
    ...compulsionItems(
      sheet,
      scene,
      [...new Set(now.map((r) => r.compulsion))],
      now.some((r) => r.legs.some((l) => l.inferred)),
    ),
    ...wayItems(sheet, scene, new Set(now.map((r) => r.way))),
  ];
  const { texts, schedule } = scene;
  const n = schedule.shortest;
  return {
    signs: stackOf(sheet.small * 0.4, [
      signsOf(sheet, items, sheet.small, room),
      sizesOf(sheet, scene, circles, width, room),
    ]),
    note: n === SHORTEST_ALL ? texts.say('legend.slow-all', { n }) : texts.say('legend.slow-one', { n }),
  };
}

/** Ends of the ways and middles of the circles, which the year must not stand upon. */
function stopsOf(scene: PictureScene, view: View): number[] {
  const [from, until] = [dayOf(scene.year), dayOf(scene.year + 1)];
  const ids = [
    ...scene.routes
      .filter((r) => timeOf(r, from, until) === 'now')
      .flatMap((r) => [r.legs[0].from, ...r.legs.map((l) => l.to)]),
    ...scene.standing.map((s) => s.place.id),
  ];
  return [...new Set(ids)].flatMap((id) => {
    const at = scene.core.places.get(id)?.at;
    return at ? [...view.picture.project(at)] : [];
  });
}

/** Points along the ways of the year. */
function waysOf(scene: PictureScene, { picture }: View): number[] {
  const [from, until] = [dayOf(scene.year), dayOf(scene.year + 1)];
  return scene.routes
    .filter((r) => timeOf(r, from, until) === 'now')
    .flatMap((r) => r.legs.flatMap((leg) => pointsOf(leg).filter((_, i) => i % EVERY === 0)))
    .flatMap((at) => [...picture.project(at)]);
}

/** How far down the map must go that ways and dots clear the title, px. */
function downOf(inner: Rect, points: readonly number[]): number {
  const ys = points.filter((_, i) => i % 2 === 1);
  const [top, foot] = [Math.min(...ys), Math.max(...ys)];
  return top < inner.y0 ? Math.max(0, Math.min(inner.y0 - top, inner.y1 - foot)) : 0;
}

/** The picture of the map at the instant of the scene. */
export function mapPicture(scene: PictureScene, ground: PictureGround, words: PictureWords, format: Format): string {
  const sheet = sheetOf(scene, ground, format, 'map');
  const { size, margin } = sheet;
  const legend = legendOf(sheet, scene, size.width);
  const foot = footOf(sheet, words, legend.signs, legend.note);
  const title = titleOf(sheet, words);
  const box = boxOf(scene);
  const near = box !== undefined;
  const room = foot.top - title.rect.y1;

  // A tall sheet has room for a second picture: the window, or the wave's own chart.
  const chart = format === 'tall' && near ? scene.one : undefined;
  const beneath =
    format !== 'tall' ? 0 : chart ? Math.min(HIGHEST_CHART, room * BENEATH.chart) : near ? 0 : room * BENEATH.window;
  const panel: Rect = { x0: 0, y0: 0, x1: size.width, y1: foot.top - beneath };
  const strip = stripOf(sheet, words, panel, (x, y) => statusSign(sheet, 'reported', x, y));
  const side = near ? margin * 0.5 : 0;
  const year = String(scene.year);
  const yearRoom = yearSize(sheet, words, year);
  // There is room above the map of a high sheet: the year needs not stand upon land.
  const head = title.rect.y1 + (format === 'wide' ? 0 : yearRoom.height * (near ? 0.9 : 0.75));
  const inner: Rect = { x0: side, y0: head, x1: size.width - side, y1: strip.rect.y0 };

  const trial = worldView(panel, inner, box);
  const down = near
    ? downOf(inner, [
        ...drawDots(sheet, scene, trial, sheet.growth).xy,
        ...waysOf(scene, trial),
        ...stopsOf(scene, trial),
      ])
    : 0;
  const view = down > 0 ? worldView(panel, inner, box, down) : trial;
  const circles = circlesOf(scene, view, size.width);
  const dots = drawDots(sheet, scene, view, sheet.growth, !near);

  const inset = near
    ? undefined
    : format === 'tall'
      ? { x0: margin, y0: panel.y1 + margin * 0.4, x1: size.width - margin, y1: foot.top - margin * 0.5 }
      : insetOn(sheet, scene, words, view, size.width * INSET[format], strip.rect.y0);
  const taken = [title.rect, strip.rect, ...(inset && beneath === 0 ? [inset] : [])];
  const corner = findCorner(sheet, { ...inner, y0: title.rect.y1 }, yearRoom, taken, {
    stops: stopsOf(scene, view),
    ways: waysOf(scene, view),
    dots: dots.xy,
  });

  const clip = sheet.id('panel');
  return plateOf(sheet, words, scene.texts.lang, [
    tag('clipPath', { id: clip }, rectTag(panel, {})),
    tag(
      'g',
      { 'clip-path': urlOf(clip) },
      drawLand(sheet, landIn(view, ground)),
      drawLight(sheet, view, 'light'),
      inset ? drawOutline(sheet, view) : '',
      drawCircles(sheet, circles),
      drawRoutes(sheet, scene, view, near ? SHORTEST.near : SHORTEST.far),
      dots.svg,
      strip.svg,
      drawNames(sheet, scene, view, circles, 'names', {
        size: sheet.label,
        most: near ? NAMES.near : NAMES[format],
        taken: [...taken, corner.rect],
        ...(inset && { holds: namedOutside }),
      }),
    ),
    title.svg,
    yearOf(sheet, words, year, corner.at, corner.right),
    inset ? drawWindow(sheet, scene, ground, words, inset) : '',
    chart ? chartBeneath(sheet, scene, chart, panel.y1, foot.top) : '',
    foot.draw(),
  ]);
}

/** The chart of a wave beneath its map, with the instant of the map. */
function chartBeneath(sheet: Sheet, scene: PictureScene, wave: WaveBrief, top: number, foot: number): string {
  const { margin, size, small } = sheet;
  const rect = { x0: margin, y0: top + small, x1: size.width - margin, y1: foot - small * 0.6 };
  return (
    tag('path', { d: `M0,${px(top)}H${size.width}`, stroke: sheet.ink('line'), 'stroke-width': sheet.growth }) +
    drawChart(sheet, scene, wave, rect, { eventLines: 0, at: scene.playhead.at })
  );
}
