// Sizes of the first view and script time of a frame. Timings are noisy: the limit is the issue's, the median is taken.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Atlas, LAPTOP } from './atlas.ts';

const SCRIPT_LIMIT = 90_000;
const ALL_LIMIT = 220_000;
const FRAME_LIMIT_MS = 4;

let atlas: Atlas;
beforeAll(async () => {
  atlas = await Atlas.open();
});
afterAll(() => atlas?.close());

describe('budgets', () => {
  test.each(['ko-KR', 'en-GB'])(
    'first view in %s: script ≤ 90 kB, everything ≤ 220 kB gzip, one host',
    async (locale) => {
      const context = await atlas.browser.newContext({ viewport: LAPTOP, locale });
      const page = await context.newPage();
      const files: { url: string; size: number; type: string }[] = [];
      const seen: Promise<void>[] = [];
      page.on('response', (response) =>
        seen.push(
          response.body().then(
            (body) =>
              void files.push({
                url: response.url(),
                size: /woff2$/.test(response.url()) ? body.length : gzipSync(body, { level: 9 }).length,
                type: response.headers()['content-type'] ?? '',
              }),
            () => undefined,
          ),
        ),
      );
      await page.goto(atlas.address);
      await page.waitForSelector('html[data-ready="true"]');
      await page.waitForTimeout(800);
      await Promise.all(seen);
      const script = files.filter((f) => f.type.includes('javascript')).reduce((a, f) => a + f.size, 0);
      const all = files.reduce((a, f) => a + f.size, 0);
      console.log(`first view, ${locale}: script ${script} B, all ${all} B in ${files.length} files (gzip)`);
      expect(script).toBeLessThanOrEqual(SCRIPT_LIMIT);
      expect(all).toBeLessThanOrEqual(ALL_LIMIT);
      expect(files.filter((f) => !f.url.startsWith(atlas.address) && !f.url.startsWith('data:'))).toEqual([]);
      await context.close();
    },
  );

  test('with all waves playing, script time a frame is at most 4 ms in the median, by the browser’s own trace', async () => {
    const { page } = await atlas.visit('#at=1936');
    const client = await page.context().newCDPSession(page);
    const events: { name: string; ph: string; ts: number; dur?: number; tid: number; pid: number }[] = [];
    client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as never[])));
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForTimeout(1000);
    await client.send('Tracing.start', {
      categories: 'devtools.timeline,disabled-by-default-devtools.timeline',
      transferMode: 'ReportEvents',
    });
    await page.waitForTimeout(5000);
    const done = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
    await client.send('Tracing.end');
    await done;
    // A frame's script: its animation-frame callback, with the microtasks in which Svelte's effects run.
    const frames = events.filter((e) => e.name === 'FireAnimationFrame' && e.dur !== undefined);
    const inside = events.filter(
      (e) => (e.name === 'RunMicrotasks' || e.name === 'v8.runMicrotasks') && e.dur !== undefined,
    );
    const times = frames
      .map((f) => {
        const after = inside.find((m) => m.tid === f.tid && m.ts >= f.ts + f.dur! && m.ts < f.ts + f.dur! + 2000);
        return (f.dur! + (after?.dur ?? 0)) / 1000;
      })
      .sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)]!;
    console.log(
      `script time a frame: median ${median.toFixed(2)} ms, p95 ${times[Math.floor(times.length * 0.95)]!.toFixed(2)} ms over ${times.length} frames`,
    );
    expect(times.length).toBeGreaterThan(30);
    expect(median).toBeLessThanOrEqual(FRAME_LIMIT_MS);
    await page.context().close();
  });
});
