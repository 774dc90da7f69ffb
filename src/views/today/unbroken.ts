/** Names of visas on one line: without this a browser would break “B-1” behind its hyphen. */

const JOINER = '\u2060';

export const unbroken = (text: string | undefined): string =>
  (text ?? '').replace(/(?<=\b[A-Z])-(?=\d)/g, `${JOINER}-${JOINER}`);
