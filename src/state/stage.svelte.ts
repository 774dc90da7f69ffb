/** One a page: the record, the view, the playhead, and the scene that follows from them. */
import { claimCore, countRanges } from '../record/claims.ts';
import type { Core, WaveBrief } from '../record/core.ts';
import type { Event, FlowSeries, WaveId } from '../record/model.ts';
import { dayOf, middleOf, yearAt } from '../record/when.ts';
import { SHORTEST_ALL, SHORTEST_ONE, scheduleOf } from '../scene/schedule.ts';
import { standingOf } from '../scene/circles.ts';
import { tempoOf } from '../scene/tempo.ts';
import { describeYear } from '../words/describe.ts';
import type { Texts } from '../words/texts.ts';
import type { Library } from './library.svelte.ts';
import { peoplePerDot } from './people-per-dot.ts';
import { Playhead, type Ticker } from './playhead.svelte.ts';
import type { ViewState } from './view-state.ts';

/** What a page is made with: everything that touches the world outside is passed in. */
export interface StageParts {
  readonly library: Library;
  readonly core: Core;
  readonly texts: Texts;
  readonly view: ViewState;
  readonly named: boolean;
  readonly ticker: Ticker;
  readonly reducedMotion: boolean;
  /** How dots are drawn; by itself WebGL where it is fast. */
  readonly drawing?: 'auto' | 'webgl' | 'canvas';
}

export class Stage {
  readonly library: Library;
  /** The record as it prefers its figures. */
  readonly best: Core;
  readonly playhead: Playhead;
  readonly ticker: Ticker;
  view = $state.raw<ViewState>(undefined as never);
  texts = $state.raw<Texts>(undefined as never);
  readonly drawing: 'auto' | 'webgl' | 'canvas';
  #reducedMotion = $state(false);
  /** The language asked for last. */
  #asked: ViewState['lang'] | undefined;
  /** Whether each lane has a scale of its own. */
  ownScales = $state(false);
  /** The event or figure that the reader has opened. */
  openedEvent = $state<string | null>(null);
  /** A language that could not be loaded; the page says so. */
  failedLang = $state<string | null>(null);
  showKeys = $state(false);

  /** The record as claimed: with low or high every figure that has a range stands at that end of it. */
  readonly core: Core = $derived.by(() => claimCore(this.best, this.view.claims));
  readonly chosen: readonly WaveBrief[] = $derived.by(() => {
    const wanted = this.view.waves;
    const chosen = this.core.waves.filter((w) => wanted.includes(w.id));
    return chosen.length > 0 ? chosen : this.core.waves;
  });
  readonly one: WaveBrief | undefined = $derived(this.chosen.length === 1 ? this.chosen[0] : undefined);
  readonly #ids = $derived(new Set<WaveId>(this.chosen.map((w) => w.id)));
  readonly flows: readonly FlowSeries[] = $derived.by(() => this.core.flows.filter((f) => this.#ids.has(f.wave)));
  readonly people = $derived(peoplePerDot(this.flows, this.one !== undefined));
  readonly schedule = $derived.by(() =>
    scheduleOf(
      { flows: this.flows, routes: this.core.routes, voyages: this.core.voyages },
      this.people,
      this.one ? SHORTEST_ONE : SHORTEST_ALL,
    ),
  );
  readonly standing = $derived.by(() =>
    standingOf(
      this.core.stocks.filter((s) => this.#ids.has(s.wave)),
      this.core.places,
    ),
  );
  readonly events: readonly Event[] = $derived.by(() => this.core.events.filter((e) => this.#ids.has(e.wave)));
  readonly routes = $derived.by(() => [...this.core.routes.values()].filter((r) => this.#ids.has(r.wave)));
  readonly year: number = $derived.by(() => this.playhead.year);
  /** The spoken value of the year slider. */
  readonly spoken: string = $derived(describeYear(this.chosen, this.year, this.texts));
  /** Figures of the chosen waves that have a range. */
  readonly ranges: number = $derived.by(() =>
    countRanges([...this.best.series.values()].filter((s) => this.#ids.has(s.wave))),
  );
  readonly eventsOfYear: readonly Event[] = $derived.by(() => {
    const [from, until] = [dayOf(this.year), dayOf(this.year + 1)];
    return this.events.filter((e) => e.date.from < until && e.date.until > from);
  });

  constructor(parts: StageParts) {
    this.library = parts.library;
    this.best = parts.core;
    this.view = parts.view;
    this.texts = parts.texts;
    this.ticker = parts.ticker;
    this.drawing = parts.drawing ?? 'auto';
    this.playhead = new Playhead(parts.view.at, parts.named, this.#tempo(), parts.ticker);
    this.reducedMotion = parts.reducedMotion;
  }

  get reducedMotion(): boolean {
    return this.#reducedMotion;
  }
  set reducedMotion(still: boolean) {
    this.#reducedMotion = still;
    this.playhead.stepwise = still;
  }

  /** The pace of the years is that of the record, whatever end of it is claimed. */
  #tempo() {
    const has = ({ wave }: { readonly wave: WaveId }) => this.#ids.has(wave);
    return tempoOf({
      flows: this.best.flows.filter(has),
      events: this.best.events.filter(has),
      voyages: this.best.voyages.filter(has),
    });
  }

  /** Chooses waves; none means all. */
  choose(waves: readonly WaveId[]): void {
    const same = waves.length === this.view.waves.length && waves.every((w, i) => this.view.waves[i] === w);
    this.view = { ...this.view, waves, place: null };
    if (!same) {
      this.playhead.tempo = this.#tempo();
      this.openedEvent = null;
    }
    const [wave] = this.chosen;
    // A wave that is chosen while the playhead stands outside it is shown where it begins.
    if (this.one && wave && !this.playhead.playing) {
      const { from, until } = wave.during;
      if (this.playhead.at < from || this.playhead.at >= until) this.playhead.seek(middleOf(yearAt(from)));
    }
  }

  /** Brings back a state from an address. */
  open(view: ViewState, named: boolean): void {
    this.view = { ...view, lang: this.view.lang, theme: this.view.theme, shell: this.view.shell };
    this.playhead.tempo = this.#tempo();
    this.playhead.pause();
    if (named) this.playhead.seek(view.at);
  }

  set<K extends keyof ViewState>(key: K, value: ViewState[K]): void {
    this.view = { ...this.view, [key]: value };
  }

  /** A year on or back: lands on whole years. */
  stepYears(years: number): void {
    this.playhead.pause();
    this.playhead.seek(middleOf(this.year + years));
  }

  goToYear(year: number): void {
    this.playhead.seek(middleOf(year));
  }

  /** Switches language without reloading; nothing else changes. */
  async speak(lang: ViewState['lang']): Promise<void> {
    this.#asked = lang;
    const texts = await this.library.texts(lang).load();
    // A reader who changed their mind meanwhile hears the language asked for last.
    if (this.#asked !== lang) return;
    this.failedLang = texts ? null : lang;
    if (!texts) return;
    this.texts = texts;
    this.set('lang', lang);
  }

  /** The state as an address would keep it. */
  get address(): ViewState {
    return { ...this.view, at: this.playhead.at };
  }
}
