/**
 * Draws the frames of a film on a canvas. What changes once a year is drawn from SVG once a year; between two years a
 * frame is one copied picture for each layer, and the dots.
 */
import { yearAt } from '../../record/when.ts';
import type { Size } from '../../scene/projection.ts';
import type { Lettering } from '../picture/plate.ts';
import { tag } from '../picture/svg.ts';
import type { Film } from './film.ts';
import type { FilmDots } from './film-dots.ts';
import { canvasOf, imageOf } from './raster.ts';

/** A layer of the year, and the dots that move upon it. */
interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly dots: FilmDots | undefined;
}

export class FilmPainter {
  /** What is filmed. */
  readonly canvas: HTMLCanvasElement;
  readonly #film: Film;
  readonly #size: Size;
  readonly #scale: number;
  /** Families of type of the page: those of the picture. */
  readonly #type: string;
  readonly #context: CanvasRenderingContext2D;
  /** Parts that never change, by their markup. */
  readonly #still = new Map<string, HTMLCanvasElement>();
  #layers: Layer[] = [];
  #year: number | undefined;

  /** @param size of the frames, of the shape of the film's sheet @param type families of type, as CSS names them */
  constructor(film: Film, size: Size, type: string) {
    this.#film = film;
    this.#size = size;
    this.#scale = size.width / film.sheet.size.width;
    this.#type = type;
    this.canvas = canvasOf(size);
    // Every frame is read back for the encoder: a canvas on the graphics card would wait for itself.
    this.#context = this.canvas.getContext('2d', { willReadFrequently: true, alpha: false })!;
  }

  async #imageOf(markup: string): Promise<HTMLImageElement> {
    const { sheet, lang } = this.#film;
    const { width, height } = sheet.size;
    const root = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, ...this.#size };
    const look = { lang, 'xml:lang': lang, 'font-family': this.#type, fill: sheet.ink('ink') };
    return imageOf(tag('svg', { ...root, ...look }, markup), this.#size);
  }

  async #stillOf(markup: string): Promise<HTMLCanvasElement> {
    const known = this.#still.get(markup);
    if (known) return known;
    const canvas = canvasOf(this.#size);
    canvas.getContext('2d', { willReadFrequently: true })!.drawImage(await this.#imageOf(markup), 0, 0);
    this.#still.set(markup, canvas);
    return canvas;
  }

  /** Draws the layers of a year; canvases of the year before are used again. */
  async #compose(year: number): Promise<void> {
    const layers: Layer[] = [];
    let context: CanvasRenderingContext2D | undefined;
    for (const step of this.#film.stepsOf(year)) {
      if ('dots' in step) {
        layers[layers.length - 1] = { canvas: layers.at(-1)!.canvas, dots: step.dots };
        context = undefined;
        continue;
      }
      if (!context) {
        const canvas = this.#layers[layers.length]?.canvas ?? canvasOf(this.#size);
        context = canvas.getContext('2d', { willReadFrequently: true })!;
        context.clearRect(0, 0, this.#size.width, this.#size.height);
        layers.push({ canvas, dots: undefined });
      }
      context.drawImage(step.still ? await this.#stillOf(step.svg) : await this.#imageOf(step.svg), 0, 0);
    }
    this.#layers = layers;
    this.#year = year;
  }

  #write({ text, how }: { readonly text: string; readonly how: Lettering }): void {
    const context = this.#context;
    context.font = `${how.size}px ${this.#type}`;
    context.textAlign = how.anchor === 'end' ? 'right' : 'left';
    context.fillStyle = this.#film.sheet.ink('ink');
    context.fillText(text, how.x, how.y);
  }

  /** Draws the frame at an instant. */
  async show(at: number): Promise<void> {
    const year = yearAt(at);
    if (year !== this.#year) await this.#compose(year);
    const context = this.#context;
    for (const { canvas, dots } of this.#layers) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(canvas, 0, 0);
      context.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
      dots?.draw(context, at);
    }
    const day = this.#film.dayAt(at);
    if (day) this.#write(day);
  }

  /** Lets go of all pictures at once. */
  close(): void {
    for (const canvas of [...this.#still.values(), ...this.#layers.map((l) => l.canvas), this.canvas])
      canvas.width = canvas.height = 0;
    this.#still.clear();
    this.#layers = [];
    this.#year = undefined;
  }
}
