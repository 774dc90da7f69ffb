/** A reader's assumptions about people who might be sent, and how they stand in an address. */
import type { RawPlan } from '../record/raw-today.ts';

export type Plan = RawPlan;

export interface Bound {
  readonly least: number;
  readonly most: number;
  /** Step of a slider. */
  readonly step: number;
}
/** What each assumption may be; the order is that of the address. People, calendar years, years, shares, children, ages. */
export const BOUNDS: Readonly<Record<keyof Plan, Bound>> = {
  perYear: { least: 0, most: 20_000, step: 100 },
  firstYear: { least: 2026, most: 2040, step: 1 },
  years: { least: 1, most: 40, step: 1 },
  stayShare: { least: 0, most: 1, step: 0.01 },
  partnerShare: { least: 0, most: 1, step: 0.01 },
  children: { least: 0, most: 4, step: 0.1 },
  ageFrom: { least: 0, most: 17, step: 1 },
  ageTo: { least: 0, most: 17, step: 1 },
  attrition: { least: 0, most: 0.3, step: 0.005 },
};
export const FIELDS = Object.keys(BOUNDS) as (keyof Plan)[];

/** Brings an assumption to its nearest step within its bounds. */
export function clampPlan(field: keyof Plan, value: number): number {
  const { least, most, step } = BOUNDS[field];
  const stepped = Math.round((Math.max(least, Math.min(most, value)) - least) / step) * step + least;
  return Number(stepped.toFixed(4));
}

/** '2000,2026,12,0.3,0.7,1.5,0,12,0.02'. */
export const formatPlan = (plan: Plan): string => FIELDS.map((f) => String(plan[f])).join(',');

/** @returns undefined where a number is missing, is none, or lies outside its bounds, or the ages are the wrong way round */
export function parsePlan(text: string): Plan | undefined {
  const parts = text.split(',');
  if (parts.length !== FIELDS.length || parts.some((p) => !/^\d+(\.\d+)?$/.test(p))) return undefined;
  const entries = FIELDS.map((f, i) => [f, Number(parts[i])] as const);
  if (entries.some(([f, v]) => v < BOUNDS[f].least || v > BOUNDS[f].most || clampPlan(f, v) !== v)) return undefined;
  const plan = Object.fromEntries(entries) as unknown as Plan;
  return plan.ageFrom <= plan.ageTo ? plan : undefined;
}
