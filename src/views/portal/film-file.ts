/** Encodes a film in the browser: MP4 with H.264 where it can, else WebM with VP9 or VP8. Nothing leaves the page. */
import type { Size } from '../../scene/projection.ts';
import type { Format } from '../picture/plate.ts';
import type { Film } from './film.ts';
import { FilmPainter } from './film-painter.ts';
import { breathe } from './progress.ts';
import { FRAMES_A_SECOND } from './span.ts';

/** Pixels of the frames: what portals and phones take. */
export const FRAMES = {
  wide: { width: 1280, height: 720 },
  square: { width: 1080, height: 1080 },
  tall: { width: 1080, height: 1920 },
} as const satisfies Readonly<Record<Format, Size>>;

/** Best first: every portal takes H.264. */
const CODECS = ['avc', 'vp9', 'vp8'] as const;
type Codec = (typeof CODECS)[number];
const SECONDS_BETWEEN_KEYS = 2;
/** Bits for a pixel of a frame: fine print on a still ground asks for few, but clean ones. */
const BITS_A_PIXEL = 0.2;
const bitsOf = (format: Format) => FRAMES[format].width * FRAMES[format].height * FRAMES_A_SECOND * BITS_A_PIXEL;

/** Whether this browser has an encoder at all; which one, `codecFor` finds out. */
export const hasEncoder = (): boolean => 'VideoEncoder' in globalThis && 'VideoFrame' in globalThis;

/** The codec in which this browser writes a film of this shape, if there is one. */
export async function codecFor(format: Format): Promise<Codec | undefined> {
  if (!hasEncoder()) return undefined;
  const { canEncodeVideo } = await import('mediabunny');
  for (const codec of CODECS)
    if (await canEncodeVideo(codec, { ...FRAMES[format], bitrate: bitsOf(format) }).catch(() => false)) return codec;
  return undefined;
}
export const endingOf = (codec: Codec): 'mp4' | 'webm' => (codec === 'avc' ? 'mp4' : 'webm');

export interface FilmOrder {
  readonly film: Film;
  readonly format: Format;
  readonly codec: Codec;
  readonly seconds: number;
  /** The instant of a frame, by its share of the film. */
  readonly instantAt: (share: number) => number;
  /** Families of type, as CSS names them. */
  readonly type: string;
  readonly title: string;
}

/**
 * Draws and encodes all frames.
 * @param tell is called with the frames done
 * @throws the reason of the signal where it was stopped; everything is let go of first
 */
export async function filmFileOf(
  { film, format, codec, seconds, instantAt, type, title }: FilmOrder,
  signal: AbortSignal,
  tell: (frames: number) => void,
): Promise<Blob> {
  const { BufferTarget, CanvasSource, Mp4OutputFormat, Output, WebMOutputFormat } = await import('mediabunny');
  const mp4 = endingOf(codec) === 'mp4';
  const painter = new FilmPainter(film, FRAMES[format], type);
  const target = new BufferTarget();
  // The index of an MP4 stands first: a portal may show it before it has all of it.
  const output = new Output({
    format: mp4 ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(painter.canvas, {
    codec,
    bitrate: bitsOf(format),
    keyFrameInterval: SECONDS_BETWEEN_KEYS,
  });
  try {
    output.addVideoTrack(source, { frameRate: FRAMES_A_SECOND });
    output.setMetadataTags({ title });
    await output.start();
    const frames = seconds * FRAMES_A_SECOND;
    for (let i = 0; i < frames; i++) {
      signal.throwIfAborted();
      await painter.show(instantAt(i / (frames - 1)));
      signal.throwIfAborted();
      // Waits where the encoder is behind: no more than a handful of frames are held.
      await source.add(i / FRAMES_A_SECOND, 1 / FRAMES_A_SECOND);
      tell(i + 1);
      await breathe();
    }
    await output.finalize();
    signal.throwIfAborted();
    return new Blob([target.buffer!], { type: mp4 ? 'video/mp4' : 'video/webm' });
  } finally {
    if (output.state !== 'finalized') await output.cancel().catch(() => undefined);
    painter.close();
  }
}
