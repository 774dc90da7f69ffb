/** Raw series and totals to strict ones: sources known, values inside their ranges, one value for one time. */
import { group } from 'd3-array';
import { GRADES, kindOf } from './model.ts';
import type { Grade, Known, Observation, Series, SeriesId, Source, SourceId, Total, WaveId, When } from './model.ts';
import type { Problems } from './problems.ts';
import type { RawObservation, RawOfficial, RawSeries } from './raw.ts';
import { crosses } from './value.ts';
import { FIRST_YEAR, overlaps, parseWhen, yearAt } from './when.ts';

/** No growth is derived between counts further apart than this, in years (rule 3 of the drawing rules). */
const LONGEST_GROWTH_YEARS = 12;
/** Nothing earlier than this is part of the record; a year below it is a slip of the pen. */
const EARLIEST_YEAR = FIRST_YEAR - 30;
const LATEST_YEAR = 2070;

export interface SourceBook {
  readonly all: ReadonlyMap<SourceId, Source>;
  readonly used: Set<string>;
}
export interface Here {
  readonly file: string;
  readonly problems: Problems;
  readonly book: SourceBook;
  readonly notes: Set<string>;
}

/** The known ones of a list of source ids; unknown ones and ones only remembered are problems. */
export function findSources(ids: readonly SourceId[], path: string, here: Here): SourceId[] {
  const found: SourceId[] = [];
  for (const id of ids) {
    here.book.used.add(id);
    const source = here.book.all.get(id);
    if (!source) here.problems.add(here.file, path, `unknown source “${id}”`, 'an id of data/sources.json');
    else if ((source.csl['custom'] as { seen?: string }).seen === 'memory')
      here.problems.add(
        here.file,
        path,
        `source “${id}” was not seen`,
        'a source that was read; move the figure to wanted.json',
      );
    else found.push(source.id);
  }
  return found;
}

const bestGrade = (ids: readonly SourceId[], book: SourceBook): Grade =>
  GRADES[Math.min(...ids.map((id) => GRADES.indexOf(book.all.get(id)!.grade)), GRADES.length - 1)]!;

/** Reads a time of the record, noting what is wrong with it. */
export function compileWhen(
  text: string,
  path: string,
  here: Here,
  yearOf: Series['yearOf'] = 'calendar',
): When | undefined {
  const when = parseWhen(text, yearOf);
  if (typeof when === 'string') {
    here.problems.add(here.file, path, when, 'a year, 1903-01, 1903-01-13, or a span a/b of two of them');
    return undefined;
  }
  if (yearAt(when.from) < EARLIEST_YEAR || yearAt(when.until - 1) > LATEST_YEAR) {
    here.problems.add(here.file, path, `“${text}” lies outside the record`, `a time from ${EARLIEST_YEAR} on`);
    return undefined;
  }
  return when;
}

function compileKnown(
  raw: {
    value: number;
    status: Known['status'];
    sources: readonly SourceId[];
    low?: number;
    high?: number;
    note?: string;
    partial?: boolean;
    edition?: number;
  },
  when: When,
  path: string,
  here: Here,
): Known | undefined {
  const { value, low, high } = raw;
  if ((low !== undefined && low > value) || (high !== undefined && high < value)) {
    here.problems.add(here.file, path, `value ${value} lies outside its range ${low} to ${high}`, 'low ≤ value ≤ high');
    return undefined;
  }
  // The best source first: it is the one named beneath the figure.
  const rank = (id: SourceId) => GRADES.indexOf(here.book.all.get(id)!.grade);
  const sources = findSources(raw.sources, path, here).sort((a, b) => rank(a) - rank(b));
  if (sources.length === 0) return undefined;
  if (raw.note !== undefined) here.notes.add(raw.note);
  return {
    when,
    value,
    status: raw.status,
    sources: sources as [SourceId, ...SourceId[]],
    grade: bestGrade(sources, here.book),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    ...(raw.note !== undefined && { note: raw.note }),
    ...(raw.partial !== undefined && { partial: raw.partial }),
    ...(raw.edition !== undefined && { edition: raw.edition }),
  };
}

function compileObservation(
  raw: RawObservation,
  path: string,
  yearOf: Series['yearOf'],
  here: Here,
): Observation | undefined {
  const when = compileWhen(raw[0], path, here, yearOf);
  if (!when) return undefined;
  if (raw[1] === 'missing') {
    const note = raw[2]?.note;
    if (note !== undefined) here.notes.add(note);
    return { when, status: 'missing', ...(note !== undefined && { note }) };
  }
  const [, value, status, sources, extras] = raw as Extract<RawObservation, { 1: number }> &
    [string, number, Known['status'], SourceId[], Partial<Known>?];
  return compileKnown({ value, status, sources, ...(extras as object) }, when, path, here);
}

/** Two observations for one time are two claims: they belong into two series. */
function checkTimes(observations: readonly Observation[], isFlow: boolean, path: string, here: Here): void {
  for (let i = 1; i < observations.length; i++) {
    const [a, b] = [observations[i - 1]!, observations[i]!];
    const same = a.when.from === b.when.from && a.when.until === b.when.until;
    if (same)
      here.problems.add(
        here.file,
        `${path}.observations.${b.when.text}`,
        `two observations for ${b.when.text}`,
        'one; put the rival into a series of its own with the same question',
      );
    else if (isFlow && overlaps(a.when, b.when))
      here.problems.add(
        here.file,
        `${path}.observations.${b.when.text}`,
        `${a.when.text} and ${b.when.text} overlap`,
        'flows of one series that follow each other',
      );
  }
}

