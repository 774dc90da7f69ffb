/** What names the publisher of a source: the work it stands in, who printed it, who wrote it, or its title. */
export function publisherOf(csl: Readonly<Record<string, unknown>>): string {
  const author = (csl['author'] as { literal?: string; family?: string }[] | undefined)?.[0];
  return String(csl['container-title'] ?? csl['publisher'] ?? author?.literal ?? author?.family ?? csl['title']);
}

/** A name in few enough characters. */
export const shortName = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 2).trimEnd()}…` : text;
