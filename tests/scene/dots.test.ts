// Where the dots are. Does not prove that they are drawn (tests/browser does), nor that people were spread evenly over a year.
import { describe, expect, test } from 'vitest';
import type { Place, PlaceId } from '../../src/record/model.ts';
import { isoAt, FIRST_DAY, LAST_DAY, whenOf } from '../../src/record/when.ts';
import { dotsAt, frameFor, progressOf } from '../../src/scene/dots.ts';
import { AT_REST, worldPicture, type Camera } from '../../src/scene/projection.ts';
import { SHORTEST_ALL, SHORTEST_ONE, scheduleOf, type Schedule } from '../../src/scene/schedule.ts';
import { placeTrack } from '../../src/scene/track.ts';
import { core, movementsOf, seeded } from '../the-record.ts';
import { distance, on, pointAt, scanDots } from './slow.ts';

/** Days: more than the rounding of a departure and a duration. */
const MINUTE = 1 / 1440;
const picture = worldPicture({ width: 1200, height: 600 });
const placedOf = (schedule: Schedule) => schedule.tracks.map((t) => placeTrack(t, picture));
const mexico = scheduleOf(movementsOf('mexico'), 1, SHORTEST_ONE);
const all = scheduleOf(movementsOf(), 1000, SHORTEST_ALL);
const russia = scheduleOf(movementsOf('russia'), 100, SHORTEST_ONE);
/** The frame at an instant, in an array of its own. */
function frameAt(schedule: Schedule, at: number, camera: Camera = AT_REST) {
  const frame = frameFor(schedule);
  const n = dotsAt(schedule, placedOf(schedule), camera, at, frame);
  return { n, xy: frame.xy.slice(0, n * 2), starts: [...frame.starts] };
}

describe('dotsAt', () => {
  const camera: Camera = { k: 2.5, x: -310, y: 42 };
  test.each([
    ['all waves', all],
    ['Mexico', mexico],
    ['Russia', russia],
  ] as const)('finds for %s what a linear scan finds, at 1,000 instants', (_, schedule) => {
    const random = seeded(1905);
    const placed = placedOf(schedule);
    const frame = frameFor(schedule);
    const first = Math.min(...schedule.streams.map((s) => s.leaves[0]!));
    const last = Math.max(...schedule.streams.map((s) => s.leaves.at(-1)! + s.longest));
    let seen = 0;
    for (let k = 0; k < 1000; k++) {
      // Half of the instants lie a minute beside one at which somebody leaves or arrives: the edges of the search.
      const stream = schedule.streams[Math.floor(random() * schedule.streams.length)]!;
      const i = Math.floor(random() * stream.leaves.length);
      const at = [
        first - 5 + random() * (last - first + 10),
        stream.leaves[i]! + (random() < 0.5 ? MINUTE : -MINUTE),
        stream.leaves[i]! + stream.days[i]! + (random() < 0.5 ? MINUTE : -MINUTE),
        first + random() * (last - first),
      ][k % 4]!;
      const slow = scanDots(schedule, placed, camera, at);
      const n = dotsAt(schedule, placed, camera, at, frame);
      expect(n, isoAt(at)).toBe(slow.length);
      expect(frame.starts[schedule.streams.length]).toBe(n);
      slow.forEach((dot, d) => {
        if (d % 7 > 0 && d > 20) return;
        if (Math.abs(frame.xy[d * 2]! - dot.x) > 0.01 || Math.abs(frame.xy[d * 2 + 1]! - dot.y) > 0.01)
          expect([isoAt(at), d, frame.xy[d * 2], frame.xy[d * 2 + 1]]).toEqual([isoAt(at), d, dot.x, dot.y]);
        if (d < frame.starts[dot.stream]! || d >= frame.starts[dot.stream + 1]!)
          expect.fail(`dot ${d} is not in its stream`);
      });
      seen += n;
    }
    expect(seen).toBeGreaterThan(1000);
  });
  test('gives the same picture for an instant, whatever was drawn before', () => {
    const instants = Array.from({ length: 40 }, (_, i) => whenOf('1910').from + i * 411.3);
    const alone = instants.map((at) => frameAt(all, at));
    const frame = frameFor(all);
    const placed = placedOf(all);
    const order = instants.map((_, i) => (i * 17 + 5) % instants.length);
    for (const i of order) {
      const n = dotsAt(all, placed, AT_REST, instants[i]!, frame);
      expect(n).toBe(alone[i]!.n);
      expect(frame.xy.slice(0, n * 2)).toEqual(alone[i]!.xy);
    }
    expect(Math.max(...alone.map((f) => f.n))).toBeGreaterThan(50);
  });
  test('two schedules of the same record are the same', () =>
    expect(scheduleOf(movementsOf(), 1000, SHORTEST_ALL)).toEqual(all));
  test('nobody is on the way before the first or after the last, and every place in the frame is enough', () => {
    expect(frameAt(all, FIRST_DAY - 4000).n).toBe(0);
    expect(frameAt(all, LAST_DAY + 4000).n).toBe(0);
    for (let at = FIRST_DAY as number; at < LAST_DAY; at += 500)
      expect(frameAt(mexico, at).n).toBeLessThanOrEqual(mexico.length);
  });
  test('a camera moves the ways and leaves the distances within a ship as they are', () => {
    const [near, far] = [
      frameAt(mexico, whenOf('1905-04-20').from),
      frameAt(mexico, whenOf('1905-04-20').from, { k: 4, x: 10, y: -20 }),
    ];
    expect(far.xy[2]! - far.xy[0]!).toBeCloseTo(near.xy[2]! - near.xy[0]!, 2);
    const [dx, dy] = [mexico.streams[0]!.dx[0]!, mexico.streams[0]!.dy[0]!];
    expect(far.xy[0]).toBeCloseTo((near.xy[0]! - dx) * 4 + 10 + dx, 2);
    expect(far.xy[1]).toBeCloseTo((near.xy[1]! - dy) * 4 - 20 + dy, 2);
  });
});

