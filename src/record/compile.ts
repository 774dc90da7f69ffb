/** The one door: loose files in, the strict record out, and every problem named at once. */
import { checkJourneys, compileLanes, compileRoute, compileVoyage, type LaneBook } from './compile-routes.ts';
import {
  checkGrowth,
  checkQuestions,
  compileSeries,
  compileTotals,
  compileWhen,
  findSources,
  type Here,
} from './compile-series.ts';
import { checkSharedTexts, checkWaveText } from './compile-texts.ts';
import { CHAPTERS, kindOf } from './model.ts';
import type { Archive, Event, Official, Place, Route, RouteId, Series, SeriesId, Voyage, Wave } from './model.ts';
import {
  checkRegions,
  compileEvents,
  compilePlaces,
  compilePlants,
  compileRivals,
  compileSources,
} from './compile-parts.ts';
import { compileToday } from './compile-today.ts';
import { Problems, checkUnique, parseShape, type Problem } from './problems.ts';
import * as raw from './raw.ts';
import { OFFICIAL, readFiles, type Files, type RawRecord } from './read-files.ts';
import { overlaps } from './when.ts';

export type { Files, RawRecord } from './read-files.ts';

export interface Compiled {
  readonly archive: Archive;
  readonly raw: RawRecord;
  readonly problems: readonly Problem[];
}

/** Waves in the order in which they are shown: by the year in which they began. */
const byBeginning = (
  a: { readonly during: { readonly from: number } },
  b: { readonly during: { readonly from: number } },
) => a.during.from - b.during.from;

interface Shelves {
  readonly series: Map<SeriesId, Series>;
  readonly routes: Map<RouteId, Route>;
  readonly voyages: Voyage[];
  readonly events: Event[];
}

/** A series stands in one file only. */
function shelve(series: Series, shelves: Shelves, here: Here): void {
  const other = shelves.series.get(series.id);
  if (other && other.wave !== series.wave)
    here.problems.add(here.file, `series.${series.id}`, 'a series of that id stands in another wave', 'every id once');
  else shelves.series.set(series.id, series);
}

function compileWave(
  wave: raw.RawWave,
  places: ReadonlyMap<string, Place>,
  lanes: LaneBook,
  shelves: Shelves,
  here: Here,
): Wave | undefined {
  const id = wave.id;
  const placeIds = new Set(places.keys());
  for (const part of ['series', 'totals', 'routes', 'voyages', 'people'] as const)
    checkUnique(
      wave[part].map((x) => x.id),
      here.file,
      part,
      here.problems,
    );
  checkQuestions(wave.series, 'series', here);
  checkQuestions(wave.totals, 'totals', here);
  for (const s of wave.series) {
    const series = compileSeries(s, id, placeIds, here);
    if (series) shelve(series, shelves, here);
  }
  const routes = new Map<RouteId, Route>();
  for (const r of wave.routes) {
    const route = compileRoute(r, id, places, lanes, here);
    if (route) routes.set(route.id, route);
  }
  checkJourneys(wave, routes, here);
  for (const [key, route] of routes) {
    if (shelves.routes.has(key))
      here.problems.add(here.file, `routes.${key}`, 'a route of that id stands in another wave', 'every id once');
    shelves.routes.set(key, route);
  }
  const seriesIds = new Set(wave.series.map((s) => s.id));
  const measures = new Map(wave.series.map((s) => [s.id as string, s.measure]));
  shelves.voyages.push(
    ...wave.voyages.map((v) => compileVoyage(v, id, { routes, series: measures, places: placeIds }, here)),
  );
  shelves.events.push(...compileEvents(wave.events, id, places, here));
  const during = compileWhen(wave.during, 'during', here);
  const still = wave.still === undefined ? undefined : compileWhen(wave.still, 'still', here);
  if (during && still && !overlaps(during, still))
    here.problems.add(here.file, 'still', `“${still.text}” lies outside the wave`, `a time in ${during.text}`);
  for (const c of CHAPTERS) wave.chapters[c].forEach((claim, i) => findSources(claim, `chapters.${c}.${i}`, here));
  for (const [place] of wave.places)
    if (!places.has(place))
      here.problems.add(here.file, `places.${place}`, 'unknown place', 'an id of data/places.json');
  const known = new Set<string>([
    ...shelves.series.keys(),
    ...seriesIds,
    ...wave.totals.map((t) => t.id),
    ...wave.events.map((e) => e.id),
    ...wave.routes.map((r) => r.id),
    ...wave.voyages.map((v) => v.id),
    ...placeIds,
  ]);
  const rivals = compileRivals(wave.rivals, known, here);
  for (const p of wave.people) findSources(p.sources, `people.${p.id}`, here);
  if (!during) return undefined;
  return {
    id,
    during,
    ...(still && { still }),
    family: wave.family,
    box: wave.box,
    lane: wave.lane,
    headline: wave.headline,
    now: wave.now,
    chapters: wave.chapters,
    totals: compileTotals(wave.totals, here),
    rivals,
    people: wave.people,
    plants: compilePlants(wave.plants ?? [], placeIds, here),
  };
}

