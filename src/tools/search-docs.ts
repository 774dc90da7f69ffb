/** What can be searched for, made at build from the whole record: one file for both languages. */
import type { Compiled } from '../record/compile.ts';
import type { RawText, RawWave } from '../record/raw.ts';
import { LANGS, type Lang } from '../words/number.ts';
import { KINDS, SEARCH_FORM, packDocs, type FoundKind, type PackedDoc, type SearchFile } from '../words/search-file.ts';
import { foldOf, isSyllabic, joinedOf, stemsOf, wordsOf } from '../words/spelling.ts';
import { beginOf, endOf, mentionedIn, timesOf, yearsOf, type Part } from './mentions.ts';
import { personSpellingsOf, placeSpellingsOf } from './romanise.ts';

type Both<T = string> = Readonly<Record<Lang, T>>;
const bothOf = <T>(make: (lang: Lang) => T): Both<T> => ({ ko: make('ko'), en: make('en') });

interface Doc {
  readonly kind: FoundKind;
  readonly id: string;
  readonly waves: readonly number[];
  readonly at?: string | undefined;
  /** The title, then names of other times. */
  readonly names: Both<readonly string[]>;
  readonly others?: readonly string[];
  /** Spellings that the record does not have. */
  readonly derived?: readonly string[];
  readonly detail?: Both;
}

const packNames = (names: Iterable<string>) => [...new Set(names)].map((n) => n.replaceAll('|', ' ')).join('|');

function packDoc(doc: Doc): PackedDoc {
  const titles = LANGS.flatMap((lang) => doc.names[lang]);
  // “겐카이마루(현해환)” is two names, “Jiandao (Gando)” too.
  const inner = titles.flatMap((n) => /^([^()]+?)\s*\(([^()]+)\)\s*$/.exec(n)?.slice(1) ?? []);
  const others = [...inner, ...(doc.others ?? [])].filter((n) => !titles.includes(n));
  const known = new Set([...titles, ...others].map(joinedOf));
  const derived = new Map((doc.derived ?? []).map((n) => [joinedOf(n), foldOf(n)]));
  for (const key of known) derived.delete(key);
  const { ko = '', en = '' } = doc.detail ?? {};
  return [
    KINDS.indexOf(doc.kind),
    doc.id,
    doc.waves,
    doc.at ?? '',
    packNames(doc.names.ko),
    packNames(doc.names.en),
    ko,
    en === ko ? '' : en,
    packNames(others),
    packNames(derived.values()),
  ];
}

/** The record by part, and what it calls things. A text that is missing while somebody writes it is its id. */
class Desk {
  readonly compiled: Compiled;
  readonly waves: readonly RawWave[];
  /** The waves in their order, then the official count. */
  readonly parts: readonly Part[];
  constructor(compiled: Compiled) {
    const { archive, raw } = compiled;
    this.compiled = compiled;
    this.waves = archive.waves.flatMap((w) => raw.waves.filter((r) => r.id === w.id));
    this.parts = [...this.waves, raw.official];
  }
  /** The number of a wave in the file; the official count has none. */
  wavesOf(part: Part): number[] {
    return [...this.waves.keys()].filter((i) => this.waves[i] === part);
  }
  say(part: Part, find: (text: RawText) => string | undefined, id: string): Both {
    const texts = this.compiled.raw.texts;
    return bothOf((lang) => (texts[lang]?.[part.id] && find(texts[lang][part.id] as RawText)) ?? id);
  }
  placeNames(id: string, lang: Lang): readonly (readonly [name: string, during?: string | null, script?: string])[] {
    return this.compiled.raw.places.places.find((p) => p.id === id)?.names[lang] ?? [[id]];
  }
  portName(id: string, lang: Lang): string {
    return this.placeNames(id, lang)[0]![0];
  }
}
const asTitles = (name: Both): Both<string[]> => bothOf((lang) => [name[lang]]);

const waveDocs = (desk: Desk): Doc[] =>
  desk.waves.map((wave, i) => {
    const title = desk.say(wave, (t) => t.title, wave.id);
    return {
      kind: 'wave',
      id: wave.id,
      waves: [i],
      at: beginOf(wave.during),
      names: asTitles(desk.say(wave, (t) => t.name, wave.id)),
      detail: title,
      // The title names rivers and regions that are no places of the record: Dumangang, Amnokgang.
      derived: wordsOf(title.ko)
        .filter(isSyllabic)
        .flatMap((word) => placeSpellingsOf(stemsOf(word).at(-1)!)),
    };
  });

