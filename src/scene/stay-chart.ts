/**
 * A scenario as a chart: people present at the end of each year in two layers, and one line of others on the same scale. Linear from
 * zero, over the same years whatever is assumed. Numbers of any origin: what they mean is for the caller to say.
 */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { yearsFor } from './measure-chart.ts';

/** People at the end of a year. */
export interface StayPoint {
  readonly year: number;
  /** The lower and the upper layer. */
  readonly onTerm: number;
  readonly forGood: number;
  /** The line. */
  readonly ofSchoolAge: number;
}
export interface StayFrame {
  readonly width: number;
  readonly height: number;
  /** Years at whose ends the axis begins and ends. */
  readonly years: readonly [first: number, last: number];
  /** Free room above the highest value, px. */
  readonly head: number;
  /** How large the letters of the axis are against those of a small chart. */
  readonly scale: number;
}
/** Where everything stands, px; y grows downwards from the top of the plot. A path is empty where it would be nothing but the base line. */
export interface StayChart {
  readonly onTerm: string;
  readonly forGood: string;
  /** The upper edge of the lower layer, and of both. */
  readonly edge: string;
  readonly top: string;
  readonly school: string;
  readonly marks: readonly { readonly year: number; readonly value: number; readonly x: number; readonly y: number }[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly years: readonly { readonly year: number; readonly x: number }[];
}

const TICKS = 5;
const px = (n: number): number => Math.round(n * 10) / 10;

/**
 * @param points one a year, in the order of time; before the first there is nobody
 * @param marked years to be written out
 */
export function stayChartOf(points: readonly StayPoint[], frame: StayFrame, marked: readonly number[]): StayChart {
  const { width, height, years, head, scale } = frame;
  const x = scaleLinear(years, [0, width]);
  const most = max(points, (p) => Math.max(p.onTerm + p.forGood, p.ofSchoolAge)) ?? 0;
  const y = scaleLinear([0, most > 0 ? most : 1], [height, head]).nice(TICKS);
  const nobody = (year: number): StayPoint => ({ year, onTerm: 0, forGood: 0, ofSchoolAge: 0 });
  const drawn = points[0] && points[0].year > years[0] ? [nobody(points[0].year - 1), ...points] : points;

  const there = (of: (p: StayPoint) => number, path: string | null) =>
    drawn.some((p) => of(p) > 0) ? (path ?? '') : '';
  const lineOf = (of: (p: StayPoint) => number) =>
    there(
      of,
      line<StayPoint>(
        (p) => px(x(p.year)),
        (p) => px(y(of(p))),
      )(drawn),
    );
  const layerOf = (from: (p: StayPoint) => number, of: (p: StayPoint) => number) =>
    there(
      of,
      area<StayPoint>(
        (p) => px(x(p.year)),
        (p) => px(y(from(p))),
        (p) => px(y(from(p) + of(p))),
      )(drawn),
    );
  const zero = () => 0;
  const [onTerm, forGood] = [(p: StayPoint) => p.onTerm, (p: StayPoint) => p.forGood];
  const present = (p: StayPoint) => p.onTerm + p.forGood;
  const at = (year: number) => points.find((p) => p.year === year) ?? nobody(year);
  return {
    onTerm: layerOf(zero, onTerm),
    forGood: layerOf(onTerm, forGood),
    edge: lineOf(onTerm),
    top: lineOf(present),
    school: lineOf((p) => p.ofSchoolAge),
    marks: marked.map((year) => ({ year, value: present(at(year)), x: px(x(year)), y: px(y(present(at(year)))) })),
    ticks: (most > 0 ? y.ticks(TICKS) : [0]).map((value) => ({ value, y: px(y(value)) })),
    years: yearsFor(years[0], years[1], width / scale).map((year) => ({ year, x: px(x(year)) })),
  };
}
