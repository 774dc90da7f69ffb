declare module 'virtual:record' {
  /** Addresses of the record's files, relative to the page, by name. */
  export const files: Readonly<Record<string, string>>;
  /** Sentences needed before any file has come, by language. */
  export const boot: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export const version: string;
}

declare module 'subset-font' {
  /** Cuts a font down to the characters of a text. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2' | 'woff' | 'truetype' },
  ): Promise<Buffer>;
}
