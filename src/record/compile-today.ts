/** Checks the newest wave's file: its sources, series, waves and events exist, and each language says all of it. */
import { compileWhen, findSources, type Here } from './compile-series.ts';
import { checkKeys, type Keyed } from './compile-texts.ts';
import type { Problems } from './problems.ts';
import { POINTS } from './model.ts';
import type { RawToday, RawTodayText } from './raw-today.ts';
import type { RawRecord } from './read-files.ts';

interface Known {
  readonly series: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly waves: ReadonlySet<string>;
}
/** Key of a community and the wave it goes back to. */
export const descentKey = (d: { readonly series: string; readonly wave: string }): string => `${d.series} ${d.wave}`;

export function checkToday(today: RawToday, known: Known, here: Here): void {
  const say = (path: string, wrong: string, right: string) => here.problems.add(here.file, path, wrong, right);
  for (const id of [...today.papers.people, ...today.papers.money])
    if (!known.series.has(id)) say('papers', `unknown series “${id}”`, 'a series of the record');
  for (const v of today.visas) {
    findSources(v.sources, `visas.${v.id}`, here);
    if (v.series !== null && !known.series.has(v.series))
      say(`visas.${v.id}`, `unknown series “${v.series}”`, 'a series of the record, or null');
  }
  let last = -Infinity;
  for (const s of today.september2025) {
    const path = `september2025.${s.id}`;
    findSources(s.sources, path, here);
    const when = compileWhen(s.date, path, here);
    if (when && when.from < last) say(path, `“${s.date}” after a later step`, 'the steps in the order of time');
    last = Math.max(last, when?.from ?? last);
    if (s.event !== null && !known.events.has(s.event)) say(path, `unknown event “${s.event}”`, 'an event, or null');
  }
  for (const part of ['checks', 'abroad', 'closing', 'presets'] as const)
    for (const p of today[part]) findSources(p.sources, `${part}.${p.id}`, here);
  for (const d of today.descends) {
    findSources(d.sources, `descends.${descentKey(d)}`, here);
    if (!known.series.has(d.series) || !known.waves.has(d.wave))
      say(`descends.${descentKey(d)}`, 'an unknown series or wave', 'a series of the official count and a wave');
  }
  for (const wave of known.waves) {
    const cells = today.comparison[wave];
    if (!cells) say(`comparison.${wave}`, 'the wave is missing', 'every wave, with its points or blanks');
    for (const point of POINTS) if (cells?.[point]) findSources(cells[point], `comparison.${wave}.${point}`, here);
  }
  for (const wave of Object.keys(today.comparison))
    if (!known.waves.has(wave)) say(`comparison.${wave}`, 'no such wave', 'the id of a wave');
  for (const { id, plan } of today.presets)
    if (plan.ageFrom > plan.ageTo)
      say(`presets.${id}`, `ages ${plan.ageFrom} to ${plan.ageTo}`, 'the youngest age first');
}

const idsOf = (items: readonly { readonly id: string }[]) => new Set(items.map((i) => i.id));

/** Texts keyed like the record; a point is told or honestly blank, never both and never neither. */
export function checkTodayText(file: string, today: RawToday, text: RawTodayText, problems: Problems): void {
  const tables: Keyed[] = [
    ...(['visas', 'september2025', 'checks', 'abroad', 'closing', 'presets'] as const).map((name) => ({
      name,
      wanted: idsOf(today[name]),
      given: text[name],
    })),
    { name: 'descends', wanted: new Set(today.descends.map(descentKey)), given: text.descends },
  ];
  for (const [wave, cells] of Object.entries(today.comparison)) {
    const told = POINTS.filter((p) => cells[p]);
    const blank = POINTS.filter((p) => !cells[p]);
    tables.push({ name: `comparison.${wave}`, wanted: new Set(told), given: text.comparison[wave] });
    tables.push({ name: `blanks.${wave}`, wanted: new Set(blank), given: text.blanks[wave] });
  }
  for (const table of tables) checkKeys(table, file, problems);
}

/** Checks the file and its texts in every required language, as far as they could be read. */
export function compileToday(record: RawRecord, known: Known, here: Here): void {
  if (!record.today) return;
  checkToday(record.today, known, here);
  for (const { tag, status } of record.languages) {
    const text = record.todayTexts[tag];
    if (status === 'required' && text) checkTodayText(`text/${tag}/today.json`, record.today, text, here.problems);
  }
}
