// A ship is where its dates say. Does not prove that the dates are right, nor that it kept one pace between them.
import { describe, expect, test } from 'vitest';
import {
  isKnown,
  type FlowSeries,
  type Known,
  type PlaceId,
  type RouteId,
  type Voyage,
} from '../../src/record/model.ts';
import { whenOf } from '../../src/record/when.ts';
import { SHORTEST_ONE, scheduleOf } from '../../src/scene/schedule.ts';
import { TrackBook, shipOf, voyagesOf } from '../../src/scene/ships.ts';
import { core, movementsOf } from '../the-record.ts';

const hawaii = core.flows.find((f) => f.id === 'hawaii-arrivals-annual')!;
const gaelic = core.voyages.find((v) => v.id === 'gaelic-1903-01-02')!;
const general = 'hawaii-general' as RouteId;
/** Share of the way that a ship has covered on a day. */
const shareOn = (day: string, v: Voyage, series: FlowSeries = hawaii) => {
  const { leaves, days, track } = shipOf(v, series, new TrackBook(core.routes), SHORTEST_ONE);
  return { share: (whenOf(day).from - leaves) / days, track, days };
};
const stopOf = (chain: readonly RouteId[], place: string) => {
  const book = new TrackBook(core.routes);
  return book.tracks[book.of(chain)]!.stops.get(place as PlaceId)!;
};

describe('a ship', () => {
  test('that took people aboard half-way is there on that day, with the whole way of its series before it', () => {
    const aboard = { ...gaelic, route: general };
    expect(shareOn('1903-01-02', aboard).share).toBeCloseTo(stopOf([general], 'nagasaki')[0], 6);
    expect(stopOf([general], 'nagasaki')[0]).toBeGreaterThan(0.05);
    expect(shareOn('1903-01-13', aboard).share).toBeCloseTo(1, 6);
  });
  test('that put people ashore half-way is there on the day it arrived', () => {
    const ashore: Voyage = { ...gaelic, route: general, from: 'incheon' as PlaceId, to: 'yokohama' as PlaceId };
    expect(shareOn('1903-01-02', ashore).share).toBeCloseTo(0, 6);
    expect(shareOn('1903-01-13', ashore).share).toBeCloseTo(stopOf([general], 'yokohama')[1], 6);
    const onlyArrived: Voyage = { ...ashore, departed: null };
    expect(shareOn('1903-01-13', onlyArrived).share).toBeCloseTo(stopOf([general], 'yokohama')[1], 6);
    expect(shareOn('1903-01-13', onlyArrived).days).toBe(SHORTEST_ONE);
  });
  test('goes its own route where its series has no way through its ports', () => {
    const { share } = shareOn('1903-01-02', gaelic);
    expect(share).toBeCloseTo(0, 6);
    const book = new TrackBook(core.routes);
    const ship = shipOf(gaelic, hawaii, book, SHORTEST_ONE);
    expect(book.tracks[ship.track]!.stops.has('nagasaki' as PlaceId)).toBe(true);
    expect(book.tracks[ship.track]!.stops.has('incheon' as PlaceId)).toBe(false);
  });
  test('whose ports nobody wrote down takes the whole way of its series', () => {
    const unknown: Voyage = { ...gaelic, route: null, from: null, to: null };
    expect([shareOn('1903-01-02', unknown).share, shareOn('1903-01-13', unknown).share]).toEqual([0, 1]);
  });
});

describe('the people of a ship', () => {
  const years = hawaii.observations.filter(isKnown) as Known[];
  test('are counted once: each voyage belongs to one figure at the most', () => {
    for (const flow of core.flows) {
      const seen = flow.observations.filter(isKnown).flatMap((o) => voyagesOf(flow, o, core.voyages).map((v) => v.id));
      expect(new Set(seen).size, flow.id).toBe(seen.length);
    }
  });
  test('belong to the year in which they arrived, where arrivals are counted', () => {
    const late: Voyage = { ...gaelic, departed: whenOf('1903-12-25'), arrived: whenOf('1904-01-06') };
    expect(years.map((o) => voyagesOf(hawaii, o, [late]).length)).toEqual([0, 1, 0]);
    expect(years.map((o) => voyagesOf(hawaii, o, [gaelic]).length)).toEqual([1, 0, 0]);
  });
  test('never are more than the figure counts: a ship of 5,000 in a year of 1,133 carries 1,133', () => {
    const huge: Voyage = { ...gaelic, persons: 5000 };
    const only: FlowSeries = { ...hawaii, observations: [years[0]!] };
    const schedule = scheduleOf({ ...movementsOf(), flows: [only], voyages: [huge] }, 1, SHORTEST_ONE);
    expect(schedule.length).toBe(1133);
  });
  test('are taken in the order in which their ships left', () => {
    for (const o of years) {
      const days = voyagesOf(hawaii, o, core.voyages).map((v) => (v.departed ?? v.arrived)!.from);
      expect(days).toEqual(days.toSorted((a, b) => a - b));
    }
  });
});
