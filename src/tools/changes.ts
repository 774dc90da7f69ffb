/** `data/CHANGES.md`, where corrected figures are written by hand: read, held against the record, and put into files for other programs. */
import { isKnown, type Observation, type Series, type SeriesId, type SourceId } from '../record/model.ts';
import { dateAt, parseWhen } from '../record/when.ts';
import { withTime } from '../words/date.ts';
import { LANGS, formatNumber, type Lang } from '../words/number.ts';
import { bookOf, type Book } from './package-table.ts';
import type { Compiled } from '../record/compile.ts';

/** A number; a gap of the record; nothing at all at that time. */
export type Value = number | 'missing' | 'none';
export type InBoth = Readonly<Record<Lang, string>>;

export interface Change {
  /** Line of its heading. */
  readonly line: number;
  readonly wave: string;
  /** Id of a series, or of a total. */
  readonly series: string;
  readonly time: string;
  readonly old: Value;
  readonly new: Value;
  readonly why: InBoth;
  readonly sources: readonly string[];
}
export interface Version {
  readonly line: number;
  /** Null for what is not released yet; so is its date. */
  readonly version: string | null;
  readonly date: string | null;
  /** What holds for all entries of the version. */
  readonly note: InBoth | null;
  readonly changes: readonly Change[];
}
export interface ChangeProblem {
  readonly line: number;
  readonly wrong: string;
  readonly right: string;
}
export interface ChangeLog {
  /** The newest first. */
  readonly versions: readonly Version[];
  readonly problems: readonly ChangeProblem[];
}

const VERSION = /^## (?:Unreleased|(\d+\.\d+\.\d+), (\d{4}-\d{2}-\d{2}))$/;
const ENTRY = /^### ([^\s,]+), ([^\s,]+), ([^\s,]+)$/;
const FIELD = /^- ([a-z]+): (.*\S)\s*$/;
const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
const FIELDS = ['old', 'new', 'en', 'ko', 'sources'];
const HANGUL = /[\uac00-\ud7a3]/;

interface Block {
  readonly line: number;
  readonly heading: string;
  readonly fields: Map<string, { line: number; text: string }>;
}

