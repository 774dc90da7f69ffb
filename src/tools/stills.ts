/** `npm run stills`: one telling picture of every wave and of the whole, as SVG and as the PNG of a link preview, into `dist/`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { When, WaveId } from '../record/model.ts';
import { dateAt, dayOf, instantOf, whenOf } from '../record/when.ts';
import { mapPicture } from '../views/picture/map.ts';
import { colourOf, paletteOf } from '../views/picture/palette.ts';
import {
  FORMATS,
  type Format,
  type PictureGround,
  type PictureScene,
  type PictureWords,
} from '../views/picture/plate.ts';
import { sourcesShown } from '../views/picture/shown.ts';
import { rectTag, tag, urlOf } from '../views/picture/svg.ts';
import { sceneOf } from '../views/picture/scene-of.ts';
import { formatDay } from '../words/date.ts';
import { byTimes, listPublishers, publisherIn } from '../words/describe.ts';
import { LANGS, formatNumber, type Lang } from '../words/number.ts';
import { describeAloud, proseOf } from '../words/prose.ts';
import { openFaces } from './faces.ts';
import { ROOT } from './files.ts';
import { compileRecord, openSite, parseSiteUrl, type Site } from './site.ts';

/** Trains to Central Asia, ferries to Japan and back, the roads to Manchuria: the day on which most of the record moves. */
const WHOLE = '1937-10-05';
/** What networks ask of the picture of a link. */
export const CARD = { width: 1200, height: 630 } as const;
const PAPER = FORMATS.wide;

export interface Still {
  /** Undefined: of all waves. */
  readonly wave: WaveId | undefined;
  readonly lang: Lang;
  readonly scene: PictureScene;
  readonly words: PictureWords;
}

/** The time that tells a wave, or all of them: as the record chooses, else the middle of the wave. */
export function stillTime({ compiled }: Site, wave: WaveId | undefined): When {
  if (wave === undefined) return whenOf(WHOLE);
  const { still, during } = compiled.archive.waves.find((w) => w.id === wave)!;
  return still ?? during;
}
const isDay = ({ from, until }: When) => until - from === 1;
const atOf = (when: When) => (isDay(when) ? when.from : instantOf(when));

/** Below the folder of the atlas: `waves/hawaii/ko`, `still-ko`; without ending. */
export const stillPath = (wave: WaveId | undefined, lang: Lang): string =>
  wave === undefined ? `still-${lang}` : `waves/${wave}/${lang}`;

function sourceLine(site: Site, scene: PictureScene): string {
  const { archive } = site.compiled;
  const [from, until] = [dayOf(scene.year), dayOf(scene.year + 1)];
  const shown = new Set(scene.chosen.map((w) => w.id));
  const events = archive.events.filter((e) => shown.has(e.wave) && e.date.from < until && e.date.until > from);
  const ids = byTimes([...sourcesShown(scene), ...events.flatMap((e) => [...e.sources])]);
  return listPublishers(
    ids.map((id) => publisherIn(id, archive.sources.get(id)?.csl, scene.texts)),
    scene.texts,
  );
}

/** Events of the year, or of the month where the picture is that of a day. */
function eventsOf({ events, year }: PictureScene, time: When) {
  const { month } = dateAt(time.from);
  const [from, until] = isDay(time) ? [dayOf(year, month), dayOf(year, month + 1)] : [dayOf(year), dayOf(year + 1)];
  return events.filter((e) => e.date.from < until && e.date.until > from);
}

/** The scene and the words of a picture. @param wave undefined: all waves */
export function stillOf(site: Site, wave: WaveId | undefined, lang: Lang): Still {
  const time = stillTime(site, wave);
  const at = atOf(time);
  const texts = site.texts[lang];
  const { say } = texts;
  const scene = sceneOf(site.core, texts, wave === undefined ? [] : [wave], at);
  const { year, people } = scene;
  const title = wave === undefined ? say('title') : texts.waveTitle(wave);
  const prose = proseOf(scene.chosen, scene.flows, eventsOf(scene, time), year, texts);
  const sentences = prose.flatMap((p) => p.sentences);
  // Of one wave its figures are told; where the year has none, what happened then tells the picture.
  const figures = sentences.filter((sentence) => sentence.figure);
  const told = (figures.length > 0 ? figures : sentences).map((sentence) => sentence.text).join(' ');
  const aloud = wave === undefined ? describeAloud(prose, year, texts) : told;
  return {
    wave,
    lang,
    scene,
    words: {
      title,
      // A picture of a whole year does not pretend to be that of one day.
      period: isDay(time) ? formatDay(at, lang) : String(year),
      unit: say('picture.unit-map'),
      people: say(people === 1 ? 'legend.person' : 'legend.people', { n: formatNumber(people, lang) }),
      sources: say('picture.sources', { list: sourceLine(site, scene) }),
      uncounted: wave === undefined ? say('picture.uncounted') : texts.waveUncounted(wave),
      credit: say('picture.credit', { version: site.version }),
      address: site.url === undefined ? '' : `${site.url}${atlasQuery(time, wave, lang)}`,
      alt: `${title}, ${year}. ${aloud}`,
    },
  };
}

