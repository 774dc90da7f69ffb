// The two pictures of the Earth. Does not prove that the land of the base map is drawn rightly.
import { geoArea } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '../../src/record/model.ts';
import { INSET_BOX, SEAM, insetOutline, insetPicture, worldPicture, type Picture } from '../../src/scene/projection.ts';
import { archive } from '../the-record.ts';

const size = { width: 1200, height: 600 };
const world = worldPicture(size);
const inset = insetPicture({ width: 320, height: 300 });

/** Area of a polygon in square px (shoelace). */
const areaOn = (picture: Picture, ring: readonly LonLat[]) => {
  const points = ring.map((p) => picture.project(p));
  return (
    Math.abs(
      points.reduce(
        (sum, [x, y], i) => sum + x * points[(i + 1) % points.length]![1] - points[(i + 1) % points.length]![0] * y,
        0,
      ),
    ) / 2
  );
};
/** A box of degrees as a dense ring along great circles, so that both areas mean the same polygon. */
const boxRing = (west: number, south: number, east: number, north: number): LonLat[] => {
  const side = (a: LonLat, b: LonLat): LonLat[] =>
    Array.from({ length: 60 }, (_, i) => [a[0] + ((b[0] - a[0]) * i) / 60, a[1] + ((b[1] - a[1]) * i) / 60]);
  return [
    ...side([west, south], [west, north]),
    ...side([west, north], [east, north]),
    ...side([east, north], [east, south]),
    ...side([east, south], [west, south]),
  ];
};
const sphereArea = (ring: readonly LonLat[]) =>
  geoArea({ type: 'Polygon', coordinates: [[...ring, ring[0]!] as [number, number][]] });
const COUNTRIES: readonly (readonly [string, LonLat[]])[] = [
  ['Korea', boxRing(125, 34, 130, 43)],
  ['Yucatán', boxRing(-91, 18, -87, 21.5)],
  ['Kazakhstan', boxRing(50, 41, 85, 55)],
  ['Hawaii', boxRing(-160, 19, -155, 22)],
  ['Argentina', boxRing(-70, -45, -58, -25)],
  [
    'the Bering Sea, across 180°',
    boxRing(175, 52, 195, 62).map(([lon, lat]): LonLat => [lon > 180 ? lon - 360 : lon, lat]),
  ],
];

describe('areas are true', () => {
  const [, korea] = COUNTRIES[0]!;
  test.each(COUNTRIES)('on the world %s is as large against Korea as on the Earth', (_, ring) => {
    expect(areaOn(world, ring) / areaOn(world, korea) / (sphereArea(ring) / sphereArea(korea))).toBeCloseTo(1, 2);
  });
  test('in the window on North-East Asia, Sakhalin’s square is as large against Kyushu’s as on the Earth', () => {
    const [south, north] = [boxRing(129, 32.5, 133, 35.5), boxRing(138, 44, 142, 47)];
    expect(areaOn(inset, north) / areaOn(inset, south) / (sphereArea(north) / sphereArea(south))).toBeCloseTo(1, 2);
  });
});

describe('the seam', () => {
  test('lies at 30° W: a step over it goes from the right edge of the picture to the left', () => {
    const [east, west] = [world.project([SEAM + 0.01, 10]), world.project([SEAM - 0.01, 10])];
    expect(SEAM).toBe(-30);
    expect(east[0]).toBeLessThan(size.width * 0.1);
    expect(west[0]).toBeGreaterThan(size.width * 0.9);
    expect(east[1]).toBeCloseTo(west[1], 1);
  });
  test('and nowhere else: eastward on a parallel x only grows', () => {
    for (const lat of [-40, 0, 37.5, 60]) {
      let before = -Infinity;
      for (let turn = 0.01; turn < 360; turn += 0.5) {
        const lon = SEAM + turn > 180 ? SEAM + turn - 360 : SEAM + turn;
        const [x] = world.project([lon, lat]);
        expect(x).toBeGreaterThan(before);
        before = x;
      }
    }
  });
  test('a line over it is drawn in two pieces, one over the Pacific in one', () => {
    const pieces = (line: LonLat[]) =>
      world.draw({ type: 'LineString', coordinates: line as [number, number][] }).match(/M/g)?.length;
    expect(
      pieces([
        [-46.3, -23.9],
        [9.99, 5],
      ]),
    ).toBe(2);
    expect(
      pieces([
        [139.6, 35.4],
        [-157.9, 21.3],
      ]),
    ).toBe(1);
  });
  test('every place to which people travelled lies on the picture, and every other within a thumb’s width of it', () => {
    const travelled = new Set([...archive.routes.values()].flatMap((r) => r.legs.flatMap((l) => [l.from, l.to])));
    for (const { id, at } of archive.places.values()) {
      if (!at) continue;
      const [x, y] = world.project(at);
      const air = travelled.has(id) ? 0 : 40;
      expect(x >= -air && x <= size.width + air && y >= -air && y <= size.height + air, `${id} at ${x}, ${y}`).toBe(
        true,
      );
    }
  });
  test.each([
    [360, 640],
    [1200, 600],
    [1920, 1080],
    [800, 200],
  ])('a stage of %d by %d holds both Lisbon’s meridian and Vitória', (width, height) => {
    const picture = worldPicture({ width, height });
    for (const at of [
      [-9, 38.7],
      [-40.34, -20.32],
      [126.98, 37.57],
      [-58.4, -34.6],
      [25, 60],
    ] as const) {
      const [x, y] = picture.project(at);
      expect(x >= 0 && x <= width && y >= 0 && y <= height, `${at}`).toBe(true);
    }
  });
  test('the window shows Seoul, Vladivostok, Osaka and Toyohara, and its outline closes', () => {
    for (const at of [
      [126.98, 37.57],
      [131.9, 43.1],
      [135.5, 34.7],
      [142.4, 47],
    ] as const) {
      const [x, y] = inset.project(at);
      expect(x >= -1 && x <= 321 && y >= -1 && y <= 301, `${at}`).toBe(true);
    }
    const ring = (insetOutline() as unknown as { coordinates: LonLat[] }).coordinates;
    expect(ring[0]).toEqual([INSET_BOX[0], INSET_BOX[3]]);
    expect(ring.at(-1)).toEqual(ring[0]);
  });
});
