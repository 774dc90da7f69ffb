/** Tables of what stands round the figures: journeys, events, disputes, people, plants, places and sources. */
import { whenOf } from '../record/when.ts';
import { LANGS } from '../words/number.ts';
import { NO_TIME, tableOf, timeOf, type Book, type Table } from './package-table.ts';

/** Routes, and single voyages on them. */
export function journeyTablesOf({ archive, waves, say }: Book): Table[] {
  const rawRoutes = new Map(waves.flatMap((w) => w.routes.map((r) => [r.id, r] as const)));
  return [
    tableOf({
      name: 'routes',
      title: 'Routes',
      description: 'Ways that people took, from stop to stop. The lines themselves are in data/lanes.json.',
      key: ['route'],
      columns:
        'route! wave! route_name! way! compulsion! basis! time! from! until! modes! stops! days inferred_legs note sources!',
      rows: [...archive.routes.values()].map((r) => ({
        route: r.id,
        wave: r.wave,
        route_name: say(r.wave, (t) => t.routes?.[r.id]?.name),
        way: r.way,
        compulsion: r.compulsion,
        basis: r.basis,
        ...timeOf(r.during),
        modes: r.legs.map((leg) => leg.mode),
        stops: [r.legs[0].from, ...r.legs.map((leg) => leg.to)],
        days: r.days,
        inferred_legs: rawRoutes.get(r.id)?.inferredLegs,
        note: say(r.wave, (t) => t.routes?.[r.id]?.note),
        sources: r.sources,
      })),
    }),
    tableOf({
      name: 'voyages',
      title: 'Voyages',
      description:
        'Single ships, trains and flights. Their people are contained in the flow that is named, and are not to be added to it.',
      key: ['wave', 'voyage'],
      columns: 'wave! voyage! vessel! departed arrived from_place to_place persons route flow note sources!',
      rows: archive.voyages.map((v) => ({
        wave: v.wave,
        voyage: v.id,
        vessel: say(v.wave, (t) => t.voyages?.[v.id]?.vessel),
        departed: v.departed?.text,
        arrived: v.arrived?.text,
        from_place: v.from,
        to_place: v.to,
        persons: v.persons,
        route: v.route,
        flow: v.flow,
        note: say(v.wave, (t) => t.voyages?.[v.id]?.note),
        sources: v.sources,
      })),
    }),
  ];
}

/** Events, disputes, people, and what is still wanted. */
export function toldTablesOf({ archive, parts, raw, say }: Book): Table[] {
  return [
    tableOf({
      name: 'events',
      title: 'Events',
      description: 'What happened, in the order of time.',
      key: ['wave', 'event'],
      columns: 'wave! event! time! from! until! place event_title! event_text! sources!',
      rows: archive.events.map((e) => ({
        wave: e.wave,
        event: e.id,
        ...timeOf(e.date),
        place: e.place,
        event_title: say(e.wave, (t) => t.events[e.id]?.title),
        event_text: say(e.wave, (t) => t.events[e.id]?.text),
        sources: e.sources,
      })),
    }),
    tableOf({
      name: 'disputes',
      title: 'Disputes',
      description: 'Where sources disagree: one row a claim, with what is common to the dispute repeated in each.',
      key: ['wave', 'dispute', 'claim'],
      columns:
        'wave! dispute! about! dispute_question! claim! preferred! value low high series claim_text! why! reason! sources',
      narrower: {
        preferred: 'Whether the record prefers this claim; in some disputes it prefers none.',
        series: 'The series that follows this claim, where there is one.',
        value: 'What is claimed, where that is a number.',
      },
      rows: parts.flatMap((p) =>
        p.rivals.flatMap((r) =>
          r.claims.map((c) => ({
            wave: p.id,
            dispute: r.id,
            about: r.about,
            dispute_question: say(p.id, (t) => t.rivals[r.id]?.question),
            claim: c.id,
            preferred: r.preferred === c.id,
            value: c.value,
            low: c.low,
            high: c.high,
            series: c.series,
            claim_text: say(p.id, (t) => t.rivals[r.id]?.claims[c.id]),
            why: say(p.id, (t) => t.rivals[r.id]?.why),
            reason: say(p.id, (t) => t.rivals[r.id]?.reason),
            sources: c.sources,
          })),
        ),
      ),
    }),
    tableOf({
      name: 'people',
      title: 'People',
      description: 'Persons whom the record names, by wave; one may belong to several.',
      key: ['wave', 'person'],
      columns: 'wave! person! person_name! person_role! sources!',
      rows: parts.flatMap((p) =>
        p.people.map(({ id, sources }) => ({
          wave: p.id,
          person: id,
          person_name: say(p.id, (t) => t.people[id]?.name),
          person_role: say(p.id, (t) => t.people[id]?.role),
          sources,
        })),
      ),
    }),
    tableOf({
      name: 'wanted',
      title: 'Wanted',
      description: 'Figures known to exist in print that nobody has seen yet. There are no values here.',
      key: ['wanted'],
      columns: 'wanted! wave! place! measure! unit! times! look_in wanted_text!',
      rows: raw.wanted.wanted.map((w) => ({
        wanted: w.id,
        wave: w.wave,
        place: w.place,
        measure: w.measure,
        unit: w.unit,
        times: w.when,
        look_in: w.lookIn,
        wanted_text: say(w.wave, (t) => t.wanted?.[w.id]),
      })),
    }),
  ];
}