function placeDocs(desk: Desk): Doc[] {
  const mentioned = mentionedIn(desk.parts);
  // A plant is a place of the record, too; it is found once, as the company’s.
  const plants = new Set<string>(desk.waves.flatMap((w) => (w.plants ?? []).map((p) => p.id)));
  return desk.compiled.raw.places.places
    .filter((p) => !plants.has(p.id))
    .map((p): Doc => {
      const { parts = [], first } = mentioned.get(p.id) ?? {};
      const all = Object.values(p.names).flat();
      return {
        kind: 'place',
        id: p.id,
        waves: parts.filter((i) => i < desk.waves.length),
        at: first,
        // Names without years after the first are spellings, which a reader need not see.
        names: bothOf((lang) =>
          desk
            .placeNames(p.id, lang)
            .filter(([, during], i) => i === 0 || during)
            .map(([n]) => n),
        ),
        others: all.flatMap(([name, , script]) => (script ? [name, script] : [name])),
        derived: p.kind === 'country' ? [] : desk.placeNames(p.id, 'ko').flatMap(([n]) => placeSpellingsOf(n)),
      };
    });
}

const personDocs = (desk: Desk): Doc[] =>
  desk.parts.flatMap((part) =>
    part.people.map((p): Doc => {
      const name = desk.say(part, (t) => t.people[p.id]?.name, p.id);
      return {
        kind: 'person',
        id: p.id,
        waves: desk.wavesOf(part),
        names: asTitles(name),
        derived: name.ko.split(/[()·]/).flatMap(personSpellingsOf),
        detail: desk.say(part, (t) => t.people[p.id]?.role, ''),
      };
    }),
  );

/** Voyages whose ship nobody wrote down have such an id, and a sentence in place of a name. */
const NAMELESS = /^not-recorded/;

const shipDocs = (desk: Desk): Doc[] =>
  desk.waves.flatMap((wave) =>
    wave.voyages
      .filter((v) => !NAMELESS.test(v.id))
      .map((v): Doc => {
        const name = desk.say(wave, (t) => t.voyages[v.id]?.vessel, v.id);
        const { from, to } = v;
        return {
          kind: 'ship',
          id: v.id,
          waves: desk.wavesOf(wave),
          at: beginOf(v.departed ?? v.arrived ?? ''),
          names: asTitles(name),
          // 갤릭호 is the Gaelic with the word for a ship after it.
          others: /^\S{2,}호$/.test(name.ko) ? [name.ko.slice(0, -1)] : [],
          ...(from && to && { detail: bothOf((lang) => `${desk.portName(from, lang)} → ${desk.portName(to, lang)}`) }),
        };
      }),
  );

const companyDocs = (desk: Desk): Doc[] =>
  desk.waves.flatMap((wave) =>
    (wave.plants ?? []).map((p): Doc => {
      const owners = [p.company, p.partner].filter(Boolean).join(' / ');
      return {
        kind: 'company',
        id: p.id,
        waves: desk.wavesOf(wave),
        at: beginOf(p.opened ?? p.announced ?? ''),
        names: asTitles(desk.say(wave, (t) => t.plants?.[p.id]?.name, p.id)),
        others: LANGS.flatMap((lang) => desk.placeNames(p.id, lang).map(([n]) => n)),
        detail: bothOf(() => `${owners} · ${p.city}, ${p.state}`),
      };
    }),
  );

const eventDocs = (desk: Desk): Doc[] =>
  desk.parts.flatMap((part) =>
    part.events.map((e): Doc => {
      const title = desk.say(part, (t) => t.events[e.id]?.title, e.id);
      return { kind: 'event', id: e.id, waves: desk.wavesOf(part), at: beginOf(e.date), names: asTitles(title) };
    }),
  );

const figureDocs = (desk: Desk): Doc[] =>
  desk.parts.flatMap((part) =>
    part.series.map((s): Doc => {
      const times = timesOf(s);
      const [begin, end] = [beginOf(times[0] ?? ''), endOf(times.at(-1) ?? '')];
      const name = desk.say(part, (t) => t.series[s.id]?.name, s.id);
      const at = begin === end ? begin : `${begin}/${end}`;
      return { kind: 'figure', id: s.id, waves: desk.wavesOf(part), at, names: asTitles(name) };
    }),
  );

/** The file `search.json`: what `openSearch` (`words/search.ts`) opens. */
export function searchDocsOf(compiled: Compiled): SearchFile {
  const desk = new Desk(compiled);
  const nameOf = (part: Part) => desk.say(part, (t) => t.name, part.id);
  const official = nameOf(compiled.raw.official);
  const makers = [waveDocs, placeDocs, personDocs, shipDocs, companyDocs, eventDocs, figureDocs];
  return {
    form: SEARCH_FORM,
    waves: desk.waves.map((w) => [w.id, w.during, ...yearsOf(w), nameOf(w).ko, nameOf(w).en]),
    official: [official.ko, official.en],
    docs: packDocs(makers.flatMap((make) => make(desk).map(packDoc))),
  };
}
