/** `npm run schema`: JSON Schema of every kind of file, so that an editor helps the curator; `--check` fails on drift. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA } from './files.ts';
import { SCHEMAS, schemaText, type SchemaName } from './schemas.ts';

const check = process.argv.includes('--check');
const folder = join(DATA, 'schema');
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(SCHEMAS) as SchemaName[]) {
  const file = join(folder, `${name}.schema.json`);
  const text = schemaText(name);
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`data/schema/${name}.schema.json is out of date: npm run schema`);
    process.exitCode = 1;
  }
}
