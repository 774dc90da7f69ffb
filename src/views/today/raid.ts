/** The people held on 4 September 2025, as the record counts them. */
import type { RawWave } from '../../record/raw.ts';

const TOTAL = 'us-manufacturing-total-';
/** The totals of the record that make the sum. */
export const PARTS = {
  held: `${TOTAL}people-detained-at-the-ellabell-site-4-september`,
  koreans: `${TOTAL}koreans-among-them`,
  esta: `${TOTAL}detained-koreans-on-esta`,
  b: `${TOTAL}detained-koreans-on-b-1-b-2-visas`,
} as const;

export interface RaidSum {
  readonly held: number;
  readonly koreans: number;
  readonly esta: number;
  readonly b: number;
  /** The Korean with a work permit: who is left of the Koreans. */
  readonly permit: number;
  /** In the order of the sum. The record says of the others only “more than 150”: they are drawn, and never written as a number. */
  readonly groups: readonly (readonly [key: 'esta' | 'b' | 'permit' | 'others', people: number])[];
}

/** The sum, or undefined where the record lacks a part of it. */
export function raidOf(totals: RawWave['totals']): RaidSum | undefined {
  const [held, koreans, esta, b] = [PARTS.held, PARTS.koreans, PARTS.esta, PARTS.b].map(
    (id) => totals.find((t) => t.id === id)?.value,
  );
  if (held === undefined || koreans === undefined || esta === undefined || b === undefined) return undefined;
  const permit = koreans - esta - b;
  return {
    ...{ held, koreans, esta, b, permit },
    groups: [
      ['esta', esta],
      ['b', b],
      ['permit', permit],
      ['others', held - koreans],
    ],
  };
}
