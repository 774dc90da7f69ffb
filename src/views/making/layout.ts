/** Where signs and names of plants stand: pushed apart where they would hide each other, the largest named first. */
import type { LonLat } from '../../record/model.ts';
import { placeLabels, widthOf } from '../../scene/labels.ts';
import { RADIUS_UNKNOWN, radiusOfJobs, type Sector, type StandingPlant } from '../../scene/plants.ts';
import { toScreen, type Camera, type Picture, type XY } from '../../scene/projection.ts';

export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
/** A sign with its place in base pixels × k, and how far it was moved from there. */
export interface Spread {
  readonly standing: StandingPlant;
  readonly place: LonLat;
  readonly home: XY;
  readonly moved: XY;
  readonly r: number;
}
export interface Sign extends StandingPlant {
  readonly place: LonLat;
  /** Where the plant is, and where its sign stands, screen px. */
  readonly home: XY;
  readonly at: XY;
  readonly r: number;
  /** So far from home that a line must lead back. */
  readonly led: boolean;
}
export interface PlantLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The plants of one map, laid out (`Making`). */
export interface PlantLayout {
  /** How much larger signs are than unscaled. */
  readonly scale: number;
  readonly signs: readonly Sign[];
  readonly labels: readonly PlantLabel[];
  /** Size of the legend, which it tells itself. */
  legend: { readonly width: number; readonly height: number };
}

/** A star reaches further than a circle of its area, a square hardly. */
const REACH: Readonly<Record<Sector, number>> = {
  shipbuilding: 1.35,
  cars: 1.3,
  batteries: 1.2,
  chips: 1.25,
  solar: 1.5,
  steel: 1.4,
  other: 1.35,
};
const reachOf = (s: StandingPlant, r: number) => REACH[s.plant.sector] * r;
const ROUNDS = 120;
/** How strongly a sign is drawn back to its place in each round, ebbing away. */
const PULL = 0.06;
/** Signs of plants in one town have one place: each sets out in a direction of its own, by the golden angle. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const LED_FROM = 5;
/** Room of the mark beside a sign whose size says nothing, px. */
const UNKNOWN_MARK = 8;

/** Pushes overlapping signs apart, the small ones further. The same signs at the same scale always come to stand alike. */
export function spreadOf(
  standing: readonly StandingPlant[],
  placeOf: (s: StandingPlant) => LonLat | null | undefined,
  picture: Picture,
  k: number,
  scale: number,
): Spread[] {
  const signs = standing.flatMap((s) => {
    const place = placeOf(s);
    if (!place) return [];
    const [x, y] = picture.project(place);
    return [{ standing: s, place, home: [x * k, y * k] as XY, r: radiusOfJobs(s.plant.jobsPromised) * scale }];
  });
  const xy = signs.map(
    ({ home: [x, y] }, i) => [x + Math.cos(i * GOLDEN), y + Math.sin(i * GOLDEN)] as [number, number],
  );
  const reach = signs.map((s) => reachOf(s.standing, s.r));
  const mass = signs.map(({ r }) => Math.max(r, RADIUS_UNKNOWN) ** 2);
  for (let round = 0; round < ROUNDS; round++) {
    signs.forEach((_, i) => {
      for (let j = i + 1; j < signs.length; j++) {
        const [dx, dy] = [xy[j]![0] - xy[i]![0], xy[j]![1] - xy[i]![1]];
        const far = Math.hypot(dx, dy) || 0.01;
        const push = reach[i]! + reach[j]! - far;
        if (push <= 0) continue;
        const share = mass[j]! / (mass[i]! + mass[j]!);
        for (const [n, by] of [
          [i, -push * share],
          [j, push * (1 - share)],
        ] as const) {
          xy[n]![0] += (dx / far) * by;
          xy[n]![1] += (dy / far) * by;
        }
      }
    });
    const pull = PULL * (1 - round / ROUNDS);
    signs.forEach(({ home }, i) => {
      xy[i]![0] += (home[0] - xy[i]![0]) * pull;
      xy[i]![1] += (home[1] - xy[i]![1]) * pull;
    });
  }
  return signs.map((s, i) => ({ ...s, moved: [xy[i]![0] - s.home[0], xy[i]![1] - s.home[1]] }));
}

