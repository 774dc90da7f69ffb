/** The camera of the map: where it stands, and how it goes to where it should. */
import { AT_REST, betweenCameras, clampCamera, zoomAbout, type Camera, type Size } from '../scene/projection.ts';
import type { Ticker } from './playhead.svelte.ts';

const FLIGHT_MS = 900;
const sameAs = (a: Camera, b: Camera): boolean => Math.abs(a.k - b.k) <= 0.01 && Math.hypot(a.x - b.x, a.y - b.y) <= 2;

export class CameraMan {
  camera = $state.raw<Camera>(AT_REST);
  /** The camera of the map beside this one: it keeps the same scale, and over the same ground the same place. */
  twin: CameraMan | undefined;
  #size: Size | undefined;
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
    this.#size = size;
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

  /** The reader moves the camera: the one beside it goes along. */
  move(camera: Camera): void {
    this.set(camera);
    const { twin } = this;
    const size = twin && twin.#size;
    if (!twin || !size) return;
    const { width, height } = size;
    if (twin.#subject === this.#subject) twin.set(camera);
    else twin.set(zoomAbout(twin.camera, camera.k / twin.camera.k, [width / 2, height / 2], size));
  }

  zoom(factor: number, size: Size): void {
    this.move(zoomAbout(this.camera, factor, [size.width / 2, size.height / 2], size));
  }

  pan(x: number, y: number, size: Size): void {
    this.move(clampCamera({ ...this.camera, x: this.camera.x + x, y: this.camera.y + y }, size));
  }

  isAt = (target: Camera): boolean => sameAs(this.camera, target);
}
