/**
 * `npm run basemap`: makes the base maps of `data/basemap/` from Natural Earth (public domain, through world-atlas).
 * `land.json` for the first view, `land-north-east-asia.json` for the window, `land-fine.json` for when the camera comes near.
 * `us-states.json`: the lines between the states of today, from the US Census Bureau (public domain, through us-atlas).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { feature, mesh, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { DATA } from './files.ts';

type Land = Topology<{ land: GeometryCollection }>;
const read = (scale: string) =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/land-${scale}.json`), 'utf8')) as Land;

/** Polygons of a topology, one by one. */
function polygonsOf(land: Land): GeoJSON.Position[][][] {
  return feature(land, land.objects.land).features.flatMap((f) =>
    f.geometry.type === 'MultiPolygon'
      ? f.geometry.coordinates
      : f.geometry.type === 'Polygon'
        ? [f.geometry.coordinates]
        : [],
  );
}

function write(name: string, polygons: GeoJSON.Position[][][], smallest: number, grid: number): void {
  const land = topology({
    land: { type: 'GeometryCollection', geometries: [{ type: 'MultiPolygon', coordinates: polygons }] } as never,
  }) as unknown as Land;
  const simple = simplify(presimplify(land as never), smallest) as unknown as Land;
  const kept = feature(simple, simple.objects.land).features.flatMap((f) =>
    f.geometry.type === 'MultiPolygon' ? f.geometry.coordinates : [],
  );
  const rings = kept.filter((p) => p[0]!.length > 4 || smallest < 0.0005);
  const out = quantize(topology({ land: { type: 'MultiPolygon', coordinates: rings } as never }) as never, grid);
  const text = JSON.stringify(out);
  writeFileSync(join(DATA, 'basemap', `${name}.json`), text);
  console.log(`${name}: ${rings.length} polygons, ${Math.round(text.length / 1000)} kB`);
}

/** South of this no one of the record went: Antarctica is left out. Degrees. */
const SOUTHERNMOST = -60;
const inhabited = (p: GeoJSON.Position[][]) => p[0]!.some(([, lat]) => lat! > SOUTHERNMOST);

/** Cuts a ring to a box by clamping: the window shows only the middle of it, so that the false edges lie outside. */
function clampTo([west, south, east, north]: [number, number, number, number]) {
  // Counted eastward from the mid-Atlantic: Eurasia reaches beyond 180°.
  const eastward = (lon: number) => (lon < -30 ? lon + 360 : lon);
  return (polygons: GeoJSON.Position[][][]) =>
    polygons
      .filter((p) =>
        p[0]!.some(([lon, lat]) => {
          const x = eastward(lon!);
          return x >= west && x <= east && lat! >= south && lat! <= north;
        }),
      )
      .map((p) => [
        p[0]!.map(([lon, lat]): GeoJSON.Position => [
          Math.max(west, Math.min(east, eastward(lon!))),
          Math.max(south, Math.min(north, lat!)),
        ]),
      ])
      .map(([ring]) => [ring!.filter(([x, y], i, all) => i === 0 || x !== all[i - 1]![0] || y !== all[i - 1]![1])])
      .filter(([ring]) => ring!.length > 3);
}

write('land', polygonsOf(read('110m')).filter(inhabited), 0.06, 5000);
write('land-fine', polygonsOf(read('50m')).filter(inhabited), 0.002, 20_000);
write('land-north-east-asia', clampTo([104, 20, 158, 60])(polygonsOf(read('50m'))), 0.0012, 6000);

type States = Topology<{ states: GeometryCollection }>;
/** Lines between two states, coasts and outer borders left out, as an object named states. */
function writeStates(name: string, smallest: number, grid: number): void {
  const path = createRequire(import.meta.url).resolve('us-atlas/states-10m.json');
  const simple = simplify(presimplify(JSON.parse(readFileSync(path, 'utf8')) as never), smallest) as unknown as States;
  const lines = mesh(simple, simple.objects.states as never, (a, b) => a !== b);
  const out = quantize(topology({ states: lines } as never) as never, grid);
  const text = JSON.stringify(out);
  writeFileSync(join(DATA, 'basemap', `${name}.json`), text);
  console.log(`${name}: ${lines.coordinates.length} lines, ${Math.round(text.length / 1000)} kB`);
}
writeStates('us-states', 0.0004, 10_000);
