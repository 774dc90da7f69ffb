// The map of making in a real browser: which plants stand on it, their sources, the filter, the table, and that no promise is ever added up.
// Does not prove that a sign can be told from another at a glance: that was looked at.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawText, RawWave } from '../../src/record/raw.ts';
import { DATA } from '../../src/tools/files.ts';
import { formatAmount } from '../../src/words/plant-rows.ts';
import { LANGS, formatNumber } from '../../src/words/number.ts';
import { seeded } from '../the-record.ts';
import { seriousProblems } from './axe.ts';
import { Atlas } from './atlas.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await Atlas.open();
});
afterAll(() => atlas?.close());

const readJson = <T>(path: string) => JSON.parse(readFileSync(join(DATA, path), 'utf8')) as T;
const wave = readJson<RawWave>('waves/us-manufacturing.json');
const plants = wave.plants!;
type Plant = (typeof plants)[number];
const names = readJson<RawText>('text/en/us-manufacturing.json').plants!;
/** ISO dates compare as text; a year alone comes before all of its days. Where the slider stands in 2025. */
const NOW = '2025-07-02';
const dated = plants.filter((p) => (p.announced ?? p.opened ?? '9999') <= NOW);
const idsOf = (list: readonly Plant[]) => list.map((p) => p.id as string).sort();

const onMap = async (page: Page) =>
  (await page.locator('.map [data-plant]').evaluateAll((all) => all.map((g) => g.getAttribute('data-plant')!))).sort();
const inColumn = async (page: Page) =>
  (await page.locator('aside li[id^="plant-"]').evaluateAll((all) => all.map((li) => li.id.slice(6)))).sort();
const VIEW = '?lang=en#wave=us-manufacturing&at=2025';

/** Every sum that a careless hand might have printed, unless the record has the same number for something else. */
function forbidden(field: 'jobsPromised' | 'investment'): number[] {
  const groups = [() => 'all', ...(['state', 'sector', 'status', 'company'] as const).map((k) => (p: Plant) => p[k])];
  const sums = new Set<number>();
  // Of all of them, and of those on the map in 2025.
  for (const list of [plants, dated])
    for (const keyOf of groups) {
      const by = new Map<string, number[]>();
      for (const p of list) if (p[field] !== null) by.set(keyOf(p), [...(by.get(keyOf(p)) ?? []), p[field]]);
      for (const values of by.values()) if (values.length > 1) sums.add(values.reduce((a, b) => a + b, 0));
    }
  const told = JSON.stringify([
    wave,
    readJson('text/en/us-manufacturing.json'),
    readJson('text/ko/us-manufacturing.json'),
  ]);
  const numbers = new Set(told.match(/\d[\d,]*(?:\.\d+)?/g)!.map((n) => Number(n.replaceAll(',', ''))));
  return [...sums].filter((n) => !numbers.has(n));
}
const sums = [
  ...forbidden('jobsPromised').flatMap((n) => [String(n), ...LANGS.map((l) => formatNumber(n, l))]),
  ...forbidden('investment').flatMap((n) => [
    String(n),
    ...LANGS.flatMap((l) => [formatNumber(n, l), formatAmount(n, l)]),
  ]),
];
function expectNoSum(text: string) {
  const found = sums.filter((s) => new RegExp(`(?<![\\d.,])${s.replaceAll('.', '\\.')}(?![\\d]|[.,]\\d)`).test(text));
  expect(found).toEqual([]);
}

