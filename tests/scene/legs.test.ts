// Every leg of every route lies where such a journey could go. Does not prove that this ship took this way,
// nor that a lane keeps clear of land that a map of 1:50m does not show.
import { describe, expect, test } from 'vitest';
import { EARTH_KM, lengthKm } from '../../src/record/earth.ts';
import type { Leg, LonLat, PlaceId, Route, RouteId } from '../../src/record/model.ts';
import { SEAM } from '../../src/scene/projection.ts';
import { pointsOf, trackOf } from '../../src/scene/track.ts';
import { Land, landOnTheWay } from '../../src/tools/sea.ts';
import { archive, core } from '../the-record.ts';

const nameOf = (route: Route, leg: Leg) => `${route.id}: ${leg.from} to ${leg.to} by ${leg.mode}`;
const legs = [...archive.routes.values()].flatMap((route) =>
  route.legs.map((leg) => ({ route, leg, name: nameOf(route, leg) })),
);
const routeOf = (id: string): Route => archive.routes.get(id as RouteId)!;
const greatCircle = ({ path }: Leg) => lengthKm([path[0]!, path.at(-1)!]);
/** Degrees from one point to the next, the short way round: east is positive. */
const eastward = (a: LonLat, b: LonLat) => ((((b[0] - a[0] + 180) % 360) + 360) % 360) - 180;
const turned = (path: readonly LonLat[]) => path.slice(1).reduce((sum, p, i) => sum + eastward(path[i]!, p), 0);

describe('distances', () => {
  test('Incheon to Honolulu is 7,344 km as the crow flies, by the haversine too', () => {
    const [incheon, honolulu] = [
      [126.6167, 37.4639],
      [-157.8667, 21.3067],
    ] as const;
    const rad = Math.PI / 180;
    const h =
      Math.sin(((honolulu[1] - incheon[1]) * rad) / 2) ** 2 +
      Math.cos(incheon[1] * rad) * Math.cos(honolulu[1] * rad) * Math.sin(((honolulu[0] - incheon[0]) * rad) / 2) ** 2;
    expect(lengthKm([incheon, honolulu])).toBeCloseTo(2 * EARTH_KM * Math.asin(Math.sqrt(h)), 3);
    expect(Math.round(lengthKm([incheon, honolulu]))).toBeGreaterThan(7300);
    expect(Math.round(lengthKm([incheon, honolulu]))).toBeLessThan(7390);
  });
  test('a quarter of the equator is 10,008 km, and no way at all is nothing', () => {
    expect(
      lengthKm([
        [0, 0],
        [90, 0],
      ]),
    ).toBeCloseTo((Math.PI / 2) * EARTH_KM, 6);
    expect(lengthKm([[126.6, 37.4]])).toBe(0);
  });
});

describe('legs', () => {
  test('there are several hundred', () => expect(legs.length).toBeGreaterThan(300));
  test('every path begins and ends at its places', () => {
    for (const { leg, name } of legs) {
      expect([name, leg.path[0]]).toEqual([name, archive.places.get(leg.from)!.at]);
      expect([name, leg.path.at(-1)]).toEqual([name, archive.places.get(leg.to)!.at]);
    }
  });
  test('each leg of a route begins where the one before it ended', () => {
    for (const { id, legs } of archive.routes.values())
      legs.slice(1).forEach((leg, i) => expect([id, leg.from]).toEqual([id, legs[i]!.to]));
  });
  test('no ship sails over land beyond 30 km of its ports, neither as recorded nor as the browser opens it', () => {
    const land = new Land();
    // The land is there to be hit: Seoul stands on it, and a straight line from Incheon to Busan crosses it.
    expect([land.has(127, 37.5), land.has(-160, 0), land.has(-102, 40)]).toEqual([true, false, true]);
    expect(
      landOnTheWay(
        [
          [126.6, 37.45],
          [129.04, 35.1],
        ],
        land,
      ),
    ).toBeGreaterThan(200);
    const seen = new Set<string>();
    const wet = [...archive.routes.values(), ...core.routes.values()].flatMap((route) =>
      route.legs.filter((l) => l.mode === 'sea').map((leg) => ({ leg, name: nameOf(route, leg) })),
    );
    expect(wet.length).toBeGreaterThan(200);
    for (const { leg, name } of wet) {
      const key = JSON.stringify(leg.path);
      if (seen.has(key)) continue;
      seen.add(key);
      expect([name, landOnTheWay(leg.path, land)]).toEqual([name, 0]);
    }
  });
  test('no leg takes the long way round', () => {
    // The old line to Namangan goes round the Kurama range by Khujand and Kokand.
    const LONGER = new Set(['tashkent namangan']);
    for (const { leg, name } of legs) {
      const most = LONGER.has(`${leg.from} ${leg.to}`) ? 2.2 : leg.mode === 'river' || leg.mode === 'land' ? 2.5 : 1.9;
      expect(leg.km / greatCircle(leg), name).toBeLessThanOrEqual(most);
      expect(leg.km / greatCircle(leg), name).toBeGreaterThanOrEqual(1 - 1e-9);
    }
  });
  test('a flight is a great circle, and one over 15,000 km is inferred', () => {
    const flights = legs.filter(({ leg }) => leg.mode === 'air');
    expect(flights.length).toBeGreaterThan(20);
    for (const { leg, name } of flights) {
      expect([name, leg.path.length]).toEqual([name, 2]);
      expect(leg.km, name).toBeCloseTo(greatCircle(leg), 6);
      if (leg.km > 15_000) expect([name, leg.inferred]).toEqual([name, true]);
    }
    expect(flights.some(({ leg }) => leg.km > 15_000)).toBe(true);
  });
  test('no train runs 600 km in one great circle', () => {
    expect(
      legs.filter(({ leg }) => leg.mode === 'rail' && leg.km > 600 && leg.path.length === 2).map((l) => l.name),
    ).toEqual([]);
  });
});

