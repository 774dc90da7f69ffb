/**
 * The whole record as a Frictionless Data Package (version 1 of the specification): tables as CSV, and a descriptor that says what
 * every column means. For those who want the figures and not the atlas; the browser never loads it.
 */
import { createHash } from 'node:crypto';
import { csvFormat } from 'd3-dsv';
import type { Compiled } from '../record/compile.ts';
import { LANGS } from '../words/number.ts';
import { journeyTablesOf, placeTablesOf, sourceTableOf, toldTablesOf } from './package-accounts.ts';
import { FIELDS, type Column, type Field } from './package-fields.ts';
import { figureTablesOf, waveTablesOf } from './package-figures.ts';
import { bookOf, type Cell, type Table } from './package-table.ts';

/** In the order of the columns: scripts are read in English, and the other language stands beside it. */
const LANGUAGES = LANGS.toSorted();
const LANGUAGE_NAMES = { en: 'English', ko: 'Korean' } as const;

const fieldOf = (column: Column): Field => FIELDS[column];

/** Names of the columns in the file: prose has one a language. */
const namesOf = (column: Column): string[] =>
  fieldOf(column).type === 'prose' ? LANGUAGES.map((lang) => `${column}_${lang}`) : [column];

/** What stands in the columns of one cell, in the order of `namesOf`. */
function valuesOf(column: Column, cell: Cell): unknown[] {
  if (fieldOf(column).type === 'prose') return LANGUAGES.map((lang) => (cell as Record<string, string> | null)?.[lang]);
  return [Array.isArray(cell) ? cell.join(';') : cell];
}

function csvOf({ columns, rows }: Table): string {
  const names = columns.flatMap(namesOf);
  const flat = rows.map((row) => {
    const values = columns.flatMap((c) => valuesOf(c, row[c]));
    return Object.fromEntries(names.map((name, i) => [name, values[i] as string | undefined]));
  });
  return `${csvFormat(flat, names)}\n`;
}

function schemaOf({ name, key, columns, required, link, narrower }: Table) {
  const fields = columns.flatMap((column) => {
    const { type, title, description, constraints } = fieldOf(column);
    const held = {
      ...constraints,
      ...(required.has(column) && { required: true }),
      ...(key.length === 1 && key[0] === column && { unique: true }),
    };
    return namesOf(column).map((own, i) => ({
      name: own,
      type: type === 'prose' ? 'string' : type,
      title: type === 'prose' ? `${title} (${LANGUAGE_NAMES[LANGUAGES[i]!]})` : title,
      description: narrower?.[column] ?? description,
      ...(Object.keys(held).length > 0 && { constraints: held }),
    }));
  });
  const single = columns.flatMap((column) => {
    const [resource, field] = fieldOf(column).link ?? [];
    // The column that names the rows of a resource points to itself.
    if (resource === undefined || link?.columns.includes(column) || (resource === name && field === column)) return [];
    return [{ fields: [column], reference: { resource: resource === name ? '' : resource, fields: [field] } }];
  });
  const several = link && { fields: link.columns, reference: { resource: link.resource, fields: link.columns } };
  const foreignKeys = several ? [several, ...single] : single;
  return {
    fields,
    missingValues: [''],
    primaryKey: key,
    ...(foreignKeys.length > 0 && { foreignKeys }),
  };
}

const pathOf = ({ name }: Table) => `csv/${name}.csv`;

const resourceOf = (table: Table, text: string) => ({
  name: table.name,
  path: pathOf(table),
  profile: 'tabular-data-resource',
  title: table.title,
  description: table.description,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes: Buffer.byteLength(text),
  hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
  dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: schemaOf(table),
});

const DESCRIPTION = `Korean migration since 1860: every figure with its source, its status and its grade, disagreements and gaps included. \
Flows, stocks and totals answer different questions and are never added to one another, and neither are rivals (rows with the same question). \
Investments, promised jobs and plans are not people and are never added up. Cells that hold several things have them joined by “;”. \
Texts are in English and Korean. With a figure, cite its source too.`;

/** The cells hold what the record holds: nothing is added up, and no gap is filled. */
function tablesOf(compiled: Compiled): Table[] {
  const book = bookOf(compiled);
  return [
    ...waveTablesOf(book),
    ...figureTablesOf(book),
    ...journeyTablesOf(book),
    ...toldTablesOf(book),
    ...placeTablesOf(book),
    sourceTableOf(book),
  ];
}

/**
 * The package as files, by name below `record/`: 'datapackage.json', 'csv/observations.csv'.
 * The same record gives the same bytes, whenever it is built.
 */
export function packageOf(compiled: Compiled, version: string): Map<string, string> {
  const files = new Map<string, string>();
  const resources = tablesOf(compiled).map((table) => {
    const text = csvOf(table);
    files.set(pathOf(table), text);
    return resourceOf(table, text);
  });
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'korean-migration-waves',
    title: 'Korean Migration Waves: the record',
    description: DESCRIPTION,
    version,
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0 International',
      },
    ],
    contributors: [{ title: 'Korean Migration Waves contributors', role: 'author' }],
    keywords: [
      'Korea',
      'Korean diaspora',
      'overseas Koreans',
      'migration',
      'migration history',
      'historical statistics',
    ],
    resources,
  };
  return files.set('datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`);
}
