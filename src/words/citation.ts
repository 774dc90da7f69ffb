/** Formal citations in the browser: made at build by `tools/citations.ts`, here only filled in, put in order and joined. */

/** Styles of running text: `ko` is that of the Korean humanities, `en` is APA, seventh edition. */
export const CITATION_STYLES = ['ko', 'en'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];
/** All forms in which a source is ready. */
export type CitationFormat = CitationStyle | 'bibtex';

export const CITATION_FORM = 1;

/** One source, cited in each style as plain text, and as an entry of BibTeX. */
export type Citations = Readonly<Record<CitationFormat, string>>;
/** Citations of a view, with the slots that only the browser knows; `csl` is an item of CSL-JSON. */
export interface ViewCitation extends Citations {
  readonly csl: object;
}

/** The files `cite/<wave>` and `cite/view` of the record. */
export interface CitationFile {
  readonly form: number;
  /** Year of this version of the atlas. */
  readonly released: string;
  readonly view: ViewCitation;
  readonly sources: Readonly<Record<string, Citations>>;
}

/** What is filled into the citation of a view: `%title%` and so on in the templates. */
export interface CitationSlots {
  readonly title: string;
  readonly url: string;
  readonly version: string;
  /** Year of the version that is cited. */
  readonly year: string;
  /** Tells one view from another in a list of references: letters, digits, hyphens. */
  readonly key: string;
  /** “2026년 11월 24일” */
  readonly 'accessed-ko': string;
  /** “November 24, 2026” */
  readonly 'accessed-en': string;
}

const SLOT = /%(title|url|version|year|key|accessed-ko|accessed-en)%/g;

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};
/** A text with what TeX would take for a command made harmless; letters of any script stay as they are. */
export const texOf = (text: string): string => text.replace(/[\\{}&%$#_~^<>]/g, (c) => TEX[c] ?? `\\${c}`);

/**
 * Fills the slots of a template in one pass: what is filled in is never looked at for slots again, so an address may hold `%20`.
 * Into BibTeX everything but the address goes as TeX.
 */
export function fillCitation(template: string, slots: CitationSlots, format: CitationFormat = 'en'): string {
  return template.replace(SLOT, (_, name: keyof CitationSlots) =>
    format === 'bibtex' && name !== 'url' ? texOf(slots[name]) : slots[name],
  );
}

/** The CSL-JSON of a view with its slots filled, as text. */
export function fillCsl(csl: object, slots: CitationSlots): string {
  const filled: unknown = JSON.parse(JSON.stringify(csl), (_, value: unknown) =>
    typeof value === 'string' ? fillCitation(value, slots) : value,
  );
  return formatCslJson([filled as Readonly<Record<string, unknown>>]);
}

/** What a list is put in order by: the text from its first letter or digit on. */
const orderOf = (text: string) => text.replace(/^[^\p{L}\p{N}]+/u, '');

/**
 * A list of references as a block of text: each source once, in the order of their first words (which are the author where there is one), for
 * BibTeX in that of their keys.
 * @throws RangeError where the file does not hold one of the sources
 */
export function formatReferences(
  ids: readonly string[],
  file: Pick<CitationFile, 'sources'>,
  style: CitationFormat,
): string {
  const texts = ids.map((id) => {
    const found = file.sources[id];
    if (!found) throw new RangeError(`no citation of “${id}”`);
    return found[style];
  });
  const { compare } = new Intl.Collator(style === 'ko' ? 'ko' : 'en', { numeric: true });
  const once = [...new Set(texts)].sort((a, b) => compare(orderOf(a), orderOf(b)) || compare(a, b));
  return once.length === 0 ? '' : `${once.join(style === 'bibtex' ? '\n\n' : '\n')}\n`;
}

/** Sources as CSL-JSON, as a reference manager takes it: without what only this atlas notes of them. */
export const formatCslJson = (items: readonly Readonly<Record<string, unknown>>[]): string =>
  `${JSON.stringify(
    items.map(({ custom: _, ...item }) => item),
    null,
    2,
  )}\n`;
