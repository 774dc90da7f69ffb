/** Which sentences of the interface travel with the first view, and which come with the pages and windows that need them. */

const LATER: ReadonlySet<string> = new Set([
  'abroad',
  'beside',
  'cite',
  'command',
  'data',
  'filter',
  'measure',
  'measures',
  'papers',
  'part',
  'picture',
  'plant',
  'plants',
  'portal',
  'raid',
  'search',
  'sector',
  'sheet',
  'stay',
  'table',
  'take',
  'then',
  'voyages',
]);
/** Said by what is there from the beginning, though others of their kind are not. */
const FIRST: ReadonlySet<string> = new Set([
  'beside.close',
  'filter.clear',
  'filter.note',
  'picture.credit',
  'picture.more-sources',
  'picture.sources',
  'picture.uncounted',
  'picture.unit-map',
  'sheet.down',
  'sheet.up',
]);

/** Whether a sentence comes on demand. */
export const isLater = (key: string): boolean => LATER.has(key.slice(0, key.indexOf('.'))) && !FIRST.has(key);
