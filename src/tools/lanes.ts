/** `npm run lanes`: finds a sea lane for every leg by sea that has none yet, and adds it to `data/lanes.json`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LonLat } from '../record/model.ts';
import type { RawLanes, RawPlaces, RawWave } from '../record/raw.ts';
import { DATA, readData } from './files.ts';
import { Land, Sea, landOnTheWay } from './sea.ts';

const file = join(DATA, 'lanes.json');
const known = JSON.parse(readFileSync(file, 'utf8')) as RawLanes;
const { files } = readData();
const places = new Map((files['places.json'] as RawPlaces).places.map((p) => [p.id as string, p.at]));
const key = (a: string, b: string) => [a, b].sort().join(' ');
const have = new Set(known.lanes.filter((l) => l.mode === 'sea').map((l) => key(...l.between)));
const lanes = [...known.lanes];

const land = new Land();
const sea = new Sea(land);
for (const wave of Object.entries(files)
  .filter(([f]) => f.startsWith('waves/'))
  .map(([, w]) => w as RawWave))
  for (const route of wave.routes)
    for (let i = 1; i < route.stops.length; i++) {
      const mode = Array.isArray(route.mode) ? route.mode[i - 1] : route.mode;
      const [from, to] = [route.stops[i - 1]!, route.stops[i]!];
      const [a, b] = [places.get(from), places.get(to)];
      if (mode !== 'sea' || have.has(key(from, to)) || !a || !b) continue;
      have.add(key(from, to));
      const through = sea.findLane(a, b);
      if (!through) {
        console.error(`${wave.id} ${route.id}: no way by sea from ${from} to ${to}`);
        process.exitCode = 1;
        continue;
      }
      const line: LonLat[] = [a, ...through, b];
      console.log(`${from} – ${to}: ${through.length} points, ${Math.round(landOnTheWay(line, land))} km over land`);
      lanes.push({ mode: 'sea', between: [from, to], through: through as [number, number][] });
    }
const sorted = lanes.sort((a, b) =>
  `${a.mode} ${a.between.join(' ')}`.localeCompare(`${b.mode} ${b.between.join(' ')}`),
);
writeFileSync(file, `${JSON.stringify({ ...known, lanes: sorted }, null, 1)}\n`);
