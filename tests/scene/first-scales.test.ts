// The two scales of the first view do what d3-scale does. Does not prove that a lane is well drawn.
import { scaleLinear, scaleSqrt } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineScale, rootScale } from '../../src/scene/first-scales.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(b)));
describe('scales', () => {
  test('a line is d3’s linear scale, back and forth, with the same ticks', () => {
    fc.assert(
      fc.property(
        number,
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 1, max: 4000, noNaN: true }),
        number,
        (a, span, width, v) => {
          const [own, d3] = [lineScale([a, a + span], [0, width]), scaleLinear([a, a + span], [0, width])];
          close(own(v), d3(v));
          close(own.invert(width / 3), d3.invert(width / 3));
          expect(own.ticks(7)).toEqual(d3.ticks(7));
        },
      ),
      { seed: 1860 },
    );
  });
  test('a root is d3’s square-root scale', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 3e6, noNaN: true }),
        fc.double({ min: 1, max: 400, noNaN: true }),
        fc.double({ min: 0, max: 3e6, noNaN: true }),
        (top, height, v) => {
          const [own, d3] = [rootScale(top, height), scaleSqrt([0, top], [0, height])];
          close(own(v), d3(v));
          close(own.invert(height / 2), d3.invert(height / 2));
          expect(own.ticks(3)).toEqual(d3.ticks(3));
        },
      ),
      { seed: 1905 },
    );
  });
});
