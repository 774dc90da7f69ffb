// Where names stand on the map. Does not prove that a name is as wide as reckoned in the reader's own font.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, widthOf, type Label, type Wish } from '../../src/scene/labels.ts';
import { textsIn, core } from '../the-record.ts';

interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
const rectOf = (label: Label, wishes: readonly Wish[]): Rect => {
  const { height } = wishes.find((w) => w.id === label.id)!;
  return { x0: label.x, y0: label.y - height / 2, x1: label.x + label.width, y1: label.y + height / 2 };
};
const meet = (a: Rect, b: Rect) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
const size = { width: 800, height: 400 };
const wishes = fc
  .array(
    fc.record({
      x: fc.integer({ min: -50, max: 850 }),
      y: fc.integer({ min: -50, max: 450 }),
      width: fc.integer({ min: 5, max: 160 }),
      height: fc.integer({ min: 9, max: 22 }),
      weight: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 60 },
  )
  .map((list): Wish[] => list.map(({ x, y, ...rest }, i) => ({ id: `p${i}`, at: [x, y], ...rest })));
const rects = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 700 }),
      y: fc.integer({ min: 0, max: 300 }),
      w: fc.integer({ min: 1, max: 200 }),
      h: fc.integer({ min: 1, max: 150 }),
    }),
    { maxLength: 4 },
  )
  .map((list): Rect[] => list.map(({ x, y, w, h }) => ({ x0: x, y0: y, x1: x + w, y1: y + h })));

describe('labels', () => {
  test('never overlap each other, never what is taken, and never leave the stage', () => {
    fc.assert(
      fc.property(wishes, rects, (wanted, taken) => {
        const placed = placeLabels(wanted, size, taken).map((l) => rectOf(l, wanted));
        placed.forEach((a, i) => {
          expect(a.x0).toBeGreaterThanOrEqual(0);
          expect(a.y0).toBeGreaterThanOrEqual(0);
          expect(a.x1).toBeLessThanOrEqual(size.width);
          expect(a.y1).toBeLessThanOrEqual(size.height);
          for (const b of [...placed.slice(i + 1), ...taken]) expect(meet(a, b)).toBe(false);
        });
      }),
      { numRuns: 300, seed: 1903 },
    );
  });
  test('hide no other place, and stand beside their own', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        for (const label of placeLabels(wanted, size)) {
          const rect = rectOf(label, wanted);
          for (const w of wanted)
            if (w.id !== label.id && w.at[0] > rect.x0 && w.at[0] < rect.x1 && w.at[1] > rect.y0 && w.at[1] < rect.y1)
              expect.fail(`${label.id} hides ${w.id}`);
          const [x, y] = wanted.find((w) => w.id === label.id)!.at;
          expect(Math.max(rect.x0 - x, x - rect.x1, rect.y0 - y, y - rect.y1)).toBeLessThanOrEqual(8);
        }
      }),
      { numRuns: 200, seed: 1905 },
    );
  });
  test('each stands once, and only those that were asked for', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const ids = placeLabels(wanted, size).map((l) => l.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(wanted.some((w) => w.id === id)).toBe(true);
      }),
      { seed: 1937 },
    );
  });
  test('where only one has room, the heavier one has it, whichever comes first', () => {
    const at = [400, 200] as const;
    const narrow = { width: 110, height: 30 };
    const [light, heavy]: Wish[] = [
      { id: 'halt', at: [50, 15], width: 40, height: 14, weight: 1 },
      { id: 'Korea', at: [50, 15], width: 40, height: 14, weight: 9 },
    ];
    expect(placeLabels([light!, heavy!], narrow)[0]!.id).toBe('Korea');
    expect(placeLabels([heavy!, light!], narrow)[0]!.id).toBe('Korea');
    expect(placeLabels([{ id: 'alone', at, width: 60, height: 14, weight: 0 }], size)).toEqual([
      { id: 'alone', x: 407, y: 200, width: 60 },
    ]);
  });
  test('a place beyond the edge has no name, one at the right edge has it on its left', () => {
    expect(placeLabels([{ id: 'a', at: [-1, 100], width: 40, height: 14, weight: 1 }], size)).toEqual([]);
    expect(placeLabels([{ id: 'a', at: [790, 100], width: 60, height: 14, weight: 1 }], size)[0]!.x).toBeLessThan(
      790 - 60,
    );
  });
});

describe('the width of words', () => {
  test('하와이 is wider than its three letters of Latin would be, and twice the size is twice as wide', () => {
    expect(widthOf('하와이', 12)).toBeGreaterThan(widthOf('abc', 12) * 1.5);
    expect(widthOf('Honolulu', 24)).toBeCloseTo(2 * widthOf('Honolulu', 12), 9);
    expect(widthOf('', 12)).toBe(0);
  });
  test('every place has a width in both languages', () => {
    for (const texts of [textsIn('ko'), textsIn('en')])
      for (const id of core.places.keys()) expect(widthOf(texts.placeName(id), 12)).toBeGreaterThan(5);
  });
});
