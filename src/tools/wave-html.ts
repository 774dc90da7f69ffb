/** HTML as text: words are escaped unless they are markup already, which only this file can make. */
import { escapeXml } from '../views/picture/svg.ts';

/** A piece of finished markup. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
/** What stands in an element: words, markup, or nothing. */
export type Content = string | Markup | undefined | false | readonly Content[];
/** An attribute that is true has no value; one that is false or undefined is left out. */
export type HtmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements that have no end tag. */
const VOID = ['meta', 'link', 'img', 'source'];
/** Elements that begin a line: a page is read as source, too. */
const BLOCKS =
  /^(html|head|body|meta|link|title|script|header|main|footer|nav|section|article|figure|h1|h2|h3|p|ul|ol|li|dl|dt|dd|noscript)$/;

const textOf = (content: Content): string => {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeXml(content);
  return content instanceof Markup ? content.text : content.map(textOf).join('');
};

/** An element of a page. */
export function el(name: string, attributes: HtmlAttributes = {}, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeXml(String(value))}"`))
    .join('');
  const open = `${BLOCKS.test(name) ? '\n' : ''}<${name}${written}>`;
  return new Markup(VOID.includes(name) ? open : `${open}${textOf(content)}</${name}>`);
}

/** Things with words between them. */
export const joined = (things: readonly Content[], between: string): Content =>
  things.filter(Boolean).flatMap((thing, i) => (i === 0 ? [thing] : [between, thing]));

/** Linked data; no `<` may end the element before its time. */
export const linkedData = (graph: object): Markup =>
  new Markup(`\n<script type="application/ld+json">${JSON.stringify(graph).replaceAll('<', '\\u003c')}</script>`);

/** A whole page. @param theme `auto`: light or dark, as the reader's machine has it */
export const documentOf = (lang: string, theme: string, head: Content, body: Content): string =>
  `<!DOCTYPE html>${el('html', { lang, 'data-theme': theme }, el('head', {}, head), el('body', {}, body)).text}\n`;
