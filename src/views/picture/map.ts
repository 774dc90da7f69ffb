/** The map at an instant as a picture. */
import { drawDots } from './dots.ts';
import { yearOf } from './frame.ts';
import { circlesOf, drawLand, drawLight, drawOutline } from './layers.ts';
import {
  clipped,
  plateOf,
  sheetOf,
  type Format,
  type PictureGround,
  type PictureScene,
  type PictureWords,
} from './plate.ts';
import { drawBeneath, drawPlaceNames, drawWays, settle } from './settle.ts';
import { boxOf, landIn, type View } from './view.ts';
import { windowOn } from './window.ts';

/** The picture of the map at the instant of the scene. */
export function mapPicture(scene: PictureScene, ground: PictureGround, words: PictureWords, format: Format): string {
  const sheet = sheetOf(scene, ground, format, 'map');
  const whole = boxOf(scene) === undefined;
  const settled = settle(sheet, words, {
    scenes: [scene],
    looks: [scene.playhead.at],
    period: words.period,
    dotsIn: (view: View) => {
      const { svg: dots, xy } = drawDots(sheet, scene, view, sheet.growth, whole);
      return { dots, xy };
    },
  });
  const { view, panel, corner, inset } = settled;
  const circles = circlesOf(scene, view, sheet.size.width);
  const window = inset && windowOn(sheet, scene, ground, words, inset);
  return plateOf(sheet, words, scene.texts.lang, [
    clipped(
      sheet,
      'panel',
      panel,
      drawLand(sheet, landIn(view, ground)),
      drawLight(sheet, view, 'light'),
      inset ? drawOutline(sheet, view) : '',
      drawWays(sheet, scene, settled, circles),
      settled.dots,
      settled.strip.svg,
      drawPlaceNames(sheet, scene, settled, circles),
    ),
    settled.title.svg,
    yearOf(sheet, words, String(scene.year), corner.at, corner.right),
    window
      ? window.ground +
        window.ways(scene) +
        clipped(sheet, 'window-dots', window.view.rect, drawDots(sheet, scene, window.view, window.scale).svg) +
        window.words(scene)
      : '',
    drawBeneath(sheet, scene, settled),
    settled.foot.draw(),
  ]);
}