/** The signs as the camera sees them, large ones first, so that small ones are drawn over them. */
export const signsOf = (spread: readonly Spread[], camera: Camera): Sign[] =>
  spread
    .map(({ standing, place, home: [x, y], moved: [dx, dy], r }): Sign => {
      const home: XY = toScreen([x / camera.k, y / camera.k], camera);
      return {
        ...standing,
        place,
        home,
        at: [home[0] + dx, home[1] + dy],
        r,
        led: Math.hypot(dx, dy) > Math.max(LED_FROM, r),
      };
    })
    .sort((a, b) => b.r - a.r);

const rectOf = (sign: Sign): Rect => {
  const [x, y] = sign.at;
  const reach = reachOf(sign, sign.r) + 1;
  const mark = sign.plant.jobsPromised === null ? UNKNOWN_MARK : 0;
  return { x0: x - reach, y0: y - reach - mark / 2, x1: x + reach + mark, y1: y + reach };
};

/** Words askew must be nearer to their sign than to any other by as much as this, px. */
const ASKEW_BY = 2;
/** Right, left, above, below. */
const SIDES: readonly XY[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
];
const isStraight = (l: { x: number; y: number; width: number }, dx: number, dy: number, x: number, y: number) =>
  dx !== 0
    ? Math.abs(l.y - y) < 1 && Math.sign(l.x + l.width / 2 - x) === dx
    : Math.abs(l.x + l.width / 2 - x) < 1 && Math.sign(l.y - y) === dy;

/** From the edge of a sign to that of some words, px. */
const distance = (sign: Sign, { x0, y0, x1, y1 }: Rect): number =>
  Math.hypot(Math.max(x0 - sign.at[0], 0, sign.at[0] - x1), Math.max(y0 - sign.at[1], 0, sign.at[1] - y1)) -
  reachOf(sign, sign.r);
/** Words that stood plainly nearer to another sign would be read as its name. */
export const isNearest = (sign: Sign, words: Rect, signs: readonly Sign[], by = -1): boolean =>
  signs.every((s) => s === sign || distance(s, words) > distance(sign, words) + by);

/** Names beside their signs, the largest first; a name that finds no room is left to hover, focus and the column. */
export function labelsOf(
  signs: readonly Sign[],
  nameOf: (sign: Sign) => string,
  picture: Picture,
  taken: readonly Rect[],
  size: number,
  most: number,
): PlantLabel[] {
  const rects = [...taken, ...signs.map(rectOf)];
  const labels: PlantLabel[] = [];
  for (const sign of signs) {
    if (labels.length >= most) break;
    const text = nameOf(sign);
    const [x, y] = sign.at;
    // The words keep their distance from the edge of the sign, not from its middle.
    const edge = Math.max(0, reachOf(sign, sign.r) - 3);
    const room = { width: widthOf(text, size) + 2, height: size * 1.2 };
    const tries = SIDES.flatMap(([dx, dy]) => {
      const at: XY = [x + dx * edge, y + dy * edge];
      const [label] = placeLabels([{ id: sign.plant.id, at, weight: 1, ...room }], picture.size, rects);
      if (!label) return [];
      const straight = isStraight(label, dx, dy, x, y);
      return isNearest(sign, boxOf(label, size), signs, straight ? -1 : ASKEW_BY) ? [{ label, straight }] : [];
    });
    // Straight beside its sign a name is read with it; askew only where there is no other room.
    const { label } = tries.find((t) => t.straight) ?? tries[0] ?? {};
    if (!label) continue;
    labels.push({ ...label, text });
    rects.push(boxOf(label, size));
  }
  return labels;
}
export const boxOf = (l: { x: number; y: number; width: number }, size: number): Rect => ({
  x0: l.x - 2,
  y0: l.y - size * 0.6,
  x1: l.x + l.width + 2,
  y1: l.y + size * 0.6,
});
/** What signs and names take up on the map. */
export const takenBy = (signs: readonly Sign[], labels: readonly PlantLabel[], size: number): Rect[] => [
  ...signs.map(rectOf),
  ...labels.map((l) => boxOf(l, size)),
];
