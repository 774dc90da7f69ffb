/** What a painter of dots is given, and what it must do; sizes that both painters share. */
import type { Family, WaveId } from '../../record/model.ts';
import type { Camera, Size } from '../../scene/projection.ts';
import type { Schedule } from '../../scene/schedule.ts';
import type { PlacedTrack } from '../../scene/track.ts';

/** Everything about the dots that does not change from frame to frame. */
export interface DotScene {
  readonly schedule: Schedule;
  readonly placed: readonly PlacedTrack[];
  readonly families: ReadonlyMap<WaveId, Family>;
}
export interface Painter {
  load(scene: DotScene): void;
  /** Fits the canvas to its stage and takes the colours of the theme anew; factors on the spread of dots and on their size. */
  fit(size: Size, spread: number, radius: number): void;
  show(camera: Camera, at: number): void;
  close(): void;
}

/** Radius of a counted dot, CSS px, on a stage of ordinary width. */
export const RADIUS = 2.3;
/** Where a dot is one person it is smaller: in the crowd of a ship each must be seen. */
export const ONE_PERSON = 0.64;
/** A ring stands further out than a filled dot, so that grey print keeps the difference. */
export const RING = 1.25;
