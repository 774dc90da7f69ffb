/** What every picture is made of: its data, its words, its sheet of paper, and the frame round both. */
import type { Core, WaveBrief } from '../../record/core.ts';
import type { Event, Family, FlowSeries, PlaceId, Route, WaveId } from '../../record/model.ts';
import type { Standing } from '../../scene/circles.ts';
import type { Size } from '../../scene/projection.ts';
import type { Schedule } from '../../scene/schedule.ts';
import type { Texts } from '../../words/texts.ts';
import { colourOf, type Colour, type Palette } from './palette.ts';
import { escapeXml, rectTag, tag, urlOf, type Rect } from './svg.ts';

/** 16 to 9 for a page or a slide, square for a feed, 9 to 16 for a telephone. Pixels. */
export const FORMATS = {
  wide: { width: 1600, height: 900 },
  square: { width: 1200, height: 1200 },
  tall: { width: 1080, height: 1920 },
} as const satisfies Readonly<Record<string, Size>>;
export type Format = keyof typeof FORMATS;

/** What a picture reads of a stage. A `Stage` is one; a Node program makes one with `sceneOf`. */
export interface PictureScene {
  readonly core: Core;
  readonly chosen: readonly WaveBrief[];
  readonly one: WaveBrief | undefined;
  readonly flows: readonly FlowSeries[];
  readonly schedule: Schedule;
  /** People per dot. */
  readonly people: number;
  readonly standing: readonly Standing[];
  readonly routes: readonly Route[];
  readonly events: readonly Event[];
  readonly year: number;
  /** The instant, where a stage has it. */
  readonly playhead: { readonly at: number };
  /** A place that is sought, where there is one. */
  readonly view?: { readonly place: PlaceId | null };
  readonly texts: Texts;
}

/** What lies beneath: land as TopoJSON with an object named land, and the colours of a theme. */
export interface PictureGround {
  readonly land: unknown;
  /** Finer land for a near camera, and that of the window on North-East Asia; without them the first is drawn. */
  readonly fine?: unknown;
  readonly window?: unknown;
  readonly palette: Palette;
  /** Factor on lines and dots: the token `stroke`. */
  readonly stroke: number;
}

/** Finished sentences; an empty one is left out, but a picture should have them all. */
export interface PictureWords {
  readonly title: string;
  /** The day or years shown: “20 April 1905”, “1860–2026”. */
  readonly period: string;
  readonly unit: string;
  /** People per dot; empty where there are no dots. */
  readonly people: string;
  readonly sources: string;
  readonly uncounted: string;
  readonly credit: string;
  readonly address: string;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
}

/**
 * Sizes of type and margins, px, and the factor on what an ordinary screen draws in px. A tall picture is seen on a
 * telephone, a third as wide: its words are larger, its lines not finer.
 */
const TYPE = {
  wide: { margin: 44, title: 40, year: 150, text: 20, small: 16.5, label: 17.5, growth: 1.72 },
  square: { margin: 44, title: 44, year: 140, text: 21.5, small: 18, label: 19, growth: 1.6 },
  tall: { margin: 48, title: 54, year: 170, text: 27, small: 23, label: 24, growth: 1.8 },
} as const satisfies Readonly<Record<Format, Readonly<Record<string, number>>>>;

const SANS =
  "system-ui,-apple-system,'Segoe UI','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',sans-serif";
const DISPLAY = "'Gowun Batang','Nanum Myeongjo','Noto Serif KR','Noto Serif CJK KR',AppleMyungjo,Batang,Georgia,serif";

/** A sheet of paper with its measures and its inks. */
export interface Sheet {
  readonly format: Format;
  readonly size: Size;
  readonly margin: number;
  readonly title: number;
  readonly year: number;
  readonly text: number;
  readonly small: number;
  readonly label: number;
  /** How much larger than on an ordinary screen things are drawn. */
  readonly growth: number;
  /** The same for lines, with the factor of the theme. */
  readonly line: number;
  readonly stroke: number;
  readonly ink: (name: Colour) => string;
  readonly waveInk: (wave: WaveId) => string;
  /** A name for a part of this picture that no other picture on a page has. */
  readonly id: (part: string) => string;
}

export function sheetOf(scene: PictureScene, ground: PictureGround, format: Format, form: string): Sheet {
  const families = new Map<WaveId, Family>(scene.core.waves.map((w) => [w.id, w.family]));
  const ink = (name: Colour) => colourOf(ground.palette, name);
  const own = ['kmw', form, ...scene.chosen.map((w) => w.id), Math.round(scene.playhead.at), format].join('-');
  return {
    format,
    size: FORMATS[format],
    ...TYPE[format],
    line: TYPE[format].growth * ground.stroke,
    stroke: ground.stroke,
    ink,
    waveInk: (wave) => ink(families.get(wave) ?? 'river'),
    id: (part) => `${own}-${part}`,
  };
}

export interface Lettering {
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly size: number;
  readonly colour?: Colour | undefined;
  readonly anchor?: 'middle' | 'end' | undefined;
  readonly display?: boolean | undefined;
  readonly bold?: boolean | undefined;
}
/** One line of words. */
export const letter = (sheet: Sheet, text: string, how: Lettering): string =>
  tag(
    'text',
    {
      x: how.x,
      y: how.y,
      'font-size': how.size,
      fill: how.colour === undefined ? undefined : sheet.ink(how.colour),
      'text-anchor': how.anchor,
      'font-family': how.display ? DISPLAY : undefined,
      'font-weight': how.bold ? '600' : undefined,
    },
    escapeXml(text),
  );

/** Markup that is seen in a rectangle only. @param name tells the clip from others of the sheet */
export const clipped = (sheet: Sheet, name: string, rect: Rect, ...markup: readonly string[]): string => {
  const id = sheet.id(`clip-${name}`);
  return tag('clipPath', { id }, rectTag(rect, {})) + tag('g', { 'clip-path': urlOf(id) }, ...markup);
};

/** The whole picture: what it is in words, the paper, and what is drawn on it. */
export function plateOf(sheet: Sheet, words: PictureWords, lang: string, body: readonly string[]): string {
  const { width, height } = sheet.size;
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      lang,
      'xml:lang': lang,
      'font-family': SANS,
      fill: sheet.ink('ink'),
    },
    tag('title', {}, escapeXml([words.title, words.period].filter(Boolean).join(' · '))),
    tag('desc', {}, escapeXml(words.alt)),
    rectTag({ x0: 0, y0: 0, x1: width, y1: height }, { fill: sheet.ink('ground') }),
    ...body,
  );
}
