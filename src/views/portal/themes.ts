/** The colours of both themes, whichever one the page wears. */
import { paletteOf, type Palette, type PictureTheme } from '../picture/palette.ts';

/** Rules of a style sheet of the page; one of an extension cannot be read. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}
/** The palette of a theme as the page's own style sheets give it. */
export function paletteIn(theme: PictureTheme): Palette {
  const css = [...document.styleSheets]
    .flatMap(rulesOf)
    .map((rule) => rule.cssText)
    .filter((text) => text.startsWith(':root'))
    // A browser writes the name of a theme in the other marks.
    .map((text) => text.replaceAll('"', "'"));
  return paletteOf(css.join('\n'), theme);
}
