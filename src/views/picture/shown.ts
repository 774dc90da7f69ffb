/** What a scene shows in its year, seen from its sources. */
import type { SourceId } from '../../record/model.ts';
import { middleOf } from '../../record/when.ts';
import { circlesAt } from '../../scene/circles.ts';
import { figuresOf } from '../../words/describe.ts';
import type { PictureScene } from './plate.ts';

/** Sources of the figures of the year and of the counts behind the circles, as often as they stand. */
export const sourcesShown = ({ chosen, core, standing, year }: PictureScene): SourceId[] =>
  [
    ...chosen.flatMap((w) => figuresOf(w, year, core.flows).map((f) => f.observation)),
    ...circlesAt(standing, middleOf(year)).flatMap(({ state }) =>
      state.kind === 'counted' ? [state.of] : [state.before, state.after],
    ),
  ].flatMap((o) => [...o.sources]);
