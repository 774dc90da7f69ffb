// Who leaves when: as many dots as people were counted, in the time in which they were counted.
// Does not prove that anyone left on the very day on which a dot leaves.
import { describe, expect, test } from 'vitest';
import { isKnown, isMoving, type FlowSeries, type PlaceId, type Series } from '../../src/record/model.ts';
import { dayOf, whenOf } from '../../src/record/when.ts';
import { AT_REST, worldPicture } from '../../src/scene/projection.ts';
import {
  SHORTEST_ALL,
  SHORTEST_ONE,
  drawnStatus,
  hash01,
  scheduleOf,
  type Schedule,
} from '../../src/scene/schedule.ts';
import { placeTrack } from '../../src/scene/track.ts';
import { peopleOf } from './people.ts';
import { core, movementsOf, posted } from '../the-record.ts';
import { distance, on, pointAt, scanDots } from './slow.ts';

const only = (flow: FlowSeries) => ({ ...movementsOf(), flows: [flow] });
const dotsOf = (schedule: Schedule) =>
  schedule.streams.flatMap((s) => [...s.leaves].map((leaves, i) => ({ leaves, days: s.days[i]!, status: s.status })));
const flowOf = (id: string): FlowSeries => core.flows.find((f) => f.id === id)!;

describe('as many dots as people', () => {
  test.each([
    [1, SHORTEST_ONE],
    [10, SHORTEST_ONE],
    [100, SHORTEST_ONE],
    [1000, SHORTEST_ALL],
  ] as const)('at %d a dot each flow has its people, within one dot', (people, shortest) => {
    for (const flow of core.flows) {
      if (people === 1 && peopleOf(flow) > 40_000) continue;
      const { length, streams } = scheduleOf(only(flow), people, shortest);
      expect(Math.abs(length - peopleOf(flow) / people), flow.id).toBeLessThan(1);
      expect(streams.reduce((n, s) => n + s.leaves.length, 0)).toBe(length);
    }
  });
  test('3,434 dots reach Hawaii in 1904, 1,133 the year before, 2,659 until August 1905', () => {
    const dots = dotsOf(scheduleOf(only(flowOf('hawaii-arrivals-annual')), 1, SHORTEST_ONE));
    const arriving = (text: string) => {
      const { from, until } = whenOf(text);
      return dots.filter((d) => d.leaves + d.days >= from && d.leaves + d.days < until + 1e-3).length;
    };
    expect(['1904', '1903', '1905-01/1905-08'].map(arriving)).toEqual([3434, 1133, 2659]);
  });
  test('nobody at all leaves in a year for which none were counted: no ship to Niigata’s pier from 1968 to 1970', () => {
    const dots = dotsOf(scheduleOf(only(flowOf('nk-return')), 1, SHORTEST_ONE));
    expect(dots.filter((d) => d.leaves >= dayOf(1968) && d.leaves < dayOf(1971))).toEqual([]);
    expect(dots.length).toBe(2942 + 71958 + 13100);
  });
  test('a gap sends nobody', () => {
    const flow = flowOf('lpr-birth');
    expect(flow.observations.find((o) => o.when.text === '1993')?.status).toBe('missing');
    const { from, until } = whenOf('1993', 'us-fiscal');
    const arrivals = dotsOf(scheduleOf(only(flow), 10, SHORTEST_ONE)).map((d) => d.leaves);
    expect(arrivals.filter((day) => day >= from && day < until)).toEqual([]);
  });
});

