/** The scene of a picture made from the record by hand, where there is no stage: for programs and for frames of a film. */
import type { Core } from '../../record/core.ts';
import type { WaveId } from '../../record/model.ts';
import { yearAt } from '../../record/when.ts';
import { standingOf } from '../../scene/circles.ts';
import { SHORTEST_ALL, SHORTEST_ONE, scheduleOf } from '../../scene/schedule.ts';
import { peoplePerDot } from '../../state/people-per-dot.ts';
import type { Texts } from '../../words/texts.ts';
import type { PictureScene } from './plate.ts';

/**
 * What a stage would hold, were these waves chosen at this instant.
 * @param waves none: all
 */
export function sceneOf(core: Core, texts: Texts, waves: readonly WaveId[], at: number): PictureScene {
  const wanted = core.waves.filter((w) => waves.includes(w.id));
  const chosen = wanted.length > 0 ? wanted : core.waves;
  const one = chosen.length === 1 ? chosen[0] : undefined;
  const ids = new Set<WaveId>(chosen.map((w) => w.id));
  const flows = core.flows.filter((f) => ids.has(f.wave));
  const people = peoplePerDot(flows, one !== undefined);
  return {
    core,
    chosen,
    one,
    flows,
    people,
    schedule: scheduleOf(
      { flows, routes: core.routes, voyages: core.voyages },
      people,
      one ? SHORTEST_ONE : SHORTEST_ALL,
    ),
    standing: standingOf(
      core.stocks.filter((s) => ids.has(s.wave)),
      core.places,
    ),
    routes: [...core.routes.values()].filter((r) => ids.has(r.wave)),
    events: core.events.filter((e) => ids.has(e.wave)),
    year: yearAt(at),
    playhead: { at },
    texts,
  };
}

/** The same scene at another instant: what does not change with time is kept. */
export const sceneAt = (scene: PictureScene, at: number): PictureScene => ({
  ...scene,
  year: yearAt(at),
  playhead: { at },
});
