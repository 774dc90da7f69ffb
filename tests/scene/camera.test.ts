// Cameras over the picture. Does not prove that a hand on the map moves them (tests/browser does).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AT_REST,
  MAX_ZOOM,
  MIN_ZOOM,
  betweenCameras,
  cameraOn,
  clampCamera,
  toScreen,
  worldPicture,
  zoomAbout,
  type Camera,
  type XY,
} from '../../src/scene/projection.ts';
import { core } from '../the-record.ts';
import { distance } from './slow.ts';

const size = { width: 1200, height: 600 };
const world = worldPicture(size);

describe('cameras', () => {
  const camera = fc
    .record({
      k: fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true }),
      x: fc.double({ min: -30000, max: 500, noNaN: true }),
      y: fc.double({ min: -15000, max: 300, noNaN: true }),
    })
    .map((c) => clampCamera(c, size));
  const point = fc.tuple(
    fc.double({ min: 0, max: 1200, noNaN: true }),
    fc.double({ min: 0, max: 600, noNaN: true }),
  ) as fc.Arbitrary<XY>;
  test.each(core.waves.map((w) => [w.id, w.box] as const))(
    'the camera on %s shows all four corners of its box',
    (_, box) => {
      const [w, s, e, n] = box;
      const view = cameraOn(box, world);
      for (const at of [
        [w, s],
        [w, n],
        [e, s],
        [e, n],
      ] as const) {
        const [x, y] = toScreen(world.project(at), view);
        expect(
          x >= -1 && x <= size.width + 1 && y >= -1 && y <= size.height + 1,
          `${at} at ${x}, ${y}, ×${view.k}`,
        ).toBe(true);
      }
      // And wastes no room: the box fills the stage one way, but for the margins.
      const xs = [w, e].flatMap((lon) => [s, (s + n) / 2, n].map((lat) => toScreen(world.project([lon, lat]), view)));
      const [wide, tall] = [0, 1].map((i) => Math.max(...xs.map((p) => p[i]!)) - Math.min(...xs.map((p) => p[i]!)));
      if (view.k > MIN_ZOOM && view.k < MAX_ZOOM)
        expect(Math.max(wide! / size.width, tall! / size.height)).toBeGreaterThan(0.7);
    },
  );
  test('a way between two cameras begins at one and ends at the other', () => {
    fc.assert(
      fc.property(camera, camera, (a, b) => {
        for (const [t, c] of [
          [0, a],
          [1, b],
        ] as const) {
          const there = betweenCameras(a, b, t, size);
          expect(there.k).toBeCloseTo(c.k, 6);
          expect(Math.abs(there.x - c.x)).toBeLessThan(1e-3);
          expect(Math.abs(there.y - c.y)).toBeLessThan(1e-3);
        }
        const half = betweenCameras(a, b, 0.5, size);
        expect(half.k).toBeCloseTo(Math.sqrt(a.k * b.k), 6);
        expect(Number.isFinite(half.x) && Number.isFinite(half.y)).toBe(true);
      }),
      { seed: 1904 },
    );
  });
  test('between equal zooms the eye goes straight, and between equal cameras nowhere', () => {
    const [a, b]: Camera[] = [
      { k: 3, x: -100, y: -50 },
      { k: 3, x: -300, y: -250 },
    ];
    expect(betweenCameras(a!, b!, 0.25, size)).toEqual({
      k: 3,
      x: expect.closeTo(-150, 6),
      y: expect.closeTo(-100, 6),
    });
    expect(betweenCameras(a!, a!, 0.5, size)).toEqual({ k: 3, x: expect.closeTo(-100, 6), y: expect.closeTo(-50, 6) });
  });
  test('zooming keeps the place under the pointer, wherever the picture may still move', () => {
    fc.assert(
      fc.property(camera, point, fc.double({ min: 0.2, max: 5, noNaN: true }), (c, at, factor) => {
        const after = zoomAbout(c, factor, at, size);
        const k = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, c.k * factor));
        expect(after.k).toBeCloseTo(k, 9);
        const free: Camera = { k, x: at[0] - ((at[0] - c.x) * k) / c.k, y: at[1] - ((at[1] - c.y) * k) / c.k };
        const held = clampCamera(free, size);
        if (Math.abs(held.x - free.x) > 1e-6 || Math.abs(held.y - free.y) > 1e-6) return;
        const base: XY = [(at[0] - c.x) / c.k, (at[1] - c.y) / c.k];
        expect(distance(toScreen(base, after) as [number, number], at as [number, number])).toBeLessThan(1e-3);
      }),
      { seed: 1965 },
    );
  });
  test('in the middle of the stage zooming in keeps the place', () => {
    const after = zoomAbout({ k: 2, x: -600, y: -300 }, 2, [600, 300], size);
    expect(after).toEqual({ k: 4, x: -1800, y: -900 });
  });
  test('no camera shows more or less than the zoom allows, nor a stage that is mostly empty', () => {
    fc.assert(
      fc.property(
        fc.record({
          k: fc.double({ min: -5, max: 500, noNaN: true }),
          x: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
          y: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        }),
        (c) => {
          const held = clampCamera(c, size);
          expect(held.k).toBeGreaterThanOrEqual(MIN_ZOOM);
          expect(held.k).toBeLessThanOrEqual(MAX_ZOOM);
          expect(clampCamera(held, size)).toEqual(held);
          // At least half of the stage is picture, in both directions.
          expect(Math.min(size.width, held.x + size.width * held.k) - Math.max(0, held.x)).toBeGreaterThanOrEqual(
            size.width / 2,
          );
          expect(Math.min(size.height, held.y + size.height * held.k) - Math.max(0, held.y)).toBeGreaterThanOrEqual(
            size.height / 2,
          );
        },
      ),
      { seed: 1910 },
    );
    expect(clampCamera({ k: 1, x: 50, y: -50 }, size)).toEqual(AT_REST);
  });
});