/** Compiles one series; the sources, place and times of every observation are checked. */
export function compileSeries(
  raw: RawSeries,
  wave: WaveId,
  places: ReadonlySet<string>,
  here: Here,
): Series | undefined {
  const path = `series.${raw.id}`;
  const say = (wrong: string, right: string) => here.problems.add(here.file, path, wrong, right);
  if (!places.has(raw.place)) say(`unknown place “${raw.place}”`, 'an id of data/places.json');
  const kind = kindOf(raw.measure);
  if (raw.journeys.length > 0 && kind !== 'flow')
    say(`a ${kind} is given to a route`, 'journeys only on flows: a stock stands, it does not move');
  if (raw.journeys.length > 0 && raw.unit !== 'persons') say(`${raw.unit} are given to a route`, 'only persons move');
  if (raw.onMap && kind !== 'stock') say(`a ${kind} is to stand on the map`, 'onMap only on stocks');
  const yearOf = raw.yearOf ?? 'calendar';
  const observations = raw.observations
    .map((o) => compileObservation(o, `${path}.observations.${o[0]}`, yearOf, here))
    .filter((o) => o !== undefined)
    .sort((a, b) => a.when.from - b.when.from || a.when.until - b.when.until);
  checkTimes(observations, kind === 'flow', path, here);
  const people = raw.unit === 'persons' || raw.unit === 'households';
  for (const o of observations)
    if (people && o.status !== 'missing' && o.value < 0 && raw.measure !== 'other/net-increase')
      say(`${o.value} ${raw.unit} in ${o.when.text}`, 'no fewer than nobody');
  const breaks = (raw.breaks ?? [])
    .map((text) => compileWhen(text, `${path}.breaks`, here))
    .filter((w) => w !== undefined);
  return {
    id: raw.id,
    wave,
    place: raw.place,
    measure: raw.measure,
    unit: raw.unit,
    question: raw.question,
    preferred: raw.preferred,
    compulsion: raw.compulsion,
    way: raw.way,
    basis: raw.basis,
    yearOf,
    journeys: raw.journeys,
    breaks: breaks.map((w) => w.from),
    onMap: raw.onMap ?? false,
    ...(raw.growthOf !== undefined && { growthOf: raw.growthOf }),
    observations,
  };
}

/** Derived growth must be the difference of two successive counts, never across a break or a long silence. */
export function checkGrowth(series: Series, all: ReadonlyMap<SeriesId, Series>, here: Here): void {
  if (series.growthOf === undefined) return;
  const path = `series.${series.id}`;
  const stock = all.get(series.growthOf);
  if (!stock || kindOf(stock.measure) !== 'stock') {
    here.problems.add(here.file, path, `growth of “${series.growthOf}”, which is no stock`, 'the id of a stock series');
    return;
  }
  const counts = stock.observations.filter((o) => o.status !== 'missing');
  for (const o of series.observations) {
    if (o.status === 'missing') continue;
    const at = `${path}.observations.${o.when.text}`;
    const say = (wrong: string, right: string) => here.problems.add(here.file, at, wrong, right);
    // A year's count is taken at its end: the growth lies between the ends of the two times.
    const next = counts.findIndex((c) => c.when.until === o.when.until);
    const [a, b] = [counts[next - 1], counts[next]];
    if (!a || !b || a.when.until !== o.when.from)
      say('no two successive counts at its ends', `the times of two successive counts of ${stock.id}`);
    else if (b.value - a.value !== o.value) say(`${o.value} is not ${b.value} − ${a.value}`, String(b.value - a.value));
    else if (yearAt(b.when.from) - yearAt(a.when.from) > LONGEST_GROWTH_YEARS)
      say('growth over more than twelve years', 'an open gap');
    else if (crosses(stock.breaks, a, b)) say('growth across a break of method or a war’s end', 'an open gap');
    else if (
      stock.observations.some(
        (m) => m.status === 'missing' && m.when.from >= a.when.until && m.when.until <= b.when.from,
      )
    )
      say('growth across a gap', 'an open gap');
    if (o.status !== 'derived') say(`growth of status ${o.status}`, 'derived');
  }
}

/** Exactly one rival of a question is preferred. */
export function checkQuestions(
  items: readonly { readonly id: string; readonly question: string; readonly preferred: boolean }[],
  path: string,
  here: Here,
): void {
  for (const [question, rivals] of group(items, (s) => s.question)) {
    const preferred = rivals.filter((s) => s.preferred);
    if (preferred.length !== 1)
      here.problems.add(
        here.file,
        `${path}.${rivals[0]!.id}`,
        `${preferred.length} preferred answers to “${question}” (${rivals.map((r) => r.id).join(', ')})`,
        'exactly one',
      );
  }
}

export function compileTotals(raw: RawOfficial['totals'], here: Here): Total[] {
  return raw.flatMap((t) => {
    const path = `totals.${t.id}`;
    const when = compileWhen(t.when, `${path}.when`, here);
    const { low, high } = t;
    const figure =
      when &&
      compileKnown(
        { ...t, ...(low !== undefined && { low }), ...(high !== undefined && { high }) } as never,
        when,
        path,
        here,
      );
    return figure
      ? [{ id: t.id, question: t.question, preferred: t.preferred, measure: t.measure, unit: t.unit, figure }]
      : [];
  });
}
