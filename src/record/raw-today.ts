/**
 * What `data/today.json` looks like: the newest wave weighed against the earlier ones. Papers that let people work, September 2025,
 * the count of overseas Koreans in words, the eleven waves on nine points, and assumptions to begin with.
 */
import * as v from 'valibot';
import { POINTS } from './model.ts';
import { id, seriesId, someSources, text, waveId } from './raw.ts';

/** How a community of today goes back to a wave. */
export const DESCENTS = ['descends', 'partly', 'not', 'uncounted'] as const;

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2060));
const age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(17));
/** A reader's assumptions about people sent; see `scenario/stay.ts`. */
export const rawPlan = v.strictObject({
  /** People sent a year. */
  perYear: v.pipe(v.number(), v.minValue(0)),
  firstYear: year,
  /** Length of stay, years. */
  years: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40)),
  /** Share of those at the end of their term who stay for good. */
  stayShare: share,
  /** Share who come with a partner. */
  partnerShare: share,
  /** Children of each couple, on average. */
  children: v.pipe(v.number(), v.minValue(0), v.maxValue(6)),
  /** Youngest and oldest age of the children when they arrive. */
  ageFrom: age,
  ageTo: age,
  /** Share who leave early, a year. */
  attrition: share,
});

const paragraph = v.strictObject({ id, sources: someSources });
export const rawToday = v.strictObject({
  $schema: v.exactOptional(v.string()),
  /** Series set above each other on one axis of time, each with a scale of its own. */
  papers: v.strictObject({ people: v.array(seriesId), money: v.array(seriesId) }),
  visas: v.array(v.strictObject({ id, series: v.nullable(seriesId), sources: someSources })),
  september2025: v.array(v.strictObject({ id, date: text, event: v.nullable(id), sources: someSources })),
  checks: v.array(paragraph),
  abroad: v.array(paragraph),
  descends: v.array(
    v.strictObject({ series: seriesId, wave: waveId, how: v.picklist(DESCENTS), sources: someSources }),
  ),
  closing: v.array(paragraph),
  presets: v.array(v.strictObject({ id, plan: rawPlan, sources: someSources })),
  /** By wave, then by point; a point that is not here is an honest blank, and the text says why. */
  comparison: v.record(v.string(), v.record(v.picklist(POINTS), v.exactOptional(someSources))),
});

const strings = v.record(v.string(), text);
export const rawTodayText = v.strictObject({
  $schema: v.exactOptional(v.string()),
  visas: v.record(
    v.string(),
    v.strictObject({
      name: text,
      lets: v.exactOptional(text),
      length: v.exactOptional(text),
      family: v.exactOptional(text),
    }),
  ),
  september2025: strings,
  checks: v.record(v.string(), v.strictObject({ claim: text, found: text })),
  abroad: strings,
  /** By series and wave: “okc-chn manchuria”. */
  descends: strings,
  closing: strings,
  stay: v.strictObject({ intro: text, formula: text, caution: text }),
  presets: v.record(v.string(), v.strictObject({ name: text, why: text })),
  comparison: v.record(v.string(), strings),
  blanks: v.record(v.string(), strings),
});
export type RawPlan = v.InferOutput<typeof rawPlan>;
export type RawToday = v.InferOutput<typeof rawToday>;
export type RawTodayText = v.InferOutput<typeof rawTodayText>;
