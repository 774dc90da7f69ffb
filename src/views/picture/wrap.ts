/** Words in lines: broken at spaces, as Korean asks for too, and inside a word only where it is longer than a line. */
import { widthOf } from '../../scene/labels.ts';

/** What stands at the end of words that were cut. */
const MORE = '…';

/** Breaks a word that is longer than a line. */
function chop(word: string, size: number, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && widthOf(part + character, size) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}

/** Lines of at most a width, px. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = chop(word, size, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/** The same in no more than so many lines; what does not fit is cut, and the cut is shown. */
export function wrapWithin(text: string, size: number, width: number, most: number): string[] {
  const lines = wrap(text, size, width);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1]!;
  while (last !== '' && widthOf(last + MORE, size) > width) last = last.slice(0, -1);
  kept[most - 1] = last.trimEnd() + MORE;
  return kept;
}

/** The least width at which words take no more lines: a title has no last line of one word. */
export function evenWidth(text: string, size: number, width: number): number {
  const { length } = wrap(text, size, width);
  let even = width;
  while (even > width / 2 && wrap(text, size, even - size / 2).length === length) even -= size / 2;
  return length > 1 ? even : width;
}
