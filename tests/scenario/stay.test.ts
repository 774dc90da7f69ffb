// The arithmetic of “what if they stayed”: people are neither made nor lost in it, and its worked examples.
// Proves nothing about the world: what will happen stands in no assumption.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BOUNDS, FIELDS, clampPlan, formatPlan, parsePlan, type Plan } from '../../src/scenario/plan.ts';
import {
  LAST_YEAR,
  MILESTONES,
  OF_AGE,
  SCHOOL_AGES,
  peakOf,
  projectPlan,
  shareAt,
  valueAt,
  type Counted,
  type YearOfPlan,
} from '../../src/scenario/stay.ts';
import { ROOT } from '../../src/tools/files.ts';
import { compiled } from '../the-record.ts';

const COUNTED: readonly Counted[] = [
  'arrived',
  'leftEarly',
  'leftAtTerm',
  'present',
  'onTerm',
  'forGood',
  'families',
  'partners',
  'children',
  'ofSchoolAge',
  'turned18',
  'adults18Cumulative',
];
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
/** Nearly the same number of people: within a millionth of a person in each thousand. */
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1000, Math.abs(a), Math.abs(b));
const below = (a: number, b: number) => a <= b + 1e-9 * Math.max(1000, Math.abs(b));

/** Every plan that an address can hold. */
const plans: fc.Arbitrary<Plan> = fc
  .record(
    Object.fromEntries(
      FIELDS.map((f) => {
        const { least, most, step } = BOUNDS[f];
        return [
          f,
          fc.integer({ min: 0, max: Math.round((most - least) / step) }).map((i) => clampPlan(f, least + i * step)),
        ];
      }),
    ) as Record<keyof Plan, fc.Arbitrary<number>>,
  )
  .map((p) => ({ ...p, ageFrom: Math.min(p.ageFrom, p.ageTo), ageTo: Math.max(p.ageFrom, p.ageTo) }));
/** What holds for every plan. */
const always = (holds: (years: YearOfPlan[], plan: Plan) => boolean) =>
  fc.assert(fc.property(plans, (plan) => holds(projectPlan(plan), plan)));

const ISSUE: Plan = {
  perYear: 2000,
  firstYear: 2026,
  years: 10,
  stayShare: 0,
  partnerShare: 0.5,
  children: 1,
  ageFrom: 0,
  ageTo: 12,
  attrition: 0,
};

/** The same, slowly and plainly: a person at a time has an average fate, and is moved on from year to year. */
function followSlowly(plan: Plan, lastYear: number): Record<Counted, number>[] {
  interface Group {
    people: number;
    served: number;
    settled: boolean;
    readonly children: { age: number; number: number }[];
  }
  const groups: Group[] = [];
  const out: Record<Counted, number>[] = [];
  let adults = 0;
  for (let year = plan.firstYear; year <= lastYear; year++) {
    let [leftEarly, leftAtTerm, turned18] = [0, 0, 0];
    for (const g of groups) {
      const before = g.people;
      if (!g.settled && g.served === plan.years) {
        leftAtTerm += g.people * (1 - plan.stayShare);
        g.people *= plan.stayShare;
        g.settled = true;
      }
      leftEarly += g.people * plan.attrition;
      g.people *= 1 - plan.attrition;
      g.served += 1;
      for (const c of g.children) {
        c.age += 1;
        c.number *= before === 0 ? 0 : g.people / before;
        if (c.age === OF_AGE) turned18 += c.number;
      }
    }
    const ages = plan.ageTo - plan.ageFrom + 1;
    const children = Array.from({ length: ages }, (_, i) => ({
      age: plan.ageFrom + i,
      number: (plan.perYear * plan.partnerShare * plan.children) / ages,
    }));
    groups.push({ people: plan.perYear, served: 1, settled: false, children });
    adults += turned18;
    const minors = groups.flatMap((g) => g.children.filter((c) => c.age < OF_AGE));
    const present = sum(groups.map((g) => g.people));
    const forGood = sum(groups.filter((g) => g.settled).map((g) => g.people));
    const school = minors.filter((c) => c.age >= SCHOOL_AGES[0] && c.age <= SCHOOL_AGES[1]);
    out.push({
      arrived: plan.perYear,
      leftEarly,
      leftAtTerm,
      present,
      onTerm: present - forGood,
      forGood,
      families: present * plan.partnerShare,
      partners: present * plan.partnerShare,
      children: sum(minors.map((c) => c.number)),
      ofSchoolAge: sum(school.map((c) => c.number)),
      turned18,
      adults18Cumulative: adults,
    });
  }
  return out;
}

