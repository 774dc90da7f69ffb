/** The record's smaller parts: sources, places, events, rivals, plants. */
import { compileWhen, findSources, type Here, type SourceBook } from './compile-series.ts';
import type { Event, Place, PlaceId, Plant, Rival, Source, WaveId } from './model.ts';
import { checkUnique, parseShape, type Problems } from './problems.ts';
import * as raw from './raw.ts';
import type { Files, RawRecord } from './read-files.ts';

export function compileSources(files: Files, problems: Problems): SourceBook {
  const list = parseShape(raw.rawSources, 'sources.json', files['sources.json'], problems) ?? [];
  checkUnique(
    list.map((s) => s.id),
    'sources.json',
    '',
    problems,
  );
  return {
    all: new Map(list.map((s) => [s.id, { id: s.id, csl: s, grade: s.custom.grade } satisfies Source])),
    used: new Set(),
  };
}

export function compilePlaces(record: RawRecord, here: Here): Map<PlaceId, Place> {
  checkUnique(
    record.places.places.map((p) => p.id),
    here.file,
    'places',
    here.problems,
  );
  for (const place of record.places.places) {
    findSources(place.sources, `places.${place.id}`, here);
    for (const { tag, status } of record.languages)
      if (status === 'required' && !place.names[tag])
        here.problems.add(
          here.file,
          `places.${place.id}.names`,
          `no name in “${tag}”`,
          'a name in every required language',
        );
    for (const names of Object.values(place.names))
      for (const [, period] of names) if (period) compileWhen(period, `places.${place.id}.names`, here);
  }
  return new Map(record.places.places.map((p) => [p.id, { id: p.id, at: p.at, kind: p.kind }]));
}

export function compileEvents(
  list: raw.RawWave['events'],
  wave: WaveId,
  places: ReadonlyMap<string, Place>,
  here: Here,
): Event[] {
  checkUnique(
    list.map((e) => e.id),
    here.file,
    'events',
    here.problems,
  );
  return list.flatMap((e) => {
    const date = compileWhen(e.date, `events.${e.id}.date`, here);
    if (e.place !== null && !places.has(e.place))
      here.problems.add(
        here.file,
        `events.${e.id}`,
        `unknown place “${e.place}”`,
        'an id of data/places.json, or null',
      );
    const sources = findSources(e.sources, `events.${e.id}`, here);
    return date ? [{ id: e.id, wave, date, place: e.place, sources }] : [];
  });
}

export function compileRivals(list: raw.RawWave['rivals'], known: ReadonlySet<string>, here: Here): Rival[] {
  checkUnique(
    list.map((r) => r.id),
    here.file,
    'rivals',
    here.problems,
  );
  return list.map((r) => {
    const path = `rivals.${r.id}`;
    if (r.preferred !== null && !r.claims.some((c) => c.id === r.preferred))
      here.problems.add(
        here.file,
        path,
        `preferred claim “${r.preferred}” is none of its claims`,
        'the id of a claim, or null',
      );
    for (const about of r.about)
      if (about !== 'wave' && !known.has(about))
        here.problems.add(
          here.file,
          path,
          `about “${about}”, which the record does not have`,
          'ids of series, totals, events, routes or places, or “wave”',
        );
    checkUnique(
      r.claims.map((c) => c.id),
      here.file,
      path,
      here.problems,
    );
    for (const c of r.claims) {
      findSources(c.sources, `${path}.${c.id}`, here);
      if (c.series !== undefined && !known.has(c.series))
        here.problems.add(here.file, `${path}.${c.id}`, `unknown series “${c.series}”`, 'a series of this file');
    }
    return r;
  });
}

export function compilePlants(
  list: NonNullable<raw.RawWave['plants']>,
  places: ReadonlySet<string>,
  here: Here,
): Plant[] {
  for (const p of list)
    if (!places.has(p.id))
      here.problems.add(here.file, `plants.${p.id}`, 'no place of that id', 'a plant is a place of data/places.json');
  return list.map((p) => ({
    ...p,
    announced: p.announced === null ? null : (compileWhen(p.announced, `plants.${p.id}`, here) ?? null),
    opened: p.opened === null ? null : (compileWhen(p.opened, `plants.${p.id}`, here) ?? null),
    sources: findSources(p.sources, `plants.${p.id}`, here),
  }));
}

/** Regions are places, each holder stands after what it holds, a country lies in one region, and what they name exists. */
export function checkRegions(record: raw.RawOfficial, places: ReadonlySet<string>, here: Here): void {
  const say = (path: string, wrong: string, right: string) => here.problems.add(here.file, path, wrong, right);
  const order = record.regions.map((r) => r.id);
  record.regions.forEach(({ id, within }, i) => {
    for (const place of [id, within])
      if (place !== null && !places.has(place))
        say(`regions.${id}`, `unknown place “${place}”`, 'an id of data/places.json');
    if (within !== null && order.indexOf(within) <= i)
      say(`regions.${id}`, `stands after “${within}”`, 'before the region that holds it');
  });
  checkUnique(
    record.regions.flatMap((r) => r.countries),
    here.file,
    'regions',
    here.problems,
  );
  const series = new Set(record.series.map((s) => s.id));
  for (const id of record.beside.series)
    if (!series.has(id)) say('beside', `unknown series “${id}”`, 'a series of this file');
  compileWhen(record.beside.until, 'beside.until', here);
}
