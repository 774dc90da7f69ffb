// An embed in the pages of newsrooms: Pym, @newswire/frames, AMP's shape, our own loader, none at all; hostile messages, scrolling, weight.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { HOSTS, serveHosts, type Hosted } from '../embed/host.ts';
import { Atlas } from './atlas.ts';

let atlas: Atlas;
let hosts: Hosted;
beforeAll(async () => {
  atlas = await Atlas.open();
  hosts = await serveHosts(atlas.address);
});
afterAll(async () => {
  hosts?.close();
  await atlas?.close();
});

async function visit(name: string, options: BrowserContextOptions = {}) {
  const context = await atlas.browser.newContext({
    viewport: { width: 900, height: 800 },
    locale: 'en-GB',
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  const bytes: Promise<number>[] = [];
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
  page.on('response', (r) => {
    const url = r.url();
    if (!url.startsWith(atlas.address) && !url.startsWith(hosts.address) && !/^(data|blob):/.test(url))
      foreign.push(url);
    if (url.startsWith(atlas.address))
      bytes.push(
        r.body().then(
          (b) => gzipSync(b, { level: 9 }).length,
          () => 0,
        ),
      );
  });
  await page.goto(hosts.address + encodeURIComponent(name));
  return { page, errors, foreign, weight: async () => (await Promise.all(bytes)).reduce((a, b) => a + b, 0) };
}
const frameOf = async (page: Page): Promise<Frame> => {
  await expect.poll(() => page.frames().length, { timeout: 15_000 }).toBeGreaterThan(1);
  return page.frames()[1]!;
};
const ready = (frame: Frame) => frame.waitForSelector('html[data-ready="true"]', { timeout: 30_000 });
const inside = (frame: Frame) =>
  frame.evaluate(() => Math.ceil(document.querySelector('.embed')!.getBoundingClientRect().height));
const outside = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('korean-migration-waves');
    return (host?.shadowRoot ?? document).querySelector('iframe')!.getBoundingClientRect().height;
  });
/** What a page could be followed by. */
const kept = (frame: Frame) =>
  frame.evaluate(() => {
    try {
      return document.cookie + localStorage.length + sessionStorage.length;
    } catch {
      return '00';
    }
  });

