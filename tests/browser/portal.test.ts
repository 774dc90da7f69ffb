// The package for an article: what is in it, and that its film is the picture. Does not prove that every portal takes it,
// nor that another browser encodes as this one does.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { renderSVG } from 'uqr';
import { Atlas } from './atlas.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await Atlas.open();
});
afterAll(() => atlas?.close());

const MEXICO = '?lang=en#wave=mexico&at=1905-04-20';
/** Seconds of the film: the ship east of Japan, the ship off California, and the year in which the contracts ended. */
const MOMENTS = [1.4, 1.8, 9] as const;
const FRAMES_A_SECOND = 30;

/** Files of a zip by their names, read from its central directory; they are stored, not packed. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const [size, name, extra, comment] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    expect(zip.readUInt16LE(at + 10), 'stored').toBe(0);
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), zip.subarray(data, data + size));
    at += 46 + name + extra + comment;
  }
  return files;
}

async function openArticle(path: string, before?: string) {
  const context = await atlas.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
  if (before) await page.addInitScript(before);
  await page.goto(atlas.address + path);
  await page.waitForSelector('html[data-ready="true"]', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Take away', exact: true }).click();
  await page.getByRole('tab', { name: 'Article' }).click();
  return { page, errors };
}
const make = (page: Page) => page.getByRole('button', { name: 'Make and save the package' });
async function packageOf(page: Page): Promise<{ files: Map<string, Buffer>; name: string }> {
  const download = page.waitForEvent('download', { timeout: 100_000 });
  await make(page).click();
  const file = await download;
  const files = unzip(readFileSync(await file.path()));
  const name = file.suggestedFilename();
  const folder = `${name.replace(/\.zip$/, '')}/`;
  return { name, files: new Map([...files].map(([path, data]) => [path.slice(folder.length), data])) };
}

/** The frame at each moment as the preview draws it, in SVG. */
async function framesShown(page: Page): Promise<string[]> {
  const shown = page.locator('.frame img');
  await shown.waitFor({ timeout: 20_000 });
  const frames: string[] = [];
  for (const second of MOMENTS) {
    await page.getByRole('slider', { name: 'Moment of the video' }).fill(String(second));
    await expect.poll(() => shown.getAttribute('src')).not.toBe(frames.at(-1));
    frames.push((await shown.getAttribute('src'))!);
  }
  return frames;
}

interface Compared {
  readonly duration: number;
  readonly size: readonly [number, number];
  /** Difference of each film frame to each picture, 0 to 255: where those two pictures differ, and in the source line. */
  readonly moving: readonly (readonly number[])[];
  readonly sources: readonly (readonly number[])[];
  /** How much ink stands in the source line of each film frame. */
  readonly ink: readonly number[];
}
/** Decodes a film at the moments and holds its frames against the pictures. */
const compare = (page: Page, film: Buffer, type: string, pictures: readonly string[]): Promise<Compared> =>
  page.evaluate(
    async ({ film, type, pictures, seconds, rate }) => {
      const bytes = Uint8Array.from(atob(film), (c) => c.charCodeAt(0));
      const video = document.createElement('video');
      video.muted = true;
      video.src = URL.createObjectURL(new Blob([bytes], { type }));
      await new Promise((done, fail) => {
        video.onloadeddata = done;
        video.onerror = () => fail(new Error(video.error?.message));
      });
      const [width, height] = [video.videoWidth, video.videoHeight];
      const pixelsOf = (source: CanvasImageSource) => {
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width, height });
        const context = canvas.getContext('2d', { willReadFrequently: true })!;
        context.drawImage(source, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      };
      const frames: Uint8ClampedArray[] = [];
      for (const second of seconds) {
        const seeked = new Promise((done) => (video.onseeked = done));
        // The middle of the frame that the preview shows.
        video.currentTime = (Math.round(second * rate) + 0.5) / rate;
        await seeked;
        frames.push(pixelsOf(video));
      }
      const drawn: Uint8ClampedArray[] = [];
      for (const src of pictures) {
        const image = new Image();
        image.src = src;
        await image.decode();
        drawn.push(pixelsOf(image));
      }
      const apart = (a: Uint8ClampedArray, b: Uint8ClampedArray, i: number) =>
        (Math.abs(a[i]! - b[i]!) + Math.abs(a[i + 1]! - b[i + 1]!) + Math.abs(a[i + 2]! - b[i + 2]!)) / 3;
      const CLEAR = 30;
      /** Where any two pictures differ clearly: there the film must take sides. */
      const moving = frames.map((frame, f) =>
        drawn.map((picture, p) => {
          const other = drawn[p === f ? (f + 1) % drawn.length : f]!;
          let [sum, n] = [0, 0];
          for (let i = 0; i < frame.length; i += 4) {
            if (apart(picture, other, i) < CLEAR) continue;
            sum += apart(frame, picture, i);
            n++;
          }
          return sum / Math.max(1, n);
        }),
      );
      const svg = new DOMParser().parseFromString(decodeURIComponent(pictures[0]!.split(',')[1]!), 'image/svg+xml');
      const scale = width / Number(svg.documentElement.getAttribute('width'));
      const line = [...svg.querySelectorAll('text')].find((t) => t.textContent!.startsWith('Sources: '))!;
      const [x, y, size] = ['x', 'y', 'font-size'].map((a) => Number(line.getAttribute(a)) * scale) as [
        number,
        number,
        number,
      ];
      const over = (take: (i: number) => number) => {
        let [sum, n] = [0, 0];
        for (let row = Math.floor(y - size); row < y + size * 0.3; row++)
          for (let column = Math.floor(x); column < x + size * 20; column++, n++)
            sum += take((row * width + column) * 4);
        return sum / n;
      };
      return {
        duration: video.duration,
        size: [width, height] as const,
        moving,
        sources: frames.map((frame) => drawn.map((picture) => over((i) => apart(frame, picture, i)))),
        ink: frames.map((frame) => over((i) => Math.abs(frame[i]! - frame[0]!))),
      };
    },
    { film: film.toString('base64'), type, pictures, seconds: [...MOMENTS], rate: FRAMES_A_SECOND },
  );

