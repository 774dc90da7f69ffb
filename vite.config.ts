import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { FIXED_NAMES, embedPage } from './src/tools/embed-plugin.ts';
import { hosting } from './src/tools/hosting-plugin.ts';
import { wavePagesPlugin } from './src/tools/pages-plugin.ts';
import { record } from './src/tools/record-plugin.ts';

// Relative paths: `dist/` works from any folder of any static host.
export default defineConfig({
  base: './',
  plugins: [record({ strict: true }), svelte({ configFile: false }), embedPage(), wavePagesPlugin(), hosting()],
  // As any host should send it (docs/hosting.md): a frame that is sandboxed without its origin is a stranger to its own files.
  preview: { cors: { origin: '*' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: 'index.html',
        embed: 'src/hosts/loader.ts',
        'korean-migration-waves': 'src/hosts/element.ts',
        'embed-near': 'src/hosts/near.ts',
      },
      output: {
        entryFileNames: ({ name }) =>
          (FIXED_NAMES as readonly string[]).includes(name) ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
  test: {
    projects: [
      {
        // Facts about the record and the geometry: no DOM.
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          env: { TZ: 'Asia/Seoul' },
          include: ['tests/{record,scene,words,data,gallery,scenario}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        // Times and words once more on the other side of the Pacific: nothing may depend on where it runs.
        extends: true,
        test: {
          name: 'pure-west',
          environment: 'node',
          env: { TZ: 'America/Los_Angeles' },
          include: ['tests/{record,words}/**/*.test.ts', 'tests/scene/{tempo,lanes,schedule}.test.ts'],
        },
      },
      {
        // Runes live: the browser build of Svelte, frames given by hand.
        extends: true,
        resolve: { conditions: ['browser'] },
        test: { name: 'live', environment: 'node', include: ['tests/{state,views}/**/*.test.ts'] },
      },
      {
        // The built page in a real browser.
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