describe('in their time', () => {
  test('who is counted on arrival arrives in that time, who is counted on leaving leaves in it', () => {
    for (const flow of core.flows) {
      const times = flow.observations
        .filter(isKnown)
        .filter((o) => o.value > 0)
        .map((o) => o.when);
      for (const d of dotsOf(scheduleOf(only(flow), 100, SHORTEST_ALL))) {
        const counted = flow.measure === 'flow/arrivals' ? d.leaves + d.days : d.leaves;
        if (!times.some((w) => counted >= w.from - 1e-3 && counted < w.until + 1e-3))
          expect.fail(`${flow.id}: ${counted} is no time of it`);
      }
    }
  });
  test('they are spread evenly: each quarter of 1904 brings a quarter of its people', () => {
    const dots = dotsOf(scheduleOf(only(flowOf('hawaii-arrivals-annual')), 1, SHORTEST_ONE)).map(
      (d) => d.leaves + d.days,
    );
    for (let q = 0; q < 4; q++) {
      const [from, until] = [dayOf(1904, 1 + q * 3), dayOf(1904, 4 + q * 3)];
      expect(dots.filter((d) => d >= from && d < until).length / 3434).toBeCloseTo((until - from) / 366, 2);
    }
  });
  test('a stream is sorted by departure and knows its longest way', () => {
    for (const s of scheduleOf(movementsOf(), 100, SHORTEST_ONE).streams) {
      for (let i = 1; i < s.leaves.length; i++) if (s.leaves[i]! < s.leaves[i - 1]!) expect.fail('out of order');
      expect(s.longest).toBeCloseTo(
        s.days.reduce((a, b) => Math.max(a, b), 0),
        3,
      );
      expect(s.days.every((d) => d > 0)).toBe(true);
    }
  });
  test('no journey is drawn shorter than the legend says, but by ships that kept their dates', () => {
    for (const s of scheduleOf(movementsOf(), 1000, SHORTEST_ALL).streams)
      expect(Math.min(...s.days)).toBeGreaterThanOrEqual(SHORTEST_ALL);
  });
  test('the index of a dot gives its offset, from 0 to 1 and as often high as low', () => {
    const all = Array.from({ length: 20_000 }, (_, i) => hash01('hawaii-arrivals-annual', i));
    expect(all.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(new Set(all).size).toBeGreaterThan(19_900);
    for (let k = 0; k < 10; k++)
      expect(all.filter((x) => Math.floor(x * 10) === k).length / 20_000).toBeCloseTo(0.1, 1.6);
    expect(hash01('hawaii-arrivals-annual', 7)).toBe(all[7]);
    expect(hash01('mexico-departures', 7)).not.toBe(all[7]);
  });
});

describe('who does not move', () => {
  test('a stock never enters the schedule: not by its type, not by its measure, not by what the core hands out', () => {
    const stock: Series = [...core.series.values()].find((s) => s.measure === 'stock/residents')!;
    // @ts-expect-error a stock stands
    const refused: FlowSeries = stock;
    expect(isMoving({ ...refused, journeys: [['hawaii-general' as never]] } as Series)).toBe(false);
    expect(core.flows.every((f) => f.measure.startsWith('flow/') && f.unit === 'persons')).toBe(true);
    // A hundred times as many residents change nothing on the way.
    const crowded = {
      ...core,
      stocks: posted(core.stocks).map((s) => ({ ...s, observations: [...s.observations, ...s.observations] })),
    };
    expect(scheduleOf({ ...movementsOf(), flows: crowded.flows }, 1000, SHORTEST_ALL).length).toBe(
      scheduleOf(movementsOf(), 1000, SHORTEST_ALL).length,
    );
  });
  test('of rival counts only the preferred one moves', () => {
    expect(core.flows.filter((f) => !f.preferred)).toEqual([]);
    const flow = flowOf('mexico-departures');
    expect(isMoving({ ...flow, preferred: false })).toBe(false);
    expect(isMoving({ ...flow, journeys: [] })).toBe(false);
  });
});

describe('how well it is known', () => {
  test('a count that rests on grade D alone is drawn as an estimate', () => {
    expect([
      drawnStatus({ status: 'reported', grade: 'D' }),
      drawnStatus({ status: 'reported', grade: 'C' }),
      drawnStatus({ status: 'derived', grade: 'D' }),
    ]).toEqual(['estimate', 'reported', 'derived']);
  });
  test('dots carry the status of the figure that sent them', () => {
    for (const flow of core.flows) {
      const statuses = new Set(flow.observations.filter(isKnown).map(drawnStatus));
      for (const s of scheduleOf(only(flow), 100, SHORTEST_ONE).streams) {
        expect(statuses.has(s.status), flow.id).toBe(true);
        expect(s.compulsion).toBe(flow.compulsion);
      }
    }
  });
});

describe('ships on record', () => {
  const picture = worldPicture({ width: 1200, height: 600 });
  /** A voyage without a route of its own is not drawn, and its text says why. */
  const dated = core.voyages.filter(
    (v) => core.flows.some((f) => f.id === v.flow) && (v.persons ?? 0) > 0 && v.from && v.to && v.route,
  );
  const lengthOf = (day: (typeof dated)[number]['departed']) => (day ? day.until - day.from : Infinity);
  const isSpot = (id: PlaceId | null) => !['region', 'country'].includes(core.places.get(id!)!.kind);
  const astray = dated.filter((v) => {
    const chains = [...flowOf(v.flow!).journeys, [v.route!]].map((chain) =>
      chain.flatMap((id) => core.routes.get(id)!.legs.flatMap((l) => [l.from, l.to])),
    );
    return (
      isSpot(v.from) &&
      isSpot(v.to) &&
      !chains.some((stops) => stops.includes(v.from!) && stops.lastIndexOf(v.to!) > stops.indexOf(v.from!))
    );
  });
  test('each sails a way of the people whom it carried, or its own: its ports lie on it, in that order', () => {
    expect(astray.map((v) => `${v.id}: ${v.from} to ${v.to}, ${v.flow}`)).toEqual([]);
  });
  test('each sails in a time for which its people are counted', () => {
    const untimely = dated.filter((v) => {
      const from = (v.departed ?? v.arrived)!.from;
      const until = (v.arrived ?? v.departed)!.until;
      // Who landed on the 12th may have been counted on the 13th.
      return !flowOf(v.flow!).observations.some((o) => isKnown(o) && o.when.from < until + 2 && o.when.until > from);
    });
    expect(untimely.map((v) => `${v.id}, ${v.flow}`)).toEqual([]);
  });
  test.each(dated.filter((v) => !astray.includes(v) && lengthOf(v.departed) === 1 && lengthOf(v.arrived) === 1))(
    '$id: all $persons at $from when it left, at $to when it arrived',
    (v) => {
      const schedule = scheduleOf(only(flowOf(v.flow!)), 1, SHORTEST_ONE);
      const placed = schedule.tracks.map((t) => placeTrack(t, picture));
      const atPort = (day: number, port: PlaceId) =>
        scanDots(schedule, placed, AT_REST, day).filter(
          (d) =>
            distance(
              on(picture, pointAt(schedule.tracks[schedule.streams[d.stream]!.track]!, d.share)),
              on(picture, core.places.get(port)!.at!),
            ) < 3,
        ).length;
      // A moment after the anchor is up, and one before it falls; flights of a day move fast.
      expect(atPort(v.departed!.from + 0.002, v.from!), 'left').toBeGreaterThanOrEqual(v.persons!);
      expect(
        atPort(Math.max(v.departed!.from + 0.998, v.arrived!.from - 0.002), v.to!),
        'arrived',
      ).toBeGreaterThanOrEqual(v.persons!);
    },
  );
});
