/** The record's files as they come: each is loading, ready or failed, and a failed one can be tried again. */
import { untrack } from 'svelte';
import type { CoreFile, Core } from '../record/core.ts';
import { openCore } from '../record/core.ts';
import type { CoreTextFile, TodayFile, WaveFile } from '../record/bundle.ts';
import type { RawToday, RawTodayText } from '../record/raw-today.ts';
import type { RawText, RawWave } from '../record/raw.ts';
import type { WaveId } from '../record/model.ts';
import { Texts } from '../words/texts.ts';
import { LANGS, type Lang } from '../words/number.ts';

/** Fetches and parses one file of the record by its name. Rejects where it cannot. */
export type FetchRecord = (name: string) => Promise<unknown>;

export class Loaded<T> {
  status = $state<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  value = $state.raw<T | undefined>(undefined);
  readonly name: string;
  readonly #fetch: FetchRecord;
  readonly #open: (content: never) => T;
  #pending: Promise<T | undefined> | undefined;
  constructor(name: string, fetch: FetchRecord, open: (content: never) => T) {
    this.name = name;
    this.#fetch = fetch;
    this.#open = open;
  }
  /** Loads unless it is there or on its way. Never rejects: what failed shows in `status`. */
  load(): Promise<T | undefined> {
    // Untracked: an effect that asks for a file must not ask again each time its status changes.
    if (untrack(() => this.status) === 'ready') return Promise.resolve(this.value);
    this.#pending ??= this.#load().finally(() => (this.#pending = undefined));
    return this.#pending;
  }

  async #load(): Promise<T | undefined> {
    this.status = 'loading';
    try {
      this.value = this.#open((await this.#fetch(this.name)) as never);
      this.status = 'ready';
    } catch {
      this.status = 'failed';
    }
    return this.value;
  }
}

/** A wave's own file and its prose, opened together. */
export interface WaveDetail {
  readonly record: RawWave;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly text: RawText;
}
/** What has come of a wave so far: its record with the reader's picks in it, its prose in the language of the page. */
export interface Book {
  readonly record: RawWave | undefined;
  readonly text: RawText | undefined;
  readonly sources: WaveDetail['sources'];
  readonly failed: boolean;
  readonly waiting: boolean;
}
/** What has come of the newest wave's file. */
export interface TodayBook {
  readonly today: RawToday | undefined;
  readonly text: RawTodayText | undefined;
  readonly sources: WaveDetail['sources'];
  readonly failed: boolean;
}
function checkToday(file: TodayFile): TodayFile {
  if (typeof file?.today !== 'object' || typeof file.sources !== 'object') throw new TypeError('no today file');
  return file;
}
function checkTodayText(file: RawTodayText): RawTodayText {
  if (typeof file?.comparison !== 'object' || typeof file.stay !== 'object') throw new TypeError('no today text');
  return file;
}
function checkWave(file: WaveFile): WaveFile {
  if (typeof file?.record !== 'object' || typeof file.sources !== 'object') throw new TypeError('no wave file');
  return file;
}
function checkText(file: RawText): RawText {
  if (typeof file?.title !== 'string' || typeof file.series !== 'object') throw new TypeError('no text file');
  return file;
}

export class Library {
  readonly #fetch: FetchRecord;
  readonly #shelf = new Map<string, Loaded<unknown>>();
  readonly core: Loaded<Core>;
  constructor(fetch: FetchRecord) {
    this.#fetch = fetch;
    this.core = new Loaded('core', fetch, (f: CoreFile) => openCore(f));
  }
  /**
   * Makes room for the files of these parts beforehand: a derived value does not follow a state that it has made
   * itself, and it must follow a file as it comes.
   */
  prepare(ids: readonly WaveId[]): void {
    this.today();
    for (const lang of LANGS) {
      this.todayText(lang);
      this.words(lang);
    }
    for (const id of ids) {
      this.waveRecord(id);
      for (const lang of LANGS) this.waveText(id, lang);
    }
  }
  #shelved<T>(name: string, open: (content: never) => T): Loaded<T> {
    let own = this.#shelf.get(name) as Loaded<T> | undefined;
    if (!own) {
      own = new Loaded(name, this.#fetch, open);
      this.#shelf.set(name, own as Loaded<unknown>);
    }
    return own;
  }
  texts = (lang: Lang): Loaded<Texts> => this.#shelved(`${lang}/core`, (f: CoreTextFile) => new Texts(f));
  waveRecord = (id: WaveId): Loaded<WaveFile> => this.#shelved(`waves/${id}`, checkWave);
  /** Sentences of the interface that pages and windows need. */
  words = (lang: Lang): Loaded<Readonly<Record<string, string>>> =>
    this.#shelved(`${lang}/words`, (file: unknown) => {
      if (typeof file !== 'object' || file === null) throw new TypeError('no words');
      return file as Readonly<Record<string, string>>;
    });
  /** The newest wave weighed, and its prose. */
  today = (): Loaded<TodayFile> => this.#shelved('today', checkToday);
  todayText = (lang: Lang): Loaded<RawTodayText> => this.#shelved(`${lang}/today`, checkTodayText);
  waveText = (id: WaveId, lang: Lang): Loaded<RawText> => this.#shelved(`${lang}/${id}`, checkText);
  /** Any other file of the record, opened by who knows its form. @param open throws where it is of another form */
  other = <T>(name: string, open: (content: unknown) => T): Loaded<T> =>
    this.#shelved<T>(name, open as (content: never) => T);
  /** A base map, as TopoJSON. */
  basemap = (name: string): Loaded<unknown> =>
    this.#shelved(`basemap/${name}`, (f: { objects?: unknown }) => {
      if (!f?.objects) throw new TypeError('no base map');
      return f as unknown;
    });
}
