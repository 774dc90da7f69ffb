// Every place that people left from or came to stands on land, and the seas between them do not. Does not prove the coast line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { DATA } from '../../src/tools/files.ts';

const landOf = (name: string) => {
  const file = JSON.parse(readFileSync(join(DATA, 'basemap', `${name}.json`), 'utf8')) as Topology<{
    land: GeometryCollection;
  }>;
  const land = feature(file, file.objects.land);
  return (at: [number, number]) => geoContains(land as never, at);
};

const TOWNS: Record<string, [number, number]> = {
  seoul: [127.0, 37.55],
  harbin: [126.6, 45.75],
  yanji: [129.5, 42.9],
  shenyang: [123.4, 41.8],
  tokyo: [139.5, 35.8],
  khabarovsk: [135.0, 48.4],
};
const WATERS: Record<string, [number, number]> = {
  'between Busan and Hakata': [129.7, 34.4],
  'between Incheon and Shandong': [123.5, 36.5],
  'off Wonsan': [130.5, 39.5],
  'south of Kyushu': [131, 29],
};
describe.each(['land', 'land-fine', 'land-north-east-asia'])('%s', (name) => {
  const holds = landOf(name);
  test.each(Object.entries(TOWNS))('%s is on land', (_, at) => expect(holds(at)).toBe(true));
  test.each(Object.entries(WATERS))('%s is water', (_, at) => expect(holds(at)).toBe(false));
});
test('the world has Honolulu’s island, Yucatán, São Paulo and the Ruhr', () => {
  const holds = landOf('land-fine');
  for (const at of [
    [-157.98, 21.47],
    [-89.5, 20.6],
    [-46.8, -23.5],
    [7.1, 51.5],
  ] as [number, number][])
    expect(holds(at)).toBe(true);
});
