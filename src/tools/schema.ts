/** `npm run schema`: JSON Schema of every kind of file, so that an editor helps the curator; `--check` fails on drift. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as raw from '../record/raw.ts';
import { DATA } from './files.ts';

const SCHEMAS = {
  wave: raw.rawWave,
  official: raw.rawOfficial,
  places: raw.rawPlaces,
  lanes: raw.rawLanes,
  sources: raw.rawSources,
  wanted: raw.rawWanted,
  languages: raw.rawLanguages,
  text: raw.rawText,
  'official-text': raw.rawOfficialText,
  ui: raw.rawUi,
};
const check = process.argv.includes('--check');
const folder = join(DATA, 'schema');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(SCHEMAS)) {
  const file = join(folder, `${name}.schema.json`);
  const text = `${JSON.stringify(toJsonSchema(schema, { errorMode: 'ignore' }), null, 2)}\n`;
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`data/schema/${name}.schema.json is out of date: npm run schema`);
    process.exitCode = 1;
  }
}