/** A frame of the film against its own picture, and against that of another instant. */
const SAME = 14;
const OTHER = 40;
function expectSame({ moving, sources, ink }: Compared): void {
  for (const [f, row] of moving.entries())
    for (const [p, apart] of row.entries())
      if (f === p) expect(apart, `frame ${f} is picture ${p}`).toBeLessThan(SAME);
      else expect(apart, `frame ${f} is not picture ${p}`).toBeGreaterThan(OTHER);
  for (const [f, apart] of sources.entries()) expect(apart[f], `sources of frame ${f}`).toBeLessThan(SAME);
  for (const written of ink) expect(written).toBeGreaterThan(SAME);
}

const SIZES = { '16x9': [1600, 900], '1x1': [1200, 1200], '9x16': [1080, 1920] } as const;
const STILLS = ['ko', 'en'].flatMap((lang) =>
  ['light', 'dark'].flatMap((theme) => Object.keys(SIZES).map((shape) => `stills/${lang}-${theme}-${shape}.png`)),
);
const WORDS = ['ko', 'en'].flatMap((lang) => [
  ...['caption', 'alt', 'credit', 'sources', 'link'].map((t) => `text/${lang}/${t}.txt`),
  `qr/${lang}.svg`,
  `qr/${lang}.png`,
]);

