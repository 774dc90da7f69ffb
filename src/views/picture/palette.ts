/** The colours of a picture: filled in as they are, so that it needs no style sheet where it goes. */

export type Palette = Readonly<Record<string, string>>;
export type PictureTheme = 'light' | 'dark' | 'projector';

/** Names of the tokens that a picture asks for: in a browser, what to read from the computed style. */
export const COLOURS = [
  'sea',
  'land',
  'land-edge',
  'ground',
  'ink',
  'ink-soft',
  'line',
  'playhead',
  'lit',
  'river',
  'plantation',
  'state',
  'settle',
  'make',
] as const;
export type Colour = (typeof COLOURS)[number];

/** @throws RangeError where the palette has no such token: a picture without its colours would say something else */
export function colourOf(palette: Palette, name: Colour): string {
  const colour = palette[name]?.trim();
  if (!colour) throw new RangeError(`no colour “${name}” in the palette`);
  return colour;
}

const BLOCK = /([^{}]+)\{([^{}]*)\}/g;
const TOKEN = /--([\w-]+)\s*:\s*([^;]+);/g;

/**
 * Reads the tokens of a theme out of the text of `style/tokens.css`, by their names without the dashes.
 * What a theme does not say is as in the light one. `stroke` is among them: the factor on lines.
 */
export function paletteOf(css: string, theme: PictureTheme): Record<string, string> {
  const tokens: Record<string, string> = {};
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const wanted = [':root', `:root[data-theme='${theme}']`];
  for (const [, head, body] of plain.matchAll(BLOCK))
    if (wanted.includes(head!.trim()))
      for (const [, name, value] of body!.matchAll(TOKEN)) tokens[name!] = value!.trim();
  return tokens;
}
