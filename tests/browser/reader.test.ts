// One reader from the first page to the citation, and what they take away. Does not prove that the words are well chosen.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Download, Page } from 'playwright-core';
import { Atlas } from './atlas.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await Atlas.open();
});
afterAll(() => atlas?.close());

const textOf = async (download: Promise<Download>) => readFileSync(await (await download).path(), 'utf8');
/** What the circle of a place on the world says. */
const circle = (page: Page, place: string) =>
  page.evaluate(
    (name) =>
      [...document.querySelectorAll('.map > svg .circles title')]
        .map((t) => t.textContent)
        .find((t) => t?.startsWith(name)),
    place,
  );
async function takeAway(page: Page, tab: string) {
  await page.getByRole('button', { name: 'Take away', exact: true }).click();
  await page.getByRole('tab', { name: tab }).click();
}

describe('a reader', () => {
  test('searches 간도, reads 1910, opens its evidence, asks for high ends, sees map and table agree, cites, takes data, and comes back', async () => {
    const { page, errors } = await atlas.visit('?lang=ko');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: '지명, 인물' }).fill('간도');
    const first = page.locator('#search-hits [role=option]').first();
    await expect.poll(() => first.innerText(), { timeout: 10_000 }).toContain('간도');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toContain('place=jiandao');
    await page.getByRole('textbox', { name: '볼 연도 입력' }).fill('1910');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toContain('at=1910');
    const figure = page.locator('aside li.now').filter({ hasText: '109,500' });
    await expect.poll(() => figure.count(), { timeout: 10_000 }).toBe(1);
    await figure.getByRole('button').click();
    await expect.poll(() => figure.locator('.evidence').innerText()).toMatch(/109,500[\s\S]*집계/);
    expect(await figure.locator('.evidence a[href^="http"]').count()).toBeGreaterThan(0);

    await page.getByLabel('어느 수를').selectOption('high');
    await page.getByRole('button', { name: /이곳에서 나가기/ }).click();
    await page.getByRole('textbox', { name: '볼 연도 입력' }).fill('1924');
    await page.keyboard.press('Enter');
    await expect.poll(() => circle(page, '만주')).toBe('만주: 700,000명');
    await page.getByRole('button', { name: '표', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: '1924년' }).filter({ hasText: '700,000' });
    await expect.poll(() => row.count(), { timeout: 10_000 }).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await takeAway(page, 'Cite');
    await page.getByRole('radio', { name: 'Korean' }).check();
    const cited = page.getByRole('textbox', { name: 'This view' });
    await expect.poll(() => cited.inputValue(), { timeout: 10_000 }).toContain('『한국인 이주의 물결』');
    expect(await cited.inputValue()).toContain(page.url());
    await page.getByRole('radio', { name: 'BibTeX' }).check();
    expect(await cited.inputValue()).toMatch(/^@misc\{korean-migration-waves-manchuria-1924,/);
    await page.getByRole('radio', { name: 'CSL-JSON' }).check();
    const sources = JSON.parse(await page.getByRole('textbox', { name: /sources behind/ }).inputValue()) as object[];
    expect(sources.length).toBeGreaterThan(10);
    await page.getByRole('tab', { name: 'Data' }).click();
    const csv = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'CSV' }).first().click();
    const text = await textOf(csv);
    expect(text).toMatch(/manchuria-stock,.*,1924,.*,700000,high,/);
    await page.getByRole('button', { name: 'Close' }).click();

    const address = page.url();
    const { page: fresh } = await atlas.visit(address.slice(atlas.address.length));
    await expect
      .poll(() => fresh.getByRole('row').filter({ hasText: '1924' }).filter({ hasText: '700,000' }).count(), {
        timeout: 10_000,
      })
      .toBe(
        await row
          .count()
          .then(() => page.getByRole('row').filter({ hasText: '1924' }).filter({ hasText: '700,000' }).count()),
      );
    expect(fresh.url()).toBe(address);
    expect(await fresh.getByLabel('Which figure is drawn').inputValue()).toBe('high');
    expect(errors).toEqual([]);
    await page.context().close();
    await fresh.context().close();
  });

  test('chooses a rival claim: 100,000 in Jiandao in 1907, in words and table alike, and lets it go', async () => {
    const { page } = await atlas.visit('?lang=en#place=jiandao&wave=manchuria&at=1907');
    const figure = page.locator('aside li.now').filter({ hasText: '72,076' });
    await expect.poll(() => figure.count(), { timeout: 10_000 }).toBe(1);
    await figure.getByRole('button').first().click();
    await figure.locator('summary').first().click();
    await figure.getByRole('button', { name: 'Draw this figure' }).first().click();
    await expect.poll(() => page.locator('aside li.now').filter({ hasText: '100,000' }).count()).toBe(1);
    await expect.poll(() => new URL(page.url()).hash).toContain('pick=manchuria.manchuria-rival-01.c1');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await expect
      .poll(() => page.getByRole('row').filter({ hasText: '1907' }).filter({ hasText: '100,000' }).count())
      .toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Back to the preferred figures' }).click();
    await expect
      .poll(() => page.getByRole('row').filter({ hasText: '1907' }).filter({ hasText: '72,076' }).count())
      .toBeGreaterThan(0);
    await page.context().close();
  });

  test('filters to the deported: other routes and figures go, and the page says how many', async () => {
    const { page } = await atlas.visit('?lang=en#at=1937-10-05');
    const routes = () => page.locator('.map > svg .route').count();
    const before = await routes();
    await page.keyboard.press('f');
    await page.getByRole('checkbox', { name: 'deported' }).check();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(routes).toBeLessThan(before);
    expect(await page.locator('.map > svg .route:not([data-compulsion="deported"])').count()).toBe(0);
    expect(await page.getByText(/Shown: deported\. Hidden: \d+ of \d+ figures/).count()).toBe(1);
    expect(new URL(page.url()).hash).toContain('compulsion=deported');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await expect
      .poll(() => page.getByRole('row').filter({ hasText: '95,256' }).count(), { timeout: 10_000 })
      .toBeGreaterThan(0);
    expect(await page.getByRole('row').filter({ hasText: '3,434' }).count()).toBe(0);
    await page.context().close();
  });

  test('puts Mexico beside Hawaii: two maps, one playhead, one scale', async () => {
    const { page, errors } = await atlas.visit('?lang=en#wave=hawaii&at=1904');
    await page.keyboard.press('b');
    await page.getByRole('dialog').getByRole('button', { name: 'Mexico', exact: true }).click();
    await expect.poll(() => page.locator('.map > canvas').count()).toBe(2);
    await expect.poll(() => new URL(page.url()).hash).toContain('beside=mexico');
    await page.getByRole('textbox', { name: 'Go to a year' }).fill('1905');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.big .number').allInnerTexts()).toEqual(['1905', '1905']);
    const scales = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.map > svg:first-child > g:first-child')].map(
          (g) => /scale\(([\d.]+)\)/.exec(g.getAttribute('transform')!)![1],
        ),
      );
    const [left, right] = await scales();
    expect(left).toBe(right);
    await page.getByRole('button', { name: 'Zoom in' }).first().click();
    const [zoomed, along] = await scales();
    expect(Number(zoomed)).toBeGreaterThan(Number(left));
    expect(Number(along)).toBeCloseTo(Number(zoomed), 6);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('follows a link to a paragraph of a wave’s page', async () => {
    const { page } = await atlas.visit('?lang=en#wave=mexico&at=1905-04-20&part=found.1');
    const part = page.locator('[id="part-found.1"]');
    await expect.poll(() => part.count(), { timeout: 10_000 }).toBe(1);
    await expect
      .poll(() => part.evaluate((el) => el === document.activeElement || el.contains(document.activeElement)))
      .toBe(true);
    const box = (await part.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeLessThan(800);
    await page.context().close();
  });
});

