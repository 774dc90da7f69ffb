/** Vite plugin: compiles `data/` and hands the browser its files: served while developing, emitted with a hash at build. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compile, type Compiled } from '../record/compile.ts';
import { coreOf, coreTextOf, laterWordsOf, todayFileOf, waveFileOf, waveTextOf } from '../record/bundle.ts';
import { citationFileOf } from './citations.ts';
import { packageOf } from './data-package.ts';
import { DATA, ROOT, readData } from './files.ts';
import { searchDocsOf } from './search-docs.ts';

const VIRTUAL = 'virtual:record';
const RESOLVED = `\0${VIRTUAL}`;

/** The text of a file, made when it is first asked for where making it takes time. */
type Text = () => string;

/** All files that the browser may ask for, by name without ending. */
function filesOf(compiled: Compiled, version: string): Map<string, Text> {
  const files = new Map<string, Text>();
  const set = (name: string, text: string) => files.set(name, () => text);
  const put = (name: string, content: unknown) => set(name, JSON.stringify(content));
  const putLater = (name: string, content: () => unknown) => {
    let text: string | undefined;
    files.set(name, () => (text ??= JSON.stringify(content())));
  };
  put('core', coreOf(compiled, version));
  const ids = [...compiled.archive.waves.map((w) => w.id as string), compiled.archive.official.id];
  for (const id of ids) put(`waves/${id}`, waveFileOf(compiled, id));
  for (const { tag } of compiled.raw.languages) {
    put(`${tag}/core`, coreTextOf(compiled, tag));
    put(`${tag}/words`, laterWordsOf(compiled, tag));
    put(`${tag}/today`, compiled.raw.todayTexts[tag]);
    for (const id of ids) put(`${tag}/${id}`, waveTextOf(compiled, tag, id));
  }
  put('today', todayFileOf(compiled));
  putLater('search', () => searchDocsOf(compiled));
  putLater('cite/view', () => citationFileOf(compiled));
  for (const id of ids) putLater(`cite/${id}`, () => citationFileOf(compiled, id));
  for (const file of readdirSync(join(DATA, 'basemap')))
    if (file.endsWith('.json')) set(`basemap/${file.slice(0, -5)}`, readFileSync(join(DATA, 'basemap', file), 'utf8'));
  return files;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Sentences needed before any file has come, or when none comes. */
const bootOf = (compiled: Compiled) =>
  Object.fromEntries(
    Object.entries(compiled.raw.ui).map(([lang, ui]) => [
      lang,
      Object.fromEntries(Object.entries(ui).filter(([key]) => key.startsWith('boot.'))),
    ]),
  );

export interface RecordOptions {
  /** Whether to stop at the first sign of a problem in the record: at build, yes. */
  readonly strict: boolean;
}

/** @throws Error at build where the record has problems */
export function record({ strict }: RecordOptions): Plugin {
  let made: { compiled: Compiled; files: Map<string, Text>; boot: unknown; version: string } | undefined;
  let building = false;
  const make = () => {
    if (made) return made;
    const { files, broken } = readData();
    const compiled = compile(files);
    const problems = [...broken, ...compiled.problems];
    if (problems.length > 0) {
      const message = `the record has ${problems.length} problems, see “npm run data”; the first: ${problems[0]!.file}: ${problems[0]!.wrong}`;
      if (strict && building) throw new Error(message);
      console.warn(message);
    }
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    made = { compiled, files: filesOf(compiled, version), boot: bootOf(compiled), version };
    return made;
  };
  const nameOf = (name: string, text: Text) =>
    building ? `record/${name}-${hashOf(text())}.json` : `record/${name}.json`;
  /** The data package: no page loads it, so it is made only when asked for, and its names are for ever. */
  const makePackage = () => packageOf(make().compiled, make().version);
  return {
    name: 'korean-migration-record',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const { files, boot, version } = make();
      const paths = Object.fromEntries([...files].map(([name, text]) => [name, nameOf(name, text)]));
      return `export const files = ${JSON.stringify(paths)};\nexport const boot = ${JSON.stringify(boot)};\nexport const version = ${JSON.stringify(version)};`;
    },
    generateBundle() {
      for (const [name, text] of make().files)
        this.emitFile({ type: 'asset', fileName: nameOf(name, text), source: text() });
      for (const [name, text] of makePackage())
        this.emitFile({ type: 'asset', fileName: `record/${name}`, source: text });
    },
    configureServer(server) {
      server.watcher.add(DATA);
      server.watcher.on('change', (path) => {
        if (!path.startsWith(DATA)) return;
        made = undefined;
        const module = server.moduleGraph.getModuleById(RESOLVED);
        if (module) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const packed = /\/record\/(datapackage\.json|csv\/[^?]+)(?:\?.*)?$/.exec(request.url ?? '')?.[1];
        const table = packed === undefined ? undefined : makePackage().get(packed);
        if (table !== undefined) {
          response.setHeader(
            'content-type',
            `${packed?.endsWith('.csv') ? 'text/csv' : 'application/json'}; charset=utf-8`,
          );
          return response.end(table);
        }
        const name = /\/record\/(.+)\.json(?:\?.*)?$/.exec(request.url ?? '')?.[1];
        const text = name === undefined ? undefined : make().files.get(name);
        if (text === undefined) return next();
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(text());
      });
    },
  };
}
