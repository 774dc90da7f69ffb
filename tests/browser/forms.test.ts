// Map, table and text are one state: switching keeps wave, instant and language; what is shown can be taken away.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Atlas } from './atlas.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await Atlas.open();
});
afterAll(() => atlas?.close());

describe('forms', () => {
  test('the table of Hawaii shows 3,434 in 1904; switching keeps wave, year and language', async () => {
    const { page, errors } = await atlas.visit('?lang=en#wave=hawaii&at=1904');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: '3,434' });
    await expect.poll(() => row.count(), { timeout: 10_000 }).toBeGreaterThan(0);
    expect(new URL(page.url()).hash).toContain('form=table');
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await expect.poll(() => page.getByText('3,434').count()).toBeGreaterThan(0);
    expect(new URL(page.url()).hash).toMatch(/wave=hawaii/);
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await expect.poll(() => page.locator('.map > canvas').count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('the table of everything sorts and filters, and the CSV holds what is shown', async () => {
    const { page } = await atlas.visit('?lang=en#form=table&at=1905');
    const count = page.locator('.tools [role=status]');
    await expect
      .poll(async () => Number((await count.innerText()).split(' of ')[1]), { timeout: 20_000 })
      .toBeGreaterThan(1900);
    await page.getByRole('searchbox').fill('ilford');
    await expect.poll(async () => Number((await count.innerText()).split(' of ')[0])).toBeLessThan(100);
    const shown = Number((await count.innerText()).split(' of ')[0]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text).toContain('1033');
    expect(text.match(/\bCC BY 4\.0$/gm)?.length).toBe(shown);
    const figure = page.getByRole('columnheader', { name: 'Figure' });
    await figure.getByRole('button').click();
    expect(await figure.getAttribute('aria-sort')).toBe('ascending');
    await page.context().close();
  });

  test('seventeen decades stand side by side; a click opens the moment on the map', async () => {
    const { page, errors } = await atlas.visit('?lang=en#form=multiples&at=1905');
    const frames = page.getByRole('button', { name: /^\d{4}s: / });
    await expect.poll(() => frames.count(), { timeout: 10_000 }).toBe(17);
    await page.getByRole('button', { name: /^1930s: .*Manchuria/ }).click();
    await expect.poll(() => page.locator('.map > canvas').count()).toBe(1);
    expect(await page.getByRole('slider', { name: 'Year', exact: true }).inputValue()).toBe('1935');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('who wants no motion sees the still maps first, and may ask for the map', async () => {
    const { page } = await atlas.visit('?lang=en', { reducedMotion: 'reduce' });
    await expect.poll(() => page.getByRole('button', { name: /^\d{4}s: / }).count()).toBe(17);
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await expect.poll(() => page.locator('.map > canvas').count()).toBe(1);
    await page.context().close();
  });

  test('high claims change map, column and table to the same number, and the address keeps them', async () => {
    const { page } = await atlas.visit('?lang=en#wave=mexico&at=1905-04-20');
    const dots = () => page.locator('.map > canvas').getAttribute('data-dots');
    expect(await dots()).toBe('1033');
    await page.getByLabel('Which figure is drawn').selectOption('high');
    expect(await page.getByText(/High ends are shown/).count()).toBe(1);
    await expect.poll(() => page.locator('.year .figure').filter({ hasText: '1,089' }).count()).toBe(1);
    expect(new URL(page.url()).hash).toContain('claims=high');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: 'Yucatán on the Ilford' }).filter({ hasText: '1905' }).first();
    await expect.poll(() => row.innerText(), { timeout: 10_000 }).toContain('1,089');
    const { page: fresh } = await atlas.visit(`?lang=en${new URL(page.url()).hash}`);
    await expect
      .poll(() => fresh.getByRole('row').filter({ hasText: '1,089' }).count(), { timeout: 10_000 })
      .toBeGreaterThan(0);
    await page.context().close();
    await fresh.context().close();
  });
});
