/** What lies upon what in a frame of a film: still parts as SVG, and dots that move between them. */
import type { Sheet } from '../picture/plate.ts';
import { rectTag, tag, urlOf, type Rect } from '../picture/svg.ts';
import type { FilmDots } from './film-dots.ts';

export type Step =
  /** A part that changes once a year at the most; a still one never does. */
  { readonly svg: string; readonly still: boolean } | { readonly dots: FilmDots };

/** Markup that is seen in a rectangle only. @param name tells the clip from others of the sheet */
export const clipped = (sheet: Sheet, name: string, rect: Rect, markup: string): string => {
  const id = sheet.id(`clip-${name}`);
  return tag('clipPath', { id }, rectTag(rect, {})) + tag('g', { 'clip-path': urlOf(id) }, markup);
};
