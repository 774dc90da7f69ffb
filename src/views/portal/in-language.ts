/** The view in one language: a stage of its own that nobody sees, so that the page keeps its language and its instant. */
import { middleOf } from '../../record/when.ts';
import type { Grade, SourceId } from '../../record/model.ts';
import { Stage } from '../../state/stage.svelte.ts';
import { CITATION_FORM, formatReferences, type CitationFile } from '../../words/citation.ts';
import type { Lang } from '../../words/number.ts';
import type { PictureScene, PictureWords } from '../picture/plate.ts';
import { sourcesOnScreen, wavesOnScreen } from '../take/on-screen.ts';
import { pictureWords, sourceLine, type Subject } from '../take/pictures.ts';
import type { Years } from './span.ts';

type SourceFiles = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** Everything of the record that pictures, film and words of a view ask for. @throws Error where a file does not come */
export async function loadFor(stage: Stage, lang: Lang): Promise<void> {
  const { library } = stage;
  const near = stage.one !== undefined || stage.view.place !== null;
  const lands = ['land', 'land-north-east-asia', ...(near ? ['land-fine'] : [])].map((name) => library.basemap(name));
  const waves = wavesOnScreen(stage).flatMap((id) => [library.waveRecord(id), library.waveText(id, lang)]);
  const files = [library.texts(lang), library.words(lang), ...lands, ...waves];
  await Promise.all(files.map((f) => f.load()));
  const missing = files.find((f) => f.status !== 'ready');
  if (missing) throw new Error(`no ${missing.name}`);
}

/** The view as a reader of a language has it. Its files must have come. */
export function stageIn(stage: Stage, lang: Lang): Stage {
  const { library } = stage;
  return new Stage({
    library,
    core: stage.best,
    texts: library.texts(lang).value!.with(library.words(lang).value!),
    view: { ...stage.address, lang },
    named: true,
    ticker: () => () => undefined,
    reducedMotion: true,
    home: stage.home,
  });
}

/** What a picture reads of a stage, once and for all: no frame asks the stage anew. */
export const plainOf = (stage: Stage): PictureScene => ({
  core: stage.core,
  chosen: stage.chosen,
  one: stage.one,
  flows: stage.flows,
  schedule: stage.schedule,
  people: stage.people,
  standing: stage.standing,
  routes: stage.routes,
  events: stage.events,
  year: stage.year,
  playhead: { at: stage.playhead.at },
  view: { place: stage.view.place },
  texts: stage.texts,
});

/** Sources of all years of a film: those of the best standing first, and of these the one behind most years. */
export function sourcesOfFilm(own: Stage, [first, last]: Years): SourceId[] {
  const { at } = own.playhead;
  const years = new Map<SourceId, number>();
  for (let year = first; year <= last; year++) {
    own.playhead.seek(middleOf(year));
    for (const id of sourcesOnScreen(own, false)) years.set(id, (years.get(id) ?? 0) + 1);
  }
  own.playhead.seek(at);
  const files = Object.assign({}, ...wavesOnScreen(own).map((id) => own.book(id).sources)) as SourceFiles;
  const gradeOf = (id: SourceId) => (files[id]?.['custom'] as { grade?: Grade } | undefined)?.grade ?? 'D';
  return [...years.keys()].sort((a, b) => gradeOf(a).localeCompare(gradeOf(b)) || years.get(b)! - years.get(a)!);
}

/** The words in the frame of a film: those of the picture, with the sources of all its years. */
export function filmWords(own: Stage, [first, last]: Years, seconds: number): PictureWords {
  const { say } = own.texts;
  const words = pictureWords(own, 'map');
  return {
    ...words,
    period: `${first}–${last}`,
    sources: say('picture.sources', { list: sourceLine(own, sourcesOfFilm(own, [first, last])) }),
    alt: say('portal.film-alt', {
      title: words.title,
      first,
      last,
      n: seconds,
      unit: words.unit,
      people: words.people,
    }),
  };
}

function openCited(file: unknown): CitationFile {
  if ((file as CitationFile)?.form !== CITATION_FORM) throw new TypeError('no citations');
  return file as CitationFile;
}
/** Every source behind stills and film, cited in full. @throws Error where the citations do not come */
export async function citedIn(own: Stage, subject: Subject, years: Years | undefined): Promise<string> {
  const ids = [...sourcesOnScreen(own, subject !== 'map'), ...(years ? sourcesOfFilm(own, years) : [])];
  const files = wavesOnScreen(own).map((id) => own.library.other(`cite/${id}`, openCited));
  const opened = await Promise.all(files.map((f) => f.load()));
  if (opened.some((f) => f === undefined)) throw new Error('no citations');
  const sources = Object.assign({}, ...opened.map((f) => f!.sources)) as CitationFile['sources'];
  return formatReferences(
    [...new Set(ids)].filter((id) => id in sources),
    { sources },
    own.view.lang,
  );
}
