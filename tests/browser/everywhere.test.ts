// Languages, themes, keys, failures and accessibility in a real browser.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousProblems } from './axe.ts';
import { Atlas } from './atlas.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await Atlas.open();
});
afterAll(() => atlas?.close());

describe('everywhere', () => {
  test('Korean and English switch without reload and lose nothing', async () => {
    const { page } = await atlas.visit('?lang=en#wave=germany&at=1971');
    await page.evaluate(() => ((window as unknown as { kept: number }).kept = 1));
    await page.getByRole('button', { name: '한국어' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ko');
    expect(await page.getByRole('slider', { name: '연도', exact: true }).inputValue()).toBe('1971');
    expect(await page.getByRole('button', { name: '재생', exact: true }).count()).toBe(1);
    expect(await page.evaluate(() => (window as unknown as { kept: number }).kept)).toBe(1);
    expect(new URL(page.url()).hash).toContain('wave=germany');
    await page.context().close();
  });

  test('the first language is the browser’s', async () => {
    const { page } = await atlas.visit('', { locale: 'ko-KR' });
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.context().close();
  });

  test.each(['light', 'dark', 'projector'])(
    'axe finds nothing serious or critical in %s, in either language, with all waves and with one',
    async (theme) => {
      for (const lang of ['ko', 'en'])
        for (const hash of [
          '#at=1905',
          '#wave=hawaii&at=1904',
          '#wave=mexico&form=table',
          '#at=1966&form=text',
          '#form=multiples',
          '#place=jiandao&wave=manchuria&at=1910',
          '#wave=hawaii&at=1905&beside=mexico',
        ]) {
          const { page } = await atlas.visit(`?lang=${lang}&theme=${theme}${hash}`);
          await page.waitForTimeout(300);
          expect(await seriousProblems(page), `${lang} ${theme} ${hash}`).toEqual([]);
          await page.context().close();
        }
    },
  );

  test.each(['/', 'f', 'b', 'x', '?'])(
    'axe finds nothing in the window that %s opens, and Escape closes it',
    async (key) => {
      for (const lang of ['ko', 'en']) {
        const { page, errors } = await atlas.visit(
          `?lang=${lang}#wave=mexico&at=1905-04-20&claims=high&status=reported`,
        );
        await page.keyboard.press(key);
        await expect.poll(() => page.getByRole('dialog').count(), { timeout: 10_000 }).toBe(1);
        for (const tab of key === 'x' ? await page.getByRole('tab').all() : [undefined]) {
          await tab?.click();
          await page.waitForTimeout(500);
          expect(await seriousProblems(page), `${lang} ${key}`).toEqual([]);
        }
        await page.keyboard.press('Escape');
        await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
        expect(new URL(page.url()).hash).toContain('wave=mexico');
        expect(errors).toEqual([]);
        await page.context().close();
      }
    },
  );

  test('everything by keyboard: year, decade, play, wave, keys, language', async () => {
    const { page } = await atlas.visit('#at=1905');
    const slider = page.getByRole('slider', { name: 'Year', exact: true });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.inputValue()).toBe('1906');
    await page.keyboard.press('PageUp');
    expect(await slider.inputValue()).toBe('1916');
    await page.keyboard.press('PageDown');
    expect(await slider.inputValue()).toBe('1906');
    await page.keyboard.press('Home');
    expect(await slider.inputValue()).toBe('1860');
    await page.keyboard.press('End');
    expect(await slider.inputValue()).toBe('2026');
    await page.locator('.map').focus();
    await page.keyboard.press(']');
    await expect.poll(() => new URL(page.url()).hash).toContain('wave=');
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).hash).not.toContain('wave=');
    await page.keyboard.press('?');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('l');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ko');
    await page.context().close();
  });

  test('an address with nonsense in it opens the nearest sensible view', async () => {
    const { page, errors } = await atlas.visit(
      '?lang=xx&theme=9#wave=atlantis,hawaii&at=99999&form=%F0%9F&claims=maybe&foo=1',
    );
    expect(await page.getByRole('slider', { name: 'Year', exact: true }).inputValue()).toBe('2026');
    expect(new URL(page.url()).hash).toContain('wave=hawaii');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('a wave file that does not come says so, offers to try again, and the rest keeps working', async () => {
    const context = await atlas.browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    let broken = true;
    await page.route(/record\/waves\/hawaii/, (route) =>
      broken ? route.fulfill({ status: 200, contentType: 'application/json', body: '{"form":' }) : route.continue(),
    );
    await page.goto(`${atlas.address}#wave=hawaii&at=1904`);
    await page.waitForSelector('html[data-ready="true"]');
    const alert = page.getByRole('alert').first();
    await expect.poll(() => alert.isVisible()).toBe(true);
    await page.getByRole('slider', { name: 'Year', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('slider', { name: 'Year', exact: true }).inputValue()).toBe('1905');
    broken = false;
    await alert.getByRole('button').click();
    await expect.poll(() => page.getByText('Why they left').isVisible(), { timeout: 10_000 }).toBe(true);
    await context.close();
  });

  test('a record that does not come at all says so in the page’s language', async () => {
    const context = await atlas.browser.newContext({ locale: 'ko-KR' });
    const page = await context.newPage();
    let broken = true;
    await page.route(/record\/core/, (route) => (broken ? route.abort() : route.continue()));
    await page.goto(atlas.address);
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('기록을 불러오지 못했습니다');
    broken = false;
    await page.getByRole('button', { name: '다시 시도' }).click();
    await page.waitForSelector('html[data-ready="true"]');
    await context.close();
  });

  test('at 320 px and at 200 % zoom nothing scrolls sideways', async () => {
    for (const viewport of [
      { width: 320, height: 640 },
      { width: 640, height: 400 },
    ]) {
      for (const hash of ['', '#wave=hawaii&at=1904']) {
        const { page } = await atlas.visit(hash, { viewport });
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }));
        expect(scroll, `${viewport.width} ${hash}`).toBeLessThanOrEqual(client);
        await page.context().close();
      }
    }
  });

  test('reduced motion: the camera is there at once', async () => {
    const { page } = await atlas.visit('#at=1904', { reducedMotion: 'reduce' });
    const transform = () => page.locator('.map svg g').first().getAttribute('transform');
    const before = await transform();
    await page.getByLabel('Choose a wave').selectOption('hawaii');
    const after = await transform();
    await page.waitForTimeout(1200);
    expect(after).not.toBe(before);
    expect(await transform()).toBe(after);
    await page.context().close();
  });

  const SLUGS = [
    '',
    'manchuria',
    'russia',
    'hawaii',
    'mexico',
    'japan',
    'germany',
    'vietnam',
    'middle-east',
    'south-america',
    'united-states-1965',
    'us-manufacturing',
  ];
  test.each([
    ['phone', 390, 844, 'light'],
    ['laptop', 1280, 800, 'dark'],
    ['projector', 1920, 1080, 'projector'],
  ])('on a %s no name on the map overlaps another or leaves its stage', async (_, width, height, theme) => {
    const context = await atlas.browser.newContext({ viewport: { width, height }, locale: 'en-GB' });
    const page = await context.newPage();
    for (const [i, slug] of SLUGS.entries()) {
      await page.goto('about:blank');
      await page.goto(
        `${atlas.address}?lang=${i % 2 ? 'ko' : 'en'}&theme=${theme}#${slug ? `wave=${slug}` : 'at=1975'}`,
      );
      await page.waitForSelector('html[data-ready="true"]');
      await page.waitForTimeout(150);
      const faults = await page.evaluate(() => {
        const found: string[] = [];
        for (const svg of document.querySelectorAll('.map svg.over')) {
          const stage = svg.getBoundingClientRect();
          const words = [...svg.querySelectorAll('text')].map((t) => ({
            text: t.textContent,
            box: t.getBoundingClientRect(),
          }));
          words.forEach(({ text, box }, k) => {
            if (
              box.left < stage.left - 1 ||
              box.right > stage.right + 1 ||
              box.top < stage.top - 1 ||
              box.bottom > stage.bottom + 1
            )
              found.push(`${text} leaves`);
            for (const other of words.slice(0, k)) {
              const apart =
                box.left >= other.box.right - 1 ||
                other.box.left >= box.right - 1 ||
                box.top >= other.box.bottom - 2 ||
                other.box.top >= box.bottom - 2;
              if (!apart) found.push(`${text} over ${other.text}`);
            }
          });
        }
        return found;
      });
      expect(faults, slug).toEqual([]);
    }
    await context.close();
  });

  test('wheel and buttons bring the camera near, finer land is fetched, and “fit” returns', async () => {
    const { page } = await atlas.visit('#at=1937');
    const transform = () => page.locator('.map svg g').first().getAttribute('transform');
    const start = await transform();
    const map = page.locator('.map');
    await map.hover({ position: { x: 400, y: 150 } });
    await page.waitForTimeout(400);
    const finer = page.waitForResponse(/land-fine/);
    for (let i = 0; i < 8; i++) await page.mouse.wheel(0, -300);
    await finer;
    expect(await transform()).not.toBe(start);
    await page.getByRole('button', { name: 'Fit' }).click();
    await expect.poll(transform, { timeout: 5000 }).toBe(start);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect(await transform()).not.toBe(start);
    await page.context().close();
  });
});
