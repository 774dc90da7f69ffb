/** Vite plugin: what a host and other programs need beside the pages: the version, corrected figures, headers, compressed files. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { changesFileOf, checkChanges, feedOf, parseChanges } from './changes.ts';
import { DATA, ROOT } from './files.ts';
import { compileRecord, parseSiteUrl } from './site.ts';

/** Changes with every deployment: asked for again after five minutes. */
const SHORT = 'public, max-age=300';
/** A name with a hash in it never gets another content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** An older version does not change; a day leaves room for an emergency. */
const A_DAY = 'public, max-age=86400';
/** Everything is public and asks for no cookie; modules and record load from a sandboxed frame too, whose origin is “null”. */
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** Content-Security-Policy of every page: one host, no script within a page, and anybody may frame it. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Svelte sets style attributes: places on the map, widths of bars.
  "style-src 'self' 'unsafe-inline'",
  // Pictures to take away are drawn from “blob:”, the icon is “data:”.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

const EVERYWHERE: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...OPEN,
};

export interface HeaderRule {
  /** A path, or a folder with “*” at its end: both Netlify and Cloudflare read these alike. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const isHashed = (file: string) => /-[0-9a-f]{8}\.json$/.test(file);

/**
 * Rules for the files of a build. No header comes twice for one path: a host that finds two joins them with a comma.
 * @param files paths below `dist/`
 */
export function headerRulesOf(files: readonly string[]): HeaderRule[] {
  const cache = new Map<string, string>([['/', SHORT]]);
  for (const file of [...files].sort()) {
    const parts = file.split('/');
    if (parts.length === 1) {
      if (file.startsWith('_')) continue;
      cache.set(`/${file}`, SHORT);
      // Hosts that leave “.html” out of addresses.
      if (file.endsWith('.html')) cache.set(`/${file.slice(0, -5)}`, SHORT);
    } else if (parts[0] === 'record' && parts.length === 2) cache.set(`/${file}`, isHashed(file) ? FOR_EVER : SHORT);
    else if (parts[0] === 'record') {
      const folder = `record/${parts[1]}/`;
      const all = files.filter((f) => f.startsWith(folder));
      cache.set(`/${folder}*`, all.every(isHashed) ? FOR_EVER : SHORT);
    } else cache.set(`/${parts[0]}/*`, parts[0] === 'assets' ? FOR_EVER : SHORT);
  }
  cache.set('/v/*', A_DAY);
  return [
    { path: '/*', headers: EVERYWHERE },
    ...[...cache].map(([path, value]) => ({ path, headers: { 'Cache-Control': value } })),
  ];
}

/** The file `_headers` of Netlify and Cloudflare Pages. */
export const headersFileOf = (files: readonly string[]): string =>
  headerRulesOf(files)
    .map(({ path, headers }) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)])
    .flat()
    .join('\n') + '\n';

/**
 * `record/version.json`: what is here, and one hash of it all. It has no date: the same record gives the same file.
 * @param record files of the record by their path, without version and list of changes
 */
export function versionFileOf(version: string, record: ReadonlyMap<string, string | Uint8Array>) {
  const hash = createHash('sha256');
  const files = [...record.keys()].sort();
  for (const file of files) {
    const own = createHash('sha256').update(record.get(file)!).digest('hex');
    hash.update(`${file} ${own}\n`);
  }
  return { version, hash: hash.digest('hex'), files };
}

/**
 * The page of an address that there is none at. Without it Cloudflare Pages answers with the atlas instead, and a script that is missing for a
 * moment would be kept as HTML for a year.
 * @param url where the atlas stands; a relative link would lead elsewhere from every folder
 */
export function notFoundPageOf(url: string | undefined): string {
  const linked = (text: string) => (url === undefined ? text : `<a href="${url.replaceAll('"', '%22')}">${text}</a>`);
  return `<!doctype html>
<html lang="ko">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>404 · 한국인 이주의 물결 · Korean Migration Waves</title>
  </head>
  <body>
    <p>이 주소에는 아무것도 없습니다. ${linked('한국인 이주의 물결')}</p>
    <p lang="en">There is nothing at this address. ${linked('Korean Migration Waves')}</p>
  </body>
</html>
`;
}

/** Below this a compressed file saves nothing worth a second file. */
const LEAST = 1024;
const TEXT = /\.(?:html|js|mjs|css|json|csv|xml|svg|txt|md|webmanifest)$/;
/** Goes with every `npm ci`. */
const STORE = join(ROOT, 'node_modules/.cache/korean-migration-compressed');
const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** A text in both forms, as small as they get. */
const squeeze = (content: Uint8Array): Promise<[gz: Uint8Array, br: Uint8Array]> =>
  Promise.all([
    zip(content, { level: 9 }),
    brotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  ]);