/** Places with all their names, and the plants among them. */
export function placeTablesOf({ archive, raw, say }: Book): Table[] {
  const { places } = raw.places;
  return [
    tableOf({
      name: 'plants',
      title: 'Plants',
      description:
        'Korean plants in the United States. Investments and jobs are as announced; they overlap and are never added up.',
      key: ['plant'],
      columns:
        'plant! wave! plant_name! company! partner sector! city! state! announced opened investment jobs_promised jobs_now plant_status! note sources!',
      rows: archive.waves.flatMap((w) =>
        w.plants.map((p) => ({
          plant: p.id,
          wave: w.id,
          plant_name: say(w.id, (t) => t.plants?.[p.id]?.name),
          company: p.company,
          partner: p.partner,
          sector: p.sector,
          city: p.city,
          state: p.state,
          announced: p.announced?.text,
          opened: p.opened?.text,
          investment: p.investment,
          jobs_promised: p.jobsPromised,
          jobs_now: p.jobsNow,
          plant_status: p.status,
          note: say(w.id, (t) => t.plants?.[p.id]?.note),
          sources: p.sources,
        })),
      ),
    }),
    tableOf({
      name: 'places',
      title: 'Places',
      description: 'Every place once, with the name of today.',
      key: ['place'],
      columns: 'place! kind! lon lat place_name! sources',
      rows: places.map((p) => ({
        place: p.id,
        kind: p.kind,
        lon: p.at?.[0],
        lat: p.at?.[1],
        place_name: Object.fromEntries(LANGS.map((lang) => [lang, p.names[lang]?.[0]?.[0]])),
        sources: p.sources,
      })),
    }),
    tableOf({
      name: 'place_names',
      title: 'Names of places',
      description:
        'All names. The first of a language is today’s; one with a time was used then; any further one is another spelling.',
      key: ['place', 'language', 'rank'],
      columns: 'place! language! rank! name! time from until script',
      narrower: { time: 'When it was used, as the record writes it.', rank: 'Order among the names in the language.' },
      rows: places.flatMap((p) =>
        Object.entries(p.names).flatMap(([language, names]) =>
          names.map(([name, during, script], i) => ({
            place: p.id,
            language,
            rank: i + 1,
            name,
            ...(typeof during === 'string' ? timeOf(whenOf(during)) : NO_TIME),
            script,
          })),
        ),
      ),
    }),
  ];
}

/** What of CSL-JSON the record uses. */
interface Csl {
  readonly type?: string;
  readonly author?: readonly { readonly literal?: string; readonly family?: string; readonly given?: string }[];
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[]; readonly literal?: string };
  readonly URL?: string;
  readonly language?: string;
  readonly page?: string;
  readonly custom?: {
    readonly seen?: string;
    readonly locator?: string;
    readonly note?: string;
    readonly titleNote?: string;
  };
}
/** The sources, as flat columns. */
export function sourceTableOf({ archive }: Book): Table {
  const dateOf = ({ issued }: Csl) =>
    issued?.['date-parts']?.map((parts) => parts.map((n) => String(n).padStart(2, '0')).join('-')).join('/') ??
    issued?.literal;
  return tableOf({
    name: 'sources',
    title: 'Sources',
    description:
      'Every source once, with its grade. data/sources.json has the same as CSL-JSON, for reference managers.',
    key: ['source'],
    columns:
      'source! type! author title! title_note container publisher issued url language page locator grade! seen! source_note',
    narrower: {
      grade: 'A official or primary, B scholarly or reference, C serious press, museum or organisation, D other.',
    },
    rows: [...archive.sources.values()].map(({ id, csl, grade }) => {
      const c = csl as Csl;
      return {
        source: id,
        type: c.type,
        author: c.author?.map((a) => a.literal ?? [a.family, a.given].filter(Boolean).join(', ')),
        title: c.title,
        title_note: c.custom?.titleNote,
        container: c['container-title'],
        publisher: c.publisher,
        issued: dateOf(c),
        url: c.URL,
        language: c.language,
        page: c.page,
        locator: c.custom?.locator,
        grade,
        seen: c.custom?.seen,
        source_note: c.custom?.note,
      };
    }),
  });
}