/** References from a wave to series that may stand in another file. */
function checkReferences(wave: Wave, series: ReadonlyMap<SeriesId, Series>, here: Here): void {
  const lanes = { flow: wave.lane.flow, stock: wave.lane.stock };
  for (const [kind, ids] of Object.entries(lanes))
    for (const id of ids) {
      const found = series.get(id);
      if (found && kindOf(found.measure) !== kind)
        here.problems.add(here.file, 'lane', `“${id}” among the ${kind}s, which is no ${kind}`, `only ${kind}s`);
    }
  for (const id of [...wave.lane.flow, ...wave.lane.stock, ...wave.now])
    if (!series.has(id))
      here.problems.add(here.file, 'lane', `unknown series “${id}”`, 'a series of this wave or of the official count');
  for (const h of wave.headline) {
    const found =
      'total' in h
        ? wave.totals.some((t) => t.id === h.total)
        : series.get(h.series)?.observations.some((o) => o.when.text === h.when);
    if (!found)
      here.problems.add(
        here.file,
        'headline',
        `no figure ${JSON.stringify(h)}`,
        'a total, or an observation of a series',
      );
  }
}

function checkTexts(record: RawRecord, notes: ReadonlyMap<string, ReadonlySet<string>>, problems: Problems): void {
  for (const { tag, status } of record.languages) {
    if (status !== 'required') continue;
    for (const part of [...record.waves, record.official]) {
      const text = record.texts[tag]?.[part.id];
      if (!text) continue;
      const file = `text/${tag}/${part.id}.json`;
      const wanted = new Set(record.wanted.wanted.filter((w) => w.wave === part.id).map((w) => w.id));
      checkSharedTexts(file, part, text, notes.get(part.id) ?? new Set(), wanted, problems);
      if (part.id !== record.official.id) checkWaveText(file, part as raw.RawWave, text as raw.RawText, problems);
    }
  }
  const [first, ...others] = record.languages.filter((l) => l.status === 'required').map((l) => l.tag);
  for (const tag of others)
    for (const [a, b] of [
      [first, tag],
      [tag, first],
    ] as [string, string][])
      for (const key of Object.keys(record.ui[a] ?? {}))
        if (!(key in (record.ui[b] ?? {})))
          problems.add(`text/${b}/ui.json`, key, 'the text is missing', `as in text/${a}/ui.json`);
}

/** What stands beside the record and belongs to nothing in it. */
function checkStrays(
  files: Files,
  record: RawRecord,
  lanes: raw.RawLanes,
  places: ReadonlyMap<string, Place>,
  problems: Problems,
): void {
  for (const { mode, between } of lanes.lanes)
    for (const end of between)
      if (!places.has(end))
        problems.add(
          'lanes.json',
          `${mode} ${between.join('–')}`,
          `unknown place “${end}”`,
          'an id of data/places.json',
        );
  if (problems.shapeFailed) return;
  const parts = new Set([
    ...record.waves.map((w) => w.id),
    record.official.id,
    'ui',
    'publishers',
    'today',
  ] as string[]);
  for (const file of Object.keys(files)) {
    const name = /^text\/[^/]+\/(.+)\.json$/.exec(file)?.[1];
    if (name !== undefined && !parts.has(name)) problems.add(file, '(file)', `no wave “${name}”`, 'the name of a wave');
  }
}

