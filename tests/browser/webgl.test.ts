// WebGL (in software here) shows what the 2D canvas shows. Does not prove that a given graphics card does.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Atlas } from './atlas.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await Atlas.open(true);
});
afterAll(() => atlas?.close());

interface Ink {
  readonly drawing: string;
  readonly ink: number;
  readonly x: number;
  readonly y: number;
}
/** How much is drawn on the world's canvas, and where its middle is, in pixels. */
const inkOf = (page: Page): Promise<Ink> =>
  page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map > canvas')!;
    const image = new Image();
    image.src = canvas.toDataURL();
    await image.decode();
    const copy = document.createElement('canvas');
    copy.width = image.width;
    copy.height = image.height;
    const context = copy.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    let [ink, x, y] = [0, 0, 0];
    for (let i = 3; i < data.length; i += 4) {
      const a = data[i]! / 255;
      ink += a;
      x += a * ((i >> 2) % copy.width);
      y += a * Math.floor((i >> 2) / copy.width);
    }
    return { drawing: canvas.dataset['drawing']!, ink, x: x / ink, y: y / ink };
  });

describe('WebGL and canvas', () => {
  test.each([
    ['the Ilford', '#wave=mexico&at=1905-04-20'],
    ['trains to Central Asia, which stand between halts', '#wave=russia&at=1937-10-10'],
    ['nurses over the Arctic, cut at the seam', '#wave=germany&at=1966'],
    ['all waves', '#at=1937'],
  ])('show the same: %s', async (_, hash) => {
    const [gl, flat] = await Promise.all(
      ['webgl', 'canvas'].map(async (drawing) => {
        const { page, errors } = await atlas.visit(`?drawing=${drawing}&lang=en${hash}`);
        await page.waitForTimeout(300);
        const ink = await inkOf(page);
        expect(errors).toEqual([]);
        await page.context().close();
        return ink;
      }),
    );
    expect(gl!.drawing).toBe('webgl');
    expect(flat!.drawing).toBe('canvas');
    expect(gl!.ink).toBeGreaterThan(50);
    expect(Math.abs(gl!.ink / flat!.ink - 1)).toBeLessThan(0.2);
    expect(Math.hypot(gl!.x - flat!.x, gl!.y - flat!.y)).toBeLessThan(1.5);
  });

  test('a lost graphics context falls back to the canvas', async () => {
    const { page } = await atlas.visit('?drawing=webgl#wave=mexico&at=1905-04-20');
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.map > canvas')!;
      (canvas.getContext('webgl2') as WebGL2RenderingContext).getExtension('WEBGL_lose_context')!.loseContext();
    });
    await expect.poll(async () => (await inkOf(page)).drawing).toBe('canvas');
    expect((await inkOf(page)).ink).toBeGreaterThan(50);
    await page.context().close();
  });
});
