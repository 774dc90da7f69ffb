/** Draws dots on a 2D canvas: one small picture a style, stamped for each dot. */
import type { Family, Status } from '../../record/model.ts';
import { dotsAt, frameFor, type Frame } from '../../scene/dots.ts';
import type { Camera, Size } from '../../scene/projection.ts';
import { RADIUS, RING, type DotScene, type Painter } from './painting.ts';

export class CanvasPainter implements Painter {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #stamps = new Map<string, HTMLCanvasElement>();
  #scene: DotScene | undefined;
  #frame: Frame | undefined;
  #ratio = 1;
  #spread = 1;
  #radius = 1;

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
    this.#radius = radius;
    this.#canvas.width = Math.round(size.width * this.#ratio);
    this.#canvas.height = Math.round(size.height * this.#ratio);
    this.#stamps.clear();
  }

  #stamp(family: Family, status: Status): HTMLCanvasElement {
    const key = `${family} ${status}`;
    const known = this.#stamps.get(key);
    if (known) return known;
    const style = getComputedStyle(this.#canvas);
    const stroke = Number(style.getPropertyValue('--stroke')) || 1;
    const radius = RADIUS * this.#radius * Math.sqrt(stroke) * this.#ratio;
    const colour = style.getPropertyValue(`--${family}`).trim();
    const side = Math.ceil(radius * RING * 2 + 4 * this.#ratio);
    const stamp = document.createElement('canvas');
    stamp.width = stamp.height = side;
    const c = stamp.getContext('2d')!;
    c.beginPath();
    c.arc(side / 2, side / 2, status === 'derived' ? radius * RING : radius * 0.94, 0, 2 * Math.PI);
    c.lineWidth = (status === 'derived' ? 0.9 : 1.2) * stroke * this.#ratio;
    if (status === 'reported') {
      c.fillStyle = colour;
      c.fill();
    } else {
      // Estimated: hollow, filled with the ground. Derived: a ring that one sees through.
      if (status === 'estimate') {
        c.fillStyle = style.getPropertyValue('--ground').trim();
        c.fill();
      }
      c.strokeStyle = colour;
      c.stroke();
    }
    this.#stamps.set(key, stamp);
    return stamp;
  }

  show(camera: Camera, at: number): void {
    if (!this.#scene || !this.#frame) return;
    const { schedule, placed, families } = this.#scene;
    dotsAt(schedule, placed, camera, at, this.#frame, this.#spread);
    const { xy, starts } = this.#frame;
    const context = this.#context;
    const ratio = this.#ratio;
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    for (let s = 0; s < schedule.streams.length; s++) {
      const [from, until] = [starts[s]!, starts[s + 1]!];
      if (from === until) continue;
      const stream = schedule.streams[s]!;
      const stamp = this.#stamp(families.get(stream.wave) ?? 'river', stream.status);
      const half = stamp.width / 2;
      for (let i = from; i < until; i++)
        context.drawImage(stamp, xy[i * 2]! * ratio - half, xy[i * 2 + 1]! * ratio - half);
    }
  }

  close(): void {
    this.#stamps.clear();
  }
}
