import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { record } from './src/tools/record-plugin.ts';

// Relative paths: `dist/` works from any folder of any static host.
export default defineConfig({
  base: './',
  plugins: [record({ strict: !process.env.LOOSE }), svelte()],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
