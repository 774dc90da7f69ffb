/** The built page served, and a browser to look at it with: once for all tests of a file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { launchBrowser } from '../../src/tools/browser.ts';
import { ROOT } from '../../src/tools/files.ts';

export const LAPTOP = { width: 1280, height: 800 };

export class Atlas {
  private constructor(
    readonly browser: Browser,
    readonly server: PreviewServer,
    readonly address: string,
  ) {}
  static async open(webgl = false): Promise<Atlas> {
    if (!existsSync(join(ROOT, 'dist/index.html'))) await build({ root: ROOT, logLevel: 'warn' });
    const server = await preview({ root: ROOT, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' });
    return new Atlas(await launchBrowser(webgl), server, server.resolvedUrls!.local[0]!);
  }
  /** A page at an address, ready; anything that goes wrong in it fails the test that asks for `errors`. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
    const context = await this.browser.newContext({ viewport: LAPTOP, locale: 'en-GB', ...options });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(e.message));
    page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
    await page.goto(this.address + path);
    await page.waitForSelector('html[data-ready="true"]', { timeout: 30_000 });
    return { page, errors };
  }
  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/** Pixels of the dots on the world: what is drawn, not what was meant. */
export const dotsOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLCanvasElement>('.map > canvas')!.toDataURL());
export const countOf = async (page: Page): Promise<number> =>
  Number(await page.locator('.map > canvas').getAttribute('data-dots'));
