/** Names and sentences of one language, opened from the file of the first view. */
import type { CoreTextFile } from '../record/bundle.ts';
import type { PlaceId, SeriesId, SourceId, WaveId } from '../record/model.ts';
import { contains, whenOf } from '../record/when.ts';
import type { When } from '../record/model.ts';
import { formatMessage, type Slots } from './message.ts';
import type { Lang } from './number.ts';

export interface Name {
  readonly text: string;
  readonly during: When | undefined;
  readonly script: string | undefined;
}

export class Texts {
  readonly lang: Lang;
  readonly #file: CoreTextFile;
  readonly #places: ReadonlyMap<string, readonly Name[]>;

  /** @throws TypeError where the file has not the form of a text file */
  constructor(file: CoreTextFile) {
    if (typeof file?.ui !== 'object' || typeof file.places !== 'object') throw new TypeError('no texts');
    this.lang = file.lang as Lang;
    this.#file = file;
    this.#places = new Map(
      Object.entries(file.places).map(([id, names]) => [
        id,
        names.map(([text, during, script]) => ({
          text: text ?? id,
          during: during ? whenOf(during) : undefined,
          script: script ?? undefined,
        })),
      ]),
    );
  }

  /** The same texts, and further sentences of the interface. */
  with = (words: Readonly<Record<string, string>>): Texts =>
    new Texts({ ...this.#file, ui: { ...this.#file.ui, ...words } });

  /** A sentence of the interface. */
  readonly say = (key: string, slots?: Slots): string => formatMessage(this.#file.ui, key, slots);
  /** Whether there is such a sentence. */
  readonly has = (key: string): boolean => key in this.#file.ui;
  waveName = (id: WaveId): string => this.#file.waves[id]?.name ?? id;
  waveTitle = (id: WaveId): string => this.#file.waves[id]?.title ?? id;
  waveSummary = (id: WaveId): string => this.#file.waves[id]?.summary ?? '';
  /** What the figures of a wave do not count. */
  waveUncounted = (id: WaveId): string => this.#file.waves[id]?.uncounted ?? '';
  seriesName = (id: SeriesId): string => this.#file.series[id] ?? id;
  eventTitle = (id: string): string => this.#file.events[id] ?? id;
  publisher = (id: SourceId): string => this.#file.publishers[id] ?? '';

  /** All names that the first view knows of a place: those of a time, and today's. */
  placeNames = (id: PlaceId): readonly Name[] => this.#places.get(id) ?? [];
  /** Today's name of a place. */
  placeName = (id: PlaceId): string =>
    this.#places.get(id)?.find((n) => !n.during)?.text ?? this.#places.get(id)?.[0]?.text ?? id;
  /** The name that people used at a time, where the record has one; else today's. */
  placeNameAt = (id: PlaceId, at: number): string =>
    this.#places.get(id)?.find((n) => n.during && contains(n.during, at))?.text ?? this.placeName(id);
  /** The script of the time: hanja, Cyrillic. */
  placeScriptAt = (id: PlaceId, at: number): string | undefined =>
    this.#places.get(id)?.find((n) => n.during && contains(n.during, at))?.script;
}
