/** Takes the files of `data/` one by one and checks their shape; meaning that needs more than one file comes later. */
import { Problems, parseShape } from './problems.ts';
import * as raw from './raw.ts';
import { rawToday, rawTodayText, type RawToday, type RawTodayText } from './raw-today.ts';

/** Parsed JSON files by their path below `data/`: 'waves/hawaii.json'. */
export type Files = Readonly<Record<string, unknown>>;

/** The raw files, each known to have its shape. */
export interface RawRecord {
  readonly languages: raw.RawLanguages;
  readonly places: raw.RawPlaces;
  readonly waves: readonly raw.RawWave[];
  readonly official: raw.RawOfficial;
  readonly wanted: raw.RawWanted;
  /** The newest wave weighed; undefined where the file could not be read. */
  readonly today: RawToday | undefined;
  readonly todayTexts: Readonly<Record<string, RawTodayText>>;
  /** By language, then by wave id. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, raw.RawText | raw.RawOfficialText>>>>;
  readonly ui: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Names of publishers in a language, where a reader of it would not know the original; by language. */
  readonly publishers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const OFFICIAL = 'population/overseas-koreans.json';

/** @returns what could be read; a file that could not is missing, and noted */
export function readFiles(files: Files, problems: Problems): RawRecord {
  const read = <S extends Parameters<typeof parseShape>[0]>(schema: S, file: string, empty: unknown) => {
    if (!(file in files)) problems.add(file, '(file)', 'the file is missing', 'a file of that name');
    return ((file in files ? parseShape(schema, file, files[file], problems) : undefined) ?? empty) as never;
  };
  const { languages } = read(raw.rawLanguages, 'languages.json', { languages: [] }) as { languages: raw.RawLanguages };
  const official = read(raw.rawOfficial, OFFICIAL, {
    id: 'overseas-koreans',
    editions: [],
    methodBreaks: [],
    regions: [],
    movedOut: { edition: 0, countries: [] },
    beside: { until: '1860', series: [] },
    series: [],
    totals: [],
    events: [],
    rivals: [],
    people: [],
  }) as raw.RawOfficial;
  const waves = Object.keys(files)
    .filter((f) => f.startsWith('waves/'))
    .flatMap((file) => {
      const wave = parseShape(raw.rawWave, file, files[file], problems);
      if (wave && `waves/${wave.id}.json` !== file)
        problems.add(file, 'id', `“${wave.id}” in ${file}`, 'the id of a wave is the name of its file');
      return wave ? [wave] : [];
    });
  const texts: Record<string, Record<string, raw.RawText | raw.RawOfficialText>> = {};
  const ui: Record<string, Record<string, string>> = {};
  const publishers: Record<string, Record<string, string>> = {};
  const todayTexts: Record<string, RawTodayText> = {};
  for (const { tag } of languages) {
    const today = read(rawTodayText, `text/${tag}/today.json`, undefined) as RawTodayText | undefined;
    if (today) todayTexts[tag] = today;
    ui[tag] = read(raw.rawUi, `text/${tag}/ui.json`, {});
    publishers[tag] = read(raw.rawUi, `text/${tag}/publishers.json`, {});
    texts[tag] = {};
    for (const id of [...waves.map((w) => w.id), official.id]) {
      const text = read(id === official.id ? raw.rawOfficialText : raw.rawText, `text/${tag}/${id}.json`, undefined);
      if (text) texts[tag][id] = text;
    }
  }
  return {
    languages,
    official,
    waves,
    texts,
    ui,
    publishers,
    todayTexts,
    today: read(rawToday, 'today.json', undefined) as RawToday | undefined,
    places: read(raw.rawPlaces, 'places.json', { places: [] }),
    wanted: read(raw.rawWanted, 'wanted.json', { wanted: [] }),
  };
}
