/** Which kind of file has which form, and how that is written as JSON Schema. */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as raw from '../record/raw.ts';
import { rawToday, rawTodayText } from '../record/raw-today.ts';

export const SCHEMAS = {
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
  today: rawToday,
  'today-text': rawTodayText,
};
export type SchemaName = keyof typeof SCHEMAS;

/** The text of `data/schema/<name>.schema.json`. */
export const schemaText = (name: SchemaName): string =>
  `${JSON.stringify(toJsonSchema(SCHEMAS[name], { errorMode: 'ignore' }), null, 2)}\n`;
