/** The words of a package as files: caption, alternative text, credit, link, and what each file is. */
import { today } from '../../record/when.ts';
import type { Stage } from '../../state/stage.svelte.ts';
import { formatDay } from '../../words/date.ts';
import type { PictureWords } from '../picture/plate.ts';
import { titleOnScreen } from '../take/on-screen.ts';
import { pictureWords, type Subject } from '../take/pictures.ts';

/** Lines of a text file; one that is not there takes no line. */
const linesOf = (...lines: readonly (string | false | undefined)[]): string =>
  `${lines.filter((t) => t !== false && t !== undefined).join('\n')}\n`;

/** The files of one language beside the stills. @param film its words, where there is one @param cited every source in full */
export function textsOf(
  own: Stage,
  subject: Subject,
  film: PictureWords | undefined,
  cited: string,
): Readonly<Record<string, string>> {
  const { texts, one } = own;
  const words = pictureWords(own, subject);
  const told = one ? texts.waveSummary(one.id) : own.aloud;
  const { credit, sources } = words;
  return {
    'caption.txt': linesOf(
      `${words.title}, ${words.period}. ${told}`,
      [words.unit, words.people].filter(Boolean).join(' · '),
      words.uncounted || false,
      sources,
      credit,
    ),
    'alt.txt': linesOf(words.alt),
    ...(film && { 'video-alt.txt': linesOf(film.alt) }),
    'credit.txt': linesOf(credit, film ? film.sources : sources),
    'sources.txt': cited,
    'link.txt': linesOf(own.link),
  };
}

/** What the package holds and how it is used, in one language. */
export function readmeOf(own: Stage, films: readonly { readonly name: string; readonly size: string }[]): string {
  const { texts } = own;
  const { say, lang } = texts;
  const version = own.core.version;
  return linesOf(
    say('portal.readme.title'),
    titleOnScreen(own),
    own.link,
    say('portal.readme.made', { day: formatDay(today(), lang), version }),
    '',
    say('portal.readme.files'),
    say('portal.readme.stills'),
    ...(films.length > 0 ? [say('portal.readme.video'), ...films.map((f) => `    ${f.name}  ${f.size}`)] : []),
    films.length === 0 && say('portal.readme.no-video'),
    say('portal.readme.text', { lang }),
    say('portal.readme.qr'),
    '',
    say('portal.readme.use'),
    say('portal.readme.use-1'),
    say('portal.readme.use-2'),
    say('portal.readme.use-3'),
    say('portal.readme.use-4'),
    say('portal.readme.licence'),
  );
}
