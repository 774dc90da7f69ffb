/**
 * People and papers: panels of bars above each other on one axis of time, each with a scale of its own that begins at zero;
 * and people as dots, one dot one person.
 */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { isKnown, type Known, type Series, type Status } from '../record/model.ts';
import { dayOf, middleOf, yearAt } from '../record/when.ts';
import { stepFor, yearsFor } from './measure-chart.ts';
import { drawnStatus } from './schedule.ts';

const px = (n: number): number => Math.round(n * 10) / 10;

export interface PapersAxis {
  readonly width: number;
  /** First day, and the day after the last. */
  readonly days: readonly [from: number, until: number];
  /** Where a day stands; the same in every panel. */
  readonly x: (day: number) => number;
  /** Years as there is room for: each with the x of its first day and of its middle. */
  readonly years: readonly { readonly year: number; readonly from: number; readonly x: number }[];
}

/** One axis for all panels: whole calendar years round every figure and every day that is marked. */
export function axisOf(series: readonly Series[], marked: readonly number[], width: number): PapersAxis {
  const times = series.flatMap((s) => s.observations.map((o) => o.when));
  const first = yearAt(Math.min(...times.map((t) => t.from), ...marked));
  const last = yearAt(Math.max(...times.map((t) => t.until - 1), ...marked));
  const days = [dayOf(first), dayOf(last + 1)] as const;
  const scale = scaleLinear(days, [0, width]);
  const x = (day: number) => px(scale(day));
  const years = yearsFor(first, last, width).map((year) => ({ year, from: x(dayOf(year)), x: x(middleOf(year)) }));
  return { width, days, x, years };
}

export interface PaperBar {
  /** The time as the record writes it. */
  readonly key: string;
  readonly observation: Known;
  readonly status: Status;
  readonly left: number;
  readonly width: number;
  /** Its head; its foot stands at the height of the panel. */
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}
export interface PaperPanel {
  readonly bars: readonly PaperBar[];
  /** Three: nothing, half, all. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Where method or source changed: what stands on either side cannot be compared. */
  readonly breaks: readonly number[];
  /** Stretches of the axis for which there is no figure. */
  readonly open: readonly { readonly left: number; readonly width: number }[];
}

/** A stretch shorter than this is no gap but the difference of fiscal and calendar years, days. */
const SHORTEST_GAP = 300;

/** What has no figure, between those that have one and up to both ends of the axis. */
function openOf(known: readonly Known[], { days: [first, end], x }: PapersAxis): PaperPanel['open'] {
  const open: { left: number; width: number }[] = [];
  let at = first;
  const until = (to: number) => {
    if (to - at > SHORTEST_GAP) open.push({ left: x(at), width: px(x(to) - x(at)) });
  };
  for (const { when } of known.toSorted((a, b) => a.when.from - b.when.from)) {
    until(when.from);
    at = Math.max(at, when.until);
  }
  until(end);
  return open;
}

/** The bars of one series: as wide as their time, their feet at zero, and nothing where there is no figure. */
export function panelOf(series: Series, axis: PapersAxis, height: number): PaperPanel {
  const known = series.observations.filter(isKnown);
  const step = stepFor(max(known, (o) => Math.max(o.value, o.high ?? 0)) ?? 0);
  const scale = scaleLinear([0, 2 * step], [height, 0]);
  const y = (value: number) => px(scale(value));
  return {
    bars: known.map((o) => ({
      key: o.when.text,
      observation: o,
      status: drawnStatus(o),
      left: axis.x(o.when.from),
      width: px(axis.x(o.when.until) - axis.x(o.when.from)),
      y: y(o.value),
      ...(o.low !== undefined && { low: y(o.low) }),
      ...(o.high !== undefined && { high: y(o.high) }),
    })),
    ticks: [0, step, 2 * step].map((value) => ({ value, y: y(value) })),
    breaks: series.breaks.map(axis.x),
    open: openOf(known, axis),
  };
}

export interface Crowd {
  /** In steps from one dot to the next. */
  readonly width: number;
  readonly groups: readonly {
    readonly key: string;
    readonly left: number;
    readonly width: number;
    /** Middles of the dots, in steps. */
    readonly dots: readonly (readonly [x: number, y: number])[];
  }[];
}

/**
 * People as dots, column by column from the top, each group beginning a new column.
 * @param rows dots in a column @param gap empty columns between two groups
 */
export function crowdOf(groups: readonly (readonly [key: string, people: number])[], rows: number, gap: number): Crowd {
  let left = 0;
  const placed = groups.map(([key, people]) => {
    const dots = Array.from(
      { length: people },
      (_, i) => [left + Math.floor(i / rows) + 0.5, (i % rows) + 0.5] as const,
    );
    const group = { key, left, width: Math.ceil(people / rows), dots };
    left += group.width + gap;
    return group;
  });
  return { width: left - gap, groups: placed };
}
