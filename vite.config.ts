import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { record } from './src/tools/record-plugin.ts';

// Relative paths: `dist/` works from any folder of any static host.
export default defineConfig({
  base: './',
  plugins: [record({ strict: true }), svelte({ configFile: false })],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: {
    projects: [
      {
        // Facts about the record and the geometry: no DOM.
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          env: { TZ: 'Asia/Seoul' },
          include: ['tests/{record,scene,words,data,gallery}/**/*.test.ts', 'tests/*.test.ts'],
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
