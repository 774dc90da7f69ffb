/** What pages without script and stills are made of: the record opened once, both languages, and where the atlas will stand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreOf, coreTextOf, laterWordsOf } from '../record/bundle.ts';
import { compile, type Compiled } from '../record/compile.ts';
import { openCore, type Core } from '../record/core.ts';
import { Texts } from '../words/texts.ts';
import type { Lang } from '../words/number.ts';
import { ROOT, readData } from './files.ts';

export interface Site {
  /** Where `dist/` will stand, with a slash at its end; undefined where nobody has said: then no address is invented. */
  readonly url: string | undefined;
  readonly version: string;
  /** Day on which this version was released, as `CITATION.cff` says. */
  readonly released: string;
  /** The sign of the atlas in a row of tabs, as `index.html` has it. */
  readonly icon: string | undefined;
  readonly compiled: Compiled;
  readonly core: Core;
  readonly texts: Readonly<Record<Lang, Texts>>;
}

/**
 * The address of the atlas from the environment.
 * @throws Error where it is no address of a web site: a wrong one would stand on every page
 */
export function parseSiteUrl(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Error(`ATLAS_URL is “${text}”, not an address such as https://example.org/atlas/`);
  // A page named in full stands for its folder.
  const folder = url.href.replace(/\/index\.html$/, '/');
  return folder.endsWith('/') ? folder : `${folder}/`;
}

const releaseDay = (): string => {
  const [, day] = /^date-released: '?(\d{4}-\d\d-\d\d)/m.exec(readFileSync(join(ROOT, 'CITATION.cff'), 'utf8')) ?? [];
  if (day === undefined) throw new Error('CITATION.cff has no date-released');
  return day;
};

/** @throws Error where the record has problems */
export function compileRecord(): Compiled {
  const { files, broken } = readData();
  const compiled = compile(files);
  const [first] = [...broken, ...compiled.problems];
  if (first) throw new Error(`the record has problems, see “npm run data”; the first: ${first.file}: ${first.wrong}`);
  return compiled;
}

/** @param url as `parseSiteUrl` gives it */
export function openSite(compiled: Compiled, url: string | undefined): Site {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const textsOf = (lang: Lang) => new Texts(coreTextOf(compiled, lang)).with(laterWordsOf(compiled, lang));
  return {
    url,
    version,
    released: releaseDay(),
    icon: /<link\s+rel="icon"\s+href="([^"]+)"/.exec(readFileSync(join(ROOT, 'index.html'), 'utf8'))?.[1],
    compiled,
    core: openCore(coreOf(compiled, version)),
    texts: { ko: textsOf('ko'), en: textsOf('en') },
  };
}
