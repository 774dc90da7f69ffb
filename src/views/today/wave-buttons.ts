/** Which waves a paragraph speaks of, by the sources that it rests on. */
import type { WaveBrief } from '../../record/core.ts';

/** A wave with this many sources in a paragraph is spoken of; with fewer it must be named, for waves share sources. */
const ENOUGH = 2;

/** @param nameOf the short name of a wave, as the paragraph would use it */
export function wavesOf(
  waves: readonly WaveBrief[],
  paragraph: { readonly sources: readonly string[]; readonly text: string },
  nameOf: (id: WaveBrief['id']) => string,
): WaveBrief[] {
  return waves.filter(({ id }) => {
    const n = paragraph.sources.filter((s) => s.replace(/-S\d+$/, '') === id).length;
    return n >= ENOUGH || (n > 0 && paragraph.text.includes(nameOf(id)));
  });
}