describe('on their way', () => {
  test('a dot is where the great circle is, within two pixels, and never between the edges of the world', () => {
    const crossing = new Set<number>();
    all.tracks.forEach((track, i) => {
      const placed = placeTrack(track, picture);
      const steps = Array.from({ length: placed.count - 1 }, (_, k) =>
        distance([placed.xy[k * 2]!, placed.xy[k * 2 + 1]!], [placed.xy[k * 2 + 2]!, placed.xy[k * 2 + 3]!]),
      );
      const jumps = steps.filter((s) => s > placed.widest);
      expect(jumps.length).toBeLessThanOrEqual(1);
      if (jumps.length > 0) crossing.add(i);
      const step = Math.max(...steps.filter((s) => s <= placed.widest));
      expect(step, track.modes.join()).toBeLessThan(12);
      const one = {
        streams: [
          {
            wave: 'x' as never,
            status: 'reported' as const,
            compulsion: 'free' as const,
            track: 0,
            leaves: Float64Array.of(0),
            days: Float32Array.of(1),
            dx: Float32Array.of(0),
            dy: Float32Array.of(0),
            longest: 1,
          },
        ],
        tracks: [track],
        people: 1,
        length: 1,
        shortest: 1,
      };
      const frame = frameFor(one);
      for (let t = 0; t <= 1; t += 1 / 700) {
        expect(dotsAt(one, [placed], AT_REST, t, frame)).toBe(1);
        const dot = [frame.xy[0]!, frame.xy[1]!] as const;
        const off = distance(dot, on(picture, pointAt(track, t)));
        // At the seam a dot waits at the edge that it came to, for one step at the most.
        if (off > 2) {
          expect(jumps.length).toBe(1);
          const before = on(picture, pointAt(track, Math.max(0, t - 1 / 255)));
          expect(distance(dot, before)).toBeLessThan(step + 2);
        }
      }
    });
    expect(crossing.size).toBeGreaterThan(5);
    expect(crossing.size).toBeLessThan(all.tracks.length / 3);
  });
  test('the deported stand still most of the time, and still arrive', () => {
    const moved = (compulsion: 'deported' | 'free') => {
      let moving = 0;
      for (let i = 0; i < 10_000; i++)
        if (progressOf({ compulsion }, (i + 1) / 10_000) - progressOf({ compulsion }, i / 10_000) > 1e-9) moving++;
      return moving / 10_000;
    };
    expect(moved('free')).toBe(1);
    expect(moved('deported')).toBeGreaterThan(0.3);
    expect(moved('deported')).toBeLessThan(0.4);
    expect(progressOf({ compulsion: 'deported' }, 0)).toBe(0);
    expect(progressOf({ compulsion: 'deported' }, 1)).toBe(1);
    for (let i = 0; i < 1000; i++)
      expect(progressOf({ compulsion: 'deported' }, (i + 1) / 1000)).toBeGreaterThanOrEqual(
        progressOf({ compulsion: 'deported' }, i / 1000),
      );
  });
  test('in the autumn of 1937 most dots of the deportation do not move from one hour to the next', () => {
    const streams = russia.streams.filter((s) => s.compulsion === 'deported' && s.leaves.length > 50);
    expect(streams.length).toBeGreaterThan(0);
    const at = whenOf('1937-11-10').from;
    const only = { ...russia, streams, length: streams.reduce((n, s) => n + s.leaves.length, 0) };
    const [a, b] = [
      scanDots(only, placedOf(russia), AT_REST, at),
      scanDots(only, placedOf(russia), AT_REST, at + 1 / 24),
    ];
    const later = new Map(b.map((d) => [`${d.stream} ${d.index}`, d]));
    const both = a.filter((d) => later.has(`${d.stream} ${d.index}`));
    expect(both.length).toBeGreaterThan(100);
    const still = both.filter((d) => later.get(`${d.stream} ${d.index}`)!.share === d.share).length;
    expect(still / both.length).toBeGreaterThan(0.5);
  });
});

