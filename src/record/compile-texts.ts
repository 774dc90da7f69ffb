/** Texts are keyed like the record: every required language has every key, and no key stands without its record. */
import { CHAPTERS } from './model.ts';
import type { Problems } from './problems.ts';
import type { RawOfficial, RawOfficialText, RawText, RawWave } from './raw.ts';

/** A chapter is 60 to 160 words: long enough to answer, short enough to be read. */
const CHAPTER_WORDS = [60, 160] as const;

const countWords = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(Boolean).length;

export interface Keyed {
  readonly name: string;
  readonly wanted: ReadonlySet<string>;
  readonly given: Readonly<Record<string, unknown>> | undefined;
}

/** Every key of the record has its text, and no text stands without one. */
export function checkKeys(keyed: Keyed, file: string, problems: Problems): void {
  const given = new Set(Object.keys(keyed.given ?? {}));
  for (const key of keyed.wanted)
    if (!given.has(key))
      problems.add(
        file,
        `${keyed.name}.${key}`,
        'the text is missing',
        'a text for every key of the record, in every required language',
      );
  for (const key of given)
    if (!keyed.wanted.has(key))
      problems.add(file, `${keyed.name}.${key}`, 'a text for nothing in the record', 'the same keys as the record');
}

const ids = (items: readonly { readonly id: string }[]) => new Set(items.map((i) => i.id));

/** Checks what waves and the official count have in common. */
export function checkSharedTexts(
  file: string,
  record: Pick<RawWave | RawOfficial, 'series' | 'totals' | 'events' | 'rivals' | 'people'>,
  text: RawText | RawOfficialText,
  notes: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  problems: Problems,
): void {
  const tables: Keyed[] = [
    { name: 'series', wanted: ids(record.series), given: text.series },
    { name: 'totals', wanted: ids(record.totals), given: text.totals },
    { name: 'events', wanted: ids(record.events), given: text.events },
    { name: 'rivals', wanted: ids(record.rivals), given: text.rivals },
    { name: 'people', wanted: ids(record.people), given: text.people },
    { name: 'notes', wanted: notes, given: text.notes },
    { name: 'wanted', wanted, given: text.wanted },
  ];
  for (const table of tables) checkKeys(table, file, problems);
  for (const rival of record.rivals) {
    const given = text.rivals[rival.id]?.claims;
    if (given) checkKeys({ name: `rivals.${rival.id}.claims`, wanted: ids(rival.claims), given }, file, problems);
  }
}

export function checkWaveText(file: string, wave: RawWave, text: RawText, problems: Problems): void {
  checkKeys({ name: 'routes', wanted: ids(wave.routes), given: text.routes }, file, problems);
  checkKeys({ name: 'voyages', wanted: ids(wave.voyages), given: text.voyages }, file, problems);
  checkKeys({ name: 'plants', wanted: ids(wave.plants ?? []), given: text.plants }, file, problems);
  const [least, most] = CHAPTER_WORDS;
  for (const chapter of CHAPTERS) {
    const claims = text.chapters[chapter];
    const backed = wave.chapters[chapter].length;
    if (claims.length !== backed)
      problems.add(
        file,
        `chapters.${chapter}`,
        `${claims.length} claims, ${backed} lists of sources`,
        'one list of sources for each claim',
      );
    const words = countWords(claims);
    if (words < least || words > most)
      problems.add(file, `chapters.${chapter}`, `${words} words`, `${least} to ${most} words`);
  }
}
