/** Pictures of the view: the words that stand in their frame, the ground of the page, and the way from SVG to PNG. */
import type { Stage } from '../../state/stage.svelte.ts';
import { formatDay } from '../../words/date.ts';
import type { SourceId } from '../../record/model.ts';
import { listPublishers, publisherIn } from '../../words/describe.ts';
import { formatNumber } from '../../words/number.ts';
import { FIRST_YEAR, LAST_YEAR } from '../../record/when.ts';
import { COLOURS } from '../picture/palette.ts';
import type { Format, PictureGround, PictureWords } from '../picture/plate.ts';
import { FORMATS } from '../picture/plate.ts';
import { sourcesOnScreen, titleOnScreen } from './on-screen.ts';

export const SUBJECTS = ['map', 'multiples', 'lanes'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Who is named beneath a picture of the stage. */
export function sourceLine(stage: Stage, ids: readonly SourceId[]): string {
  const files = new Map(stage.chosen.flatMap((w) => Object.entries(stage.book(w.id).sources)));
  return listPublishers(
    ids.map((id) => publisherIn(id, files.get(id), stage.texts)),
    stage.texts,
  );
}

/** One wave by its title, a few by their names, all by that of the atlas. */
function titleOf({ one, chosen, core, texts }: Stage): string {
  if (one) return texts.waveTitle(one.id);
  return chosen.length < core.waves.length ? chosen.map((w) => texts.waveName(w.id)).join(', ') : texts.say('title');
}

/** The finished sentences of a picture's frame. */
export function pictureWords(stage: Stage, subject: Subject): PictureWords {
  const { texts, one } = stage;
  const { say } = texts;
  const uncounted = one ? texts.waveUncounted(one.id) : say('picture.uncounted');
  const days = stage.one !== undefined ? formatDay(stage.playhead.at, texts.lang) : String(stage.year);
  return {
    title: titleOf(stage),
    // Charts and small maps of one wave say its own years themselves.
    period: subject === 'map' ? days : `${FIRST_YEAR}–${LAST_YEAR}`,
    unit: say(`picture.unit-${subject}`),
    people:
      subject === 'map'
        ? say(stage.people === 1 ? 'legend.person' : 'legend.people', { n: formatNumber(stage.people, texts.lang) })
        : '',
    sources: say('picture.sources', { list: sourceLine(stage, sourcesOnScreen(stage, subject !== 'map')) }),
    uncounted,
    credit: say('picture.credit', { version: stage.core.version }),
    address: stage.link,
    alt: `${titleOnScreen(stage)}. ${stage.aloud}`,
  };
}

/** Land and colours as the page has them. @returns undefined until the land has come */
export function groundOf(stage: Stage): PictureGround | undefined {
  const land = stage.library.basemap('land').value;
  if (!land) return undefined;
  const fine = stage.library.basemap('land-fine').value;
  const window = stage.library.basemap('land-north-east-asia').value;
  const style = getComputedStyle(document.documentElement);
  const palette = Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return {
    land,
    ...(fine !== undefined && { fine }),
    ...(window !== undefined && { window }),
    palette,
    stroke: Number(style.getPropertyValue('--stroke')) || 1,
  };
}

/**
 * Draws an SVG into a PNG.
 * @param scale device pixels for one of the picture's
 * @throws Error where the browser cannot draw it
 */
export async function pngOf(svg: string, format: Format, scale: number): Promise<Blob> {
  const { width, height } = FORMATS[format];
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** What a picture of the view shows, unless its reader chooses: the view in the form in which it stands. */
export const subjectOf = (stage: Stage): Subject =>
  stage.taking === 'lanes' ? 'lanes' : stage.view.form === 'multiples' ? 'multiples' : 'map';
