/** What earlier movements came to, as they were counted: chosen by the record, beside a scenario that nobody has counted. */
import type { Core, WaveBrief } from '../../record/core.ts';
import { isKnown, type Series } from '../../record/model.ts';
import { drawnStatus } from '../../scene/schedule.ts';
import type { FigureOfYear } from '../../words/describe.ts';

/** The longest time of which a flow is “within a year”, days. */
const A_YEAR = 366;

/** The largest of what was counted on the way out or abroad while the wave lasted. */
function findLargest(wave: WaveBrief, series: readonly Series[], longest: number): FigureOfYear | undefined {
  const { from, until } = wave.during;
  return series
    .filter((s) => s.unit === 'persons' && s.way === 'out')
    .flatMap((s) => s.observations.filter(isKnown).map((observation) => ({ series: s, observation })))
    .filter(({ observation: o }) => drawnStatus(o) === 'reported')
    .filter(({ observation: { when } }) => when.from < until && when.until > from && when.until - when.from <= longest)
    .reduce<FigureOfYear | undefined>(
      (best, f) => (best && best.observation.value >= f.observation.value ? best : f),
      undefined,
    );
}

export interface CountedWave {
  readonly wave: WaveBrief;
  /** Most people present at a time. */
  readonly present: FigureOfYear | undefined;
  /** Most people who left or arrived within a year; not of figures for all the world, which are of other movements too. */
  readonly moving: FigureOfYear | undefined;
}
/** For each wave what its lane has; undefined where nobody counted. Nothing is added, neither here nor across waves. */
export const countedOf = ({ waves, places }: Pick<Core, 'waves' | 'places'>): CountedWave[] =>
  waves.map((wave) => ({
    wave,
    present: findLargest(wave, wave.lane.stock, Infinity),
    moving: findLargest(
      wave,
      wave.lane.flow.filter((s) => s.measure !== 'flow/growth' && places.get(s.place)?.at != null),
      A_YEAR,
    ),
  }));
