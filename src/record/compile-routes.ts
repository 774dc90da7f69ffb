/** Raw routes to legs with the line that is drawn: ships by sea lane, trains by rail, flights by great circle. */
import { kindOf } from './model.ts';
import type { Leg, LonLat, Measure, Mode, Place, Route, Voyage, WaveId } from './model.ts';
import { lengthKm } from './earth.ts';
import { compileWhen, findSources, type Here } from './compile-series.ts';
import type { RawLanes, RawWave } from './raw.ts';

/** A leg longer than this without a stop cannot be taken as recorded: near the antipodes a great circle means nothing. */
const LONGEST_RECORDED_KM = 15_000;
const NEEDS_LANE: ReadonlySet<Mode> = new Set(['sea', 'river', 'rail']);

export type LaneBook = ReadonlyMap<string, readonly LonLat[]>;
const laneKey = (mode: Mode, from: string, to: string) => `${mode} ${from} ${to}`;

/** Lanes can be taken both ways. */
export function compileLanes(raw: RawLanes): LaneBook {
  const book = new Map<string, readonly LonLat[]>();
  for (const { mode, between, through } of raw.lanes) {
    book.set(laneKey(mode, between[0], between[1]), through);
    book.set(laneKey(mode, between[1], between[0]), through.toReversed());
  }
  return book;
}

export function compileRoute(
  raw: RawWave['routes'][number],
  wave: WaveId,
  places: ReadonlyMap<string, Place>,
  lanes: LaneBook,
  here: Here,
): Route | undefined {
  const path = `routes.${raw.id}`;
  const say = (at: string, wrong: string, right: string) => here.problems.add(here.file, at, wrong, right);
  const during = compileWhen(raw.during, `${path}.during`, here);
  const legs: Leg[] = [];
  if (Array.isArray(raw.mode) && raw.mode.length !== raw.stops.length - 1)
    say(`${path}.mode`, `${raw.mode.length} modes for ${raw.stops.length - 1} legs`, 'one mode, or one a leg');
  for (let i = 1; i < raw.stops.length; i++) {
    const [from, to] = [raw.stops[i - 1]!, raw.stops[i]!];
    const mode = Array.isArray(raw.mode) ? (raw.mode[i - 1] ?? 'land') : raw.mode;
    const at = `${path}.stops.${from}>${to}`;
    const [a, b] = [places.get(from)?.at, places.get(to)?.at];
    if (!a || !b) {
      say(at, `no coordinates for “${a ? to : from}”`, 'stops that data/places.json can place');
      continue;
    }
    const through = lanes.get(laneKey(mode, from, to));
    if (!through && NEEDS_LANE.has(mode))
      say(at, `a leg by ${mode} without a lane`, 'a line between the two in data/lanes.json');
    const line: LonLat[] = [a, ...(through ?? []), b];
    const km = lengthKm(line);
    const inferred = raw.basis === 'inferred' || (raw.inferredLegs?.includes(i - 1) ?? false);
    if (km > LONGEST_RECORDED_KM && mode === 'air' && !inferred)
      say(at, `${Math.round(km)} km without a stop, as recorded`, 'basis “inferred”, and a note that says so');
    legs.push({ mode, from, to, path: line, km, inferred });
  }
  const sources = findSources(raw.sources, path, here);
  if (!during || legs.length === 0) return undefined;
  return {
    id: raw.id,
    wave,
    way: raw.way,
    compulsion: raw.compulsion,
    basis: raw.basis,
    during,
    ...(raw.days !== undefined && { days: raw.days }),
    legs: legs as [Leg, ...Leg[]],
    sources,
  };
}

/** In a chain of routes the end of each is the start of the next. */
export function checkJourneys(wave: RawWave, routes: ReadonlyMap<string, Route>, here: Here): void {
  for (const series of wave.series)
    for (const chain of series.journeys)
      chain.forEach((id, i) => {
        const path = `series.${series.id}.journeys`;
        const [route, before] = [routes.get(id), routes.get(chain[i - 1] ?? '')];
        if (!route) here.problems.add(here.file, path, `unknown route “${id}”`, 'a route of this file');
        else if (before && before.legs.at(-1)!.to !== route.legs[0].from)
          here.problems.add(
            here.file,
            path,
            `“${before.id}” ends at ${before.legs.at(-1)!.to}, “${id}” begins at ${route.legs[0].from}`,
            'a chain without a jump',
          );
      });
}

export function compileVoyage(
  raw: RawWave['voyages'][number],
  wave: WaveId,
  known: {
    readonly routes: ReadonlyMap<string, Route>;
    readonly series: ReadonlyMap<string, Measure>;
    readonly places: ReadonlySet<string>;
  },
  here: Here,
): Voyage {
  const path = `voyages.${raw.id}`;
  const say = (wrong: string, right: string) => here.problems.add(here.file, path, wrong, right);
  const departed = raw.departed === null ? null : (compileWhen(raw.departed, path, here) ?? null);
  const arrived = raw.arrived === null ? null : (compileWhen(raw.arrived, path, here) ?? null);
  if (departed && arrived && arrived.until <= departed.from)
    say(`arrives ${arrived.text}, leaves ${departed.text}`, 'leave before arriving');
  if (raw.route !== null && !known.routes.has(raw.route))
    say(`unknown route “${raw.route}”`, 'a route of this file, or null');
  if (raw.flow !== null && !known.series.has(raw.flow))
    say(`unknown flow “${raw.flow}”`, 'a series of this file, or null');
  else if (raw.flow !== null && kindOf(known.series.get(raw.flow)!) !== 'flow')
    say(`counted in “${raw.flow}”, which is no flow`, 'a flow: a stock stands, it does not sail');
  for (const place of [raw.from, raw.to])
    if (place !== null && !known.places.has(place)) say(`unknown place “${place}”`, 'an id of data/places.json');
  return {
    id: raw.id,
    wave,
    departed,
    arrived,
    from: raw.from,
    to: raw.to,
    persons: raw.persons,
    route: raw.route,
    flow: raw.flow,
    sources: findSources(raw.sources, path, here),
  };
}