describe('the Ilford', () => {
  const place = (id: string): Place => core.places.get(id as PlaceId)!;
  test('has 1,033 people at sea on 20 April 1905, none on the eve of 4 April, none in June', () => {
    expect(['1905-04-03', '1905-04-20', '1905-06-15'].map((d) => frameAt(mexico, whenOf(d).from).n)).toEqual([
      0, 1033, 0,
    ]);
  });
  test('all of them are in one crowd, round the place where the ship was', () => {
    const { xy, n } = frameAt(mexico, whenOf('1905-04-20').from);
    const track = mexico.tracks[mexico.streams[0]!.track]!;
    const ship = on(picture, pointAt(track, (16 / 34) * track.stops.get('salina-cruz' as PlaceId)![0]));
    // A thousand people are a crowd, no ocean: each has a place of its own, and the farthest is a thumb’s width off.
    const { dx, dy } = mexico.streams[0]!;
    const radius = Math.max(...dx.map((x, i) => Math.hypot(x, dy[i]!)));
    expect(radius).toBeLessThan(90);
    for (let i = 0; i < 200; i++)
      for (let k = 0; k < i; k++) expect(distance([dx[i]!, dy[i]!], [dx[k]!, dy[k]!])).toBeGreaterThan(1.5);
    let [cx, cy] = [0, 0];
    for (let i = 0; i < n; i++) {
      expect(distance([xy[i * 2]!, xy[i * 2 + 1]!], ship)).toBeLessThan(radius + 2);
      cx += xy[i * 2]! / n;
      cy += xy[i * 2 + 1]! / n;
    }
    expect(distance([cx, cy], ship)).toBeLessThan(3);
  });
  test('leaves Incheon on 4 April and lies off Salina Cruz on 8 May', () => {
    const { streams, tracks } = mexico;
    const ship = streams.findIndex((s) => s.leaves.length === 1033);
    for (const [day, port] of [
      ['1905-04-04', 'incheon'],
      ['1905-05-08', 'salina-cruz'],
    ] as const) {
      const dots = scanDots(mexico, placedOf(mexico), AT_REST, whenOf(day).from).filter((d) => d.stream === ship);
      expect(dots.length).toBe(1033);
      for (const d of dots)
        expect(
          distance(on(picture, pointAt(tracks[streams[ship]!.track]!, d.share)), on(picture, place(port).at!)),
        ).toBeLessThan(1);
    }
  });
});