describe('the map of making', () => {
  test('there is something to add up, so that the search for sums means something', () => {
    expect(sums.length).toBeGreaterThan(60);
    expect(() => expectNoSum(`in all ${sums[0]} jobs`)).toThrow();
    expect(dated).toHaveLength(29);
  });

  test('in 2025 it shows just the plants that the record dates by then, each with its sources in the column', async () => {
    const { page, errors } = await atlas.visit(VIEW);
    await expect.poll(() => onMap(page), { timeout: 10_000 }).toEqual(idsOf(dated));
    expect(await inColumn(page)).toEqual(idsOf(dated));
    expectNoSum(await page.locator('body').innerText());
    const dice = seeded(1902);
    const left = [...plants];
    for (let i = 0; i < 10; i++) {
      const [p] = left.splice(Math.floor(dice() * left.length), 1) as [Plant];
      const item = page.locator(`[id="plant-${p.id}"]`);
      expect(await item.count(), p.id).toBe(dated.includes(p) ? 1 : 0);
      if (!dated.includes(p)) continue;
      expect(await item.innerText()).toContain(names[p.id]!.name);
      await item.getByRole('button').first().click();
      const list = item.locator('dl ol > li');
      await expect.poll(() => list.count(), { message: p.id }).toBe(p.sources.length);
      expect(await item.innerText()).toContain(names[p.id]!.note!);
    }
    expectNoSum(await page.locator('body').innerText());
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('state lines are drawn, and the legend says that they are those of today and that jobs are promised', async () => {
    const { page } = await atlas.visit(VIEW);
    await expect
      .poll(async () => ((await page.locator('.state-lines').getAttribute('d')) ?? '').length, { timeout: 10_000 })
      .toBeGreaterThan(1000);
    const map = await page.locator('.map').innerText();
    expect(map).toContain('State lines of today');
    expect(map).toContain('Jobs promised');
    expect(map).toContain('spring 2026');
    const { page: other } = await atlas.visit('?lang=en#wave=hawaii&at=1904');
    await other.waitForTimeout(400);
    expect(await other.locator('.state-lines, [data-plant]').count()).toBe(0);
    await page.context().close();
    await other.context().close();
  });

  test('a filter by sector changes map and list alike and is kept in the address', async () => {
    const { page } = await atlas.visit(VIEW);
    await expect.poll(() => onMap(page), { timeout: 10_000 }).toHaveLength(dated.length);
    await page.locator('aside summary', { hasText: 'Filter' }).click();
    await page.locator('aside').getByRole('checkbox', { name: 'cars', exact: true }).check();
    const cars = idsOf(dated.filter((p) => p.sector === 'cars'));
    await expect.poll(() => onMap(page)).toEqual(cars);
    expect(await inColumn(page)).toEqual(cars);
    await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toContain('plants=sectors:cars');
    const { page: fresh } = await atlas.visit(`?lang=en${new URL(page.url()).hash}`);
    await expect.poll(() => onMap(fresh), { timeout: 10_000 }).toEqual(cars);
    await page.locator('aside').getByRole('button', { name: 'Show all', exact: true }).click();
    await expect.poll(() => onMap(page)).toHaveLength(dated.length);
    expect(new URL(page.url()).hash).not.toContain('plants=');
    await page.context().close();
    await fresh.context().close();
  });

  test.each([
    ['laptop', { width: 1280, height: 800 }],
    ['phone', { width: 390, height: 844 }],
  ])('on a %s a press on a sign opens the plant in the column, and the camera stays', async (_, viewport) => {
    const { page } = await atlas.visit(VIEW, { viewport });
    const sign = page.locator('[data-plant="hmgma"]');
    await expect.poll(() => sign.count(), { timeout: 10_000 }).toBe(1);
    const camera = () => page.locator('.map svg g').first().getAttribute('transform');
    const before = await camera();
    await sign.click();
    const item = page.locator('#plant-hmgma');
    await expect.poll(() => item.getByRole('button').first().getAttribute('aria-expanded')).toBe('true');
    await expect
      .poll(() =>
        item
          .getByRole('button')
          .first()
          .evaluate((b) => b === document.activeElement),
      )
      .toBe(true);
    const box = (await item.boundingBox())!;
    expect(box.y).toBeGreaterThan(0);
    expect(box.y).toBeLessThan(viewport.height - 60);
    expect(await item.innerText()).toContain('8,500 jobs promised');
    expect(await camera()).toBe(before);
    await page.context().close();
  });

  test('signs are reached by key: arrows go from one to the next and leave the year alone, Enter opens', async () => {
    const { page } = await atlas.visit(VIEW);
    await expect.poll(() => onMap(page), { timeout: 10_000 }).toHaveLength(dated.length);
    const stops = page.locator('[data-plant][tabindex="0"]');
    expect(await stops.count()).toBe(1);
    await stops.focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-plant'));
    const first = await focused();
    expect(first).toBe('lges-az');
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    expect(second).not.toBe(first);
    expect(await page.getByRole('slider', { name: 'Year', exact: true }).inputValue()).toBe('2025');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(first);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('#plant-lges-az').getByRole('button').first().getAttribute('aria-expanded'))
      .toBe('true');
    await page.context().close();
  });

  test.each([
    ['phone', 390, 844, 'en'],
    ['laptop', 1280, 800, 'ko'],
    ['projector', 1920, 1080, 'en'],
  ])('on a %s no name of a plant lies over another name or leaves the map', async (_, width, height, lang) => {
    const theme = width === 1920 ? 'projector' : 'light';
    for (const year of [2010, 2025, 2026]) {
      const { page } = await atlas.visit(`?lang=${lang}&theme=${theme}#wave=us-manufacturing&at=${year}`, {
        viewport: { width, height },
      });
      await expect.poll(() => page.locator('.plants .names text').count(), { timeout: 10_000 }).toBeGreaterThan(3);
      await page.waitForTimeout(200);
      const faults = await page.evaluate(() => {
        const map = document.querySelector('.map')!.getBoundingClientRect();
        const words = [...document.querySelectorAll('.map > svg.over text, .plants .names text')].map((t) => ({
          text: t.textContent,
          box: t.getBoundingClientRect(),
        }));
        return words.flatMap(({ text, box }, i) => [
          ...(box.left < map.left - 1 ||
          box.right > map.right + 1 ||
          box.top < map.top - 1 ||
          box.bottom > map.bottom + 1
            ? [`${text} leaves`]
            : []),
          ...words
            .slice(0, i)
            .flatMap((other) =>
              box.left >= other.box.right - 1 ||
              other.box.left >= box.right - 1 ||
              box.top >= other.box.bottom - 2 ||
              other.box.top >= box.bottom - 2
                ? []
                : [`${text} over ${other.text}`],
            ),
        ]);
      });
      expect(faults, String(year)).toEqual([]);
      await page.context().close();
    }
  });
});

describe('the table of plants', () => {
  test.each(['en', 'ko'])('has all 31, sorts, and neither table nor CSV nor JSON has a sum: %s', async (lang) => {
    const { page, errors } = await atlas.visit(`?lang=${lang}#page=plants`);
    const rows = page.locator('table').first().locator('tbody tr');
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(plants.length);
    for (const d of await page.locator('.page tbody details summary').all()) await d.click();
    expectNoSum(await page.locator('.page').innerText());

    const heading = page.locator('thead').first().getByRole('columnheader').nth(10);
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(await rows.first().innerText()).toContain('8,500');
    // What is not known comes last, whichever way.
    expect(await rows.last().locator('td').nth(9).innerText()).toBe('—');

    for (const [name, form] of [
      ['CSV', 'csv'],
      ['JSON', 'json'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.locator('.take').getByRole('button', { name }).click();
      const text = readFileSync(await (await download).path(), 'utf8');
      expectNoSum(text);
      for (const p of plants) expect(text, form).toContain(p.id);
      if (form === 'csv') expect(text.trim().split('\n')).toHaveLength(plants.length + 1);
      else expect((JSON.parse(text) as { plants: unknown[] }).plants).toHaveLength(plants.length);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('has the filter of the map, and below it the Koreans counted in these states with year, status and evidence', async () => {
    const { page } = await atlas.visit('?lang=en#page=plants&plants=states:GA');
    const rows = page.locator('table').first().locator('tbody tr');
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(plants.filter((p) => p.state === 'GA').length);
    const counted = page.locator('table').nth(1);
    const georgia = counted.locator('tr').filter({ hasText: '60,836' });
    expect(await georgia.innerText()).toMatch(/2010[\s\S]*60,836[\s\S]*counted/);
    await georgia.getByRole('button').click();
    await expect.poll(() => counted.locator('dl').count(), { timeout: 10_000 }).toBe(1);
    expect(await counted.locator('dl').innerText()).toContain('Koreans in Georgia');
    await page.context().close();
  });
});

describe('everyone', () => {
  test.each(['light', 'dark', 'projector'])(
    'axe finds nothing serious or critical on map and page: %s',
    async (theme) => {
      for (const [lang, hash] of [
        ['en', '#wave=us-manufacturing&at=2026'],
        ['ko', '#wave=us-manufacturing&at=2025'],
        ['en', '#page=plants'],
        ['ko', '#page=plants&plants=sectors:cars'],
      ]) {
        const { page } = await atlas.visit(`?lang=${lang}&theme=${theme}${hash}`);
        await page.waitForTimeout(500);
        expect(await seriousProblems(page), `${lang} ${hash}`).toEqual([]);
        await page.context().close();
      }
    },
  );
  test('at 320 px nothing scrolls sideways', async () => {
    for (const hash of ['#wave=us-manufacturing&at=2025', '#page=plants']) {
      const { page } = await atlas.visit(hash, { viewport: { width: 320, height: 640 } });
      await page.waitForTimeout(400);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, hash).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });
});