describe('the package for an article', () => {
  test('Mexico 1905: stills, words in both languages, and a film whose frames are the pictures of their instants', async () => {
    const { page, errors } = await openArticle(MEXICO);
    const pictures = await framesShown(page);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => {
        const said = document.querySelector('dialog [aria-live="polite"]')?.textContent ?? '';
        if (said !== '' && heard.at(-1) !== said) heard.push(said);
      }).observe(document.querySelector('dialog')!, { subtree: true, childList: true, characterData: true });
    });
    const { files, name } = await packageOf(page);
    expect(name).toBe('korean-migration-mexico-1905-article.zip');
    const film = [...files.keys()].find((f) => f.startsWith('video/'))!;
    expect(film).toMatch(/^video\/en-1905-1909-16x9\.(mp4|webm)$/);
    const videoWords = ['text/ko/video-alt.txt', 'text/en/video-alt.txt'];
    expect([...files.keys()].sort()).toEqual(['README.txt', ...STILLS, ...WORDS, ...videoWords, film].sort());

    for (const still of STILLS) {
      const png = files.get(still)!;
      expect(png.toString('latin1', 1, 4)).toBe('PNG');
      const shape = /-(\d+x\d+)\.png$/.exec(still)![1] as keyof typeof SIZES;
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], still).toEqual(SIZES[shape]);
      expect(png.length, still).toBeGreaterThan(50_000);
    }
    // Languages and themes are not one picture under several names.
    expect(new Set(STILLS.map((s) => files.get(s)!.toString('base64'))).size).toBe(STILLS.length);

    const textOf = (path: string) => files.get(path)!.toString('utf8');
    for (const lang of ['ko', 'en']) {
      for (const what of ['caption', 'alt', 'credit', 'sources', 'video-alt', 'link']) {
        const text = textOf(`text/${lang}/${what}.txt`);
        expect(text.trim(), what).not.toBe('');
        expect(text).not.toMatch(/\[\[|\{\w+\}|undefined/);
        if (lang === 'ko' && what !== 'link') expect(text, what).toMatch(/[가-힣]/);
      }
      expect(textOf(`text/${lang}/alt.txt`)).toContain('1,033');
      const link = textOf(`text/${lang}/link.txt`).trim();
      expect(link).toBe(`${atlas.address}?lang=${lang}#wave=mexico&at=1905-04-20`);
      expect(textOf(`qr/${lang}.svg`)).toBe(renderSVG(link, { ecc: 'M', border: 4, pixelSize: 16 }));
      const code = files.get(`qr/${lang}.png`)!;
      expect(code.readUInt32BE(16)).toBe(code.readUInt32BE(20));
    }
    expect(textOf('text/en/credit.txt')).toMatch(/CC BY 4\.0[\s\S]*Sources: /);
    expect(textOf('text/ko/sources.txt').trim().split('\n').length).toBeGreaterThan(5);
    const readme = textOf('README.txt');
    expect(readme).toMatch(/들어 있는 것[\s\S]*WHAT IS IN IT/);
    for (const what of ['stills/', film, 'text/ko/', 'text/en/', 'caption.txt', 'qr/']) expect(readme).toContain(what);
    expect(readme).not.toMatch(/\[\[|undefined/);

    const compared = await compare(page, files.get(film)!, film.endsWith('mp4') ? 'video/mp4' : 'video/webm', pictures);
    console.log(film, files.get(film)!.length, JSON.stringify(compared));
    expect(compared.size).toEqual([1280, 720]);
    expect(Math.abs(compared.duration - 10)).toBeLessThan(0.1);
    expectSame(compared);
    expect(await page.evaluate('heard')).toEqual(['25 per cent done.', '50 per cent done.', '75 per cent done.']);
    expect(await page.getByText(/^Saved: korean-migration-mexico-1905-article\.zip, [\d.]+ MB\.$/).count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('where a browser writes no H.264, the film is WebM, and the page says so', async () => {
    const { page, errors } = await openArticle(
      MEXICO,
      `const ask = VideoEncoder.isConfigSupported.bind(VideoEncoder);
       VideoEncoder.isConfigSupported = async (config) =>
         config.codec.startsWith('avc') ? { supported: false, config } : ask(config);`,
    );
    const pictures = await framesShown(page);
    const { files } = await packageOf(page);
    const film = files.get('video/en-1905-1909-16x9.webm')!;
    expect(film.readUInt32BE(0)).toBe(0x1a45dfa3);
    const compared = await compare(page, film, 'video/webm', pictures);
    console.log('webm', film.length, JSON.stringify(compared));
    expect(Math.abs(compared.duration - 10)).toBeLessThan(0.1);
    expectSame(compared);
    await expect.poll(() => page.getByText(/wrote the video as WebM/).count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('where a browser cannot encode at all, it says so plainly and gives the stills', async () => {
    const { page, errors } = await openArticle(MEXICO, 'delete window.VideoEncoder');
    await expect.poll(() => page.getByText(/This browser cannot make videos/).count()).toBe(1);
    expect(await page.getByRole('dialog').getByRole('checkbox').count()).toBe(0);
    const { files } = await packageOf(page);
    expect([...files.keys()].sort()).toEqual(['README.txt', ...STILLS, ...WORDS].sort());
    expect(files.get('README.txt')!.toString('utf8')).toMatch(/cannot make videos/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('stopping works at once, leaves no file and no error, and one can begin again', async () => {
    const { page, errors } = await openArticle(MEXICO);
    let downloads = 0;
    page.on('download', () => downloads++);
    await make(page).click();
    await expect.poll(() => page.getByText(/^Video 16:9: \d+ of 300 frames$/).count(), { timeout: 30_000 }).toBe(1);
    expect(await page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0.2);
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => page.getByText('Stopped. Nothing was saved.').count(), { timeout: 1000 }).toBe(1);
    expect(await page.getByRole('progressbar').count()).toBe(0);
    await page.waitForTimeout(3000);
    expect(downloads).toBe(0);
    expect(errors).toEqual([]);
    await page.getByRole('checkbox', { name: '16:9' }).uncheck();
    const { files } = await packageOf(page);
    expect(files.size).toBe(1 + STILLS.length + WORDS.length);
    // Closing the window stops it, too.
    await make(page).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.waitForTimeout(2000);
    expect(downloads).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
