/**
 * Draws dots on a 2D canvas: one path for all dots of a stream. A counted dot is the round cap of a line that is
 * hardly there, which costs a tenth of stamping a picture.
 */
import type { Family, Status } from '../../record/model.ts';
import { dotsAt, frameFor, type Frame } from '../../scene/dots.ts';
import type { Camera, Size } from '../../scene/projection.ts';
import { RADIUS, RING, type DotScene, type Painter } from './painting.ts';

/** Length of a line that is all cap, px: browsers drop one of no length. */
const SPECK = 0.01;
const TURN = 2 * Math.PI;

export class CanvasPainter implements Painter {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #colours = new Map<Family | 'ground', string>();
  #scene: DotScene | undefined;
  #frame: Frame | undefined;
  #ratio = 1;
  #spread = 1;
  #radius = 1;
  #stroke = 1;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2D canvas');
    this.#context = context;
    canvas.dataset['drawing'] = 'canvas';
  }

  load(scene: DotScene): void {
    this.#scene = scene;
    this.#frame = frameFor(scene.schedule);
  }

  fit(size: Size, spread: number, radius: number): void {
    this.#ratio = Math.min(2, devicePixelRatio || 1);
    this.#spread = spread;
    this.#canvas.width = Math.round(size.width * this.#ratio);
    this.#canvas.height = Math.round(size.height * this.#ratio);
    this.#colours.clear();
    this.#stroke = Number(getComputedStyle(this.#canvas).getPropertyValue('--stroke')) || 1;
    this.#radius = RADIUS * radius * Math.sqrt(this.#stroke);
  }

  #colour(name: Family | 'ground'): string {
    let colour = this.#colours.get(name);
    if (colour === undefined) {
      colour = getComputedStyle(this.#canvas).getPropertyValue(`--${name}`).trim();
      this.#colours.set(name, colour);
    }
    return colour;
  }

  /** All dots of one stream, from `from` to `until` in the frame. */
  #drawStream(status: Status, family: Family, xy: Float32Array, from: number, until: number): void {
    const context = this.#context;
    context.beginPath();
    context.strokeStyle = this.#colour(family);
    if (status === 'reported') {
      for (let i = from; i < until; i++) {
        const [x, y] = [xy[i * 2]!, xy[i * 2 + 1]!];
        context.moveTo(x, y);
        context.lineTo(x + SPECK, y);
      }
      context.lineCap = 'round';
      context.lineWidth = this.#radius * 2;
      context.stroke();
      return;
    }
    const radius = this.#radius * (status === 'derived' ? RING : 0.94);
    for (let i = from; i < until; i++) {
      const [x, y] = [xy[i * 2]!, xy[i * 2 + 1]!];
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, TURN);
    }
    // Estimated: hollow, filled with the ground. Derived: a ring that one sees through.
    if (status === 'estimate') {
      context.fillStyle = this.#colour('ground');
      context.fill();
    }
    context.lineWidth = (status === 'derived' ? 0.9 : 1.2) * this.#stroke;
    context.stroke();
  }

  show(camera: Camera, at: number): void {
    if (!this.#scene || !this.#frame) return;
    const { schedule, placed, families } = this.#scene;
    dotsAt(schedule, placed, camera, at, this.#frame, this.#spread);
    const { xy, starts } = this.#frame;
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    schedule.streams.forEach(({ wave, status }, s) => {
      const [from, until] = [starts[s]!, starts[s + 1]!];
      if (from < until) this.#drawStream(status, families.get(wave) ?? 'river', xy, from, until);
    });
  }

  close(): void {
    this.#colours.clear();
  }
}