test('the page of every wave opens to its last source without an error, in both languages', async () => {
  const WAVES =
    'manchuria russia hawaii mexico japan germany vietnam middle-east south-america united-states-1965 us-manufacturing';
  for (const [i, wave] of WAVES.split(' ').entries()) {
    const { page, errors } = await atlas.visit(`?lang=${i % 2 ? 'ko' : 'en'}#wave=${wave}`);
    await expect.poll(() => page.locator('#part-sources').count(), { timeout: 10_000 }).toBe(1);
    expect(await page.locator('aside').innerText()).not.toMatch(/\[\[|undefined|NaN/);
    expect(errors).toEqual([]);
    await page.context().close();
  }
});

describe('pictures', () => {
  test.each([
    ['#wave=mexico&at=1905-04-20', 'Map', /1905/],
    ['#wave=japan&at=1944', 'Lanes', /1905–2026/],
    ['#form=multiples', 'Decades', /1860–2026/],
  ])('%s: unit, years and sources stand inside the frame of SVG and PNG', async (hash, subject, years) => {
    const { page, errors } = await atlas.visit(`?lang=en${hash}`);
    await takeAway(page, 'Picture');
    await page.getByRole('radio', { name: subject, exact: true }).check();
    const file = page.waitForEvent('download', { timeout: 20_000 });
    await page.getByRole('button', { name: 'Save SVG' }).click();
    const svg = await textOf(file);
    // Measured by a browser: every word lies inside the frame.
    const words = await page.evaluate((source) => {
      const host = document.createElement('div');
      host.innerHTML = source;
      document.querySelector('dialog')!.append(host);
      const frame = host.querySelector('svg')!.getBoundingClientRect();
      return [...host.querySelectorAll('text')].map((t) => {
        const b = t.getBoundingClientRect();
        // The box of large letters reaches above their ink by a quarter of its height.
        const inside =
          b.left >= frame.left - 1 &&
          b.right <= frame.right + 1 &&
          b.top + b.height / 4 >= frame.top &&
          b.bottom <= frame.bottom + 1;
        return { text: t.textContent ?? '', inside };
      });
    }, svg);
    expect(words.filter((w) => !w.inside).map((w) => w.text)).toEqual([]);
    const all = words.map((w) => w.text).join(' ');
    expect(all).toMatch(years);
    expect(all).toMatch(/Sources: /);
    expect(all).toMatch(/People/);
    expect(all).toMatch(/CC BY 4\.0/);
    expect(svg).not.toMatch(/var\(--|<foreignObject|href="http|NaN|undefined/);
    const png = page.waitForEvent('download', { timeout: 30_000 });
    await page.getByRole('button', { name: 'Save PNG, 2×' }).click();
    const bytes = readFileSync(await (await png).path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([3200, 1800]);
    expect(bytes.length).toBeGreaterThan(60_000);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
