/** The parts of a wave’s page without script, from its own record and prose. Nothing is worked out here and nothing is added up. */
import { waveFileOf, waveTextOf, type WaveFile } from '../record/bundle.ts';
import { CHAPTERS, type Headline, type WaveId } from '../record/model.ts';
import type { RawText, RawWave } from '../record/raw.ts';
import { whenOf } from '../record/when.ts';
import { citeSource } from '../words/cite.ts';
import { formatWhen, withTime } from '../words/date.ts';
import { disputesOf, findEvidence, findTotalEvidence, type Evidence, type EvidenceBook } from '../words/evidence.ts';
import { formatNumber, type Lang } from '../words/number.ts';
import { cityName, companyName, formatAmount, formatPlantTime, partnerNames, stateName } from '../words/plant-rows.ts';
import { plantRowsOf, type PlantRow } from '../words/plant-rows.ts';
import type { Texts } from '../words/texts.ts';
import type { Site } from './site.ts';
import { el, joined, type Content, type Markup } from './wave-html.ts';

/** What a page is made from. */
export interface PageBook {
  readonly wave: WaveId;
  readonly lang: Lang;
  readonly texts: Texts;
  readonly record: RawWave;
  readonly text: RawText;
  readonly sources: WaveFile['sources'];
  /** The count of overseas Koreans, which a headline may name. */
  readonly official: EvidenceBook;
  readonly marks: Marks;
}