describe('2,000 a year from 2026, for ten years each, nobody leaving early and nobody staying', () => {
  const years = projectPlan(ISSUE);
  test('are 20,000 at the end of 2035, and stay 20,000', () => {
    expect(valueAt(years, 'present', 2034)).toBe(18_000);
    for (let year = 2035; year <= LAST_YEAR; year++) expect(valueAt(years, 'present', year)).toBe(20_000);
  });
  test('leave from 2036 on as many as arrive, and none of them early', () => {
    expect(valueAt(years, 'leftAtTerm', 2035)).toBe(0);
    expect(valueAt(years, 'leftAtTerm', 2036)).toBe(2000);
    expect(years.every((y) => y.leftEarly === 0 && y.forGood === 0)).toBe(true);
  });
  test('have families of half as many, and those who came at twelve are of age six years later', () => {
    expect(valueAt(years, 'families', 2035)).toBe(10_000);
    expect(valueAt(years, 'turned18', 2031)).toBe(0);
    // A thousand children a year, a thirteenth of them twelve years old.
    expect(valueAt(years, 'turned18', 2032)).toBeCloseTo(1000 / 13, 9);
  });
  test('are nobody in 2025, and beyond the last year nothing is said', () => {
    expect(valueAt(years, 'present', 2025)).toBe(0);
    expect(valueAt(years, 'present', LAST_YEAR + 1)).toBeUndefined();
    expect(valueAt([], 'present', 2030)).toBeUndefined();
  });
});

describe('whatever is assumed', () => {
  test('the end of a year is that of the year before, with arrivals, without those who left', () => {
    always((years) =>
      years.every((y, i) => near(y.present, (years[i - 1]?.present ?? 0) + y.arrived - y.leftEarly - y.leftAtTerm)),
    );
  });
  test('everyone who ever arrived has left or is there, on a term or for good', () => {
    always((years) =>
      years.every((y, i) => {
        const far = years.slice(0, i + 1);
        const gone = sum(far.map((x) => x.leftEarly + x.leftAtTerm));
        return near(y.onTerm + y.forGood, y.present) && near(gone + y.present, sum(far.map((x) => x.arrived)));
      }),
    );
  });
  test('nobody appears from nowhere: no more people than arrived, no more children than came', () => {
    always((years, plan) =>
      years.every((y, i) => {
        const arrived = plan.perYear * (i + 1);
        const came = arrived * plan.partnerShare * plan.children;
        return (
          below(y.present, arrived) &&
          below(y.children + y.adults18Cumulative, came) &&
          below(y.ofSchoolAge, y.children) &&
          below(y.families, y.present) &&
          y.partners === y.families
        );
      }),
    );
  });
  test('children by age add up, and none is younger than the youngest who came this year', () => {
    always((years, plan) =>
      years.every(
        (y) =>
          y.childrenByAge.length === OF_AGE &&
          near(sum(y.childrenByAge), y.children) &&
          sum(y.childrenByAge.slice(0, plan.ageFrom)) === 0,
      ),
    );
  });
  test('nothing is below nought, and everything is a number', () => {
    always((years) => years.every((y) => COUNTED.every((of) => Number.isFinite(y[of]) && y[of] >= 0)));
  });
  test('where nobody is sent there is nobody', () => {
    fc.assert(
      fc.property(plans, (plan) =>
        projectPlan({ ...plan, perYear: 0 }).every((y) => COUNTED.every((of) => y[of] === 0)),
      ),
    );
  });
  test('twice the people are twice everything, and more people are nowhere fewer', () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 0, max: 5, noNaN: true }), (plan, factor) => {
        const [one, many] = [projectPlan(plan), projectPlan({ ...plan, perYear: plan.perYear * factor })];
        return one.every((y, i) =>
          COUNTED.every((of) => near(many[i]![of], y[of] * factor) && (factor < 1 || below(y[of], many[i]![of]))),
        );
      }),
    );
  });
  test('who all stay and never leave are all there', () => {
    fc.assert(
      fc.property(plans, (plan) =>
        projectPlan({ ...plan, stayShare: 1, attrition: 0 }).every(
          (y, i) => near(y.present, plan.perYear * (i + 1)) && y.leftEarly === 0 && y.leftAtTerm === 0,
        ),
      ),
    );
  });
  test('a larger share that stays, a longer stay, and fewer who leave early never make fewer people', () => {
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        const more = {
          ...a,
          years: Math.max(a.years, b.years),
          stayShare: Math.max(a.stayShare, b.stayShare),
          attrition: Math.min(a.attrition, b.attrition),
        };
        const [less, most] = [projectPlan(a), projectPlan(more)];
        return less.every((y, i) => below(y.present, most[i]!.present) && below(y.children, most[i]!.children));
      }),
    );
  });
  test('it is the same as when every group is moved on from year to year', () => {
    always((years, plan) =>
      followSlowly(plan, LAST_YEAR).every((slow, i) => COUNTED.every((of) => near(slow[of], years[i]![of]))),
    );
  });
  test('one year for each from the first to the last, whatever the last', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 2020, max: 2100 }), (plan, last) => {
        const years = projectPlan(plan, last).map((y) => y.year);
        return (
          years.length === Math.max(0, last - plan.firstYear + 1) && years.every((y, i) => y === plan.firstYear + i)
        );
      }),
    );
  });
  test('an address brings the plan back', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(parsePlan(formatPlan(plan))).toEqual(plan);
      }),
    );
  });
});

