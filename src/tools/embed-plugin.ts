/** Vite plugin: `embed.html`, the light page that asks for the atlas when it is seen. Made of the built `index.html`. */
import type { Plugin } from 'vite';

/** Scripts that stand in other people's pages: their names never change. */
export const FIXED_NAMES = ['embed', 'korean-migration-waves', 'embed-near'] as const;

const attributeOf = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * The page of an embed from that of the atlas: the same words for those without script, its script and style named but not loaded.
 * @throws Error where the page has no script: then the build has changed its form
 */
export function embedPageOf(index: string): string {
  const script = [...index.matchAll(/<script\b[^>]*>/g)].map((m) => attributeOf(m[0], 'src')).find((src) => src);
  const styles = [...index.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)].map((m) => attributeOf(m[0], 'href'));
  if (!script) throw new Error('index.html names no script');
  return index
    .replace(/<script\b[^>]*src="[^"]*"[^>]*><\/script>\s*/g, '')
    .replace(/<link\b[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>\s*/g, '')
    .replace(
      '<html',
      `<html data-shell="embed" data-script="${script}" data-style="${styles.filter(Boolean).join(' ')}"`,
    )
    .replace('</head>', '<meta name="robots" content="noindex" /></head>')
    .replace('</body>', '<script type="module" src="./embed-near.js"></script></body>');
}

export function embedPage(): Plugin {
  return {
    name: 'korean-migration-embed',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const index = bundle['index.html'];
        if (index?.type !== 'asset') return;
        const source = typeof index.source === 'string' ? index.source : new TextDecoder().decode(index.source);
        this.emitFile({ type: 'asset', fileName: 'embed.html', source: embedPageOf(source) });
      },
    },
  };
}
