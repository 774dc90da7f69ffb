/**
 * The sea as a grid, and the shortest way through it: A* over cells of 0.1°, then pulled taut along great circles.
 * Land is Natural Earth 1:50m. Used by the curator's `npm run lanes` and by the test that no ship crosses land.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoInterpolate } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { lengthKm } from '../record/earth.ts';
import type { LonLat } from '../record/model.ts';

/** Grid step in degrees, about 11 km at the equator. */
const STEP = 0.1;
const COLUMNS = Math.round(360 / STEP);
const ROWS = Math.round(180 / STEP);
/** The grid begins in the mid-Atlantic, like the map. */
const WEST = -30;
/** Within this of a port a coast drawn at 1:50m may be in the way of a ship. */
export const PORT_KM = 30;
/** Distance between two looks at the land along a line. */
const LOOK_KM = 3;

type Pair = [number, number];
export const kmBetween = (a: LonLat, b: LonLat) => lengthKm([a, b]);

function landRings(): Pair[][] {
  const path = createRequire(import.meta.url).resolve('world-atlas/land-50m.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ land: GeometryCollection }>;
  return feature(topology, topology.objects.land).features.flatMap((f) =>
    f.geometry.type === 'MultiPolygon'
      ? (f.geometry.coordinates.flat() as Pair[][])
      : f.geometry.type === 'Polygon'
        ? (f.geometry.coordinates as Pair[][])
        : [],
  );
}

/** Land as rows of crossings: even-odd along each parallel, exact in longitude. */
export class Land {
  readonly #rows: Float64Array[];
  constructor(rowsPerDegree = 40) {
    const count = 180 * rowsPerDegree;
    const rows: number[][] = Array.from({ length: count }, () => []);
    for (const ring of landRings())
      for (let i = 1; i < ring.length; i++) {
        const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!];
        const [lo, hi] = [Math.min(y1, y2), Math.max(y1, y2)];
        const first = Math.max(0, Math.ceil((lo + 90) * rowsPerDegree - 0.5));
        const last = Math.min(count - 1, Math.floor((hi + 90) * rowsPerDegree - 0.5));
        for (let r = first; r <= last; r++) {
          const lat = (r + 0.5) / rowsPerDegree - 90;
          if (lat >= y1 !== lat >= y2) rows[r]!.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
        }
      }
    this.#rows = rows.map((r) => Float64Array.from(r.sort((a, b) => a - b)));
  }
  has(lon: number, lat: number): boolean {
    const row =
      this.#rows[Math.min(this.#rows.length - 1, Math.max(0, Math.floor(((lat + 90) * this.#rows.length) / 180)))]!;
    let lo = 0;
    let hi = row.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (row[mid]! <= lon) lo = mid + 1;
      else hi = mid;
    }
    return lo % 2 === 1;
  }
}

/**
 * The longest way over land along a line, beyond `PORT_KM` of its ends, in km.
 * @param line stops and lane points in degrees, joined by great circles
 */
export function landOnTheWay(line: readonly LonLat[], land: Land): number {
  const [start, end] = [line[0]!, line.at(-1)!];
  let worst = 0;
  let run = 0;
  for (let i = 1; i < line.length; i++) {
    const km = kmBetween(line[i - 1]!, line[i]!);
    const at = geoInterpolate(line[i - 1] as Pair, line[i] as Pair);
    const looks = Math.max(1, Math.ceil(km / LOOK_KM));
    for (let k = 1; k <= looks; k++) {
      const p = at(k / looks);
      const free = kmBetween(p, start) < PORT_KM || kmBetween(p, end) < PORT_KM || !land.has(p[0], p[1]);
      run = free ? 0 : run + km / looks;
      worst = Math.max(worst, run);
    }
  }
  return worst;
}

const columnOf = (lon: number) => Math.floor(((((lon - WEST) % 360) + 360) % 360) / STEP);
const rowOf = (lat: number) => Math.min(ROWS - 1, Math.max(0, Math.floor((lat + 90) / STEP)));
const centreOf = (cell: number): LonLat => {
  const lon = WEST + ((cell % COLUMNS) + 0.5) * STEP;
  return [lon > 180 ? lon - 360 : lon, Math.floor(cell / COLUMNS) * STEP - 90 + STEP / 2];
};
const NEIGHBOURS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
  [2, 1],
  [2, -1],
  [-2, 1],
  [-2, -1],
  [1, 2],
  [1, -2],
  [-1, 2],
  [-1, -2],
] as const;