const SIZED = ['pym', 'newswire', 'amp', 'loader', 'strict CSP', 'sandbox', 'host styles', 'element'];
describe('in the page of a newsroom', () => {
  test.each(SIZED)('%s: the right height, without error, storage or another host; it shrinks again', async (name) => {
    const { page, errors, foreign } = await visit(name);
    const frame = await frameOf(page);
    await ready(frame);
    await expect.poll(async () => (await outside(page)) - (await inside(frame)), { timeout: 3000 }).toBe(0);
    const before = await outside(page);
    expect(before).toBeGreaterThan(500);
    // Narrower: less map, less height.
    await page.setViewportSize({ width: 420, height: 800 });
    await expect.poll(async () => (await outside(page)) - (await inside(frame)), { timeout: 3000 }).toBe(0);
    expect(await outside(page)).toBeLessThan(before);
    expect([errors, foreign, await kept(frame)]).toEqual([[], [], '00']);
    await page.context().close();
  });

  test('no script at all: the frame of fixed shape already holds what it should', async () => {
    const { page, errors } = await visit('no script at all', { viewport: { width: 600, height: 900 } });
    const frame = await frameOf(page);
    await ready(frame);
    expect(await inside(frame)).toBeLessThanOrEqual((await outside(page)) + 1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('hidden at first and then shown: it has its height', async () => {
    const { page } = await visit('hidden at first');
    await page.waitForTimeout(600);
    await page.evaluate(() => (document.getElementById('box')!.style.display = 'block'));
    const frame = await frameOf(page);
    await ready(frame);
    await expect.poll(async () => (await outside(page)) - (await inside(frame)), { timeout: 3000 }).toBe(0);
    await page.context().close();
  });

  test('ten far below the fold load less than 60 kB together; scrolled to, the first one draws', async () => {
    const { page, weight, errors } = await visit('ten on one page');
    await page.waitForTimeout(1500);
    const far = await weight();
    console.log(`ten embeds below the fold: ${far} B gzip`);
    expect(far).toBeLessThan(60_000);
    await page.locator('iframe').first().scrollIntoViewIfNeeded();
    await ready(page.frames()[1]!);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('nothing starts by itself, and what is out of sight stands still', async () => {
    const { page } = await visit('scrolled phone page');
    const frame = await frameOf(page);
    await ready(frame);
    expect(await frame.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
    await frame.getByRole('button', { name: 'Explore' }).click();
    await frame.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(() => frame.getByRole('button', { name: 'Pause', exact: true }).count()).toBe(1);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect
      .poll(() => frame.getByRole('button', { name: 'Play', exact: true }).count(), { timeout: 5000 })
      .toBe(1);
    await page.context().close();
  });

  test('on a phone a finger on the map scrolls the article', async () => {
    const { page } = await visit('scrolled phone page', {
      viewport: { width: 390, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    const frame = await frameOf(page);
    await ready(frame);
    const box = (await page.locator('iframe').boundingBox())!;
    const client = await page.context().newCDPSession(page);
    // The finger of a hand: down on the map, up by 200 px.
    const swipe = async () => {
      const before = await page.evaluate(() => scrollY);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
        client.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + 150, y }],
        });
      const from = box.y + 220;
      await touch('touchStart', from);
      for (let i = 1; i <= 20; i++) {
        await touch('touchMove', from - i * 10);
        await page.waitForTimeout(16);
      }
      await touch('touchEnd', 0);
      await page.waitForTimeout(300);
      return (await page.evaluate(() => scrollY)) - before;
    };
    expect(await swipe()).toBeGreaterThan(100);
    await page.context().close();
  });

  test('ordinary links of the article drive it', async () => {
    const { page } = await visit('links');
    const frame = await frameOf(page);
    await ready(frame);
    expect(await frame.locator('h1').innerText()).toContain('Hawaii');
    await page.getByRole('link', { name: 'in April 1905' }).click();
    await expect.poll(() => frame.locator('h1').innerText()).toContain('Yucatán');
    expect(await frame.locator('.map > canvas').getAttribute('data-dots')).toBe('1033');
    await page.context().close();
  });

  test('the element’s attributes change while it runs, and it tells what happens', async () => {
    const { page } = await visit('element');
    const frame = await frameOf(page);
    await ready(frame);
    await page.evaluate(() => {
      const el = document.querySelector('korean-migration-waves')!;
      el.setAttribute('wave', 'mexico');
      el.setAttribute('at', '1905-04-20');
    });
    await expect.poll(() => frame.locator('h1').innerText()).toContain('Yucatán');
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: [string, { wave?: string }][] }).heard);
    expect(heard.map(([name]) => name)).toContain('ready');
    expect(heard.some(([name, detail]) => name === 'choose' && detail.wave === 'mexico')).toBe(true);
    await page.context().close();
  });

  test('hostile messages change nothing', async () => {
    const { page, errors } = await visit('loader');
    const frame = await frameOf(page);
    await ready(frame);
    await expect.poll(async () => (await outside(page)) - (await inside(frame)), { timeout: 3000 }).toBe(0);
    const [before, title] = [await outside(page), await frame.locator('h1').innerText()];
    await page.evaluate(() => {
      const child = document.querySelector('iframe')!.contentWindow!;
      const open = { sentinel: 'korean-migration-waves', type: 'open' };
      for (const bad of [
        null,
        7,
        'pymxPYMxaxPYMxwidthxPYMx1',
        { ...open, hash: '#<script>' },
        { ...open, hash: 'javascript:alert(1)' },
        { ...open, hash: `#${'a'.repeat(5000)}` },
        { ...open, hash: ['#wave=mexico'] },
        { sentinel: 'amp', type: 'embed-size', height: 1 },
      ])
        child.postMessage(bad, '*');
      // To the host, from itself and with false shapes: its loader must not believe them.
      for (const bad of [
        { sentinel: 'amp', type: 'embed-size', height: 1 },
        { sentinel: 'amp', type: 'embed-size', height: '9999' },
        { sentinel: 'amp', type: 'embed-size', height: Infinity },
      ])
        postMessage(bad, '*');
    });
    await page.waitForTimeout(500);
    expect([await outside(page), await frame.locator('h1').innerText()]).toEqual([before, title]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('an embed', () => {
  // What is wanted is 60 kB of script and 170 kB in all; these hold what there is, so that it does not grow meanwhile.
  const [SCRIPT_LIMIT, ALL_LIMIT] = [75_000, 176_000];
  test('first view: script and everything stay within their limits', async () => {
    const context = await atlas.browser.newContext({ viewport: { width: 640, height: 800 }, locale: 'ko-KR' });
    const page = await context.newPage();
    const files: Promise<{ url: string; size: number; script: boolean }>[] = [];
    page.on('response', (r) =>
      files.push(
        r.body().then(
          (b) => ({
            url: r.url(),
            size: /woff2$/.test(r.url()) ? b.length : gzipSync(b, { level: 9 }).length,
            script: (r.headers()['content-type'] ?? '').includes('javascript'),
          }),
          () => ({ url: r.url(), size: 0, script: false }),
        ),
      ),
    );
    await page.goto(`${atlas.address}embed.html?lang=ko#wave=hawaii&at=1905`);
    await page.waitForSelector('html[data-ready="true"]');
    await page.waitForTimeout(800);
    const all = await Promise.all(files);
    const script = all.filter((f) => f.script).reduce((a, f) => a + f.size, 0);
    const whole = all.reduce((a, f) => a + f.size, 0);
    console.log(`embed, first view: script ${script} B, all ${whole} B in ${all.length} files (gzip)`);
    expect(script).toBeLessThanOrEqual(SCRIPT_LIMIT);
    expect(whole).toBeLessThanOrEqual(ALL_LIMIT);
    await context.close();
  });
  test.each(['light', 'dark'])(
    'says title, unit, sources and what is not counted in its frame, %s; options are heeded',
    async (theme) => {
      const { page, errors } = await atlas.visit(
        `embed.html?lang=en&theme=${theme}&timeline=0&accent=7d1c0e&transparent#wave=mexico&at=1905-04-20`,
      );
      expect(await page.locator('h1').innerText()).toContain('Yucatán');
      const words = await page.locator('.embed').innerText();
      for (const said of [
        '1 dot = 1 person',
        '20 April 1905',
        'Sources: ',
        'CC BY 4.0',
        'Nobody counted the descendants',
      ])
        expect(words).toContain(said);
      expect(await page.locator('.timeline').count()).toBe(0);
      expect(await page.locator('.embed').getAttribute('data-accent')).toBe(theme === 'light' ? 'used' : 'refused');
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
      const link = (await page.getByRole('link', { name: 'Open the atlas' }).getAttribute('href'))!;
      expect(link).toMatch(/#wave=mexico&at=1905-04-20$/);
      expect(link).not.toMatch(/embed/);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );
  test('every host page is tried', () => {
    expect(Object.keys(HOSTS).length).toBe(13);
  });
});
