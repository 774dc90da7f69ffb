/** One source in a line, as a reader needs it: who, what, where, when. Formal styles are another matter. */

type Csl = Readonly<Record<string, unknown>>;
export interface Cited {
  readonly id: string;
  readonly text: string;
  readonly url: string | undefined;
  readonly grade: string;
}

function dateOf(csl: Csl): string | undefined {
  const issued = csl['issued'] as { 'date-parts'?: number[][]; literal?: string } | undefined;
  return issued?.['date-parts']?.[0]?.join('-') ?? issued?.literal;
}

/** “Academy of Korean Studies, ‘Ilford’, 2011.” A title in [brackets] is a description and keeps them. */
export function citeSource(id: string, csl: Csl): Cited {
  const authors = (csl['author'] as { literal?: string; family?: string; given?: string }[] | undefined)?.map(
    (a) => a.literal ?? [a.family, a.given].filter(Boolean).join(', '),
  );
  const title = String(csl['title'] ?? '');
  const quoted = title.startsWith('[') ? title : `“${title}”`;
  const page = csl['page'] === undefined ? undefined : `p. ${String(csl['page'])}`;
  const parts = [authors?.join(', '), quoted, csl['container-title'], csl['publisher'], dateOf(csl), page].filter(
    Boolean,
  );
  const url = csl['URL'];
  return {
    id,
    text: parts.join(', '),
    url: typeof url === 'string' ? url : undefined,
    grade: (csl['custom'] as { grade?: string } | undefined)?.grade ?? 'D',
  };
}