/** Headings of versions and entries with the fields beneath them; what stands before the first version is for people. */
function blocksOf(text: string, note: (line: number, wrong: string, right: string) => void): Block[] {
  const blocks: Block[] = [];
  let fenced = false;
  let field: { line: number; text: string } | undefined;
  text.split(/\r?\n/).forEach((raw, at) => {
    const line = at + 1;
    if (/^\s*```/.test(raw)) return void (fenced = !fenced);
    if (fenced) return;
    if (/^###? /.test(raw)) {
      field = undefined;
      blocks.push({ line, heading: raw.trimEnd(), fields: new Map() });
      return;
    }
    const block = blocks.at(-1);
    if (!block) return;
    if (raw.trim() === '') return void (field = undefined);
    const [, key, value] = FIELD.exec(raw) ?? [];
    if (key !== undefined && value !== undefined) {
      field = { line, text: value };
      if (block.fields.has(key)) note(line, `a second “${key}”`, 'every field once');
      else block.fields.set(key, field);
    } else if (field && /^ {2}\S/.test(raw)) field.text += ` ${raw.trim()}`;
    else note(line, `“${raw.slice(0, 60)}”`, '“- old: …”, “- new: …”, “- en: …”, “- ko: …” or “- sources: …”');
  });
  return blocks;
}

/** @returns the value, or undefined where the text is none */
function parseValue(text: string): Value | undefined {
  if (text === 'missing' || text === 'none') return text;
  return NUMBER.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

/**
 * Reads `data/CHANGES.md`. Never throws: every problem is named with its line, and an entry with a problem is left out.
 * Only the form is looked at here; `checkChanges` holds the entries against the record.
 */
export function parseChanges(text: string): ChangeLog {
  const problems: ChangeProblem[] = [];
  const note = (line: number, wrong: string, right: string) => void problems.push({ line, wrong, right });
  const versions: (Omit<Version, 'changes'> & { changes: Change[] })[] = [];
  const both = ({ line, fields }: Block): InBoth | undefined => {
    const [en, ko] = [fields.get('en'), fields.get('ko')];
    if (!en || !ko) return void note(line, `no “${en ? 'ko' : 'en'}”`, 'the reason in both languages');
    if (HANGUL.test(ko.text) && !HANGUL.test(en.text)) return { en: en.text, ko: ko.text };
    note(ko.line, 'the languages are not English and Korean', '“en” in English, “ko” in Korean');
    return undefined;
  };
  const openVersion = (block: Block) => {
    const { line, heading, fields } = block;
    const match = VERSION.exec(heading);
    const [version, date] = [match?.[1] ?? null, match?.[2] ?? null];
    if (!match) note(line, `“${heading}”`, '“## 0.2.0, 2027-01-31” or “## Unreleased”');
    const day = date === null ? undefined : parseWhen(date);
    if (typeof day === 'string') note(line, day, 'the day on which the version came out');
    const before = versions.at(-1);
    if (match && version === null && before) note(line, '“Unreleased” below a version', 'the newest first');
    if (versions.some((v) => version !== null && v.version === version)) note(line, `a second ${version}`, 'once');
    if (before?.date != null && date !== null && date > before.date)
      note(line, `${date} below ${before.date}`, 'the newest first');
    for (const [key, f] of fields)
      if (key !== 'en' && key !== 'ko') note(f.line, `“${key}” belongs to no entry`, 'an entry under “### …” above it');
    versions.push({ line, version, date, note: fields.size > 0 ? (both(block) ?? null) : null, changes: [] });
  };
  const changeOf = (block: Block): Change | undefined => {
    const { line, heading, fields } = block;
    const [, wave, series, time] = ENTRY.exec(heading) ?? [];
    const before = problems.length;
    if (wave === undefined) note(line, `“${heading}”`, '“### wave, series, time”, as the record writes them');
    for (const [key, f] of fields)
      if (!FIELDS.includes(key)) note(f.line, `a field “${key}”`, `one of ${FIELDS.join(', ')}`);
    const valueOf = (key: 'old' | 'new'): Value | undefined => {
      const f = fields.get(key);
      if (!f) return void note(line, `no “${key}”`, 'old and new value');
      const value = parseValue(f.text);
      if (value === undefined) note(f.line, `“${f.text}” as a value`, 'a number (13,390), “missing” or “none”');
      return value;
    };
    const [old, now] = [valueOf('old'), valueOf('new')];
    if (old !== undefined && old === now) note(line, 'old and new value are the same', 'a figure that was changed');
    const why = both(block);
    const sources = fields.get('sources')?.text.split(/[,\s]+/) ?? [];
    if (sources.length === 0) note(line, 'no “sources”', 'ids of sources, joined by commas');
    if (problems.length > before) return undefined;
    return { line, wave: wave!, series: series!, time: time!, old: old!, new: now!, why: why!, sources };
  };
  for (const block of blocksOf(text, note)) {
    if (!block.heading.startsWith('###')) openVersion(block);
    else if (versions.length === 0) note(block.line, 'an entry before the first version', 'a heading “## …” above it');
    else {
      const change = changeOf(block);
      if (change) versions.at(-1)!.changes.push(change);
    }
  }
  return { versions, problems };
}

/** The name of a change for ever, whatever else is written above or below it. */
export const idOf = (c: Change): string => [c.wave, c.series, c.time, c.old, c.new].join(':');

/** Holds the entries against the record: what is named exists, and what was changed last stands there now. */
export function checkChanges(versions: readonly Version[], { archive }: Compiled): ChangeProblem[] {
  const problems: ChangeProblem[] = [];
  const parts = new Map([...archive.waves, archive.official].map((p) => [p.id as string, p]));
  const newer = new Map<string, Change>();
  const seen = new Map<string, number>();
  for (const change of versions.flatMap((v) => v.changes)) {
    const note = (wrong: string, right: string) => void problems.push({ line: change.line, wrong, right });
    const id = idOf(change);
    if (seen.has(id)) note(`the same change as in line ${seen.get(id)}`, 'every change once');
    seen.set(id, change.line);
    const known = change.sources.filter((s) => archive.sources.has(s as SourceId));
    for (const s of change.sources)
      if (!known.includes(s)) note(`no source “${s}”`, 'the id of a source of the record');
    const figure = `${change.wave}:${change.series}:${change.time}`;
    const after = newer.get(figure);
    newer.set(figure, change);
    if (after) {
      if (after.old !== change.new)
        note(`new value ${change.new}, but line ${after.line} goes on from ${after.old}`, 'entries that follow');
      continue;
    }
    const part = parts.get(change.wave);
    if (!part) {
      note(`no wave “${change.wave}”`, 'the id of a wave');
      continue;
    }
    const total = part.totals.find((t) => t.id === change.series);
    const found = archive.series.get(change.series as SeriesId);
    const series: Series | undefined = found?.wave === part.id ? found : undefined;
    const figures: readonly Observation[] = total ? [total.figure] : (series?.observations ?? []);
    const now = figures.find((o) => o.when.text === change.time);
    if (change.new === 'none') {
      if (now) note('the figure still stands in the record', 'the new value, or no such figure');
    } else if (!total && !series) note(`no series “${change.series}” in ${change.wave}`, 'the id of a series or total');
    else if (!now) note(`no time “${change.time}” in ${change.series}`, 'a time as the record writes it');
    else if ((isKnown(now) ? now.value : 'missing') !== change.new)
      note(`new value ${change.new}`, `what the record has: ${isKnown(now) ? now.value : 'missing'}`);
    else if (isKnown(now) && !now.sources.some((s) => known.includes(s)))
      note('none of the sources stands at the figure', `one of ${now.sources.join(', ')}`);
  }
  return problems;
}

const nameOf = (book: Book, { wave, series }: Change) => {
  const named = book.say(wave, (t) => t.series[series]?.name ?? t.totals[series]?.name);
  return { wave: book.say(wave, (t) => t.name), series: named };
};

/** `changes.json`: every entry with the names of what it concerns, in both languages. */
export function changesFileOf(versions: readonly Version[], compiled: Compiled): unknown {
  const book = bookOf(compiled);
  return {
    licence: 'CC-BY-4.0',
    versions: versions.map(({ version, date, note, changes }) => ({
      version,
      date,
      note,
      changes: changes.map((change) => {
        const { line: _line, why, ...entry } = change;
        return { id: idOf(change), ...entry, name: nameOf(book, change), why };
      }),
    })),
  };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (c) => ESCAPES[c]!);
const element = (name: string, text: string) => `<${name}>${escape(text)}</${name}>`;

const DAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** As RSS wants it: Tue, 24 Nov 2026 00:00:00 GMT. Day 0 of the record was a Thursday. */
function rssDate(date: string): string {
  const when = parseWhen(date);
  if (typeof when === 'string') throw new RangeError(when);
  const { year, month, day } = dateAt(when.from);
  return `${DAYS[when.from % 7]}, ${String(day).padStart(2, '0')} ${MONTHS[month - 1]} ${year} 00:00:00 GMT`;
}

const VALUE_WORDS: Readonly<Record<'missing' | 'none', InBoth>> = {
  missing: { en: 'no figure', ko: '빈칸' },
  none: { en: 'nothing', ko: '없음' },
};
const said = (value: Value, lang: Lang) =>
  typeof value === 'number' ? formatNumber(value, lang) : VALUE_WORDS[value][lang];
const TITLE = '한국인 이주의 물결: 고친 수치 · Korean Migration Waves: corrected figures';
const ABOUT = '이 지도의 기록에서 고친 수치. Figures of the atlas that were corrected: old value, new value, why.';

/**
 * `changes.xml`: RSS 2.0. The name of an item never changes, so that no reader shows it twice.
 * @param address where the atlas stands, with a slash at its end; without it no element has a link, since RSS knows no relative ones
 */
export function feedOf(versions: readonly Version[], compiled: Compiled, address: string | undefined): string {
  const book = bookOf(compiled);
  const official = compiled.archive.official.id as string;
  const linkOf = ({ wave, time }: Change) =>
    `${address}#${wave === official ? 'page=abroad' : `wave=${wave}`}&at=${time.slice(0, 4)}`;
  const items = versions.flatMap(({ version, date, note, changes }) =>
    changes.map((change) => {
      const name = nameOf(book, change);
      const told = LANGS.map((lang) => {
        const what = withTime(name.series[lang] ?? change.series, { text: change.time }, lang);
        const head = `${what}: ${said(change.old, lang)} → ${said(change.new, lang)}`;
        const words = [change.why[lang], note?.[lang]].filter(Boolean).join(' ');
        return { head, words: `<p lang="${lang}">${escape(`${head}. ${words}`)}</p>` };
      });
      return [
        '<item>',
        element('title', told.map((t) => t.head).join(' · ')),
        ...(address === undefined ? [] : [element('link', linkOf(change))]),
        element('description', told.map((t) => t.words).join('')),
        `<guid isPermaLink="false">${escape(`korean-migration-waves:${idOf(change)}`)}</guid>`,
        ...(date === null ? [] : [element('pubDate', rssDate(date))]),
        element('category', version ?? 'Unreleased'),
        '</item>',
      ].join('\n');
    }),
  );
  const self = `<atom:link href="${escape(`${address}record/changes.xml`)}" rel="self" type="application/rss+xml"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', TITLE),
    ...(address === undefined ? [] : [element('link', address), self]),
    element('description', ABOUT),
    ...items,
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}
