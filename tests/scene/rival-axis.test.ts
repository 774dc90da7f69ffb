// Rival numbers on an axis. Does not prove that the rivals are about the same thing.
import { describe, expect, test } from 'vitest';
import { rivalAxis } from '../../src/scene/rival-axis.ts';

const claim = (value: number | undefined, preferred = false, low?: number, high?: number) => ({
  value,
  low,
  high,
  preferred,
});

describe('rivals on one axis', () => {
  test('1,033, 1,035 and 1,046 on the Ilford: least left, most right, in proportion', () => {
    const axis = rivalAxis([claim(1033, true), claim(1035), claim(1046)], 260)!;
    expect([axis.least, axis.most]).toEqual([1033, 1046]);
    expect(axis.marks.map((m) => m.x)[0]).toBe(8);
    expect(axis.marks.map((m) => m.x)[2]).toBe(252);
    expect((axis.marks[1]!.x - 8) / (252 - 8)).toBeCloseTo(2 / 13, 9);
    expect(axis.marks.filter((m) => m.preferred).length).toBe(1);
  });
  test('a range reaches to its ends; words have no place; one number or equal ones need no axis', () => {
    const axis = rivalAxis([claim(10, false, 5, 20), claim(12), claim(undefined)], 100)!;
    expect(axis.marks.length).toBe(2);
    expect([axis.marks[0]!.from, axis.marks[0]!.until]).toEqual([8, 92]);
    expect(rivalAxis([claim(7), claim(undefined)], 100)).toBeUndefined();
    expect(rivalAxis([claim(7), claim(7)], 100)).toBeUndefined();
  });
});
