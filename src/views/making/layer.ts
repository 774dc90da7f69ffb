/** What the map needs where the chosen wave has plants: a chunk of its own. */
export { default as PlantLegend } from './PlantLegend.svelte';
export { default as Plants } from './Plants.svelte';
export { default as StateLines } from './StateLines.svelte';
export * from './layout.ts';
