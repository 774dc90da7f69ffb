/**
 * What if they stayed: arithmetic on a reader's own assumptions, and no forecast. People arrive in cohorts, one a year; each cohort is
 * followed from the end of one year to the end of the next, as in the cohort-component method of demographers (S. H. Preston,
 * P. Heuveline and M. Guillot, Demography: Measuring and Modeling Population Processes, 2001), here without births and deaths.
 *
 * Everybody is counted at the END of a year. A cohort that arrives during year c is present at the ends of c … c + n − 1, n being the length
 * of stay; then its term is over. Of those still there the share s stays for good, the others leave during c + n. Besides, of those present
 * at the end of a year the share a leaves during the next one: before their term is over or, of those who have stayed for good, at any
 * later time. Whoever leaves because the term is over is not counted among these. Fractions of people are kept.
 *
 * k years after their arrival there is left of a cohort
 *     S(k) = (1 − a)^k        while k < n
 *     S(k) = s · (1 − a)^k    from n on
 *     present(t) = perYear · Σ S(t − c)   over all c from firstYear to t
 *     present(t) = present(t − 1) + arrived(t) − leftEarly(t) − leftAtTerm(t)
 */
import type { Plan } from './plan.ts';

/** The last year of the page, and those of which it tells. */
export const LAST_YEAR = 2060;
export const MILESTONES = [2035, 2045, 2055] as const;
/** Ages, in full years at the end of a year, of children who go to school, and the age at which they are of age. */
export const SCHOOL_AGES = [6, 17] as const;
export const OF_AGE = 18;

/** One year of a plan: people, with fractions. Arrivals and departures are of the year, everything else stands at its end. */
export interface YearOfPlan {
  readonly year: number;
  readonly arrived: number;
  /** Left by the yearly share: before their term was over, or after they had stayed for good. */
  readonly leftEarly: number;
  /** Left because their term was over. */
  readonly leftAtTerm: number;
  /** People sent who are there, without partners and children. */
  readonly present: number;
  readonly onTerm: number;
  readonly forGood: number;
  readonly families: number;
  /** One in each family. */
  readonly partners: number;
  /** Children who came along, are still there and under 18. */
  readonly children: number;
  /** The same by age, 0 to 17. */
  readonly childrenByAge: readonly number[];
  readonly ofSchoolAge: number;
  /** Turned 18 in this year and are there at its end; from then on they are not followed. */
  readonly turned18: number;
  /** All who have turned 18 there up to this year, wherever they went afterwards. */
  readonly adults18Cumulative: number;
}

/** Share of a cohort that is there at the end of the k-th year after that of its arrival. */
export const shareAt = ({ years, stayShare, attrition }: Plan, k: number): number =>
  (k < years ? 1 : stayShare) * (1 - attrition) ** k;

/** Shares of a cohort that leave during the k-th year after that of its arrival. */
function leavingAt(plan: Plan, k: number): { readonly early: number; readonly atTerm: number } {
  if (k === 0) return { early: 0, atTerm: 0 };
  const before = shareAt(plan, k - 1);
  const staying = k === plan.years ? before * plan.stayShare : before;
  return { early: staying * plan.attrition, atTerm: k === plan.years ? before * (1 - plan.stayShare) : 0 };
}

/** Children of each age who came with one cohort: spread evenly over the ages from the youngest to the oldest. */
function childrenOf({ perYear, partnerShare, children, ageFrom, ageTo }: Plan): number[] {
  const each = (perYear * partnerShare * children) / (ageTo - ageFrom + 1);
  return Array.from({ length: OF_AGE }, (_, age) => (age >= ageFrom && age <= ageTo ? each : 0));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/**
 * Follows a plan year by year; the same number arrives every year to the end.
 * @param plan assumptions within `BOUNDS`
 * @param lastYear last calendar year; before the plan's first year the list is empty
 * @returns one entry a calendar year, from the plan's first year on
 */
export function projectPlan(plan: Plan, lastYear: number = LAST_YEAR): YearOfPlan[] {
  const length = Math.max(0, lastYear - plan.firstYear + 1);
  const came = childrenOf(plan);
  let adults = 0;
  return Array.from({ length }, (_, t) => {
    // Years since arrival of the cohorts there so far: the newest has 0, the first has t.
    const cohorts = Array.from({ length: t + 1 }, (_, k) => k);
    const people = (share: (k: number) => number, of = cohorts) => plan.perYear * sum(of.map(share));
    const there = (k: number) => shareAt(plan, k);
    const onTerm = people(
      there,
      cohorts.filter((k) => k < plan.years),
    );
    const forGood = people(
      there,
      cohorts.filter((k) => k >= plan.years),
    );
    const aged = (age: number) => sum(cohorts.filter((k) => k <= age).map((k) => came[age - k]! * there(k)));
    const childrenByAge = came.map((_, age) => aged(age));
    // At 18 everyone has been there for a year at least: the oldest came at 17.
    const turned18 = sum(cohorts.filter((k) => k > 0 && k <= OF_AGE).map((k) => (came[OF_AGE - k] ?? 0) * there(k)));
    adults += turned18;
    const present = onTerm + forGood;
    const families = present * plan.partnerShare;
    return {
      year: plan.firstYear + t,
      arrived: plan.perYear,
      leftEarly: people((k) => leavingAt(plan, k).early),
      leftAtTerm: people((k) => leavingAt(plan, k).atTerm),
      present,
      onTerm,
      forGood,
      families,
      partners: families,
      children: sum(childrenByAge),
      childrenByAge,
      ofSchoolAge: sum(childrenByAge.slice(SCHOOL_AGES[0], SCHOOL_AGES[1] + 1)),
      turned18,
      adults18Cumulative: adults,
    };
  });
}

export type Counted = Exclude<keyof YearOfPlan, 'year' | 'childrenByAge'>;
/** A number at the end of a year; nought before the plan begins. @returns undefined beyond the last year that was followed */
export function valueAt(years: readonly YearOfPlan[], of: Counted, year: number): number | undefined {
  const last = years.at(-1);
  if (!last || year > last.year) return undefined;
  return years.find((y) => y.year === year)?.[of] ?? 0;
}

export interface Peak {
  readonly year: number;
  readonly value: number;
  /** Still rising in the last year that was followed: no peak has been reached. */
  readonly rising: boolean;
}
/** Differences below this share are those of the computer's arithmetic. */
const SAME = 1e-9;
/** The first year in which a number is as large as it gets. @throws RangeError where there is no year */
export function peakOf(years: readonly YearOfPlan[], of: Counted): Peak {
  if (years.length === 0) throw new RangeError('a plan without years has no peak');
  const value = Math.max(...years.map((y) => y[of]));
  const first = years.findIndex((y) => y[of] >= value * (1 - SAME));
  return { year: years[first]!.year, value, rising: first > 0 && first === years.length - 1 };
}
