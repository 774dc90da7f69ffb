/** Reads `data/` from disk. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../record/compile.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DATA = join(ROOT, 'data');
/** Folders of `data/` that hold no record: generated schemas, and base maps with a form of their own. */
const NO_RECORD = ['schema/', 'basemap/'];

/**
 * @returns all record files by their path below `data/`, and what could not be parsed as JSON
 */
export function readData(folder = DATA): { files: Files; broken: { file: string; wrong: string }[] } {
  const files: Record<string, unknown> = {};
  const broken: { file: string; wrong: string }[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).replaceAll('\\', '/');
    if (!entry.isFile() || !file.endsWith('.json') || NO_RECORD.some((f) => file.startsWith(f))) continue;
    try {
      files[file] = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      broken.push({ file, wrong: (error as Error).message });
    }
  }
  return { files, broken };
}
