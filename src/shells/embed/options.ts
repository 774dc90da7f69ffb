/** How an editor wants an embed to look; all in the query, beside what the view is. */
export interface EmbedOptions {
  /** The lanes below the map; without them a slider. */
  readonly timeline: boolean;
  /** Play, zoom and choices; without them the embed is a picture with a link. */
  readonly controls: boolean;
  /** The page's ground shows through. */
  readonly transparent: boolean;
  /** Colour of buttons and links, six hexadecimal digits without #; undefined where none was asked for or it cannot be read. */
  readonly accent: string | undefined;
}

const HEX = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i;
const isOn = (value: string | null, otherwise: boolean): boolean =>
  value === null ? otherwise : !['0', 'off', 'no', 'false'].includes(value);

/** Relative luminance of a colour (WCAG 2.2). @param hex six digits */
export function luminanceOf(hex: string): number {
  const [r, g, b] = [0, 2, 4].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastOf(a: string, b: string): number {
  const [x, y] = [luminanceOf(a), luminanceOf(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
/** Text in the accent must be readable on the ground. */
export const LEAST_CONTRAST = 4.5;

/** @param search as `location` gives it */
export function parseOptions(search: string): EmbedOptions {
  const query = new URLSearchParams(search.replace(/^\?/, ''));
  const [, accent] = HEX.exec(query.get('accent') ?? '') ?? [];
  const six = accent?.length === 3 ? [...accent].map((c) => c + c).join('') : accent;
  return {
    timeline: query.has('timeline') && isOn(query.get('timeline'), true),
    controls: isOn(query.get('controls'), true),
    transparent: query.has('transparent') && isOn(query.get('transparent'), true),
    accent: six?.toLowerCase(),
  };
}
