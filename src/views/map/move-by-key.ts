/** The camera by keyboard: plus, minus, nought, and Shift with the arrows. */
import type { Size } from '../../scene/projection.ts';
import type { CameraMan } from '../../state/camera.svelte.ts';

const PAN_PX = 80;
const ZOOM = 1.5;
const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [PAN_PX, 0],
  ArrowRight: [-PAN_PX, 0],
  ArrowUp: [0, PAN_PX],
  ArrowDown: [0, -PAN_PX],
};

/** Moves the camera where the key stands for a move, and keeps the key from the page; any other key is left alone. */
export function moveByKey(event: KeyboardEvent, man: CameraMan, size: Size, fit: () => void): void {
  if (event.ctrlKey || event.metaKey) return;
  const acts: Readonly<Record<string, () => void>> = {
    '+': () => man.zoom(ZOOM, size),
    '=': () => man.zoom(ZOOM, size),
    '-': () => man.zoom(1 / ZOOM, size),
    '0': fit,
  };
  const pan = event.shiftKey ? PANS[event.key] : undefined;
  const act = pan ? () => man.pan(...pan, size) : acts[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
