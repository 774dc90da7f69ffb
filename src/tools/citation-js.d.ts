/** The little of citation-js (0.8, without types of its own) that the build uses. It stays in `tools/`: citeproc is under CPAL or AGPL. */
declare module '@citation-js/core' {
  interface Register {
    add(name: string, value: string): void;
    get(name: string): string;
  }
  interface CslConfig {
    readonly styles: Register;
    readonly locales: Register;
  }
  interface BibtexConfig {
    readonly format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean };
  }
  interface BibtexEntry {
    readonly type: string;
    readonly label: string;
    readonly properties: Readonly<Record<string, string | undefined>>;
  }
  export const plugins: {
    readonly config: {
      get(plugin: '@csl'): CslConfig;
      get(plugin: '@bibtex'): BibtexConfig;
    };
    readonly input: {
      chain(text: string, options: { generateGraph: boolean }): Record<string, unknown>[];
    };
    readonly output: {
      format(
        name: 'bibliography',
        items: readonly object[],
        options: { template: string; lang: string; format: 'text'; nosort: true; asEntryArray: true },
      ): [id: string, text: string][];
      format(name: 'bibtex', items: readonly object[], options: { format: 'object' }): BibtexEntry[];
    };
  };
}

/** Registers itself with the core when loaded. */
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-bibtex' {}
