/** The real record, opened once a test file: as the tools read it, as compiled, and as the browser gets it. */
import { coreOf, coreTextOf, laterWordsOf } from '../src/record/bundle.ts';
import { compile } from '../src/record/compile.ts';
import { openCore, type CoreFile } from '../src/record/core.ts';
import { isMoving, type Series, type SeriesId } from '../src/record/model.ts';
import type { Movements } from '../src/scene/schedule.ts';
import { readData } from '../src/tools/files.ts';
import { Texts } from '../src/words/texts.ts';
import type { Lang } from '../src/words/number.ts';

export const { files, broken } = readData();
export const compiled = compile(files);
export const { archive } = compiled;

/** A file's way to the browser: written as text, and read again. */
export const posted = <T>(content: T): T => JSON.parse(JSON.stringify(content)) as T;
export const coreFile: CoreFile = posted(coreOf(compiled, 'test'));
export const core = openCore(coreFile);
/** All texts of a language, those of pages and windows with them. */
export const textsIn = (lang: Lang): Texts =>
  new Texts(posted(coreTextOf(compiled, lang))).with(laterWordsOf(compiled, lang));

/** What moves in one wave, or in all. */
export const movementsOf = (wave?: string): Movements => ({
  flows: core.flows.filter((f) => wave === undefined || f.wave === wave),
  routes: core.routes,
  voyages: core.voyages,
});

/** @throws RangeError where the record has no such series */
export function seriesOf(id: string): Series {
  const series = archive.series.get(id as SeriesId);
  if (!series) throw new RangeError(`no series “${id}”`);
  return series;
}
export const movingSeries = [...archive.series.values()].filter(isMoving);

/** Numbers from 0 to 1, the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