/** A heap of cells by cost, smallest first. */
class Heap {
  readonly #cells: number[] = [];
  readonly #costs: number[] = [];
  get size() {
    return this.#cells.length;
  }
  push(cell: number, cost: number) {
    const [cells, costs] = [this.#cells, this.#costs];
    let i = cells.length;
    cells.push(cell);
    costs.push(cost);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (costs[up]! <= cost) break;
      cells[i] = cells[up]!;
      costs[i] = costs[up]!;
      i = up;
    }
    cells[i] = cell;
    costs[i] = cost;
  }
  pop(): number {
    const [cells, costs] = [this.#cells, this.#costs];
    const top = cells[0]!;
    const cell = cells.pop()!;
    const cost = costs.pop()!;
    if (cells.length > 0) {
      let i = 0;
      for (;;) {
        let down = 2 * i + 1;
        if (down >= cells.length) break;
        if (down + 1 < cells.length && costs[down + 1]! < costs[down]!) down++;
        if (costs[down]! >= cost) break;
        cells[i] = cells[down]!;
        costs[i] = costs[down]!;
        i = down;
      }
      cells[i] = cell;
      costs[i] = cost;
    }
    return top;
  }
}

/** The grid of sea cells, kept a little off the coast so that a line looks like a ship's and not like a walk. */
export class Sea {
  readonly #land: Land;
  readonly #open: Uint8Array;
  constructor(land: Land) {
    this.#land = land;
    const wet = new Uint8Array(COLUMNS * ROWS);
    for (let cell = 0; cell < wet.length; cell++) {
      const [lon, lat] = centreOf(cell);
      wet[cell] = land.has(lon, lat) ? 0 : 1;
    }
    this.#open = wet;
  }

  #nearest(at: LonLat): number[] {
    const found: number[] = [];
    const reach = 6;
    for (let dr = -reach; dr <= reach; dr++)
      for (let dc = -reach; dc <= reach; dc++) {
        const cell = (rowOf(at[1]) + dr) * COLUMNS + ((columnOf(at[0]) + dc + COLUMNS) % COLUMNS);
        if (this.#open[cell] && kmBetween(at, centreOf(cell)) < PORT_KM) found.push(cell);
      }
    return found;
  }

  /** @returns the points between two ports, or undefined where no way was found */
  findLane(from: LonLat, to: LonLat): LonLat[] | undefined {
    if (landOnTheWay([from, to], this.#land) === 0) return [];
    const goals = new Set(this.#nearest(to));
    const cost = new Map<number, number>();
    const before = new Map<number, number>();
    const heap = new Heap();
    const guess = (cell: number) => Math.max(0, kmBetween(centreOf(cell), to) - PORT_KM);
    for (const cell of this.#nearest(from)) {
      cost.set(cell, kmBetween(from, centreOf(cell)));
      heap.push(cell, cost.get(cell)! + guess(cell));
    }
    const done = new Set<number>();
    while (heap.size > 0) {
      const cell = heap.pop();
      if (done.has(cell)) continue;
      done.add(cell);
      if (goals.has(cell)) return this.#taut(from, to, cell, before);
      const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS];
      const here = centreOf(cell);
      for (const [dc, dr] of NEIGHBOURS) {
        const c = (column + dc + COLUMNS) % COLUMNS;
        const r = row + dr;
        const next = r * COLUMNS + c;
        if (r < 0 || r >= ROWS || !this.#open[next] || done.has(next)) continue;
        const there = centreOf(next);
        if (!this.#staysAtSea(here, there)) continue;
        // Beside the coast a cell costs more.
        const shore = NEIGHBOURS.slice(0, 4).some(
          ([x, y]) => !this.#open[(r + y) * COLUMNS + ((c + x + COLUMNS) % COLUMNS)],
        );
        const total = cost.get(cell)! + kmBetween(here, there) * (shore ? 1.3 : 1);
        if (total < (cost.get(next) ?? Infinity)) {
          cost.set(next, total);
          before.set(next, cell);
          heap.push(next, total + guess(next));
        }
      }
    }
    return undefined;
  }

  /** Whether a step between two cells stays at sea: a spit may lie between two wet centres. */
  #staysAtSea(a: LonLat, b: LonLat): boolean {
    const span = Math.abs(b[0] - a[0]) > 180 ? 0 : b[0] - a[0];
    for (let k = 0.1; k < 0.95; k += 0.1) if (this.#land.has(a[0] + span * k, a[1] + (b[1] - a[1]) * k)) return false;
    return true;
  }

  /** Keeps only the turning points that a taut line needs. */
  #taut(from: LonLat, to: LonLat, last: number, before: ReadonlyMap<number, number>): LonLat[] {
    const cells: LonLat[] = [];
    for (let cell: number | undefined = last; cell !== undefined; cell = before.get(cell)) cells.push(centreOf(cell));
    const points = [from, ...cells.reverse(), to];
    const clear = (a: number, b: number) => {
      const line = [points[a]!, points[b]!];
      const km = kmBetween(line[0]!, line[1]!);
      const at = geoInterpolate(line[0] as Pair, line[1] as Pair);
      const looks = Math.max(1, Math.ceil(km / LOOK_KM));
      for (let k = 0; k <= looks; k++) {
        const p = at(k / looks);
        if (kmBetween(p, from) > PORT_KM - 4 && kmBetween(p, to) > PORT_KM - 4 && this.#land.has(p[0], p[1]))
          return false;
      }
      return true;
    };
    const kept: LonLat[] = [];
    let at = 0;
    while (at < points.length - 1) {
      // Galloping, then halving: far sight lines are rare, and dear to test one by one.
      let reach = 1;
      while (at + reach * 2 < points.length && clear(at, at + reach * 2)) reach *= 2;
      for (let far = Math.min(points.length - 1, at + reach * 2); far > at + reach; far--)
        if (clear(at, far)) {
          reach = far - at;
          break;
        }
      const next = at + reach;
      if (next < points.length - 1) kept.push(points[next]!);
      at = next;
    }
    return kept.map(([lon, lat]) => [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100]);
  }
}