/**
 * Puts `.gz` and `.br` beside every text file of a folder, for hosts that send them as they are.
 * @param store folder that keeps what was compressed before, by content: the best compression is slow, and most files stay as they were
 * @returns how many files, and bytes of them and of both kinds of compressed ones
 */
export async function compressFolder(folder: string, store?: string) {
  const waiting = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && TEXT.test(e.name))
    .map((e) => join(e.parentPath, e.name));
  if (store !== undefined) mkdirSync(store, { recursive: true });
  const sum = { files: 0, plain: 0, gz: 0, br: 0 };
  const kept = async (content: Uint8Array): Promise<[Uint8Array, Uint8Array]> => {
    if (store === undefined) return squeeze(content);
    const own = join(store, createHash('sha256').update(content).digest('hex'));
    const found = await Promise.all([readFile(`${own}.gz`), readFile(`${own}.br`)]).catch(() => undefined);
    if (found) return found;
    const made = await squeeze(content);
    // Written whole or not at all: another build may be reading.
    for (const [i, form] of ['gz', 'br'].entries()) {
      await writeFile(`${own}.${form}.${process.pid}`, made[i]!);
      await rename(`${own}.${form}.${process.pid}`, `${own}.${form}`);
    }
    return made;
  };
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const content = await readFile(path);
      if (content.length < LEAST) continue;
      const [gz, br] = await kept(content);
      await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)]);
      sum.files += 1;
      sum.plain += content.length;
      sum.gz += gz.length;
      sum.br += br.length;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return sum;
}

/**
 * The files about changes, by name below `record/`.
 * @throws Error where `data/CHANGES.md` has a problem, or contradicts the record
 */
function changeFiles(url: string | undefined): Map<string, string> {
  const compiled = compileRecord();
  const { versions, problems } = parseChanges(readFileSync(join(DATA, 'CHANGES.md'), 'utf8'));
  const all = [...problems, ...checkChanges(versions, compiled)];
  if (all.length > 0)
    throw new Error(all.map((p) => `data/CHANGES.md:${p.line}: wrong: ${p.wrong}; right: ${p.right}`).join('\n'));
  return new Map([
    ['changes.json', JSON.stringify(changesFileOf(versions, compiled))],
    ['changes.xml', feedOf(versions, compiled, url)],
  ]);
}

/** @throws Error at build where `data/CHANGES.md` has a problem, or `ATLAS_URL` is no address */
export function hosting(): Plugin {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  let folder: string | undefined;
  let written = false;
  return {
    name: 'korean-migration-hosting',
    enforce: 'post',
    configResolved(config) {
      if (config.command === 'build') folder = resolve(config.root, config.build.outDir);
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
        const record = new Map(
          Object.values(bundle).flatMap((file) =>
            file.type === 'asset' && file.fileName.startsWith('record/') ? [[file.fileName, file.source]] : [],
          ),
        );
        const url = parseSiteUrl(process.env['ATLAS_URL']);
        const ours = new Map([['404.html', notFoundPageOf(url)]]);
        for (const [name, text] of changeFiles(url)) ours.set(`record/${name}`, text);
        ours.set('record/version.json', JSON.stringify(versionFileOf(version, record)));
        for (const [name, text] of ours) emit(name, text);
        emit('_headers', headersFileOf([...new Set([...Object.keys(bundle), ...ours.keys()])]));
      },
    },
    writeBundle() {
      written = true;
    },
    closeBundle: {
      // After everything else that writes into the folder.
      order: 'post',
      sequential: true,
      async handler() {
        // A development server closes a bundle too, and so does a build that failed.
        if (folder === undefined || !written || process.env['ATLAS_COMPRESS'] === '0') return;
        written = false;
        await compressFolder(folder, STORE);
      },
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /\/record\/(version\.json|changes\.(?:json|xml))(?:\?.*)?$/.exec(request.url ?? '')?.[1];
        if (name === undefined) return next();
        // While developing nothing is emitted, so there is nothing to hash.
        const text =
          name === 'version.json'
            ? JSON.stringify({ version, hash: 'development', files: [] })
            : changeFiles(undefined).get(name);
        response.setHeader('content-type', `application/${name.endsWith('.xml') ? 'rss+xml' : 'json'}; charset=utf-8`);
        response.end(text);
      });
    },
  };
}
