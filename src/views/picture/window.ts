/** The window on North-East Asia, where the three largest movements happen within a thumb's breadth. */
import type { Place, LonLat } from '../../record/model.ts';
import { INSET_BOX } from '../../scene/projection.ts';
import { KOREA } from '../../scene/named-places.ts';
import { paragraphOf, stackOf } from './blocks.ts';
import { circlesOf, drawCircles, drawLand, drawLight, drawRoutes } from './layers.ts';
import { drawNames } from './names.ts';
import { clipped, type PictureGround, type PictureScene, type PictureWords, type Sheet } from './plate.ts';
import { px, rectTag, tag, type Rect } from './svg.ts';
import { landInWindow, windowView, type View } from './view.ts';

/** Shortest way drawn, px on an ordinary screen, and most names. */
const SHORTEST = 5;
const MOST_NAMES = 14;
/** Height of the ground by the width of the window. */
const SHAPE = 0.84;
/** Width in which a window has dots as on an ordinary screen, px. */
const ORDINARY = 300;

const [WEST, SOUTH, EAST, NORTH] = INSET_BOX;
const inWindow = ([lon, lat]: LonLat) => lon > WEST && lon < EAST && lat > SOUTH && lat < NORTH;
/** What the world names where there is a window: what lies outside it, and Korea. */
export const namedOutside = (place: Place, at: LonLat): boolean => place.id === KOREA || !inWindow(at);

/** Name, year and measure of the window: it may be cut out, too. */
function captionOf(sheet: Sheet, scene: PictureScene, words: PictureWords, width: number) {
  const size = Math.max(sheet.small * 0.92, Math.min(sheet.label, width / 21));
  const style = { size, width: width - 1.4 * size };
  const about = [String(scene.year), words.people].filter(Boolean).join(' · ');
  return {
    size,
    block: stackOf(0, [paragraphOf(sheet, scene.texts.say('inset.name'), style), paragraphOf(sheet, about, style)]),
  };
}

/** Left side of a window on a map, as a share of the width: the South Pacific, where nobody of the record lives. */
const LEFT = 0.55;
/** The northernmost place that it must leave free: Honolulu. */
const HONOLULU: LonLat = [-157.86, 21.31];

/**
 * Where a window stands over the foot of a map of the world.
 * @param widest its width, if there is room, px
 * @param foot of the map, px
 */
export function insetOn(
  sheet: Sheet,
  scene: PictureScene,
  words: PictureWords,
  { picture }: View,
  widest: number,
  foot: number,
): Rect {
  const y1 = foot - sheet.margin * 0.3;
  const highest = picture.project(HONOLULU)[1] + sheet.label * 1.3;
  const { size, block } = captionOf(sheet, scene, words, widest);
  const caption = block.height + 0.7 * size;
  const width = Math.min(widest, (y1 - highest - caption) / SHAPE);
  const x0 = sheet.size.width * LEFT;
  return { x0, y0: y1 - width * SHAPE - caption, x1: x0 + width, y1 };
}

/** A window in its parts, from below upwards: its dots, between ways and words, are drawn by others. */
export interface Window {
  readonly view: View;
  /** Factor on its dots. */
  readonly scale: number;
  readonly ground: string;
  readonly ways: (scene: PictureScene) => string;
  readonly words: (scene: PictureScene) => string;
}

/** The window in a rectangle; its year and what is seen in it are those of the scenes given to its parts. */
export function windowOn(
  sheet: Sheet,
  scene: PictureScene,
  ground: PictureGround,
  words: PictureWords,
  rect: Rect,
): Window {
  const width = rect.x1 - rect.x0;
  const { size, block } = captionOf(sheet, scene, words, width);
  const map: Rect = { ...rect, y1: rect.y1 - block.height - 0.7 * size };
  const view = windowView(map);
  const circlesIn = (scene: PictureScene) => circlesOf(scene, view, sheet.size.width);
  const land = drawLand(sheet, landInWindow(view, ground));
  const thin = { 'stroke-width': sheet.growth * 0.7 };
  return {
    view,
    scale: Math.max(0.5, Math.min(sheet.growth, width / ORDINARY)),
    ground:
      rectTag(rect, { fill: sheet.ink('ground'), rx: 4 }) +
      clipped(sheet, 'window-land', map, land, drawLight(sheet, view, 'window-light')),
    ways: (scene) =>
      clipped(
        sheet,
        'window-ways',
        map,
        drawCircles(sheet, circlesIn(scene)),
        drawRoutes(sheet, scene, view, SHORTEST),
      ),
    words: (scene) =>
      clipped(
        sheet,
        'window-words',
        map,
        drawNames(sheet, scene, view, circlesIn(scene), 'window-names', {
          size,
          most: MOST_NAMES,
          taken: [],
          holds: (_, at) => inWindow(at),
        }),
      ) +
      tag('path', { d: `M${px(rect.x0)},${px(map.y1)}H${px(rect.x1)}`, stroke: sheet.ink('line'), ...thin }) +
      captionOf(sheet, scene, words, width).block.draw(rect.x0 + 0.7 * size, map.y1 + 0.3 * size) +
      rectTag(rect, { fill: 'none', rx: 4, stroke: sheet.ink('ink-soft'), ...thin }),
  };
}