describe('of a cohort', () => {
  test('with 2 per cent leaving a year and 30 per cent staying after two years there is left 1, 0.98, then 0.3 of 0.9604', () => {
    const plan = { ...ISSUE, years: 2, stayShare: 0.3, attrition: 0.02 };
    expect([0, 1, 2].map((k) => shareAt(plan, k))).toEqual([1, 0.98, 0.3 * 0.98 ** 2]);
  });
  test('whose term is over nobody is counted as having left early', () => {
    const [first, second] = projectPlan({ ...ISSUE, years: 1, stayShare: 0, attrition: 0.3 });
    expect([first!.present, second!.leftEarly, second!.leftAtTerm]).toEqual([2000, 0, 2000]);
  });
});

describe('the largest year', () => {
  test('of a plan that fills up is the year in which it is full', () => {
    expect(peakOf(projectPlan(ISSUE), 'families')).toEqual({ year: 2035, value: 10_000, rising: false });
  });
  test('of a plan that grows to the end is the last, and it says that it still rises', () => {
    const peak = peakOf(projectPlan({ ...ISSUE, stayShare: 1 }), 'present');
    expect(peak).toEqual({ year: LAST_YEAR, value: 70_000, rising: true });
  });
  test('of nothing is nothing', () => {
    expect(peakOf(projectPlan({ ...ISSUE, perYear: 0 }), 'present')).toEqual({ year: 2026, value: 0, rising: false });
    expect(() => peakOf([], 'present')).toThrow(RangeError);
  });
});

describe('what data/README.md says of it', () => {
  const text = readFileSync(`${ROOT}data/README.md`, 'utf8').split('## What if they stayed')[1]!.split('\n## ')[0]!;
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const number = (cell: string) => Number(cell.replaceAll(',', ''));
  const planIn = (about: RegExp) => parsePlan(about.exec(text)![1]!)!;

  test('that 2,000 a year are 20,000 at the end of 2035', () => {
    const years = projectPlan(planIn(/`plan=([\d.,]+)`\), are 20,000/));
    expect(valueAt(years, 'present', 2034)).toBe(18_000);
    expect(years.filter((y) => y.year >= 2035).every((y) => y.present === 20_000)).toBe(true);
  });
  test('the worked example, line by line to a hundredth of a person', () => {
    const plan = planIn(/checked by hand, `plan=([\d.,]+)`/);
    const columns = [
      'arrived',
      'leftAtTerm',
      'leftEarly',
      'present',
      'onTerm',
      'forGood',
      'families',
      'children',
      'turned18',
      'adults18Cumulative',
    ] as const;
    const lines = rows.filter(([year]) => /^20\d\d$/.test(year!));
    expect(lines).toHaveLength(5);
    const years = projectPlan(plan);
    for (const [year, ...cells] of lines)
      expect(cells.map(number)).toEqual(columns.map((of) => Number(valueAt(years, of, Number(year))!.toFixed(2))));
  });
  const WHAT: Readonly<Record<string, Counted>> = {
    'people present': 'present',
    families: 'families',
    'children of school age': 'ofSchoolAge',
    'children who have turned 18': 'adults18Cumulative',
  };
  test('what the three sets of assumptions of data/today.json come to in 2035, 2045 and 2055', () => {
    const { presets } = compiled.raw.today!;
    const lines = rows.filter(([id]) => id!.startsWith('`'));
    expect(lines).toHaveLength(presets.length * Object.keys(WHAT).length);
    for (const [id, what, ...cells] of lines) {
      const preset = presets.find((p) => `\`${p.id}\`` === id)!;
      const years = projectPlan(preset.plan);
      const found = MILESTONES.map((year) => Math.round(valueAt(years, WHAT[what!]!, year)!));
      expect([id, what, ...cells.map(number)]).toEqual([id, what, ...found]);
    }
  });
  test('these are, in people present: 3,960 at all times; 18,293, 25,042, 28,705; and 19,124, 36,419, 52,060', () => {
    const present = compiled.raw.today!.presets.map(({ id, plan }) => {
      const years = projectPlan(plan);
      return [id, ...MILESTONES.map((year) => Math.round(valueAt(years, 'present', year)!))];
    });
    expect(present).toEqual([
      ['posting', 3960, 3960, 3960],
      ['decade', 18_293, 25_042, 28_705],
      ['permanent', 19_124, 36_419, 52_060],
    ]);
  });
});
