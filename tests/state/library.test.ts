// Files as they come, late, twice or not at all. Does not prove that the server has them.
import { describe, expect, test } from 'vitest';
import { Library } from '../../src/state/library.svelte.ts';
import { HandFetch, recordFile, settled, wave } from './fixture.ts';

const open = () => {
  const hand = new HandFetch();
  return { hand, library: new Library(hand.fetch) };
};

describe('a file', () => {
  test('is idle, loading, ready, and asked for once', async () => {
    const { hand, library } = open();
    const file = library.texts('ko');
    expect([file.status, file.value]).toEqual(['idle', undefined]);
    const coming = file.load();
    expect(file.status).toBe('loading');
    await hand.come('ko/core');
    expect([file.status, file.value?.lang]).toEqual(['ready', 'ko']);
    expect(await coming).toBe(file.value);
    expect(await file.load()).toBe(file.value);
    expect(hand.asked).toEqual(['ko/core']);
  });
  test('is the same for two who ask at once, and neither is told that there is none', async () => {
    const { hand, library } = open();
    const both = [library.texts('ko').load(), library.texts('ko').load()];
    await hand.come('ko/core');
    const [a, b] = await Promise.all(both);
    expect(a?.lang).toBe('ko');
    expect(b).toBe(a);
    expect(hand.asked).toEqual(['ko/core']);
  });
  test('that did not come says so, rejects nothing, and can be tried again', async () => {
    const { hand, library } = open();
    const file = library.basemap('land');
    const coming = file.load();
    await hand.fail('basemap/land');
    expect([await coming, file.status]).toEqual([undefined, 'failed']);
    const again = file.load();
    expect(file.status).toBe('loading');
    await hand.come('basemap/land');
    expect([await again, file.status]).toEqual([{ objects: {} }, 'ready']);
    expect(hand.asked.length).toBe(2);
  });
  test.each([
    ['core', (l: Library) => l.core],
    ['ko/core', (l: Library) => l.texts('ko')],
    ['waves/hawaii', (l: Library) => l.waveRecord(wave('hawaii'))],
    ['ko/hawaii', (l: Library) => l.waveText(wave('hawaii'), 'ko')],
    ['basemap/land', (l: Library) => l.basemap('land')],
  ] as const)('%s that holds something else has failed, and the page lives on', async (name, of) => {
    for (const content of [undefined, null, 'a page of the hotel’s network', {}, [], 42]) {
      const { hand, library } = open();
      const file = of(library);
      void file.load();
      await hand.come(name, content ?? null);
      expect([name, content, file.status, file.value]).toEqual([name, content, 'failed', undefined]);
    }
  });
  test.each(['core', 'waves/hawaii', 'en/hawaii', 'en/core'])('%s as the record gives it is ready', async (name) => {
    const library = new Library(async (n) => recordFile(n));
    const file = {
      core: library.core,
      'waves/hawaii': library.waveRecord(wave('hawaii')),
      'en/hawaii': library.waveText(wave('hawaii'), 'en'),
      'en/core': library.texts('en'),
    }[name]!;
    await file.load();
    await settled();
    expect(file.status).toBe('ready');
  });
});
