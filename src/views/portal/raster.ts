/** From SVG to pixels. */
import type { Size } from '../../scene/projection.ts';

/** An empty canvas. */
export function canvasOf({ width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** SVG as an image that can be drawn. @throws Error where the browser cannot read it */
export async function imageOf(svg: string, { width, height }: Size): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** SVG as a PNG. @throws Error where the browser cannot draw it */
export async function pngFrom(svg: string, size: Size): Promise<Blob> {
  const canvas = canvasOf(size);
  canvas.getContext('2d')!.drawImage(await imageOf(svg, size), 0, 0, size.width, size.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  canvas.width = canvas.height = 0;
  if (!blob) throw new Error('no picture');
  return blob;
}
