/** The package for an article: stills, film and words of a view in one zip, made in the browser. */
import type { Stage } from '../../state/stage.svelte.ts';
import { LANGS, type Lang } from '../../words/number.ts';
import { PICTURES } from '../picture/pictures.ts';
import { FORMATS, type Format, type PictureGround } from '../picture/plate.ts';
import { groundOf, pictureWords, pngOf, subjectOf, type Subject } from '../take/pictures.ts';
import { FRAMES, codecFor, endingOf, filmFileOf } from './film-file.ts';
import { filmOf, type Film } from './film.ts';
import { citedIn, filmWords, loadFor, plainOf, stageIn } from './in-language.ts';
import { breathe, type Progress } from './progress.ts';
import { qrOf } from './qr.ts';
import { readmeOf, textsOf } from './sheets.ts';
import { FRAMES_A_SECOND, instantAt, type Length, type Years } from './span.ts';
import { paletteIn } from './themes.ts';

export const SHAPES = Object.keys(FORMATS) as Format[];
/** Shapes as file names have them. */
export const SHAPE_NAMES: Readonly<Record<Format, string>> = { wide: '16x9', square: '1x1', tall: '9x16' };
const THEMES = ['light', 'dark'] as const;
/** What a still costs, in frames of a film. */
const STILL = 12;

export interface FilmChoice {
  readonly years: Years;
  readonly seconds: Length;
  /** Shapes to film; none: stills only. */
  readonly shapes: readonly Format[];
}
export interface Parcel {
  readonly name: string;
  readonly zip: Blob;
  /** Endings of the films in it: none where this browser cannot encode. */
  readonly films: readonly string[];
}
interface Entry {
  readonly name: string;
  readonly input: Blob | string;
}

/** The film of a view in the language and colours of the page; its files are loaded. */
export async function openFilm(stage: Stage, { years, seconds }: FilmChoice, format: Format): Promise<Film> {
  const { lang } = stage.view;
  await loadFor(stage, lang);
  return filmOf(plainOf(stage), groundOf(stage)!, filmWords(stageIn(stage, lang), years, seconds), format, years);
}

class Maker {
  readonly #stage: Stage;
  readonly #signal: AbortSignal;
  readonly #tell: (progress: Progress) => void;
  readonly #whole: number;
  #made = 0;
  readonly entries: Entry[] = [];
  constructor(stage: Stage, frames: number, signal: AbortSignal, tell: (progress: Progress) => void) {
    this.#stage = stage;
    this.#signal = signal;
    this.#tell = tell;
    this.#whole = frames + LANGS.length * THEMES.length * SHAPES.length * STILL;
  }
  /** Puts a file in, unless the reader has stopped meanwhile. */
  add(name: string, input: Blob | string): void {
    this.#signal.throwIfAborted();
    this.entries.push({ name, input });
  }

  async stills(owns: Readonly<Record<Lang, Stage>>, subject: Subject): Promise<void> {
    const ground = groundOf(this.#stage)!;
    const grounds = THEMES.map((theme): [string, PictureGround] => [
      theme,
      { ...ground, palette: paletteIn(theme), stroke: 1 },
    ]);
    const of = LANGS.length * grounds.length * SHAPES.length;
    let done = 0;
    for (const lang of LANGS) {
      const scene = { ...plainOf(this.#stage), texts: owns[lang].texts };
      const words = pictureWords(owns[lang], subject);
      for (const [theme, paper] of grounds)
        for (const format of SHAPES) {
          this.#signal.throwIfAborted();
          const png = await pngOf(PICTURES[subject](scene, paper, words, format), format, 1);
          this.add(`stills/${lang}-${theme}-${SHAPE_NAMES[format]}.png`, png);
          this.#made += STILL;
          this.#tell({ doing: { what: 'stills' }, done: ++done, of, share: this.#made / this.#whole });
          await breathe();
        }
    }
  }

  /** @returns the name of the film, or nothing where this browser cannot encode it */
  async film(choice: FilmChoice, format: Format): Promise<string | undefined> {
    const stage = this.#stage;
    const codec = await codecFor(format);
    if (!codec) return undefined;
    const film = await openFilm(stage, choice, format);
    const { years, seconds } = choice;
    const { tempo } = stage.playhead;
    const type = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim();
    const [before, of] = [this.#made, seconds * FRAMES_A_SECOND];
    const order = { film, format, codec, seconds, type, title: pictureWords(stage, 'map').title };
    const file = await filmFileOf(
      { ...order, instantAt: (share) => instantAt(years, tempo, share) },
      this.#signal,
      (done) => {
        this.#made = before + done;
        this.#tell({ doing: { what: 'film', format }, done, of, share: this.#made / this.#whole });
      },
    );
    const name = `video/${stage.view.lang}-${years.join('-')}-${SHAPE_NAMES[format]}.${endingOf(codec)}`;
    this.add(name, file);
    return name;
  }
}

/**
 * Makes the package of the view.
 * @throws the reason of the signal where it was stopped, an Error where a file of the record does not come
 */
export async function parcelOf(
  stage: Stage,
  choice: FilmChoice,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<Parcel> {
  const subject = subjectOf(stage);
  await Promise.all(LANGS.map((lang) => loadFor(stage, lang)));
  signal.throwIfAborted();
  const owns = Object.fromEntries(LANGS.map((lang) => [lang, stageIn(stage, lang)])) as Record<Lang, Stage>;
  const maker = new Maker(stage, choice.shapes.length * choice.seconds * FRAMES_A_SECOND, signal, tell);
  await maker.stills(owns, subject);

  const films: { name: string; size: string }[] = [];
  for (const format of choice.shapes) {
    const name = await maker.film(choice, format);
    if (name) films.push({ name, size: `${FRAMES[format].width}×${FRAMES[format].height}` });
  }
  const filmed = films.length > 0;
  for (const lang of LANGS) {
    const words = filmed ? filmWords(owns[lang], choice.years, choice.seconds) : undefined;
    const cited = await citedIn(owns[lang], subject, filmed ? choice.years : undefined);
    for (const [name, text] of Object.entries(textsOf(owns[lang], subject, words, cited)))
      maker.add(`text/${lang}/${name}`, text);
    const { svg, png } = await qrOf(owns[lang].link);
    maker.add(`qr/${lang}.svg`, svg);
    maker.add(`qr/${lang}.png`, png);
  }
  maker.add('README.txt', [owns.ko, owns.en].map((own) => readmeOf(own, films)).join(`\n${'-'.repeat(60)}\n\n`));

  const { downloadZip } = await import('client-zip');
  const stem = `korean-migration-${stage.one?.id ?? 'all'}-${stage.year}-article`;
  const zip = await downloadZip(maker.entries.map((e) => ({ ...e, name: `${stem}/${e.name}` }))).blob();
  signal.throwIfAborted();
  return { name: `${stem}.zip`, zip, films: films.map((f) => f.name.split('.').at(-1)!) };
}
