/** The window on North-East Asia in a film: as in a picture, but taken apart where its dots move. */
import type { LonLat } from '../../record/model.ts';
import { INSET_BOX } from '../../scene/projection.ts';
import { paragraphOf, stackOf, type Block } from '../picture/blocks.ts';
import { circlesOf, drawCircles, drawLand, drawLight, drawRoutes } from '../picture/layers.ts';
import { drawNames } from '../picture/names.ts';
import type { PictureGround, PictureScene, PictureWords, Sheet } from '../picture/plate.ts';
import { px, rectTag, tag, type Rect } from '../picture/svg.ts';
import { landInWindow, windowView } from '../picture/view.ts';
import { FilmDots } from './film-dots.ts';
import { clipped, type Step } from './step.ts';

// Measures of `picture/window.ts`.
const SHORTEST = 5;
const MOST_NAMES = 14;
const ORDINARY = 300;
const [WEST, SOUTH, EAST, NORTH] = INSET_BOX;
const inWindow = ([lon, lat]: LonLat) => lon > WEST && lon < EAST && lat > SOUTH && lat < NORTH;

/** Name, year and measure of the window: it may be cut out, too. */
function captionOf(sheet: Sheet, scene: PictureScene, { people }: PictureWords, width: number): [number, Block] {
  const size = Math.max(sheet.small * 0.92, Math.min(sheet.label, width / 21));
  const style = { size, width: width - 1.4 * size };
  const about = [String(scene.year), people].filter(Boolean).join(' · ');
  const lines = [scene.texts.say('inset.name'), about].map((text) => paragraphOf(sheet, text, style));
  return [size, stackOf(0, lines)];
}

/** What the window adds to the frames of a year, from below upwards. */
export function windowOf(
  sheet: Sheet,
  scene: PictureScene,
  ground: PictureGround,
  words: PictureWords,
  rect: Rect,
): (scene: PictureScene) => Step[] {
  const width = rect.x1 - rect.x0;
  const [size, first] = captionOf(sheet, scene, words, width);
  const map: Rect = { ...rect, y1: rect.y1 - first.height - 0.7 * size };
  const view = windowView(map);
  const scale = Math.max(0.5, Math.min(sheet.growth, width / ORDINARY));
  const dots = new FilmDots(sheet, scene, view, scale, false);
  const still =
    rectTag(rect, { fill: sheet.ink('ground'), rx: 4 }) +
    clipped(
      sheet,
      'window-land',
      map,
      drawLand(sheet, landInWindow(view, ground)) + drawLight(sheet, view, 'window-light'),
    );
  const edge = (d: Rect) => rectTag(d, { fill: 'none', rx: 4, stroke: sheet.ink('ink-soft'), ...thin });
  const thin = { 'stroke-width': sheet.growth * 0.7 };
  return (scene) => {
    const circles = circlesOf(scene, view, sheet.size.width);
    const [, caption] = captionOf(sheet, scene, words, width);
    const names = drawNames(sheet, scene, view, circles, 'window-names', {
      size,
      most: MOST_NAMES,
      taken: [],
      holds: (_, at) => inWindow(at),
    });
    const ways = drawCircles(sheet, circles) + drawRoutes(sheet, scene, view, SHORTEST);
    return [
      { svg: still, still: true },
      { svg: clipped(sheet, 'window-ways', map, ways), still: false },
      { dots },
      {
        svg:
          clipped(sheet, 'window-words', map, names) +
          tag('path', { d: `M${px(rect.x0)},${px(map.y1)}H${px(rect.x1)}`, stroke: sheet.ink('line'), ...thin }) +
          caption.draw(rect.x0 + 0.7 * size, map.y1 + 0.3 * size) +
          edge(rect),
        still: false,
      },
    ];
  };
}
