/** Cuts the compiled record into the files that the browser loads: a small core first, then each wave on demand, one language at a time. */
import type { Compiled } from './compile.ts';
import { CORE_FORM, INFERRED, ON_MAP, PREFERRED, type CoreFile } from './core.ts';
import {
  BASES,
  COMPULSIONS,
  GRADES,
  MEASURES,
  MODES,
  STATUSES,
  UNITS,
  WAYS,
  YEARS,
  isKnown,
  isMoving,
} from './model.ts';
import type { LonLat, Observation, PlaceId, Series, SeriesId, SourceId } from './model.ts';
import { isLater } from './first-words.ts';
import { publisherOf, shortName } from './publisher.ts';
import type { RawPlaces, RawText } from './raw.ts';
import type { RawToday } from './raw-today.ts';

/** A table of things by number, in the order in which they were first asked for. */
class Numbering<K> {
  readonly keys: K[] = [];
  readonly #index = new Map<K, number>();
  of(key: K): number {
    let i = this.#index.get(key);
    if (i === undefined) {
      i = this.keys.length;
      this.#index.set(key, i);
      this.keys.push(key);
    }
    return i;
  }
}

/** Series of the first view: those of the waves that move or stand on the map, and what is drawn in a lane. The official count has a view of its own. */
function firstSeries({ archive }: Compiled): Series[] {
  const inLane = new Set<SeriesId>(archive.waves.flatMap((w) => [...w.lane.flow, ...w.lane.stock]));
  return [...archive.series.values()].filter(
    (s) => inLane.has(s.id) || (s.wave !== archive.official.id && (isMoving(s) || s.onMap)),
  );
}

const packLane = (points: readonly LonLat[]) =>
  points.flatMap(([lon, lat]) => [Math.round(lon * 100), Math.round(lat * 100)]);

type PackedObservation = CoreFile['series'][number][11][number];
function packObservation(o: Observation, sources: Numbering<SourceId>): PackedObservation {
  if (!isKnown(o)) return [o.when.text, null, 0, 0, []];
  const packed: PackedObservation = [
    o.when.text,
    o.value,
    STATUSES.indexOf(o.status),
    GRADES.indexOf(o.grade),
    o.sources.map((id) => sources.of(id)),
  ];
  if (o.low !== undefined || o.high !== undefined) packed.push(o.low ?? null, o.high ?? null);
  return packed;
}

export function coreOf(compiled: Compiled, version: string): CoreFile {
  const { archive } = compiled;
  const places = new Numbering<PlaceId>();
  const sources = new Numbering<SourceId>();
  const lanes = new Numbering<string>();
  const chosen = firstSeries(compiled);
  const seriesIndex = new Map(chosen.map((s, i) => [s.id, i]));
  const routes = [...archive.routes.values()];
  const routeIndex = new Map(routes.map((r, i) => [r.id, i]));
  const packedRoutes = routes.map(
    (r) =>
      [
        r.id,
        r.wave,
        WAYS.indexOf(r.way),
        COMPULSIONS.indexOf(r.compulsion),
        BASES.indexOf(r.basis),
        r.during.text,
        r.days ?? 0,
        r.legs.map((leg) => {
          const through = leg.path.slice(1, -1);
          const back = JSON.stringify(packLane(through.toReversed()));
          const key = JSON.stringify(packLane(through));
          const lane = through.length === 0 ? 0 : lanes.keys.includes(back) ? -(lanes.of(back) + 1) : lanes.of(key) + 1;
          return [
            MODES.indexOf(leg.mode),
            places.of(leg.from),
            places.of(leg.to),
            leg.inferred ? 1 : 0,
            lane,
          ] as CoreFile['routes'][number][7][number];
        }),
      ] as CoreFile['routes'][number],
  );
  const packedSeries = chosen.map(
    (s) =>
      [
        s.id,
        s.wave,
        places.of(s.place),
        MEASURES.indexOf(s.measure),
        UNITS.indexOf(s.unit),
        (s.preferred ? PREFERRED : 0) | (s.onMap ? ON_MAP : 0) | (s.basis === 'inferred' ? INFERRED : 0),
        COMPULSIONS.indexOf(s.compulsion),
        WAYS.indexOf(s.way),
        YEARS.indexOf(s.yearOf),
        s.journeys.map((chain) => chain.map((id) => routeIndex.get(id)!)),
        (compiled.raw.waves.find((w) => w.id === s.wave) ?? compiled.raw.official).series.find((r) => r.id === s.id)
          ?.breaks ?? [],
        s.observations.map((o) => packObservation(o, sources)),
        s.question,
      ] as CoreFile['series'][number],
  );
  const packedEvents = archive.events.map(
    (e) => [e.id, e.wave, e.date.text, e.place === null ? -1 : places.of(e.place)] as CoreFile['events'][number],
  );
  const packedVoyages = archive.voyages
    .filter((v) => v.flow !== null && seriesIndex.has(v.flow))
    .map(
      (v) =>
        [
          v.id,
          v.wave,
          v.departed?.text ?? null,
          v.arrived?.text ?? null,
          v.from === null ? -1 : places.of(v.from),
          v.to === null ? -1 : places.of(v.to),
          v.persons ?? -1,
          v.route === null ? -1 : routeIndex.get(v.route)!,
          v.flow === null ? -1 : seriesIndex.get(v.flow)!,
        ] as CoreFile['voyages'][number],
    );
  const index = (id: SeriesId) => seriesIndex.get(id)!;
  // Every place has an address of its own, also one that only a wave's page names.
  for (const id of archive.places.keys()) places.of(id);
  return {
    form: CORE_FORM,
    version,
    waves: archive.waves.map((w) => ({
      id: w.id,
      during: w.during.text,
      family: w.family,
      box: [...w.box],
      flow: w.lane.flow.map(index),
      stock: w.lane.stock.map(index),
      ...(w.plants.length > 0 && { plants: true }),
    })),
    series: packedSeries,
    routes: packedRoutes,
    voyages: packedVoyages,
    events: packedEvents,
    lanes: lanes.keys.map((k) => JSON.parse(k) as number[]),
    sources: sources.keys,
    places: places.keys.map((id) => {
      const p = archive.places.get(id)!;
      return [id, p.kind, p.at?.[0] ?? null, p.at?.[1] ?? null];
    }),
  };
}

