/** People on the way in one view of a film: the dots of the picture, drawn on a canvas. */
import type { WaveId } from '../../record/model.ts';
import { frameFor } from '../../scene/dots.ts';
import type { Stream } from '../../scene/schedule.ts';
import { placeTrack } from '../../scene/track.ts';
import { ONE_PERSON } from '../map/painting.ts';
import { drawDots, eachDot, type Walk } from '../picture/dots.ts';
import type { PictureScene, Sheet } from '../picture/plate.ts';
import { sceneAt } from '../picture/scene-of.ts';
import { dotOf } from '../picture/signs.ts';
import { px, type Rect } from '../picture/svg.ts';
import type { View } from '../picture/view.ts';

/** Length of a line that is all cap, px: browsers drop one of no length. */
const SPECK = 0.01;
const TURN = 2 * Math.PI;

/** How the dots of one stream look; neighbours of one look are one path, as in the picture. */
interface Look {
  readonly key: string;
  readonly r: number;
  readonly filled: boolean;
  readonly stroke: string;
  readonly width: number;
  readonly ground: string | undefined;
}

export class FilmDots {
  /** What of the sheet they may stand on. */
  readonly rect: Rect;
  readonly #sheet: Sheet;
  readonly #scene: PictureScene;
  readonly #view: View;
  readonly #scale: number;
  readonly #piled: boolean;
  readonly #walk: Walk;
  readonly #looks: Look[];

  /** @param scale and `piled` as for `drawDots` */
  constructor(sheet: Sheet, scene: PictureScene, view: View, scale: number, piled: boolean) {
    const { schedule, people } = scene;
    this.rect = view.rect;
    this.#sheet = sheet;
    this.#scene = scene;
    this.#view = view;
    this.#scale = scale;
    this.#piled = piled;
    // Placing a track is the dearest part of a picture: here it is done once for all frames.
    const placed = schedule.tracks.map((t) => placeTrack(t, view.picture));
    this.#walk = { schedule, placed, frame: frameFor(schedule), rect: view.rect, scale, piled };
    const size = scale * (people === 1 ? ONE_PERSON : 1);
    this.#looks = schedule.streams.map((s) => this.#lookOf(s, size));
  }

  #lookOf({ wave, status }: Pick<Stream, 'status'> & { readonly wave: WaveId }, size: number): Look {
    const colour = this.#sheet.waveInk(wave);
    const { r, look } = dotOf(this.#sheet, status, colour, size);
    const fill = String(look['fill']);
    return {
      key: `${status} ${colour}`,
      // Rounded as the picture rounds them: frame and picture are one.
      r: status === 'reported' ? r : px(r),
      filled: status === 'reported',
      stroke: colour,
      width: px(Number(look['stroke-width'])),
      ground: fill === 'none' ? undefined : fill,
    };
  }

  #each(at: number, take: Parameters<typeof eachDot>[3]): void {
    eachDot(this.#walk, at, (s) => this.#looks[s]!.key, take);
  }

  /** x and y of each dot at an instant, px of the sheet. */
  at(at: number): number[] {
    const out: number[] = [];
    this.#each(at, (x, y) => out.push(x, y));
    return out;
  }

  /** Draws the dots at an instant; the context stands in pixels of the sheet. */
  draw(context: CanvasRenderingContext2D, at: number): void {
    const { x0, y0, x1, y1 } = this.rect;
    context.save();
    context.beginPath();
    context.rect(x0, y0, x1 - x0, y1 - y0);
    context.clip();
    let open: Look | undefined;
    const close = () => {
      if (!open) return;
      if (open.ground !== undefined) {
        context.fillStyle = open.ground;
        context.fill();
      }
      context.strokeStyle = open.stroke;
      context.lineWidth = open.width;
      context.lineCap = open.filled ? 'round' : 'butt';
      context.stroke();
    };
    this.#each(at, (x, y, stream, begins) => {
      const look = this.#looks[stream]!;
      if (begins) {
        close();
        context.beginPath();
        open = look;
      }
      const [a, b] = [px(look.filled ? x : x + look.r), px(y)];
      context.moveTo(a, b);
      if (look.filled) context.lineTo(a + SPECK, b);
      else context.arc(a - look.r, b, look.r, 0, TURN);
    });
    close();
    context.restore();
  }

  /** The same dots as SVG, by the picture's own hand. */
  svgAt(at: number): string {
    return drawDots(this.#sheet, sceneAt(this.#scene, at), this.#view, this.#scale, this.#piled).svg;
  }
}
