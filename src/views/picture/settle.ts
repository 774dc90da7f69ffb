/**
 * Where everything of a map stands on its sheet: title and foot, the map between them, its window, the year.
 * A picture settles for one instant, a film for all of its years at once: were that done anew each frame, the ground
 * would jump.
 */
import type { WaveBrief } from '../../record/core.ts';
import { FAMILIES, type Route } from '../../record/model.ts';
import { dayOf } from '../../record/when.ts';
import { timeOf } from '../../scene/routes.ts';
import { SHORTEST_ALL } from '../../scene/schedule.ts';
import { pointsOf } from '../../scene/track.ts';
import { signsOf, stackOf } from './blocks.ts';
import { drawChart } from './chart.ts';
import { findCorner, type Corner } from './corner.ts';
import { wavesOnTheWay } from './dots.ts';
import { footOf, signWidth, stripOf, titleOf, yearSize, type Foot, type Upon } from './frame.ts';
import { circlesOf, drawCircles, drawRoutes, type PlacedCircle } from './layers.ts';
import { compulsionItems, familyItems, sizesOf, statusItems, wayItems } from './legend.ts';
import { drawNames } from './names.ts';
import type { PictureScene, PictureWords, Sheet } from './plate.ts';
import { statusSign } from './signs.ts';
import { px, tag, type Rect } from './svg.ts';
import { boxOf, worldView, type View } from './view.ts';
import { insetOn, namedOutside } from './window.ts';

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

/** What a sheet shows in all of its instants. */
export interface Span<Dots> {
  /** A scene for each year shown. */
  readonly scenes: readonly [PictureScene, ...PictureScene[]];
  /** Instants at which is looked who is on the way. */
  readonly looks: readonly number[];
  /** The widest that is written beneath the year. */
  readonly period: string;
  /** The dots in a view, and everywhere in it that one goes, as x, y, x, y …, px. */
  readonly dotsIn: (view: View) => { readonly dots: Dots; readonly xy: readonly number[] };
}

export interface Settled<Dots> {
  readonly foot: Foot;
  readonly title: Upon;
  /** Unit and size of a dot, upon the foot of the map. */
  readonly strip: Upon;
  /** The map. */
  readonly panel: Rect;
  readonly view: View;
  /** Whether the camera has gone near. */
  readonly near: boolean;
  readonly dots: Dots;
  /** Where the year stands. */
  readonly corner: Corner;
  /** Where the window stands: the whole world has one. */
  readonly inset: Rect | undefined;
  /** The wave whose chart stands beneath the map. */
  readonly chart: WaveBrief | undefined;
  /** Where no name may stand. */
  readonly taken: readonly Rect[];
}

/** Ways of the year of a scene. */
function waysNow(scene: PictureScene): Route[] {
  const [from, until] = [dayOf(scene.year), dayOf(scene.year + 1)];
  return scene.routes.filter((r) => timeOf(r, from, until) === 'now');
}

/** The signs that are seen at any time, and how long journeys are drawn. */
function legendOf(sheet: Sheet, { scenes, looks }: Pick<Span<unknown>, 'scenes' | 'looks'>) {
  const [scene] = scenes;
  const { texts, schedule } = scene;
  const { width } = sheet.size;
  const whole = { x0: 0, y0: 0, x1: width, y1: width };
  const world = worldView(whole, whole, undefined);
  const circles = scenes.flatMap((s) => circlesOf(s, world, width));
  const ways = [...new Set(scenes.flatMap(waysNow))];
  const seen = new Set([
    ...[...ways, ...circles].map((r) => r.wave),
    ...looks.flatMap((at) => wavesOnTheWay(schedule, at)),
  ]);
  const families = FAMILIES.filter((f) => scene.core.waves.some((w) => w.family === f && seen.has(w.id)));
  const inferred = ways.some((r) => r.legs.some((l) => l.inferred));
  const items = [
    ...(scene.one ? [] : familyItems(sheet, scene, families)),
    ...statusItems(sheet, scene),
    ...compulsionItems(sheet, scene, [...new Set(ways.map((r) => r.compulsion))], inferred),
    ...wayItems(sheet, scene, new Set(ways.map((r) => r.way))),
  ];
  const n = schedule.shortest;
  const room = signWidth(sheet);
  const blocks = [signsOf(sheet, items, sheet.small, room), sizesOf(sheet, scene, circles, width, room)];
  return {
    signs: stackOf(sheet.small * 0.4, blocks),
    note: n === SHORTEST_ALL ? texts.say('legend.slow-all', { n }) : texts.say('legend.slow-one', { n }),
  };
}