/** Names and sentences of the first view in one language. */
export interface CoreTextFile {
  readonly lang: string;
  readonly ui: Readonly<Record<string, string>>;
  readonly waves: Readonly<Record<string, { name: string; title: string; summary: string; uncounted: string }>>;
  readonly places: Readonly<Record<string, readonly (readonly (string | null)[])[]>>;
  readonly series: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
  /** Who published the first source of each figure of the core, by source id. */
  readonly publishers: Readonly<Record<string, string>>;
}

/** Longest name under a figure, in characters. */
const LONGEST_NAME = 56;
/** The publisher in a few words that a reader of the language knows. */
function shortPublisher(csl: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>): string {
  const full = publisherOf(csl);
  const text = names[full] ?? full;
  return shortName(text, LONGEST_NAME);
}

type PlaceName = RawPlaces['places'][number]['names'][string][number];
/** The names that a map can show: today's, and those of a time. Other spellings are only for search. */
function shownNames(names: readonly PlaceName[]): PlaceName[] {
  const today = names.find(([, period]) => !period);
  return names.filter((name) => name === today || name[1]);
}

export function coreTextOf(compiled: Compiled, lang: string): CoreTextFile {
  const { archive, raw } = compiled;
  const core = coreOf(compiled, '');
  const texts = raw.texts[lang] ?? {};
  const used = new Set(core.places.map((p) => p[0]));
  const first = new Set(
    core.series.flatMap((s) => s[11].flatMap((o) => (o[4][0] === undefined ? [] : [core.sources[o[4][0]]!]))),
  );
  return {
    lang,
    ui: Object.fromEntries(Object.entries(raw.ui[lang] ?? {}).filter(([key]) => !isLater(key))),
    waves: Object.fromEntries(
      Object.entries(texts).map(([id, t]) => [
        id,
        { name: t.name, title: t.title, summary: t.summary, uncounted: t.uncounted },
      ]),
    ),
    places: Object.fromEntries(
      raw.places.places.filter((p) => used.has(p.id)).map((p) => [p.id, shownNames(p.names[lang] ?? [])]),
    ),
    series: Object.fromEntries(core.series.map((s) => [s[0], texts[s[1]]?.series[s[0]]?.name ?? s[0]])),
    events: Object.fromEntries(archive.events.map((e) => [e.id, texts[e.wave]?.events[e.id]?.title ?? e.id])),
    publishers: Object.fromEntries(
      [...first].map((id) => [
        id,
        shortPublisher(archive.sources.get(id as SourceId)!.csl, raw.publishers[lang] ?? {}),
      ]),
    ),
  };
}

/** The sentences that come with the first page or window that needs them. */
export const laterWordsOf = ({ raw }: Compiled, lang: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(raw.ui[lang] ?? {}).filter(([key]) => isLater(key)));

/** Everything of one wave but its prose: all series, rivals, totals, and its sources as CSL-JSON. */
export interface WaveFile {
  readonly form: number;
  readonly id: string;
  readonly record: unknown;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
/** Sources by their ids wherever a part of the record names them. */
function sourcesNamedIn(part: unknown, { archive }: Compiled): WaveFile['sources'] {
  const named = JSON.stringify(part);
  const sources: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const [key, source] of archive.sources) if (named.includes(`"${key}"`)) sources[key] = source.csl;
  return sources;
}
export function waveFileOf(compiled: Compiled, id: string): WaveFile {
  const record = compiled.raw.waves.find((w) => w.id === id) ?? compiled.raw.official;
  return { form: CORE_FORM, id, record, sources: sourcesNamedIn(record, compiled) };
}
export const waveTextOf = (compiled: Compiled, lang: string, id: string): RawText =>
  compiled.raw.texts[lang]![id] as RawText;

/** The newest wave weighed, and the sources that it names. */
export interface TodayFile {
  readonly form: number;
  readonly today: RawToday;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
/** @throws RangeError where the record has none: then it has problems, too */
export function todayFileOf(compiled: Compiled): TodayFile {
  const { today } = compiled.raw;
  if (!today) throw new RangeError('no today.json');
  return { form: CORE_FORM, today, sources: sourcesNamedIn(today, compiled) };
}
