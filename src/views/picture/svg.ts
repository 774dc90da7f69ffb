/** SVG as text: tags, attributes and words, escaped; numbers are kept to a tenth of a pixel. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A tenth of a pixel is finer than any print of a picture. What is no number stays seen as one; minus nought is nought. */
export const px = (n: number): number => Math.round(n * 10) / 10 + 0;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 does not know: an editor opens no file that holds one. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"]/g, (character) => ESCAPES[character]!);

/** An element; attributes that are undefined are left out. The content is markup already. */
export function tag(name: string, attributes: Attributes, ...content: readonly string[]): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) open += ` ${key}="${typeof value === 'number' ? px(value) : escapeXml(value)}"`;
  const inner = content.join('');
  return inner === '' ? `${open}/>` : `${open}>${inner}</${name}>`;
}

export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
export const meet = (a: Rect, b: Rect): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
export const rectTag = ({ x0, y0, x1, y1 }: Rect, attributes: Attributes): string =>
  tag('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0, ...attributes });

/** A reference to a thing of the same picture. */
export const urlOf = (id: string): string => `url(#${id})`;

/** Points of a line nearer to each other than this are one, px. */
const LEAST_STEP = 0.7;

/**
 * Path data of straight lines (as d3 writes it) without the points that no eye can tell apart, written shorter.
 * @param least shortest step kept, px
 */
export function thinPath(path: string, least = LEAST_STEP): string {
  let out = '';
  for (const part of path.split('M')) {
    if (part === '') continue;
    const closed = part.endsWith('Z');
    const points = (closed ? part.slice(0, -1) : part).split('L');
    let kept = '';
    let count = 0;
    let [lastX, lastY] = [Infinity, Infinity];
    points.forEach((point, i) => {
      const [x, y] = point.split(',').map(Number) as [number, number];
      const end = !closed && i === points.length - 1;
      if (!end && Math.hypot(x - lastX, y - lastY) < least) return;
      kept += `${count === 0 ? 'M' : count === 1 ? 'L' : ' '}${x},${y}`;
      [lastX, lastY] = [x, y];
      count++;
    });
    if (count > (closed ? 2 : 1)) out += closed ? `${kept}Z` : kept;
  }
  return out;
}