/** Ends of ways and middles of circles, and points along the ways, of any year: x, y, x, y …, px. */
function pointsIn(scenes: Span<unknown>['scenes'], { picture }: View): { stops: number[]; ways: number[] } {
  const [{ core, standing }] = scenes;
  const routes = [...new Set(scenes.flatMap(waysNow))];
  const ids = new Set([
    ...routes.flatMap((r) => [r.legs[0].from, ...r.legs.map((l) => l.to)]),
    ...standing.map((s) => s.place.id),
  ]);
  const stops = [...ids].flatMap((id) => {
    const at = core.places.get(id)?.at;
    return at ? [...picture.project(at)] : [];
  });
  const ways = routes
    .flatMap((r) => r.legs.flatMap((leg) => pointsOf(leg).filter((_, i) => i % EVERY === 0)))
    .flatMap((at) => [...picture.project(at)]);
  return { stops, ways };
}

/** How far down the map must go that nothing of it stands beneath the title, px. */
function downOf(inner: Rect, points: readonly number[]): number {
  let [top, foot] = [Infinity, -Infinity];
  for (let i = 1; i < points.length; i += 2) {
    top = Math.min(top, points[i]!);
    foot = Math.max(foot, points[i]!);
  }
  return top < inner.y0 ? Math.max(0, Math.min(inner.y0 - top, inner.y1 - foot)) : 0;
}

/** Settles a sheet for everything that it is to show. */
export function settle<Dots>(sheet: Sheet, words: PictureWords, span: Span<Dots>): Settled<Dots> {
  const { scenes, dotsIn } = span;
  const [scene] = scenes;
  const { size, margin, format } = sheet;
  const legend = legendOf(sheet, span);
  const foot = footOf(sheet, words, legend.signs, legend.note);
  const title = titleOf(sheet, words);
  const box = boxOf(scene);
  const near = box !== undefined;
  const room = foot.top - title.rect.y1;

  // A tall sheet has room for a second picture: the window, or the wave's own chart.
  const chart = format === 'tall' && near ? scene.one : undefined;
  const share = format !== 'tall' ? 0 : chart ? BENEATH.chart : near ? 0 : BENEATH.window;
  const beneath = Math.min(chart ? HIGHEST_CHART : Infinity, room * share);
  const panel: Rect = { x0: 0, y0: 0, x1: size.width, y1: foot.top - beneath };
  const strip = stripOf(sheet, words, panel, (x, y) => statusSign(sheet, 'reported', x, y));
  const side = near ? margin * 0.5 : 0;
  const yearRoom = yearSize(sheet, { ...words, period: span.period }, String(scene.year));
  // There is room above the map of a high sheet: the year needs not stand upon land.
  const head = title.rect.y1 + (format === 'wide' ? 0 : yearRoom.height * (near ? 0.9 : 0.75));
  const inner: Rect = { x0: side, y0: head, x1: size.width - side, y1: strip.rect.y0 };

  const place = (down: number) => {
    const view = worldView(panel, inner, box, down);
    return { view, ...dotsIn(view), ...pointsIn(scenes, view) };
  };
  const trial = place(0);
  const down = near ? downOf(inner, [...trial.xy, ...trial.ways, ...trial.stops]) : 0;
  const { view, dots, xy, stops, ways } = down > 0 ? place(down) : trial;

  const inset = near
    ? undefined
    : format === 'tall'
      ? { x0: margin, y0: panel.y1 + margin * 0.4, x1: size.width - margin, y1: foot.top - margin * 0.5 }
      : insetOn(sheet, scene, words, view, size.width * INSET[format], strip.rect.y0);
  const things = [title.rect, strip.rect, ...(inset && beneath === 0 ? [inset] : [])];
  const corner = findCorner(sheet, { ...inner, y0: title.rect.y1 }, yearRoom, things, { stops, ways, dots: xy });
  return { foot, title, strip, panel, view, near, dots, corner, inset, chart, taken: [...things, corner.rect] };
}

type Circles = readonly PlacedCircle[];

/** Circles and ways of a year. */
export const drawWays = (sheet: Sheet, scene: PictureScene, { view, near }: Settled<unknown>, circles: Circles) =>
  drawCircles(sheet, circles) + drawRoutes(sheet, scene, view, near ? SHORTEST.near : SHORTEST.far);

/** Names of a year. */
export function drawPlaceNames(sheet: Sheet, scene: PictureScene, settled: Settled<unknown>, circles: Circles): string {
  const { view, near, inset, taken } = settled;
  return drawNames(sheet, scene, view, circles, 'names', {
    size: sheet.label,
    most: near ? NAMES.near : NAMES[sheet.format],
    taken,
    ...(inset && { holds: namedOutside }),
  });
}
/** The chart of a wave beneath its map, with the instant of the map; nothing where there is none. */
export function drawBeneath(sheet: Sheet, scene: PictureScene, { chart, panel, foot }: Settled<unknown>): string {
  if (!chart) return '';
  const { margin, size, small } = sheet;
  const rect = { x0: margin, y0: panel.y1 + small, x1: size.width - margin, y1: foot.top - small * 0.6 };
  return (
    tag('path', { d: `M0,${px(panel.y1)}H${size.width}`, stroke: sheet.ink('line'), 'stroke-width': sheet.growth }) +
    drawChart(sheet, scene, chart, rect, { eventLines: 0, at: scene.playhead.at })
  );
}
