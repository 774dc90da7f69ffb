/** Opens a plant in the column. Touches the DOM alone, besides what the stage says is opened. */
import { tick } from 'svelte';
import type { Stage } from '../../state/stage.svelte.ts';

/** The id of the element that a plant stands in, and its name among what can be opened. */
export const idOfPlant = (plant: string): string => `plant-${plant}`;

/** Brings a plant of the column into view and gives it the focus. */
export function showPlant(element: HTMLElement): void {
  // At once: the column is long, and the eye comes from the map.
  element.scrollIntoView({ block: 'start', behavior: 'auto' });
  element.querySelector('button')?.focus({ preventScroll: true });
}

/** Opens a plant from the map; the camera stays. A column that is elsewhere comes back, and shows it when it is there. */
export async function openPlant(stage: Stage, plant: string): Promise<void> {
  stage.openedEvent = idOfPlant(plant);
  if (stage.view.place) stage.set('place', null);
  await tick();
  const element = document.getElementById(idOfPlant(plant));
  if (element) showPlant(element);
}