/** Compiles the whole record. Never throws: what is wrong stands in `problems`. */
export function compile(files: Files): Compiled {
  const problems = new Problems();
  const record = readFiles(files, problems);
  const book = compileSources(files, problems);
  const notes = new Map<string, Set<string>>();
  const here = (file: string, id: string): Here => {
    const own = notes.get(id) ?? new Set<string>();
    notes.set(id, own);
    return { file, problems, book, notes: own };
  };
  const places = compilePlaces(record, here('places.json', 'places'));
  const rawLanes = parseShape(raw.rawLanes, 'lanes.json', files['lanes.json'], problems) ?? { lanes: [] };
  const lanes = compileLanes(rawLanes);
  const shelves: Shelves = { series: new Map(), routes: new Map(), voyages: [], events: [] };

  const officialHere = here(OFFICIAL, record.official.id);
  const official = compileOfficial(record.official, places, shelves, officialHere);
  const waves = record.waves
    .map((w) => compileWave(w, places, lanes, shelves, here(`waves/${w.id}.json`, w.id)))
    .filter((w) => w !== undefined)
    .sort(byBeginning);
  for (const wave of waves) checkReferences(wave, shelves.series, here(`waves/${wave.id}.json`, wave.id));
  for (const s of shelves.series.values()) checkGrowth(s, shelves.series, here(`waves/${s.wave}.json`, s.wave));
  for (const w of record.wanted.wanted) {
    if (!places.has(w.place))
      problems.add('wanted.json', w.id, `unknown place “${w.place}”`, 'an id of data/places.json');
    // What is only remembered may be named as a place to look, never as a source.
    for (const id of w.lookIn) {
      if (!book.all.has(id)) problems.add('wanted.json', w.id, `unknown source “${id}”`, 'an id of data/sources.json');
      book.used.add(id);
    }
  }
  const known = {
    series: new Set<string>(shelves.series.keys()),
    events: new Set(shelves.events.map((e) => e.id)),
    waves: new Set<string>(waves.map((w) => w.id)),
  };
  compileToday(record, known, here('today.json', 'today'));
  checkTexts(record, notes, problems);
  if (!problems.shapeFailed)
    for (const id of book.all.keys())
      if (!book.used.has(id))
        problems.add('sources.json', id, 'a source that nothing uses', 'only sources in use; see data/left-out.md');
  checkStrays(files, record, rawLanes, places, problems);

  const archive: Archive = {
    waves,
    official,
    series: shelves.series,
    routes: shelves.routes,
    voyages: shelves.voyages,
    events: shelves.events.sort((a, b) => a.date.from - b.date.from),
    places,
    sources: book.all,
  };
  return { archive, raw: record, problems: problems.list };
}

function compileOfficial(
  record: raw.RawOfficial,
  places: ReadonlyMap<string, Place>,
  shelves: Shelves,
  here: Here,
): Official {
  const id = record.id;
  const placeIds = new Set(places.keys());
  checkUnique(
    record.series.map((s) => s.id),
    here.file,
    'series',
    here.problems,
  );
  checkQuestions(record.series, 'series', here);
  for (const s of record.series) {
    const series = compileSeries(s, id, placeIds, here);
    if (series) shelve(series, shelves, here);
  }
  shelves.events.push(...compileEvents(record.events, id, places, here));
  for (const e of [...record.editions, ...record.methodBreaks, ...record.people])
    findSources(e.sources, 'editions', here);
  checkRegions(record, placeIds, here);
  const known = new Set([
    ...record.series.map((s) => s.id),
    ...record.totals.map((t) => t.id),
    ...record.events.map((e) => e.id),
    ...placeIds,
  ]);
  return {
    id,
    series: record.series.map((s) => s.id),
    editions: record.editions,
    totals: compileTotals(record.totals, here),
    rivals: compileRivals(record.rivals, known, here),
    people: record.people,
  };
}
