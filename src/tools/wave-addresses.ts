/** Where pages and files stand below the folder of the atlas, and how one page names another. */
import type { WaveId } from '../record/model.ts';
import type { Lang } from '../words/number.ts';
import type { Site } from './site.ts';

/** Korean stands first, as in the atlas. */
export const pagePath = (wave: WaveId, lang: Lang): string => `waves/${wave}/${lang === 'ko' ? '' : `${lang}/`}`;
export const oembedPath = (wave: WaveId, lang: Lang): string => `oembed/${wave}.${lang}.json`;
export const STYLE_PATH = 'waves/pages.css';
export const CSV_PATHS = ['observations', 'series', 'waves', 'sources'].map((table) => `record/csv/${table}.csv`);
export const PACKAGE_PATH = 'record/datapackage.json';

/** Way from a page or file to another path: works from any folder of any host. */
export const wayTo = (from: string, path: string): string => '../'.repeat(from.split('/').length - 1) + path;

/** The whole address where the site has one; else the way from a page. For what other sites read. */
export const addressOf = (site: Site, from: string, path: string): string =>
  site.url === undefined ? wayTo(from, path) : `${site.url}${path}`;
