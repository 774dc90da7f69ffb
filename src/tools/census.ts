/** Counts what the record holds, for the curator's table. */
import { GRADES, STATUSES, isKnown } from '../record/model.ts';
import type { Known, Total } from '../record/model.ts';
import type { Compiled } from '../record/compile.ts';

interface Row {
  readonly wave: string;
  readonly observations: number;
  readonly missing: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly totals: number;
  readonly recorded: number;
  readonly inferred: number;
  readonly events: number;
  readonly rivals: number;
  readonly text: string;
}

const count = <T>(items: readonly T[], is: (item: T) => boolean) => items.filter(is).length;

function rowOf(id: string, totals: readonly Total[], rivals: number, { archive, raw, problems }: Compiled): Row {
  const series = [...archive.series.values()].filter((s) => s.wave === id);
  const observations = series.flatMap((s) => s.observations);
  const known: Known[] = observations.filter(isKnown);
  const routes = [...archive.routes.values()].filter((r) => r.wave === id);
  const complete = (lang: string) =>
    raw.texts[lang]?.[id] && !problems.some((p) => p.file === `text/${lang}/${id}.json`) ? lang : `${lang} ✗`;
  return {
    wave: id,
    observations: known.length,
    missing: observations.length - known.length,
    counts: Object.fromEntries([
      ...STATUSES.map((s) => [s, count(known, (o) => o.status === s)]),
      ...GRADES.map((g) => [g, count(known, (o) => o.grade === g)]),
    ]),
    totals: totals.length,
    recorded: count(routes, (r) => r.basis === 'recorded'),
    inferred: count(routes, (r) => r.basis === 'inferred'),
    events: count(archive.events, (e) => e.wave === id),
    rivals,
    text: raw.languages.map((l) => complete(l.tag)).join(' '),
  };
}

const HEAD = [
  '',
  'observations',
  ...STATUSES,
  ...GRADES,
  'totals',
  'routes rec./inf.',
  'events',
  'rivals',
  'text complete',
];

/** The table of `npm run data`. */
export function describeRecord(compiled: Compiled): string {
  const { archive } = compiled;
  const rows = [
    ...archive.waves.map((w) => rowOf(w.id, w.totals, w.rivals.length, compiled)),
    rowOf(archive.official.id, archive.official.totals, archive.official.rivals.length, compiled),
  ];
  const lines = rows.map((r) => [
    r.wave,
    r.observations,
    ...STATUSES.map((s) => r.counts[s]),
    ...GRADES.map((g) => r.counts[g]),
    r.totals,
    `${r.recorded}/${r.inferred}`,
    r.events,
    r.rivals,
    r.text,
  ]);
  const sum = (pick: (r: Row) => number) => rows.reduce((a, r) => a + pick(r), 0);
  lines.push([
    'all',
    sum((r) => r.observations),
    ...STATUSES.map((s) => sum((r) => r.counts[s] ?? 0)),
    ...GRADES.map((g) => sum((r) => r.counts[g] ?? 0)),
    sum((r) => r.totals),
    `${sum((r) => r.recorded)}/${sum((r) => r.inferred)}`,
    sum((r) => r.events),
    sum((r) => r.rivals),
    '',
  ]);
  const table = [HEAD, ...lines].map((row) => row.map(String));
  const widths = HEAD.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
  const print = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return [
    ...table.map(print),
    `${archive.waves.length} waves, ${sum((r) => r.observations)} observations, ${archive.routes.size} routes, ${archive.voyages.length} voyages, ${archive.events.length} events, ${archive.sources.size} sources, ${archive.places.size} places, ${compiled.raw.wanted.wanted.length} wanted`,
  ].join('\n');
}
