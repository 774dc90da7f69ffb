// The pages beside map and column: what they say, by whom it is said, and that nothing is added up that was only promised.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { PAGES } from '../../src/state/view-state.ts';
import { DATA } from '../../src/tools/files.ts';
import { seriousProblems } from './axe.ts';
import { Atlas } from './atlas.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await Atlas.open();
});
afterAll(() => atlas?.close());

const shown = async (page: Page) => {
  await expect.poll(() => page.locator('.page .scroll').innerText(), { timeout: 15_000 }).toMatch(/[\s\S]{400}/);
  return page.locator('.page .scroll').innerText();
};

interface RawPlant {
  readonly jobsPromised: number | null;
  readonly investment: number | null;
}
const plants = readdirSync(join(DATA, 'waves')).flatMap(
  (file) => (JSON.parse(readFileSync(join(DATA, 'waves', file), 'utf8')) as { plants?: RawPlant[] }).plants ?? [],
);
const total = (of: keyof RawPlant) => plants.reduce((sum, p) => sum + (p[of] ?? 0), 0);

describe.each(PAGES)('the page %s', (name) => {
  test('opens by its address in both languages and themes, without error, and axe finds nothing', async () => {
    for (const [lang, theme] of [
      ['ko', 'light'],
      ['en', 'dark'],
    ]) {
      const { page, errors } = await atlas.visit(`?lang=${lang}&theme=${theme}#page=${name}`);
      const text = await shown(page);
      expect(text).not.toMatch(/\[\[|undefined|NaN|\[object/);
      expect(await page.locator('.page h2').first().innerText()).not.toBe('');
      expect(await seriousProblems(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  });
  test('does not scroll sideways on a phone', async () => {
    const { page } = await atlas.visit(`?lang=ko#page=${name}`, { viewport: { width: 360, height: 740 } });
    await shown(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });
  test('nowhere adds up promised jobs or announced investments', async () => {
    expect([plants.length, total('jobsPromised') > 50_000]).toEqual([31, true]);
    const { page } = await atlas.visit(`?lang=en#page=${name}`);
    const text = (await shown(page)).replaceAll(',', '');
    expect(text).not.toContain(String(total('jobsPromised')));
    expect(text).not.toContain(String(total('investment')));
    expect(text).not.toContain(String(Math.round(total('investment') / 1e9)) + ' billion');
    await page.context().close();
  });
});

test('keys of the map do nothing on a page, and Escape leads back to it', async () => {
  const { page } = await atlas.visit('?lang=en#page=closing&at=1937');
  await shown(page);
  await page.keyboard.press('End');
  await page.keyboard.press(' ');
  expect(new URL(page.url()).hash).toContain('at=1937');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.map').count()).toBe(1);
  expect(new URL(page.url()).hash).not.toContain('page=');
  await page.context().close();
});

test('from a page a form is one press away', async () => {
  const { page } = await atlas.visit('?lang=en#page=closing');
  await shown(page);
  expect(await page.getByRole('button', { name: 'Map', exact: true }).getAttribute('aria-pressed')).toBe('false');
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toContain('form=text');
  expect(new URL(page.url()).hash).not.toContain('page=');
  await page.context().close();
});

test('what if they stayed: 2,000 a year for ten years are 20,000 at the end of 2035, and the address keeps it', async () => {
  const { page } = await atlas.visit('?lang=en#page=stay&plan=2000,2026,10,0,0.7,1.5,0,12,0');
  expect(await shown(page)).toMatch(/20,000/);
  const slider = page.getByRole('slider').first();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  // The page stays where it is: so does the focus.
  await expect.poll(() => new URL(page.url()).hash).toContain('plan=2200,2026,10');
  await page.context().close();
});

test('the seven million: 7,006,703, and an earlier edition by the control of editions', async () => {
  const { page } = await atlas.visit('?lang=en#page=abroad');
  expect(await shown(page)).toContain('7,006,703');
  await page.getByRole('slider').first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.locator('.page .scroll').innerText()).toContain('7,081,510');
  await page.context().close();
});
