/** The points in the order in which they are read: written here again, because the checks of the record must not reach the browser. */
import type { Point } from '../../record/raw-today.ts';

export const POINTS: readonly Point[] = [
  'work',
  'contract',
  'wages',
  'passage',
  'family',
  'status',
  'stayed',
  'schooling',
  'state',
];
