// The built page in a real browser: playing, scrubbing and addresses show the same. Timings are not judged here.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Atlas, countOf, dotsOf } from './atlas.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await Atlas.open();
});
afterAll(() => atlas?.close());

describe('playing', () => {
  test('opens paused, with its year on the slider, and without an error', async () => {
    const { page, errors } = await atlas.visit('');
    await expect.poll(() => page.getByRole('slider', { name: 'Year', exact: true }).inputValue()).toBe('1937');
    expect(await page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
    const before = await dotsOf(page);
    await page.waitForTimeout(600);
    expect(await dotsOf(page)).toBe(before);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('Play goes from 1860 to 2026 and stops there', async () => {
    const { page } = await atlas.visit('');
    await page.getByLabel('Speed').selectOption('4');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const year = async () => Number(await page.getByRole('slider', { name: 'Year', exact: true }).inputValue());
    const first = await year();
    expect(first).toBeGreaterThanOrEqual(1860);
    expect(first).toBeLessThan(1870);
    await expect.poll(year, { timeout: 90_000, interval: 500 }).toBe(2026);
    await expect
      .poll(() => page.getByRole('button', { name: 'Play', exact: true }).count(), { timeout: 20_000 })
      .toBe(1);
    await page.context().close();
  });

  test('the same instant reached by playing, by scrubbing and by address shows the same dots', async () => {
    const { page } = await atlas.visit('#wave=hawaii&at=1904');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForTimeout(1500);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.waitForTimeout(200);
    const slider = page.getByRole('slider', { name: 'Year', exact: true });
    await slider.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await slider.fill('1904');
    const scrubbed = await dotsOf(page);
    const { page: other } = await atlas.visit('#wave=hawaii&at=1904');
    expect(await dotsOf(other)).toBe(scrubbed);
    expect(await countOf(other)).toBe(await countOf(page));
    // A day reached by playing is the day that its own address opens.
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForTimeout(900);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.waitForTimeout(200);
    const hash = new URL(page.url()).hash;
    expect(hash).toMatch(/at=19\d\d-\d\d-\d\d/);
    await page.context().close();
    await other.context().close();
  });

  test('1,033 people of the Ilford are on the way from Incheon on 20 April 1905', async () => {
    const { page } = await atlas.visit('#wave=mexico&at=1905-04-20');
    expect(await countOf(page)).toBe(1033);
    expect(await page.locator('div.legend').innerText()).toContain('1 dot = 1 person');
    await page.context().close();
  });

  test('Hawaii in 1904 says 3,434 and who counted', async () => {
    const { page } = await atlas.visit('#wave=hawaii&at=1904');
    const figure = page.locator('.year .figure', { hasText: '3,434' });
    await figure.getByRole('button').click();
    await expect.poll(() => figure.locator('.evidence a').count(), { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await figure.innerText()).toMatch(/counted/);
    await page.context().close();
  });

  test('the slider speaks a sentence', async () => {
    const { page } = await atlas.visit('#at=1905');
    const text = await page.getByRole('slider', { name: 'Year', exact: true }).getAttribute('aria-valuetext');
    expect(text).toContain('1905: ');
    expect(text).toContain('2,659 to Hawaii');
    expect(text).toContain('1,033 to Mexico');
    await page.context().close();
  });

  test('on the lanes hovering tells the figure, a click and a drag move the playhead, a tick opens its event', async () => {
    const { page } = await atlas.visit('?lang=en#at=1950');
    const slider = page.getByRole('slider', { name: 'Year', exact: true });
    const lane = (await page.locator('.lanes [data-family=plantation] rect.catch').first().boundingBox())!;
    const at = (year: number): [number, number] => [
      lane.x + (lane.width * (year + 0.5 - 1860)) / 167,
      lane.y + lane.height / 2,
    ];
    await page.mouse.move(...at(1904));
    const line = page.locator('.bar .line');
    expect(await line.innerText()).toMatch(/^1904 · .*3,434 · counted · .*grade B/);
    await page.mouse.click(...at(1904));
    expect(await slider.inputValue()).toBe('1904');
    await page.mouse.down();
    await page.mouse.move(...at(1944), { steps: 4 });
    await page.mouse.up();
    expect(await slider.inputValue()).toBe('1944');
    await page.getByLabel('Go to a year').fill('1966');
    await page.keyboard.press('Enter');
    expect(await slider.inputValue()).toBe('1966');
    const tick = (await page.locator('.lanes rect.target').nth(60).boundingBox())!;
    await page.mouse.click(tick.x + tick.width / 2, tick.y + tick.height / 2);
    await expect.poll(() => page.locator('aside .told').count(), { timeout: 10_000 }).toBe(1);
    await page.locator('.lanes').getByRole('button', { name: 'Hawaii', exact: true }).focus();
    expect(await line.innerText()).not.toBe('');
    await page.context().close();
  });

  test('two fingers bring the map near on a phone', async () => {
    const { page } = await atlas.visit('?lang=en#at=1937', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', xs: readonly number[]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y: 250, id })) });
    const transform = () => page.locator('.map svg g').first().getAttribute('transform');
    const before = await transform();
    // The first touch fetches the gestures.
    await touch('touchStart', [180, 210]);
    await touch('touchEnd', []);
    await page.waitForTimeout(500);
    await touch('touchStart', [180, 210]);
    for (let i = 1; i < 8; i++) await touch('touchMove', [180 - i * 8, 210 + i * 8]);
    await touch('touchEnd', []);
    await expect.poll(transform).not.toBe(before);
    await page.context().close();
  });
});
