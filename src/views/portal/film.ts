/**
 * A film of some years: the map as a picture at every instant, on one sheet whose measures are settled for all of it.
 * A picture places map, year and words by what it holds; were that done anew each frame, the ground would jump.
 */
import { FAMILIES } from '../../record/model.ts';
import { dateAt, dayOf, isoAt, middleOf, yearAt } from '../../record/when.ts';
import { widthOf } from '../../scene/labels.ts';
import { timeOf } from '../../scene/routes.ts';
import { SHORTEST_ALL } from '../../scene/schedule.ts';
import { pointsOf } from '../../scene/track.ts';
import { formatDay } from '../../words/date.ts';
import { signsOf, stackOf } from '../picture/blocks.ts';
import { drawChart } from '../picture/chart.ts';
import { findCorner } from '../picture/corner.ts';
import { wavesOnTheWay } from '../picture/dots.ts';
import { footOf, signWidth, stripOf, titleOf, yearOf, yearSize } from '../picture/frame.ts';
import { circlesOf, drawCircles, drawLand, drawLight, drawOutline, drawRoutes } from '../picture/layers.ts';
import { compulsionItems, familyItems, sizesOf, statusItems, wayItems } from '../picture/legend.ts';
import { drawNames } from '../picture/names.ts';
import {
  letter,
  plateOf,
  sheetOf,
  type Format,
  type Lettering,
  type PictureGround,
  type PictureScene,
  type PictureWords,
  type Sheet,
} from '../picture/plate.ts';
import { sceneAt } from '../picture/scene-of.ts';
import { statusSign } from '../picture/signs.ts';
import { px, rectTag, tag, type Rect } from '../picture/svg.ts';
import { boxOf, landIn, worldView, type View } from '../picture/view.ts';
import { insetOn, namedOutside } from '../picture/window.ts';
import { FilmDots } from './film-dots.ts';
import { windowOf } from './film-window.ts';
import type { Years } from './span.ts';
import { clipped, type Step } from './step.ts';

// Measures of `picture/map.ts`.
const EVERY = 5;
const SHORTEST = { far: 14, near: 4 } as const;
const NAMES = { wide: 18, square: 14, tall: 12, near: 40 } as const;
const INSET = { wide: 0.215, square: 0.225 } as const;
const BENEATH = { window: 0.46, chart: 0.29 } as const;
const HIGHEST_CHART = 430;
/** How often is looked where the dots are, before the sheet is settled: every so many days, within these bounds. */
const EVERY_DAYS = 6;
const LOOKS = { least: 48, most: 400 } as const;
/** Dots within so many pixels of each other count as one when it is asked where they go. */
const CELL = 6;
/** Instants at which is looked: of the world few, for there nothing makes way for dots. */
function looksIn(from: number, until: number, near: boolean): number[] {
  const wanted = Math.round((until - from) / EVERY_DAYS);
  const n = near ? Math.max(LOOKS.least, Math.min(LOOKS.most, wanted)) : LOOKS.least;
  return Array.from({ length: n }, (_, i) => from + ((until - from) * (i + 0.5)) / n);
}
/** Everywhere that a dot goes, as x, y, x, y …, each place once. */
function trodden(dots: FilmDots, looks: readonly number[]): number[] {
  const cells = new Map<number, readonly [x: number, y: number]>();
  for (const at of looks) {
    const xy = dots.at(at);
    for (let i = 0; i < xy.length; i += 2)
      cells.set(Math.round(xy[i]! / CELL) * 10_000 + Math.round(xy[i + 1]! / CELL), [xy[i]!, xy[i + 1]!]);
  }
  return [...cells.values()].flat();
}

export interface Film {
  readonly sheet: Sheet;
  readonly lang: string;
  /** The layers of a year's frames, from below upwards. */
  readonly stepsOf: (year: number) => Step[];
  /** The day beneath the year, where the film goes by the day. */
  readonly dayAt: (at: number) => { readonly text: string; readonly how: Lettering } | undefined;
  /** The whole frame at an instant, dots and all, as SVG: what the canvas must show. */
  readonly svgAt: (at: number) => string;
}

