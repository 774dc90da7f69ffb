/** The camera of the map: where it stands, and how it goes to where it should. */
import { AT_REST, betweenCameras, clampCamera, zoomAbout, type Camera, type Size } from '../scene/projection.ts';
import type { Ticker } from './playhead.svelte.ts';

const FLIGHT_MS = 900;
const sameAs = (a: Camera, b: Camera): boolean => Math.abs(a.k - b.k) <= 0.01 && Math.hypot(a.x - b.x, a.y - b.y) <= 2;

export class CameraMan {
  camera = $state.raw<Camera>(AT_REST);
  readonly #ticker: Ticker;
  #stop = (): void => {};
  /** What the camera was last sent to see: a wave's id, or all. */
  #subject: string | undefined;

  constructor(ticker: Ticker) {
    this.#ticker = ticker;
  }

  /**
   * Keeps to a subject: a new one is flown to, the same one on a new stage is shown at once.
   * @param still reduced motion: no flight
   */
  follow(subject: string, to: Camera, size: Size, still: boolean): void {
    const known = this.#subject;
    this.#subject = subject;
    if (known === undefined || known === subject || still) this.set(to);
    else this.fly(to, size, false);
  }

  /** Goes to a camera in under a second, or at once. */
  fly(to: Camera, size: Size, still: boolean): void {
    this.#stop();
    if (still) {
      this.camera = to;
      return;
    }
    const from = this.camera;
    let passed = 0;
    const stop = this.#ticker((dt) => {
      passed = Math.min(1, passed + dt / FLIGHT_MS);
      const eased = passed < 0.5 ? 2 * passed * passed : 1 - (2 - 2 * passed) ** 2 / 2;
      this.camera = passed >= 1 ? to : betweenCameras(from, to, eased, size);
      if (passed >= 1) stop();
    });
    this.#stop = stop;
  }

  /** Puts the camera somewhere, ending any flight. */
  set(camera: Camera): void {
    this.#stop();
    this.camera = camera;
  }

  zoom(factor: number, size: Size): void {
    this.set(zoomAbout(this.camera, factor, [size.width / 2, size.height / 2], size));
  }

  pan(x: number, y: number, size: Size): void {
    this.set(clampCamera({ ...this.camera, x: this.camera.x + x, y: this.camera.y + y }, size));
  }

  isAt = (target: Camera): boolean => sameAs(this.camera, target);
}