/** The address of the same view in the atlas, below its folder. */
export const atlasQuery = (time: When, wave: WaveId | undefined, lang: Lang): string =>
  `?lang=${lang}#${wave === undefined ? '' : `wave=${wave}&`}at=${time.text}`;

/** Land and colours of a still; read once a program. */
export function openGround(): PictureGround {
  const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
  const [land, fine, window] = ['land', 'land-fine', 'land-north-east-asia'].map((name): unknown =>
    JSON.parse(read(`data/basemap/${name}.json`)),
  );
  return { land, fine, window, palette: paletteOf(read('src/style/tokens.css'), 'light'), stroke: 1 };
}

/** A still as SVG, 16 to 9 where nothing else is asked for. */
export const drawStill = ({ scene, words }: Still, ground: PictureGround, format: Format = 'wide'): string =>
  mapPicture(scene, ground, words, format);

/** Where land and lines go out at the sides, so that no edge of the picture is seen; words begin a little further in. Px of the paper. */
const FADE = 40;
/** The picture on paper of the card's shape: as high, and wider. */
function cardOf(svg: string, ground: string): string {
  const { width, height } = PAPER;
  const wide = (height * CARD.width) / CARD.height;
  const sizeOf = (x: number, w: number) => `viewBox="${x} 0 ${w} ${height}" width="${w}" height="${height}"`;
  const stop = (offset: number, opacity: number) =>
    tag('stop', { offset, 'stop-color': ground, 'stop-opacity': opacity });
  const fades = [false, true].map(
    (right) =>
      tag('linearGradient', { id: `fade-${right}`, ...(right && { x1: 1, x2: 0 }) }, stop(0, 1), stop(1, 0)) +
      rectTag(
        { x0: right ? width - FADE : 0, y0: 0, x1: right ? width : FADE, y1: height },
        { fill: urlOf(`fade-${right}`) },
      ),
  );
  return svg.replace(sizeOf(0, width), sizeOf((width - wide) / 2, wide)).replace(/<\/svg>$/, `${fades.join('')}</svg>`);
}

/**
 * The cards of links: stills of 16 to 9, whole, on 1200 by 630 pixels of their own ground. PNG.
 * @param svgs as `drawStill` gives them
 */
export async function drawCards(svgs: readonly string[], ground: PictureGround): Promise<Buffer[]> {
  const { Resvg } = await import('@resvg/resvg-js');
  const faces = await openFaces(svgs.join(''));
  const ink = colourOf(ground.palette, 'ground');
  const cards = svgs.map((svg) =>
    new Resvg(cardOf(svg, ink), {
      background: ink,
      fitTo: { mode: 'width', value: CARD.width },
      font: {
        loadSystemFonts: faces.others,
        fontFiles: [...faces.files],
        defaultFontFamily: faces.sans,
        sansSerifFamily: faces.sans,
        serifFamily: faces.display,
      },
    })
      .render()
      .asPng(),
  );
  faces.close();
  return cards;
}

/** All stills: every wave and the whole, in both languages. */
export const stillsOf = (site: Site): Still[] =>
  [undefined, ...site.core.waves.map((w) => w.id)].flatMap((wave) => LANGS.map((lang) => stillOf(site, wave, lang)));

/** The files of stills, by path below `dist/`: each picture wide, for a card, and a wave’s for a telephone, too. */
export async function stillFilesOf(stills: readonly Still[]): Promise<Map<string, string | Buffer>> {
  const ground = openGround();
  const files = new Map<string, string | Buffer>();
  const svgs = stills.map((still) => drawStill(still, ground));
  const cards = await drawCards(svgs, ground);
  for (const [i, still] of stills.entries()) {
    const path = stillPath(still.wave, still.lang);
    files.set(`${path}.svg`, svgs[i]!).set(`${path}.png`, cards[i]!);
    if (still.wave !== undefined) files.set(`${path}-tall.svg`, drawStill(still, ground, 'tall'));
  }
  return files;
}

async function main(): Promise<void> {
  const site = openSite(compileRecord(), parseSiteUrl(process.env['ATLAS_URL']));
  const files = await stillFilesOf(stillsOf(site));
  let bytes = 0;
  for (const [path, content] of files) {
    const file = join(ROOT, 'dist', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    bytes += Buffer.byteLength(content);
  }
  console.log(`${files.size} pictures in dist/, ${Math.round(bytes / 1e5) / 10} MB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
