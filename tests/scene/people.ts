import { isKnown, type Series } from '../../src/record/model.ts';

/** People counted in a flow, gaps aside. */
export const peopleOf = (series: Series): number =>
  series.observations.reduce((sum, o) => sum + (isKnown(o) ? o.value : 0), 0);
