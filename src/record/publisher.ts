/** What names the publisher of a source: the work it stands in, who printed it, who wrote it, or its title. */
export function publisherOf(csl: Readonly<Record<string, unknown>>): string {
  const author = (csl['author'] as { literal?: string; family?: string }[] | undefined)?.[0];
  return String(csl['container-title'] ?? csl['publisher'] ?? author?.literal ?? author?.family ?? csl['title']);
}
