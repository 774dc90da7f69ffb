/** `npm run font`: cuts the display face down to the glyphs that titles and years use; `--check` fails where one is missing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { ROOT, readData } from './files.ts';

const FACE = '@expo-google-fonts/gowun-batang/400Regular/GowunBatang_400Regular.ttf';
const LATIN = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const MORE = '–—·‘’“”…éíñóãú';
const STYLE = join(ROOT, 'src/style');

/** Sentences of the interface that are set in the display face: titles of pages and windows. */
const TITLES = /^(page\..+\.title|keys\.title|filter\.title|beside\.title|tool\.(search|take))$/;

/** Characters of all that is set in the display face: titles of waves, pages and windows, Latin, figures. */
export function displayGlyphs(): string {
  const { files } = readData();
  const texts = Object.entries(files).filter(([f]) => f.startsWith('text/'));
  const words = texts
    .map(([, t]) => `${(t as { title?: string }).title ?? ''}${(t as { name?: string }).name ?? ''}`)
    .join('');
  const titles = texts
    .filter(([f]) => f.endsWith('/ui.json'))
    .flatMap(([, t]) => Object.entries(t as Record<string, string>))
    .filter(([key]) => TITLES.test(key))
    .map(([, text]) => text)
    .join('');
  return [...new Set(words + titles + LATIN + MORE)].sort().join('');
}

const glyphs = displayGlyphs();
if (process.argv.includes('--check')) {
  const have = new Set(readFileSync(join(STYLE, 'display-glyphs.txt'), 'utf8'));
  const lost = [...glyphs].filter((g) => !have.has(g));
  if (lost.length > 0) {
    console.error(`the display face lacks ${lost.join(' ')}: npm run font`);
    process.exitCode = 1;
  }
} else {
  const font = await subsetFont(readFileSync(createRequire(import.meta.url).resolve(FACE)), glyphs, {
    targetFormat: 'woff2',
  });
  writeFileSync(join(STYLE, 'display.woff2'), font);
  writeFileSync(join(STYLE, 'display-glyphs.txt'), glyphs);
  console.log(`${glyphs.length} glyphs, ${Math.round(font.length / 100) / 10} kB`);
}
