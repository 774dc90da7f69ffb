/**
 * Small charts of what is neither people moving nor people present: wages, remittances, shares, contracts, visas.
 * Each has its own years and a linear scale that begins at zero.
 */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { isKnown, kindOf, type Grade, type Known, type Measure, type Series, type Status } from '../record/model.ts';
import { openRaw } from '../record/picks.ts';
import type { RawSeries, RawWave } from '../record/raw.ts';
import { stretchesOf } from '../record/value.ts';
import { instantOf, whenOf } from '../record/when.ts';
import { drawnStatus } from './schedule.ts';

/** Fewer figures than this are told in words alone. */
const FEWEST = 3;
/** What adds up over its time stands as a bar as wide as that time; what holds at a moment is a point. */
const SUMS: readonly Measure[] = [
  'flow/visas',
  'other/remittances',
  'other/earnings',
  'other/investment',
  'other/contracts',
  'other/arrests',
  'other/plan',
  'other/net-increase',
];

/** The series of a wave that have a chart of their own: none of its lane, and of rivals only the preferred. */
export function measuresOf(record: Pick<RawWave, 'lane' | 'series'>): RawSeries[] {
  const inLane = new Set<string>([...record.lane.flow, ...record.lane.stock]);
  return record.series.filter(
    (s) =>
      !inLane.has(s.id) &&
      s.preferred &&
      (kindOf(s.measure) === 'other' || s.unit === 'visas') &&
      s.observations.filter((o) => o[1] !== 'missing').length >= FEWEST,
  );
}

/** A raw series as the strict one. @param gradeOf grade of a source by its id */
export function openSeries(raw: RawSeries, wave: RawWave['id'], gradeOf: (id: string) => Grade): Series {
  const { breaks = [], yearOf = 'calendar', onMap = false, ...rest } = raw;
  return {
    ...rest,
    wave,
    yearOf,
    onMap,
    breaks: breaks.map((b) => whenOf(b).from),
    observations: raw.observations.map((o) => openRaw(o, yearOf, gradeOf)),
  };
}

export interface MeasureMark {
  readonly key: string;
  readonly observation: Known;
  readonly status: Status;
  /** The middle of its time, and its edges. */
  readonly x: number;
  readonly left: number;
  readonly right: number;
  /** Longer than a year and a half: a point stands for a stretch of time. */
  readonly long: boolean;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}
export interface MeasureChart {
  readonly bars: boolean;
  readonly marks: readonly MeasureMark[];
  /** Points that may be joined. */
  readonly lines: readonly { readonly key: string; readonly d: string; readonly dashed: boolean }[];
  readonly gaps: readonly { readonly key: string; readonly x: number; readonly width: number }[];
  /** Three: nothing, half, all. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly years: readonly { readonly year: number; readonly x: number }[];
}

/** Days. */
const LONG = 550;
const px = (n: number): number => Math.round(n * 10) / 10;
const ROUND_STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
/** The smallest round number of which two reach a value. */
export function stepFor(top: number): number {
  if (!(top > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(top / 2));
  const round = ROUND_STEPS.find((s) => s * power * 2 >= top * (1 - 1e-9)) ?? 10;
  return Number((round * power).toPrecision(12));
}

/** Width that the label of a year needs, px. */
const YEAR_WIDTH = 40;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];
/** Years to write below a chart: as many round ones as there is room for, else the first and the last. */
export function yearsFor(first: number, last: number, width: number): number[] {
  const room = Math.max(1, Math.floor(width / YEAR_WIDTH));
  const step = YEAR_STEPS.find((s) => Math.floor(last / s) - Math.ceil(first / s) < room) ?? 200;
  const years: number[] = [];
  for (let y = Math.ceil(first / step) * step; y <= last; y += step) years.push(y);
  return years.length > 1 || first === last ? years : [first, last];
}

/** Where a label that reaches from one x to another stands free of everything drawn. */
export const freeAbove = ({ marks }: MeasureChart, from: number, until: number): number =>
  Math.min(...marks.filter((m) => m.right >= from - 3 && m.left <= until + 3).map((m) => m.high ?? m.y));

/** Where everything of a chart stands, in px; y grows downwards from the top of the plot. */
export function chartOf(series: Series, width: number, height: number): MeasureChart {
  const known = series.observations.filter(isKnown);
  // A fiscal year stands where it was: that of 2006 began in October 2005.
  const yearOf = (year: number) => whenOf(String(year), series.yearOf);
  const named = series.observations.flatMap((o) => (o.when.text.match(/\d{4}/g) ?? []).map(Number));
  const [first, last] = [Math.min(...named), Math.max(...named)];
  const x = scaleLinear([yearOf(first).from, yearOf(last).until], [0, width]).clamp(true);
  const step = stepFor(max(known, (o) => Math.max(o.value, o.high ?? 0)) ?? 0);
  const y = scaleLinear([0, 2 * step], [height, 0]);
  const bars = SUMS.includes(series.measure);
  const at = (o: Known) => `${px(x(instantOf(o.when)))},${px(y(o.value))}`;
  return {
    bars,
    marks: known.map((o) => ({
      key: o.when.text,
      observation: o,
      status: drawnStatus(o),
      x: px(x(instantOf(o.when))),
      left: px(x(o.when.from)),
      right: px(x(o.when.until)),
      long: o.when.until - o.when.from > LONG,
      y: px(y(o.value)),
      ...(o.low !== undefined && { low: px(y(o.low)) }),
      ...(o.high !== undefined && { high: px(y(o.high)) }),
    })),
    lines: bars
      ? []
      : stretchesOf(series)
          .filter((counts) => counts.length > 1)
          .map((counts) => ({
            key: counts[0]!.when.text,
            d: `M${counts.map(at).join('L')}`,
            dashed: counts.every((o) => drawnStatus(o) !== 'reported'),
          })),
    gaps: series.observations
      .filter((o) => !isKnown(o))
      .map(({ when }) => ({
        key: when.text,
        x: px(x(when.from)),
        width: Math.max(2, px(x(when.until) - x(when.from))),
      })),
    ticks: [0, step, 2 * step].map((value) => ({ value, y: px(y(value)) })),
    years: yearsFor(first, last, width).map((year) => ({ year, x: px(x(instantOf(yearOf(year)))) })),
  };
}
