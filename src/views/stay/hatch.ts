/** The sign of a scenario: hatched, with a broken edge, in ink. Colour belongs to people who were counted or estimated. */

export type Layer = 'onTerm' | 'forGood';
export interface Hatch {
  /** From one line to the next, px on an ordinary screen. */
  readonly step: number;
  /** Degrees. */
  readonly turn: number;
  readonly width: number;
}
export const HATCHES: Readonly<Record<Layer, Hatch>> = {
  onTerm: { step: 7, turn: 45, width: 1.1 },
  forGood: { step: 4, turn: -45, width: 1.5 },
};
/** Dashes of the edge of a layer, and of the line of the children, px on an ordinary screen. */
export const EDGE_DASHES = [5, 3] as const;
export const SCHOOL_DASHES = [9, 3, 2, 3] as const;
