/** What is on screen, seen from its sources: which ones stand behind the figures and events that a reader sees. */
import type { SourceId, WaveId } from '../../record/model.ts';
import { passesFilter, rowsOf, type Row } from '../../words/rows.ts';
import { byTimes } from '../../words/describe.ts';
import { dayOf } from '../../record/when.ts';
import { sourcesShown } from '../picture/shown.ts';
import type { Stage } from '../../state/stage.svelte.ts';

/** Both sides, where two stand beside each other. */
const sidesOf = (stage: Stage): readonly Stage[] => (stage.partner ? [stage, stage.partner] : [stage]);
export const wavesOnScreen = (stage: Stage): readonly WaveId[] => [
  ...new Set(sidesOf(stage).flatMap((side) => side.chosen.map((w) => w.id))),
];

/** Rows of the waves on screen as their files have come; what the filter hides is left out. */
export function rowsOnScreen(stage: Stage): Row[] {
  return wavesOnScreen(stage).flatMap((id) => {
    const { record, text, sources } = stage.book(id);
    if (!record || !text) return [];
    const { family } = stage.best.waves.find((w) => w.id === id)!;
    return rowsOf({ record, text, sources }, stage.texts.lang, stage.view.claims).filter((r) =>
      passesFilter(r, family, stage.view),
    );
  });
}
/** Of these the ones that have a moment in a year on screen. */
export function rowsOfYear(stage: Stage, rows: readonly Row[]): Row[] {
  const spans = sidesOf(stage).map(({ year }) => [dayOf(year), dayOf(year + 1)] as const);
  return rows.filter((r) => spans.some(([from, until]) => r.from < until && r.until > from));
}

/** Sources of one side's year: its figures, the counts behind its circles, its events. */
const sourcesOfYear = (stage: Stage): SourceId[] => [
  ...sourcesShown(stage),
  ...stage.eventsOfYear.flatMap((e) => stage.book(e.wave).record?.events.find((x) => x.id === e.id)?.sources ?? []),
];

/** Whether every year is on screen, not one alone. */
export const isWhole = (stage: Stage): boolean => stage.view.form === 'table' || stage.view.form === 'multiples';

/** Ids of all sources behind what is on screen, each once; the one behind most figures first. */
export function sourcesOnScreen(stage: Stage, whole = isWhole(stage)): SourceId[] {
  const ids = whole
    ? rowsOnScreen(stage).flatMap((r) => r.sources.map((s) => s.id as SourceId))
    : sidesOf(stage).flatMap(sourcesOfYear);
  return byTimes(ids);
}

/** The title of the view: its waves, what is beside them, and the time. */
export function titleOnScreen(stage: Stage): string {
  const { texts } = stage;
  const names = sidesOf(stage).map((side) => (side.one ? texts.waveTitle(side.one.id) : texts.say('all.waves')));
  const shown = stage.view.place ? [texts.placeNameAt(stage.view.place, stage.playhead.at), ...names] : names;
  const years = isWhole(stage) ? [] : sidesOf(stage).map((s) => s.year);
  return [[...new Set(shown)].join(' / '), [...new Set(years)].join(' / ')].filter(Boolean).join(', ');
}