/** Ways of the year of a scene. */
const waysNow = (scene: PictureScene) => {
  const [from, until] = [dayOf(scene.year), dayOf(scene.year + 1)];
  return scene.routes.filter((r) => timeOf(r, from, until) === 'now');
};

/** The signs that are in any frame, and how long journeys are drawn. */
function legendOf(sheet: Sheet, scenes: readonly PictureScene[], looks: readonly number[]) {
  const scene = scenes[0]!;
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

/** Where ways end and circles stand in any year, and points along the ways. */
function pointsIn(scenes: readonly PictureScene[], { picture }: View): { stops: number[]; ways: number[] } {
  const scene = scenes[0]!;
  const routes = [...new Set(scenes.flatMap(waysNow))];
  const ids = [
    ...routes.flatMap((r) => [r.legs[0].from, ...r.legs.map((l) => l.to)]),
    ...scene.standing.map((s) => s.place.id),
  ];
  const stops = [...new Set(ids)].flatMap((id) => scene.core.places.get(id)?.at ?? []);
  const pairs: number[] = [];
  for (let i = 0; i < stops.length; i += 2) pairs.push(...picture.project([stops[i]!, stops[i + 1]!]));
  const ways = routes
    .flatMap((r) => r.legs.flatMap((leg) => pointsOf(leg).filter((_, i) => i % EVERY === 0)))
    .flatMap((at) => [...picture.project(at)]);
  return { stops: pairs, ways };
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

/** The widest that a day of the film can be written. */
function widestDay(scene: PictureScene, year: number, size: number): string {
  const days = Array.from({ length: 12 }, (_, i) => formatDay(dayOf(year, i + 1, 28), scene.texts.lang));
  return days.reduce((a, b) => (widthOf(b, size) > widthOf(a, size) ? b : a));
}

/**
 * Settles the sheet of a film.
 * @param scene of any instant; its waves, figures and language are the film's
 * @param words for the frame; the period is left to the film
 */
export function filmOf(
  scene: PictureScene,
  ground: PictureGround,
  words: PictureWords,
  format: Format,
  [first, last]: Years,
): Film {
  const sheet = sheetOf(scene, ground, format, 'film');
  const { size, margin } = sheet;
  const scenes = Array.from({ length: last - first + 1 }, (_, i) => sceneAt(scene, middleOf(first + i)));
  const [from, until] = [dayOf(first), dayOf(last + 1)];
  const box = boxOf(scene);
  const near = box !== undefined;
  const looks = looksIn(from, until, near);
  const legend = legendOf(sheet, scenes, looks);
  const foot = footOf(sheet, words, legend.signs, legend.note);
  const title = titleOf(sheet, words);
  const room = foot.top - title.rect.y1;

  const chart = format === 'tall' && near ? scene.one : undefined;
  const share = format !== 'tall' ? 0 : chart ? BENEATH.chart : near ? 0 : BENEATH.window;
  const beneath = Math.min(chart ? HIGHEST_CHART : Infinity, room * share);
  const panel: Rect = { x0: 0, y0: 0, x1: size.width, y1: foot.top - beneath };
  const strip = stripOf(sheet, words, panel, (x, y) => statusSign(sheet, 'reported', x, y));
  const side = near ? margin * 0.5 : 0;
  const widest = scene.one ? widestDay(scene, first, sheet.text) : String(first);
  const yearRoom = yearSize(sheet, { ...words, period: widest }, String(first));
  const head = title.rect.y1 + (format === 'wide' ? 0 : yearRoom.height * (near ? 0.9 : 0.75));
  const inner: Rect = { x0: side, y0: head, x1: size.width - side, y1: strip.rect.y0 };

  const dotsOn = (view: View) => new FilmDots(sheet, scene, view, sheet.growth, !near);
  const trial = worldView(panel, inner, box);
  const trialDots = dotsOn(trial);
  const points = pointsIn(scenes, trial);
  const down = near ? downOf(inner, [...trodden(trialDots, looks), ...points.ways, ...points.stops]) : 0;
  const view = down > 0 ? worldView(panel, inner, box, down) : trial;
  const dots = down > 0 ? dotsOn(view) : trialDots;

  const inset = near
    ? undefined
    : format === 'tall'
      ? { x0: margin, y0: panel.y1 + margin * 0.4, x1: size.width - margin, y1: foot.top - margin * 0.5 }
      : insetOn(sheet, scene, words, view, size.width * INSET[format], strip.rect.y0);
  const taken = [title.rect, strip.rect, ...(inset && beneath === 0 ? [inset] : [])];
  const corner = findCorner(sheet, { ...inner, y0: title.rect.y1 }, yearRoom, taken, {
    ...pointsIn(scenes, view),
    dots: trodden(dots, looks),
  });
  const window = inset ? windowOf(sheet, scene, ground, words, inset) : undefined;

  const land = drawLand(sheet, landIn(view, ground)) + drawLight(sheet, view, 'light');
  const paper = rectTag({ x0: 0, y0: 0, x1: size.width, y1: size.height }, { fill: sheet.ink('ground') });
  const beneathAll = paper + clipped(sheet, 'land', panel, land + (inset ? drawOutline(sheet, view) : ''));
  const frame = clipped(sheet, 'strip', panel, strip.svg) + title.svg + foot.draw();
  const stepsOf = (year: number): Step[] => {
    const now = sceneAt(scene, middleOf(year));
    const circles = circlesOf(now, view, size.width);
    const ways = drawRoutes(sheet, now, view, near ? SHORTEST.near : SHORTEST.far);
    const names = drawNames(sheet, now, view, circles, 'names', {
      size: sheet.label,
      most: near ? NAMES.near : NAMES[format],
      taken: [...taken, corner.rect],
      ...(inset && { holds: namedOutside }),
    });
    const number = String(year);
    return [
      { svg: beneathAll, still: true },
      { svg: clipped(sheet, 'ways', panel, drawCircles(sheet, circles) + ways), still: false },
      { dots },
      { svg: frame, still: true },
      {
        svg:
          clipped(sheet, 'words', panel, names) +
          yearOf(sheet, { ...words, period: number }, number, corner.at, corner.right) +
          (chart ? chartBeneath(sheet, now, chart, panel.y1, foot.top) : ''),
        still: false,
      },
      ...(window?.(now) ?? []),
    ];
  };

  const [x, y] = corner.at;
  const dayAt: Film['dayAt'] = (at) =>
    scene.one && {
      text: formatDay(at, scene.texts.lang),
      // As `yearOf` sets it.
      how: {
        x,
        y: y + sheet.year * 0.8 + sheet.text * 1.6,
        size: sheet.text * 1.15,
        anchor: corner.right ? 'end' : undefined,
      },
    };
  const svgAt = (at: number): string => {
    const day = dayAt(at);
    const parts = stepsOf(yearAt(at)).map((s, i) =>
      'svg' in s ? s.svg : clipped(sheet, `dots-${i}`, s.dots.rect, s.dots.svgAt(at)),
    );
    const period = day?.text ?? String(dateAt(at).year);
    return plateOf(sheet, { ...words, period, alt: `${words.alt} ${isoAt(at)}` }, scene.texts.lang, [
      ...parts,
      day ? letter(sheet, day.text, day.how) : '',
    ]);
  };
  return { sheet, lang: scene.texts.lang, stepsOf, dayAt, svgAt };
}

/** The chart of a wave beneath its map, with the year of the map. */
function chartBeneath(
  sheet: Sheet,
  scene: PictureScene,
  wave: NonNullable<PictureScene['one']>,
  top: number,
  foot: number,
): string {
  const { margin, size, small } = sheet;
  const rect = { x0: margin, y0: top + small, x1: size.width - margin, y1: foot - small * 0.6 };
  return (
    tag('path', { d: `M0,${px(top)}H${size.width}`, stroke: sheet.ink('line'), 'stroke-width': sheet.growth }) +
    drawChart(sheet, scene, wave, rect, { eventLines: 0, at: scene.playhead.at })
  );
}
