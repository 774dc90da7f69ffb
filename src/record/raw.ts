/**
 * What the files in `data/` look like: one definition for the checks, the types and the JSON Schema.
 * Meaning that needs more than one file (sources, places, routes) is checked in `compile.ts`.
 */
import * as v from 'valibot';
import {
  BASES,
  CHAPTERS,
  COMPULSIONS,
  FAMILIES,
  GRADES,
  MEASURES,
  MODES,
  PLACE_KINDS,
  PLANT_STATUSES,
  SECTORS,
  STATUSES,
  UNITS,
  WAYS,
  YEARS,
} from './model.ts';
import type { PlaceId, RouteId, SeriesId, SourceId, WaveId } from './model.ts';

export const text = v.pipe(v.string(), v.nonEmpty());
export const id = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, 'an id: letters, digits, - and _'));
/** The same check, with the brand that the id will carry; whether it exists is checked in `compile.ts`. */
const branded = <T extends string>() => id as unknown as v.GenericSchema<T>;
const placeId = branded<PlaceId>();
export const seriesId = branded<SeriesId>();
const routeId = branded<RouteId>();
export const waveId = branded<WaveId>();
const sources = v.array(branded<SourceId>());
export const someSources = v.pipe(sources, v.minLength(1, 'at least one source'));
const iso3 = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));
const finite = v.pipe(v.number(), v.finite());
const lon = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const lonLat = v.tuple([lon, lat]);
const schemaLink = { $schema: v.exactOptional(v.string()) };

const figureExtras = v.strictObject({
  low: v.exactOptional(finite),
  high: v.exactOptional(finite),
  note: v.exactOptional(id),
  partial: v.exactOptional(v.boolean()),
  edition: v.exactOptional(v.pipe(v.number(), v.integer())),
});
const knownObservation = v.union([
  v.strictTuple([text, finite, v.picklist(STATUSES), someSources]),
  v.strictTuple([text, finite, v.picklist(STATUSES), someSources, figureExtras]),
]);
const missingObservation = v.union([
  v.strictTuple([text, v.literal('missing')]),
  v.strictTuple([text, v.literal('missing'), v.strictObject({ note: v.exactOptional(id) })]),
]);
export const rawObservation = v.union([knownObservation, missingObservation]);

export const rawSeries = v.strictObject({
  id: seriesId,
  place: placeId,
  measure: v.picklist(MEASURES),
  unit: v.picklist(UNITS),
  question: text,
  preferred: v.boolean(),
  compulsion: v.picklist(COMPULSIONS),
  way: v.picklist(WAYS),
  basis: v.picklist(BASES),
  yearOf: v.exactOptional(v.picklist(YEARS)),
  journeys: v.array(v.pipe(v.array(routeId), v.minLength(1))),
  breaks: v.exactOptional(v.array(text)),
  onMap: v.exactOptional(v.boolean()),
  growthOf: v.exactOptional(seriesId),
  iso3: v.exactOptional(iso3),
  observations: v.pipe(v.array(rawObservation), v.minLength(1)),
});

const rawTotal = v.strictObject({
  id,
  question: text,
  preferred: v.boolean(),
  measure: v.picklist(MEASURES),
  unit: v.picklist(UNITS),
  when: text,
  value: finite,
  low: v.exactOptional(finite),
  high: v.exactOptional(finite),
  status: v.picklist(STATUSES),
  sources: someSources,
});
const rawEvent = v.strictObject({ id, date: text, place: v.nullable(placeId), sources: someSources });
const rawRival = v.strictObject({
  id,
  about: v.pipe(v.array(text), v.minLength(1)),
  preferred: v.nullable(id),
  claims: v.pipe(
    v.array(
      v.strictObject({
        id,
        value: v.exactOptional(finite),
        low: v.exactOptional(finite),
        high: v.exactOptional(finite),
        series: v.exactOptional(seriesId),
        sources,
      }),
    ),
    v.minLength(1),
  ),
});
const rawPerson = v.strictObject({ id, sources: someSources });
const mode = v.picklist(MODES);

export const rawWave = v.strictObject({
  ...schemaLink,
  id: waveId,
  during: text,
  still: v.exactOptional(text),
  family: v.picklist(FAMILIES),
  box: v.tuple([lon, lat, lon, lat]),
  lane: v.strictObject({ flow: v.array(seriesId), stock: v.array(seriesId) }),
  headline: v.array(v.union([v.strictObject({ series: seriesId, when: text }), v.strictObject({ total: id })])),
  now: v.array(seriesId),
  chapters: v.strictObject(
    Object.fromEntries(CHAPTERS.map((c) => [c, v.array(someSources)])) as Record<
      (typeof CHAPTERS)[number],
      v.ArraySchema<typeof someSources, undefined>
    >,
  ),
  places: v.array(v.strictTuple([placeId, v.picklist(['origin', 'destination', 'port', 'waypoint'])])),
  series: v.array(rawSeries),
  totals: v.array(rawTotal),
  routes: v.array(
    v.strictObject({
      id: routeId,
      way: v.picklist(WAYS),
      compulsion: v.picklist(COMPULSIONS),
      basis: v.picklist(BASES),
      during: text,
      mode: v.union([mode, v.array(mode)]),
      stops: v.pipe(v.array(placeId), v.minLength(2)),
      days: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
      inferredLegs: v.exactOptional(v.array(v.pipe(v.number(), v.integer(), v.minValue(0)))),
      sources: someSources,
    }),
  ),
  voyages: v.array(
    v.strictObject({
      id,
      departed: v.nullable(text),
      arrived: v.nullable(text),
      from: v.nullable(placeId),
      to: v.nullable(placeId),
      persons: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
      route: v.nullable(routeId),
      flow: v.nullable(seriesId),
      sources: someSources,
    }),
  ),
  events: v.array(rawEvent),
  rivals: v.array(rawRival),
  people: v.array(rawPerson),
  plants: v.exactOptional(
    v.array(
      v.strictObject({
        id: placeId,
        company: text,
        partner: v.nullable(text),
        sector: v.picklist(SECTORS),
        city: text,
        state: text,
        announced: v.nullable(text),
        opened: v.nullable(text),
        investment: v.nullable(finite),
        jobsPromised: v.nullable(finite),
        jobsNow: v.nullable(finite),
        status: v.picklist(PLANT_STATUSES),
        sources: someSources,
      }),
    ),
  ),
});

