/** A film of some years: the map as a picture at every instant, on one sheet that is settled for all of it. */
import { dateAt, dayOf, isoAt, middleOf, yearAt } from '../../record/when.ts';
import { widthOf } from '../../scene/labels.ts';
import { formatDay } from '../../words/date.ts';
import { yearOf } from '../picture/frame.ts';
import { circlesOf, drawLand, drawLight, drawOutline } from '../picture/layers.ts';
import {
  clipped,
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
import { drawBeneath, drawPlaceNames, drawWays, settle } from '../picture/settle.ts';
import { rectTag } from '../picture/svg.ts';
import { boxOf, landIn, type View } from '../picture/view.ts';
import { windowOn } from '../picture/window.ts';
import { FilmDots } from './film-dots.ts';
import type { Years } from './span.ts';

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

/** What lies upon what in a frame of a film: parts as SVG, and dots that move between them. */
export type Step =
  /** A part that changes once a year at the most; a still one never does. */
  { readonly svg: string; readonly still: boolean } | { readonly dots: FilmDots };

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
  const { size } = sheet;
  const near = boxOf(scene) !== undefined;
  const looks = looksIn(dayOf(first), dayOf(last + 1), near);
  const own = (year: number) => sceneAt(scene, middleOf(year));
  const settled = settle(sheet, words, {
    scenes: [own(first), ...Array.from({ length: last - first }, (_, i) => own(first + 1 + i))],
    looks,
    period: scene.one ? widestDay(scene, first, sheet.text) : String(first),
    dotsIn: (view: View) => {
      const dots = new FilmDots(sheet, scene, view, sheet.growth, !near);
      return { dots, xy: trodden(dots, looks) };
    },
  });
  const { view, panel, corner, inset, dots } = settled;
  const window = inset && windowOn(sheet, scene, ground, words, inset);
  const windowDots = window && new FilmDots(sheet, scene, window.view, window.scale, false);

  const land = drawLand(sheet, landIn(view, ground)) + drawLight(sheet, view, 'light');
  const paper = rectTag({ x0: 0, y0: 0, x1: size.width, y1: size.height }, { fill: sheet.ink('ground') });
  const beneathAll = paper + clipped(sheet, 'land', panel, land, inset ? drawOutline(sheet, view) : '');
  const frame = clipped(sheet, 'strip', panel, settled.strip.svg) + settled.title.svg + settled.foot.draw();
  const stepsOf = (year: number): Step[] => {
    const now = own(year);
    const circles = circlesOf(now, view, size.width);
    const number = String(year);
    return [
      { svg: beneathAll, still: true },
      { svg: clipped(sheet, 'ways', panel, drawWays(sheet, now, settled, circles)), still: false },
      { dots },
      { svg: frame, still: true },
      {
        svg:
          clipped(sheet, 'words', panel, drawPlaceNames(sheet, now, settled, circles)) +
          yearOf(sheet, { ...words, period: number }, number, corner.at, corner.right) +
          drawBeneath(sheet, now, settled),
        still: false,
      },
      ...(window && windowDots
        ? [
            { svg: window.ground, still: true },
            { svg: window.ways(now), still: false },
            { dots: windowDots },
            { svg: window.words(now), still: false },
          ]
        : []),
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
