/** The rows of the timeline: bars of flows, lines of stocks with their counts, ranges, open gaps, ticks of events. */
import { max } from 'd3-array';
import type { Event, Known, Observation, Series, SeriesId, Status, WaveId } from '../record/model.ts';
import { isKnown } from '../record/model.ts';
import { stretchesOf } from '../record/value.ts';
import type { WaveBrief } from '../record/core.ts';
import { FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR, decimalYearAt, instantOf } from '../record/when.ts';
import { lineScale, rootScale, type Scale } from './first-scales.ts';
import { drawnStatus } from './schedule.ts';

/** Days to pixels along the timeline. */
export const timeScale = (width: number): Scale => lineScale([FIRST_DAY, LAST_DAY], [0, width]);

/** Years to write on the axis: as many as there is room for. */
export function axisYears(width: number): number[] {
  const step = width > 900 ? 10 : width > 420 ? 20 : 40;
  const years: number[] = [];
  for (let y = FIRST_YEAR; y <= LAST_YEAR; y += step) years.push(y);
  return years;
}

export interface Bar {
  readonly key: string;
  readonly series: SeriesId;
  readonly observation: Known;
  readonly status: Status;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** Top of the range, where there is one. */
  readonly high?: number;
  readonly low?: number;
}
export interface Mark {
  readonly key: string;
  readonly series: SeriesId;
  readonly observation: Known;
  readonly status: Status;
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}
export interface Stretch {
  readonly key: string;
  readonly line: string;
  /** Empty where another stock has its ground already: two on each other would look like a third. */
  readonly area: string;
  readonly band: string | undefined;
  readonly dashed: boolean;
}
export interface Tick {
  readonly id: string;
  readonly event: Event;
  readonly x: number;
}
export interface Row {
  readonly wave: WaveId;
  readonly bars: readonly Bar[];
  readonly stretches: readonly Stretch[];
  readonly marks: readonly Mark[];
  readonly gaps: readonly { readonly key: string; readonly x: number; readonly width: number }[];
  readonly ticks: readonly Tick[];
  /** Largest value that the row can show at its height. */
  readonly top: number;
}

/** Persons a year: a figure for several years is spread over them, so that the area tells the sum. */
export const perYear = (o: Known): number =>
  o.value / Math.max(1, decimalYearAt(o.when.until) - decimalYearAt(o.when.from));

const drawable = (s: Series) => s.unit === 'persons' || s.unit === 'visas';

/** Largest thing drawn in a lane. */
export function topOf(wave: WaveBrief): number {
  const flows = wave.lane.flow.filter(drawable).flatMap((s) => s.observations.filter(isKnown).map(perYear));
  const stocks = wave.lane.stock.filter(drawable).flatMap((s) => s.observations.filter(isKnown).map((o) => o.value));
  return max([...flows, ...stocks]) ?? 1;
}

export type ValueScale = Scale;
/** Square root: 1,033 people and two million can be seen on one page, and areas stay comparable. */
export const valueScale = (top: number, height: number): ValueScale => rootScale(Math.max(1, top), height);

const px = (n: number) => Math.round(n * 10) / 10;
const MIN_BAR = 1.5;

function barsOf(series: Series, x: Scale, y: ValueScale): Bar[] {
  return series.observations.filter(isKnown).map((o) => {
    const years = perYear(o) / o.value || 0;
    const x0 = x(Math.max(FIRST_DAY, o.when.from));
    return {
      key: `${series.id} ${o.when.text}`,
      series: series.id,
      observation: o,
      status: drawnStatus(o),
      x: px(x0),
      width: px(Math.max(MIN_BAR, x(o.when.until) - x0 - 0.6)),
      height: px(Math.max(o.value > 0 ? 1 : 0, y(perYear(o)))),
      ...(o.high !== undefined && { high: px(y(o.high * years)) }),
      ...(o.low !== undefined && { low: px(y(o.low * years)) }),
    };
  });
}

function stretchOf(key: string, counts: readonly Known[], x: Scale, y: ValueScale): Stretch {
  const at = (o: Known) => px(x(instantOf(o.when)));
  const points = counts.map((o) => `${at(o)},${px(-y(o.value))}`);
  const ranged = counts.some((o) => o.low !== undefined || o.high !== undefined);
  const [first, last] = [counts[0]!, counts.at(-1)!];
  return {
    key,
    line: `M${points.join('L')}`,
    area: `M${at(first)},0L${points.join('L')}L${at(last)},0Z`,
    band: ranged
      ? `M${counts.map((o) => `${at(o)},${px(-y(o.high ?? o.value))}`).join('L')}L${counts
          .toReversed()
          .map((o) => `${at(o)},${px(-y(o.low ?? o.value))}`)
          .join('L')}Z`
      : undefined,
    dashed: counts.every((o) => drawnStatus(o) !== 'reported'),
  };
}

/** All stretches of a lane; where two stocks run beside each other only the first has a ground. */
function drawStretches(stocks: readonly Series[], x: Scale, y: ValueScale): Stretch[] {
  const covered: { readonly series: Series; readonly from: number; readonly until: number }[] = [];
  return stocks.flatMap((series) =>
    stretchesOf(series)
      .filter((counts) => counts.length > 1)
      .map((counts, i) => {
        const [from, until] = [instantOf(counts[0]!.when), instantOf(counts.at(-1)!.when)];
        const beside = covered.some((c) => c.series !== series && c.from < until && from < c.until);
        covered.push({ series, from, until });
        return { ...stretchOf(`${series.id} ${i}`, counts, x, y), ...(beside && { area: '' }) };
      }),
  );
}

/** One row of the timeline. `width` and `height` in px; y grows upwards from the base line, negative in the paths. */
export function rowOf(wave: WaveBrief, events: readonly Event[], width: number, height: number, top: number): Row {
  const x = timeScale(width);
  const y = valueScale(top, height);
  const stocks = wave.lane.stock.filter(drawable);
  const gapOf = (s: Series, o: Observation) => ({
    key: `${s.id} ${o.when.text}`,
    x: px(x(o.when.from)),
    width: Math.max(MIN_BAR, px(x(o.when.until) - x(o.when.from))),
  });
  return {
    wave: wave.id,
    top,
    bars: wave.lane.flow.filter(drawable).flatMap((s) => barsOf(s, x, y)),
    stretches: drawStretches(stocks, x, y),
    marks: stocks.flatMap((s) =>
      s.observations.filter(isKnown).map((o) => ({
        key: `${s.id} ${o.when.text}`,
        series: s.id,
        observation: o,
        status: drawnStatus(o),
        x: px(x(instantOf(o.when))),
        y: px(-y(o.value)),
        ...(o.low !== undefined && { low: px(-y(o.low)) }),
        ...(o.high !== undefined && { high: px(-y(o.high)) }),
      })),
    ),
    gaps: [...wave.lane.stock, ...wave.lane.flow].flatMap((s) =>
      s.observations.filter((o) => !isKnown(o)).map((o) => gapOf(s, o)),
    ),
    ticks: events
      .filter((e) => e.wave === wave.id && e.date.until > FIRST_DAY)
      .map((e) => ({ id: e.id, event: e, x: px(x(Math.min(LAST_DAY, Math.max(FIRST_DAY, instantOf(e.date))))) })),
  };
}