describe('the way to Hawaii and Mexico', () => {
  test('Incheon to Honolulu goes east through 180° and is longer than the crow flies, by less than a third', () => {
    const { legs } = routeOf('hawaii-general');
    const path = legs.flatMap((l) => pointsOf(l));
    expect(turned(path)).toBeCloseTo(202.13 - 126.62, 0);
    const km = legs.reduce((sum, l) => sum + l.km, 0);
    expect(km).toBeGreaterThan(7344);
    expect(km).toBeLessThan(7344 * 1.34);
  });
  test('on the open Pacific the longitude only grows', () => {
    for (const [id, to] of [
      ['hawaii-general', 'honolulu'],
      ['hawaii-first', 'honolulu'],
      ['mexico-pacific', 'salina-cruz'],
    ] as const) {
      const points = pointsOf(routeOf(id).legs.find((l) => l.to === to)!);
      const beyond = points.slice(points.findIndex((p) => p[0] > 142));
      expect(beyond.slice(1).filter((p, i) => eastward(beyond[i]!, p) <= 0)).toEqual([]);
      expect(
        beyond.some((p, i) => i > 0 && beyond[i - 1]![0] > 170 && p[0] < -170),
        `${id} crosses 180°`,
      ).toBe(true);
    }
  });
  test('the Ilford’s way was some 13,000 km: 34 days at nine knots', () => {
    const km = routeOf('mexico-pacific').legs.reduce((sum, l) => sum + l.km, 0);
    expect(km / (34 * 24 * 1.852)).toBeGreaterThan(7);
    expect(km / (34 * 24 * 1.852)).toBeLessThan(11);
  });
  test('trains of 1937 went west: Vladivostok to Ushtobe turns by 54 degrees', () => {
    const route = routeOf('russia-deportation-ushtobe');
    expect(turned(route.legs.flatMap((l) => l.path))).toBeLessThan(-50);
  });
});

describe('tracks', () => {
  test('are dense: a straight line between two points is the great circle', () => {
    for (const route of archive.routes.values()) {
      const { points, km, length } = trackOf([route]);
      for (let i = 1; i < points.length; i++) expect(km[i]! - km[i - 1]!, route.id).toBeLessThanOrEqual(60.001);
      expect(length, route.id).toBeCloseTo(
        route.legs.reduce((sum, l) => sum + l.km, 0),
        3,
      );
      expect(length).toBe(km.at(-1));
    }
  });
  test('a chain is as long as its routes, and knows where each of its stops lies', () => {
    const chain = ['mexico-pacific', 'mexico-isthmus', 'mexico-gulf', 'mexico-progreso-merida'].map(routeOf);
    const [first, whole] = [trackOf(chain.slice(0, 1)), trackOf(chain)];
    expect(whole.length).toBeCloseTo(
      chain.reduce((sum, r) => sum + trackOf([r]).length, 0),
      3,
    );
    const stopAt = (id: string) => whole.stops.get(id as PlaceId)!;
    expect(stopAt('salina-cruz')[0]).toBeCloseTo(first.length / whole.length, 9);
    expect([stopAt('incheon')[0], stopAt('merida')[1]]).toEqual([0, 1]);
    const order = ['incheon', 'yokohama', 'salina-cruz', 'coatzacoalcos', 'progreso', 'merida'].map(
      (id) => stopAt(id)[0],
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(whole.points[0]).toEqual(first.points[0]);
    expect(new Set(whole.modes)).toEqual(new Set(['sea', 'rail']));
  });
  test('no place of the record lies within 10° of the seam', () => {
    for (const { id, at } of archive.places.values())
      if (at) expect(Math.abs(eastward([SEAM, 0], at)), id).toBeGreaterThan(10);
  });
});