export const rawOfficial = v.strictObject({
  ...schemaLink,
  id: waveId,
  editions: v.array(
    v.strictObject({
      edition: v.pipe(v.number(), v.integer()),
      referenceDate: v.nullable(text),
      total: v.nullable(finite),
      countries: v.exactOptional(v.nullable(finite)),
      found: v.picklist(['total', 'total-and-regions', 'countries', 'rounded']),
      sources: someSources,
    }),
  ),
  methodBreaks: v.array(
    v.strictObject({
      year: v.pipe(v.number(), v.integer()),
      effect: v.nullable(finite),
      effectStatus: v.nullable(v.picklist(STATUSES)),
      sources: someSources,
    }),
  ),
  /** In which region an edition counts a country; a region stands before the one that holds it. */
  regions: v.array(v.strictObject({ id: placeId, within: v.nullable(placeId), countries: v.array(iso3) })),
  /** Countries that stand in no region of the record from an edition on. */
  movedOut: v.strictObject({ edition: v.pipe(v.number(), v.integer()), countries: v.array(iso3) }),
  /** Counts before a time that stand beside the total and not in it. */
  beside: v.strictObject({ until: text, series: v.array(seriesId) }),
  series: v.array(rawSeries),
  totals: v.array(rawTotal),
  events: v.array(rawEvent),
  rivals: v.array(rawRival),
  people: v.array(rawPerson),
});

const placeName = v.union([
  v.strictTuple([text]),
  v.strictTuple([text, v.nullable(text)]),
  v.strictTuple([text, v.nullable(text), text]),
]);
export const rawPlaces = v.strictObject({
  ...schemaLink,
  places: v.array(
    v.strictObject({
      id: placeId,
      at: v.nullable(lonLat),
      kind: v.picklist(PLACE_KINDS),
      sources,
      names: v.record(v.string(), v.pipe(v.array(placeName), v.minLength(1))),
    }),
  ),
});
export const rawLanes = v.strictObject({
  ...schemaLink,
  lanes: v.array(
    v.strictObject({ mode: v.picklist(MODES), between: v.strictTuple([id, id]), through: v.array(lonLat) }),
  ),
});
export const rawSources = v.array(
  v.looseObject({
    id: branded<SourceId>(),
    type: text,
    title: text,
    custom: v.looseObject({ grade: v.picklist(GRADES), seen: v.picklist(['page', 'memory']) }),
  }),
);
export const rawWanted = v.strictObject({
  ...schemaLink,
  wanted: v.array(
    v.strictObject({
      id,
      wave: waveId,
      place: placeId,
      measure: v.picklist(MEASURES),
      unit: v.picklist(UNITS),
      when: v.array(text),
      lookIn: sources,
    }),
  ),
});
export const rawLanguages = v.strictObject({
  ...schemaLink,
  languages: v.array(v.strictObject({ tag: text, name: text, status: v.picklist(['required', 'offered']) })),
});

const named = v.record(v.string(), v.strictObject({ name: text, note: v.exactOptional(text) }));
const strings = v.record(v.string(), text);
const sharedTexts = {
  ...schemaLink,
  id,
  name: text,
  title: text,
  summary: text,
  uncounted: text,
  series: named,
  notes: strings,
  totals: named,
  events: v.record(v.string(), v.strictObject({ title: text, text })),
  rivals: v.record(v.string(), v.strictObject({ question: text, claims: strings, why: text, reason: text })),
  people: v.record(v.string(), v.strictObject({ name: text, role: text })),
  wanted: v.exactOptional(strings),
};
export const rawText = v.strictObject({
  ...sharedTexts,
  chapters: v.strictObject(
    Object.fromEntries(CHAPTERS.map((c) => [c, v.array(text)])) as Record<
      (typeof CHAPTERS)[number],
      v.ArraySchema<typeof text, undefined>
    >,
  ),
  routes: named,
  voyages: v.record(v.string(), v.strictObject({ vessel: text, note: v.exactOptional(text) })),
  plants: v.exactOptional(named),
});
export const rawOfficialText = v.strictObject({
  ...sharedTexts,
  editions: v.exactOptional(strings),
  methodBreaks: v.exactOptional(strings),
});
export const rawUi = v.record(v.string(), text);

export type RawWave = v.InferOutput<typeof rawWave>;
export type RawOfficial = v.InferOutput<typeof rawOfficial>;
export type RawSeries = v.InferOutput<typeof rawSeries>;
export type RawObservation = v.InferOutput<typeof rawObservation>;
export type RawPlaces = v.InferOutput<typeof rawPlaces>;
export type RawLanes = v.InferOutput<typeof rawLanes>;
export type RawSources = v.InferOutput<typeof rawSources>;
export type RawWanted = v.InferOutput<typeof rawWanted>;
export type RawLanguages = v.InferOutput<typeof rawLanguages>['languages'];
export type RawText = v.InferOutput<typeof rawText>;
export type RawOfficialText = v.InferOutput<typeof rawOfficialText>;