/** Numbers of the sources, in the order in which the chapters name them, as in the atlas; then as the page comes to them. */
export class Marks {
  readonly ids: string[] = [];
  readonly #texts: Texts;
  constructor(texts: Texts, record: RawWave) {
    this.#texts = texts;
    for (const id of CHAPTERS.flatMap((c) => record.chapters[c].flat())) this.#numberOf(id);
  }
  #numberOf(id: string): number {
    if (!this.ids.includes(id)) this.ids.push(id);
    return this.ids.indexOf(id) + 1;
  }
  /** Links to the list of sources. */
  of(ids: readonly string[]): Content {
    const links = ids.map((id) => {
      const n = this.#numberOf(id);
      return el('a', { href: `#source-${n}`, 'aria-label': this.#texts.say('source.number', { n }) }, String(n));
    });
    // Nothing stands before it: a number never begins a line.
    return links.length > 0 && el('sup', {}, joined(links, ', '));
  }
}

/** Opens a wave in one language. */
export function openPageBook({ compiled, texts }: Site, wave: WaveId, lang: Lang): PageBook {
  const { record, sources } = waveFileOf(compiled, wave);
  const official = waveFileOf(compiled, compiled.archive.official.id);
  return {
    wave,
    lang,
    texts: texts[lang],
    record: record as RawWave,
    text: waveTextOf(compiled, lang, wave),
    sources: { ...official.sources, ...sources },
    official: {
      record: official.record as RawWave,
      text: waveTextOf(compiled, lang, compiled.archive.official.id),
      sources: official.sources,
    },
    marks: new Marks(texts[lang], record as RawWave),
  };
}

const section = (id: string, title: string, ...content: Content[]): Markup =>
  el('section', { id, 'aria-labelledby': `${id}-title` }, el('h2', { id: `${id}-title` }, title), ...content);
const list = (items: readonly Content[], name = 'ul'): Markup =>
  el(
    name,
    {},
    items.map((item) => el('li', {}, item)),
  );
const dots = (things: readonly Content[]): Content => joined(things, ' · ');

/** A figure that tells the wave, with what stands behind it. @returns undefined where neither wave nor official count has it */
function findHeadline(
  of: Headline,
  book: PageBook,
): { readonly evidence: Evidence; readonly unit: string; readonly name: string } | undefined {
  const { lang, official } = book;
  for (const own of [book, official]) {
    const evidence =
      'total' in of ? findTotalEvidence(own, of.total, lang) : findEvidence(own, of.series, of.when, lang);
    if (!evidence) continue;
    const { series, totals } = own.record;
    const found = 'total' in of ? totals.find((t) => t.id === of.total)! : series.find((s) => s.id === of.series)!;
    const when = 'total' in of ? totals.find((t) => t.id === of.total)!.when : of.when;
    return { evidence, unit: found.unit, name: withTime(evidence.name, { text: when }, lang) };
  }
  return undefined;
}

/** The figures that tell the wave: value, what it is, how well it is known, and who says so. */
export function headlineOf(book: PageBook): Markup {
  const { say } = book.texts;
  const items = book.record.headline.flatMap((of) => {
    const found = findHeadline(of, book);
    if (!found) return [];
    const { evidence: e, unit, name } = found;
    const known = [
      say(`status.${e.status}.long`),
      e.range && say('range', { low: e.range[0], high: e.range[1] }),
      say(`grade.${e.grade}`),
      e.partial && say('evidence.partial'),
      e.edition !== undefined && say('evidence.edition', { n: e.edition }),
    ];
    return [
      [
        el('b', {}, e.value, unit !== 'persons' && [' ', el('small', {}, say(`unit.${unit}`))]),
        el('span', {}, name),
        el('span', { class: 'soft' }, dots(known), book.marks.of(e.sources.map((s) => s.id))),
        e.notes.map((note) => el('span', { class: 'soft' }, note)),
      ],
    ];
  });
  return section('figures', say('sheet.figures'), list(items));
}

/** The eight chapters, each claim with the numbers of its sources. */
export const chaptersOf = ({ record, text, texts, marks }: PageBook): Markup[] =>
  CHAPTERS.map((chapter) =>
    section(
      `chapter-${chapter.replaceAll('_', '-')}`,
      texts.say(`chapter.${chapter}`),
      text.chapters[chapter].map((claim, i) => el('p', {}, claim, marks.of(record.chapters[chapter][i] ?? []))),
    ),
  );

export const uncountedOf = ({ texts, text }: PageBook): Markup =>
  section('uncounted', texts.say('sheet.uncounted'), el('p', {}, text.uncounted));

type Voyage = RawWave['voyages'][number];
const isDay = (time: string) => time.length === 'YYYY-MM-DD'.length;
function voyageOf(v: Voyage, { texts, text, marks, lang }: PageBook): Content {
  const { say } = texts;
  const end = (port: Voyage['from'], time: string | null) => {
    const [where, on] = [port !== null && texts.placeName(port), time !== null && formatWhen(whenOf(time), lang)];
    return where && on ? `${where} (${on})` : where || on || '?';
  };
  const { departed: a, arrived: b } = v;
  const days = a !== null && b !== null && isDay(a) && isDay(b) ? whenOf(b).from - whenOf(a).from : undefined;
  const facts = [
    `${end(v.from, a)} → ${end(v.to, b)}`,
    days !== undefined && days > 0 && say('voyages.days', { n: days }),
    v.persons !== null && say('voyages.people', { n: formatNumber(v.persons, lang) }),
  ];
  const told = text.voyages[v.id];
  return [el('b', {}, told?.vessel ?? v.id), ' ', dots(facts), told?.note && ` · ${told.note}`, marks.of(v.sources)];
}
/** Ships and flights on record, by departure. */
export function voyagesOf(book: PageBook): Content {
  const leaving = ({ departed, arrived }: Voyage) => whenOf(departed ?? arrived ?? '9999').from;
  const voyages = book.record.voyages.toSorted((a, b) => leaving(a) - leaving(b));
  return (
    voyages.length > 0 &&
    section('voyages', book.texts.say('voyages.title'), list(voyages.map((v) => voyageOf(v, book))))
  );
}

/** What happened when. */
export function eventsOf({ record, text, texts, marks, lang }: PageBook): Content {
  const events = record.events.toSorted((a, b) => whenOf(a.date).from - whenOf(b.date).from);
  const items = events.map((e) => {
    const when = formatWhen(whenOf(e.date), lang);
    const told = text.events[e.id];
    // A span of time is no value of the attribute.
    const time = e.date.includes('/') ? el('span', { class: 'time' }, when) : el('time', { datetime: e.date }, when);
    return [time, ' ', el('b', {}, told?.title ?? e.id), ' ', told?.text, marks.of(e.sources)];
  });
  return items.length > 0 && section('events', texts.say('events.title'), list(items));
}

/** Where the sources disagree: who claims what, why, and what is preferred here. */
export function disputesOfPage(book: PageBook): Content {
  const { texts, marks } = book;
  const disputes = disputesOf(book).map((d) => [
    el('h3', {}, d.question),
    list(
      d.claims.map((c) => [
        c.text,
        c.preferred && [' ', el('em', {}, texts.say('evidence.preferred'))],
        marks.of(c.sources.map((s) => s.id)),
      ]),
    ),
    el('p', {}, d.why),
    d.reason !== d.why && el('p', {}, d.reason),
  ]);
  return disputes.length > 0 && section('disputes', texts.say('disputes.title'), disputes);
}

export function peopleOf({ record, text, texts, marks }: PageBook): Content {
  const items = record.people.map((p) => [
    el('b', {}, text.people[p.id]?.name ?? p.id),
    ' ',
    text.people[p.id]?.role,
    marks.of(p.sources),
  ]);
  return items.length > 0 && section('people', texts.say('people.title'), list(items));
}

function plantOf(row: PlantRow, { texts, lang, marks }: PageBook): Content {
  const { say } = texts;
  const who = row.partner
    ? say('plant.with', { company: companyName(row.company, texts), partner: partnerNames(row.partner, texts) })
    : companyName(row.company, texts);
  const facts = [
    who,
    `${cityName(row.city, texts)}, ${stateName(row.state, texts)}`,
    say(`sector.${row.sector}`),
    row.announced !== null && say('plant.announced', { when: formatPlantTime(row.announced, lang) }),
    row.opened !== null && say('plant.opened', { when: formatPlantTime(row.opened, lang) }),
    say('plant.spring', { status: say(`plant.status.${row.status}`) }),
    row.investment !== null && say('plant.dollars', { n: formatAmount(row.investment, lang) }),
    row.jobsPromised === null
      ? say('plant.promised.unknown')
      : say('plant.promised', { n: formatNumber(row.jobsPromised, lang) }),
    row.jobsNow !== null && say('plant.now', { n: formatNumber(row.jobsNow, lang) }),
  ];
  return [
    el('b', {}, row.name),
    ' ',
    dots(facts),
    row.note !== '' && ` · ${row.note}`,
    marks.of(row.sources.map((s) => s.id)),
  ];
}
/** Plants and yards one by one: as announced, and never added up. */
export function plantsOf(book: PageBook): Content {
  const rows = plantRowsOf(book);
  return (
    rows.length > 0 &&
    section(
      'plants',
      book.texts.say('plants.title'),
      el('p', { class: 'soft' }, book.texts.say('sheet.plants')),
      list(rows.map((row) => plantOf(row, book))),
    )
  );
}

export function wantedOf({ text, texts }: PageBook): Content {
  const wanted = Object.values(text.wanted ?? {});
  return wanted.length > 0 && section('wanted', texts.say('wanted.title'), list(wanted));
}

/** All sources that the page has named so far, numbered. */
export function sourcesOf({ marks, sources, texts }: PageBook): Markup {
  const items = marks.ids.map((id, i) => {
    const cited = citeSource(id, sources[id] ?? { title: id });
    return el(
      'li',
      { id: `source-${i + 1}` },
      cited.url === undefined ? cited.text : el('a', { href: cited.url }, cited.text),
      ' ',
      el('span', { class: 'soft' }, texts.say('grade', { grade: cited.grade })),
    );
  });
  return section(
    'sources',
    texts.say('sources.title'),
    el('p', { class: 'soft' }, texts.say('sheet.sources')),
    el('ol', {}, items),
  );
}
