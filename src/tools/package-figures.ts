/** Tables of the figures: the waves, their series, observations and totals, and how the official count was made. */
import { isKnown } from '../record/model.ts';
import { NO_FIGURE, NO_TIME, figureOf, tableOf, timeOf, type Book, type Table } from './package-table.ts';

/** The waves, and what places were for them. */
export function waveTablesOf({ archive, waves, say }: Book): Table[] {
  const named = (id: string) => ({
    wave: id,
    wave_name: say(id, (t) => t.name),
    wave_title: say(id, (t) => t.title),
    summary: say(id, (t) => t.summary),
    uncounted: say(id, (t) => t.uncounted),
  });
  const official = { lane_flow: null, lane_stock: null, now: null, family: null, part: 'official-count', ...NO_TIME };
  return [
    tableOf({
      name: 'waves',
      title: 'Waves',
      description:
        'One row a wave, in the order in which they began. The last row is the official count, which is none.',
      key: ['wave'],
      columns:
        'wave! part! wave_name! wave_title! summary! uncounted! time from until family west south east north lane_flow lane_stock now',
      rows: [
        ...archive.waves.map((w) => ({
          ...named(w.id),
          ...timeOf(w.during),
          part: 'wave',
          family: w.family,
          west: w.box[0],
          south: w.box[1],
          east: w.box[2],
          north: w.box[3],
          lane_flow: w.lane.flow,
          lane_stock: w.lane.stock,
          now: w.now,
        })),
        { ...named(archive.official.id), ...official, west: null, south: null, east: null, north: null },
      ],
    }),
    tableOf({
      name: 'wave_places',
      title: 'Places of the waves',
      description: 'What a place was for a wave.',
      key: ['wave', 'place', 'role'],
      columns: 'wave! place! role!',
      rows: waves.flatMap((w) => w.places.map(([place, role]) => ({ wave: w.id, place, role }))),
    }),
  ];
}

/** Figures, each with its source; no row is a sum of others. */
export function figureTablesOf({ archive, parts, raw, say }: Book): Table[] {
  const rawSeries = parts.flatMap((p) => p.series.map((s) => ({ raw: s, wave: p.id })));
  const series = rawSeries.flatMap(({ raw }) => archive.series.get(raw.id) ?? []);
  const rawOf = new Map(rawSeries.map(({ raw }) => [raw.id, raw]));
  const observations = series.flatMap((s) => s.observations.map((o) => ({ s, o })));
  return [
    tableOf({
      name: 'series',
      title: 'Series',
      description: 'What was counted, where, in which unit, and how its observations are to be read.',
      key: ['series'],
      columns:
        'series! wave! series_name! series_note question! preferred! place! measure! unit! compulsion! way! basis! year_of! journeys breaks on_map! growth_of iso3',
      rows: series.map((s) => ({
        series: s.id,
        wave: s.wave,
        series_name: say(s.wave, (t) => t.series[s.id]?.name),
        series_note: say(s.wave, (t) => t.series[s.id]?.note),
        question: s.question,
        preferred: s.preferred,
        place: s.place,
        measure: s.measure,
        unit: s.unit,
        compulsion: s.compulsion,
        way: s.way,
        basis: s.basis,
        year_of: s.yearOf,
        journeys: s.journeys.map((chain) => chain.join('>')),
        breaks: rawOf.get(s.id)?.breaks,
        on_map: s.onMap,
        growth_of: s.growthOf,
        iso3: rawOf.get(s.id)?.iso3,
      })),
    }),
    tableOf({
      name: 'observations',
      title: 'Observations',
      description:
        'Every figure of every series, gaps included: one row a series and time. A gap has no value and is not a zero.',
      key: ['series', 'time'],
      columns: 'series! time! from! until! value low high status! grade partial edition note sources',
      narrower: { sources: 'Ids of the sources (resource “sources”), the best grade first, joined by “;”.' },
      rows: observations.map(({ s, o }) => ({
        series: s.id,
        ...timeOf(o.when),
        ...(isKnown(o) ? figureOf(o) : { ...NO_FIGURE, status: o.status }),
        partial: isKnown(o) ? (o.partial ?? false) : null,
        edition: isKnown(o) ? o.edition : null,
        note: say(s.wave, (t) => (o.note === undefined ? undefined : t.notes[o.note])),
      })),
    }),
    tableOf({
      name: 'observation_sources',
      title: 'Sources of the observations',
      description: 'One row an observation and source: the column “sources” of the observations, taken apart.',
      key: ['series', 'time', 'source'],
      columns: 'series! time! source!',
      link: { columns: ['series', 'time'], resource: 'observations' },
      rows: observations.flatMap(({ s, o }) =>
        isKnown(o) ? [...new Set(o.sources)].map((source) => ({ series: s.id, time: o.when.text, source })) : [],
      ),
    }),
    tableOf({
      name: 'totals',
      title: 'Totals',
      description: 'Figures for a whole movement or plan, each as its source gives it. No row is a sum of others.',
      key: ['wave', 'total'],
      columns:
        'wave! total! total_name! question! preferred! measure! unit! time! from! until! value! low high status! grade! note sources!',
      rows: [...archive.waves, archive.official].flatMap((w) =>
        w.totals.map((t) => ({
          wave: w.id,
          total: t.id,
          total_name: say(w.id, (text) => text.totals[t.id]?.name),
          question: t.question,
          preferred: t.preferred,
          measure: t.measure,
          unit: t.unit,
          ...timeOf(t.figure.when),
          ...figureOf(t.figure),
          note: say(w.id, (text) => text.totals[t.id]?.note),
        })),
      ),
    }),
    tableOf({
      name: 'editions',
      title: 'Editions of the official count',
      description: 'What was found of each edition of the government’s count of overseas Koreans.',
      key: ['edition'],
      columns: 'edition! reference_date value countries found! note sources!',
      narrower: { edition: 'Year on the cover.', value: 'Its total, in persons. Empty where it was not found.' },
      rows: raw.official.editions.map((e) => ({
        edition: e.edition,
        reference_date: e.referenceDate,
        value: e.total,
        countries: e.countries,
        found: e.found,
        note: say(archive.official.id, (t) => t.editions?.[e.edition]),
        sources: e.sources,
      })),
    }),
    tableOf({
      name: 'method_breaks',
      title: 'Breaks in the official count',
      description: 'Years in which the official count changed its method. Several may fall into one year.',
      key: ['rank'],
      columns: 'rank! year! effect status note sources!',
      narrower: { status: 'How the effect is known.', note: 'What changed; one text for all breaks of a year.' },
      rows: raw.official.methodBreaks.map((b, i) => ({
        rank: i + 1,
        year: b.year,
        effect: b.effect,
        status: b.effectStatus,
        note: say(archive.official.id, (t) => t.methodBreaks?.[b.year]),
        sources: b.sources,
      })),
    }),
  ];
}
