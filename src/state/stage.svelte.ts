/** One a page: the record, the view, the playhead, and the scene that follows from them. A second one may stand beside it. */
import { claimCore, countRanges } from '../record/claims.ts';
import type { Core, WaveBrief } from '../record/core.ts';
import { countFigures, daysOf, filterCore, isOpen, type Filter } from '../record/filter.ts';
import type { Day, Event, FlowSeries, Grade, WaveId } from '../record/model.ts';
import { pickCore, pickRaw, waveOfPick } from '../record/picks.ts';
import type { RawWave } from '../record/raw.ts';
import { FIRST_DAY, LAST_DAY, dayOf, middleOf, yearAt } from '../record/when.ts';
import { SHORTEST_ALL, SHORTEST_ONE, scheduleOf } from '../scene/schedule.ts';
import { standingOf } from '../scene/circles.ts';
import { tempoOf } from '../scene/tempo.ts';
import { describeYear } from '../words/describe.ts';
import { describeAloud, proseOf } from '../words/prose.ts';
import type { Texts } from '../words/texts.ts';
import type { Book, Library, TodayBook } from './library.svelte.ts';
import { peoplePerDot } from './people-per-dot.ts';
import { formatAddress } from './address.ts';
import { Follower, Playhead, type Clock, type Ticker } from './playhead.svelte.ts';
import type { Beside, ViewState } from './view-state.ts';

/** What a page is made with: everything that touches the world outside is passed in. */
export interface StageParts {
  readonly library: Library;
  readonly core: Core;
  readonly texts: Texts;
  readonly view: ViewState;
  readonly named: boolean;
  readonly ticker: Ticker;
  readonly reducedMotion: boolean;
  /** Where the page stands, without query and hash: what an address to take away begins with. */
  readonly home?: string;
  /** Goes to a hash as a link would. */
  readonly follow?: (hash: string) => void;
  /** How dots are drawn; by itself WebGL where it is fast. */
  readonly drawing?: 'auto' | 'webgl' | 'canvas';
}

/** The count of overseas Koreans: a part of the record beside the waves. */
export const OFFICIAL = 'overseas-koreans' as WaveId;

export class Stage {
  readonly library: Library;
  /** The record as it prefers its figures. */
  readonly best: Core;
  readonly playhead: Clock;
  readonly ticker: Ticker;
  readonly drawing: 'auto' | 'webgl' | 'canvas';
  readonly home: string;
  readonly follow: (hash: string) => void;
  /** The stage beside which this one stands; it then has no view of its own. */
  readonly #lead: Stage | undefined;
  /** The clock of a leading stage. */
  readonly #clock: Playhead;
  #twin: Stage | undefined;
  #own = $state.raw<ViewState>(undefined as never);
  #texts = $state.raw<Texts>(undefined as never);
  #reducedMotion = $state(false);
  /** Whether the sentences of pages and windows are wanted, too. */
  #whole = $state(false);
  /** The language asked for last. */
  #asked: ViewState['lang'] | undefined;
  /** Whether each lane has a scale of its own. */
  ownScales = $state(false);
  /** The event or figure that the reader has opened. */
  openedEvent = $state<string | null>(null);
  /** A language that could not be loaded; the page says so. */
  failedLang = $state<string | null>(null);
  /** The window that lies over the page. */
  window = $state<'keys' | 'search' | 'filter' | 'beside' | 'take' | null>(null);
  /** What is to be taken away: the view, or the chart of the lanes. */
  taking = $state<'view' | 'lanes'>('view');

  readonly view: ViewState = $derived.by(() => {
    if (!this.#lead) return this.#own;
    const view = this.#lead.view;
    const { beside } = view;
    return { ...view, ...(beside && 'wave' in beside && { waves: [beside.wave] }), beside: null };
  });
  /** Names and sentences; once a page or window has asked for them, all sentences. */
  readonly texts: Texts = $derived.by(() => {
    if (this.#lead) return this.#lead.texts;
    const words = this.#whole ? this.library.words(this.#texts.lang).value : undefined;
    return words ? this.#texts.with(words) : this.#texts;
  });
  /** The record with the reader's picks in it, as far as the files that know them have come. */
  readonly #picked: Core = $derived.by((): Core => {
    if (this.#lead) return this.#lead.#picked;
    const { picks } = this.view;
    const waves = [...new Set(picks.map(waveOfPick))].flatMap((id) => {
      const file = this.library.waveRecord(id as WaveId).value;
      if (!file) return [];
      const gradeOf = (source: string) =>
        (file.sources[source]?.['custom'] as { grade: Grade } | undefined)?.grade ?? 'D';
      return [{ raw: pickRaw(file.record as RawWave, picks), gradeOf }];
    });
    return pickCore(this.best, waves);
  });
  /** As claimed: with low or high every figure that has a range stands at that end of it. */
  readonly #claimed: Core = $derived.by(() =>
    this.#lead ? this.#lead.#claimed : claimCore(this.#picked, this.view.claims),
  );
  /** The record of the view: picked, claimed, and only what the reader wants to see of it. */
  readonly core: Core = $derived.by((): Core => (this.#lead ? this.#lead.core : filterCore(this.#claimed, this.view)));
  readonly chosen: readonly WaveBrief[] = $derived.by(() => {
    const wanted = this.view.waves;
    const chosen = this.core.waves.filter((w) => wanted.includes(w.id));
    return chosen.length > 0 ? chosen : this.core.waves;
  });
  readonly one: WaveBrief | undefined = $derived(this.chosen.length === 1 ? this.chosen[0] : undefined);
  readonly #ids = $derived(new Set<WaveId>(this.chosen.map((w) => w.id)));
  readonly flows: readonly FlowSeries[] = $derived.by(() => this.core.flows.filter((f) => this.#ids.has(f.wave)));
  /** The view beside this one. */
  readonly partner: Stage | undefined = $derived.by(() => this.#lead ?? (this.view.beside ? this.twin : undefined));
  readonly #alone = $derived(peoplePerDot(this.flows, this.one !== undefined));
  /** People per dot: one size on the whole page. */
  readonly people: number = $derived.by(() => Math.max(this.#alone, this.partner ? this.partner.#alone : 0));
  readonly schedule = $derived.by(() =>
    scheduleOf(
      { flows: this.flows, routes: this.core.routes, voyages: this.core.voyages },
      this.people,
      this.one && (!this.partner || this.partner.one) ? SHORTEST_ONE : SHORTEST_ALL,
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
    countRanges([...this.core.series.values()].filter((s) => this.#ids.has(s.wave))),
  );
  /** Figures of the whole first view, and how many of them the filter hides. */
  readonly hidden: { readonly figures: number; readonly hidden: number } = $derived.by(() => {
    const figures = countFigures(this.best.series.values());
    return { figures, hidden: isOpen(this.view) ? 0 : figures - countFigures(this.core.series.values()) };
  });
  readonly eventsOfYear: readonly Event[] = $derived.by(() => {
    const [from, until] = [dayOf(this.year), dayOf(this.year + 1)];
    return this.events.filter((e) => e.date.from < until && e.date.until > from);
  });
  /** The year as running text. */
  readonly prose = $derived.by(() => proseOf(this.chosen, this.core.flows, this.eventsOfYear, this.year, this.texts));
  /** What is said aloud when the playhead has come to rest: sentences of the same text. */
  readonly aloud: string = $derived(describeAloud(this.prose, this.year, this.texts));

  constructor(parts: StageParts, lead?: Stage) {
    this.library = parts.library;
    this.best = parts.core;
    if (!lead) this.library.prepare([...parts.core.waves.map((w) => w.id), OFFICIAL]);
    this.ticker = parts.ticker;
    this.drawing = parts.drawing ?? 'auto';
    this.home = parts.home ?? '';
    this.follow = parts.follow ?? (() => {});
    this.#lead = lead;
    this.#own = parts.view;
    this.#texts = parts.texts;
    this.#clock = new Playhead(parts.view.at, parts.named, this.#tempo(), parts.ticker);
    this.playhead = lead ? new Follower(lead.playhead, () => lead.#shift) : this.#clock;
    this.reducedMotion = parts.reducedMotion;
    this.#follow();
  }

  /** The second view: it follows this one, and stands beside it while the view says so. */
  get twin(): Stage {
    const { library, best: core, texts, view, ticker, reducedMotion, drawing } = this;
    this.#twin ??= new Stage({ library, core, texts, view, named: true, ticker, reducedMotion, drawing }, this);
    return this.#twin;
  }
  /** Days from this instant to that of the second view. */
  get #shift(): number {
    const { beside, at } = this.view;
    return beside && 'at' in beside ? beside.at - at : 0;
  }

  get reducedMotion(): boolean {
    return this.#lead ? this.#lead.reducedMotion : this.#reducedMotion;
  }
  set reducedMotion(still: boolean) {
    this.#reducedMotion = still;
    this.#clock.stepwise = still;
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
  /** Brings clock and files after the view: pace and bounds, and the records that know the reader's picks. */
  #follow(): void {
    if (this.#lead) return;
    this.#clock.tempo = this.#tempo();
    const { years, picks } = this.#own;
    const [first, end] = years ? daysOf(years) : [FIRST_DAY, LAST_DAY];
    this.#clock.bounds = [Math.max(FIRST_DAY, first) as Day, Math.min(LAST_DAY, years ? end - 1 : end) as Day];
    for (const id of new Set(picks.map(waveOfPick))) void this.library.waveRecord(id as WaveId).load();
  }

  /** Chooses waves; none means all. */
  choose(waves: readonly WaveId[]): void {
    if (this.#lead) return this.#lead.#chooseBeside(waves);
    const { view } = this;
    const same = waves.length === view.waves.length && waves.every((w, i) => view.waves[i] === w);
    const hides = this.best.waves.some(
      (w) => waves.includes(w.id) && view.kinds.length > 0 && !view.kinds.includes(w.family),
    );
    // Whoever chooses a wave wants to see it.
    this.#own = { ...view, waves, place: null, part: null, page: null, ...(hides && { kinds: [] }) };
    if (!same) {
      this.#follow();
      this.openedEvent = null;
    }
    const [wave] = this.chosen;
    // A wave that is chosen while the playhead stands outside it is shown where it begins.
    if (this.one && wave && !this.playhead.playing) {
      const { from, until } = wave.during;
      if (this.playhead.at < from || this.playhead.at >= until) this.playhead.seek(middleOf(yearAt(from)));
    }
  }
  /** In the second view a wave is chosen for it alone, unless it shows another time of the same waves. */
  #chooseBeside(waves: readonly WaveId[]): void {
    const { beside } = this.view;
    if (beside && 'at' in beside) this.choose(waves);
    else this.setBeside(waves[0] ? { wave: waves[0] } : null);
  }

  /** Puts another wave or another time beside this view, or takes it away. */
  setBeside(beside: Beside | null): void {
    this.#own = { ...this.#own, at: this.playhead.at, beside };
  }

  /** Brings back a state from an address. */
  open(view: ViewState, named: boolean): void {
    this.#own = { ...view, lang: this.view.lang, theme: this.view.theme, shell: this.view.shell };
    this.playhead.pause();
    this.#follow();
    if (named) this.playhead.seek(view.at);
  }

  set<K extends keyof ViewState>(key: K, value: ViewState[K]): void {
    if (this.#lead) return this.#lead.set(key, value);
    this.#own = { ...this.#own, [key]: value };
    if (key === 'picks' || key === 'years') this.#follow();
  }
  /** Shows only what passes; what the filter leaves out keeps its state. */
  filter(filter: Partial<Filter>): void {
    if (this.#lead) return this.#lead.filter(filter);
    this.#own = { ...this.#own, ...filter };
    this.#follow();
  }
  /** Chooses a rival claim, or lets go of it; claims of the same dispute take each other's place. */
  pick(pick: string): void {
    if (this.#lead) return this.#lead.pick(pick);
    const { picks } = this.view;
    const dispute = pick.split('.').slice(0, 2).join('.');
    const others = picks.filter((p) => p !== pick && !p.startsWith(`${dispute}.`));
    this.set('picks', picks.includes(pick) ? others : [...others, pick]);
  }

  /** What a page or window needs before it can be shown: its chunk and its sentences. Rejects where one does not come. */
  async whole<T>(chunk: Promise<T>): Promise<T> {
    if (this.#lead) return this.#lead.whole(chunk);
    // Asked for by a template, which may not change any state while it is worked out.
    await Promise.resolve();
    const [module, words] = await Promise.all([chunk, this.library.words(this.#texts.lang).load()]);
    if (!words) throw new Error('no words');
    this.#whole = true;
    return module;
  }

  /** Asks for a wave's own record and its prose. */
  load(id: WaveId): void {
    void this.library.waveRecord(id).load();
    void this.library.waveText(id, this.texts.lang).load();
  }
  /** What has come of them. */
  book(id: WaveId): Book {
    const file = this.library.waveRecord(id);
    const text = this.library.waveText(id, this.texts.lang);
    const is = (status: string) => file.status === status || text.status === status;
    return {
      record: file.value && pickRaw(file.value.record as RawWave, this.view.picks),
      text: text.value,
      sources: file.value?.sources ?? {},
      failed: is('failed'),
      waiting: is('loading'),
    };
  }

  /** Asks for the newest wave's file and its prose. */
  loadToday(): void {
    void this.library.today().load();
    void this.library.todayText(this.texts.lang).load();
  }
  get todayBook(): TodayBook {
    const [file, text] = [this.library.today(), this.library.todayText(this.texts.lang)];
    return {
      today: file.value?.today,
      text: text.value,
      sources: file.value?.sources ?? {},
      failed: file.status === 'failed' || text.status === 'failed',
    };
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
    const words = this.#whole ? this.library.words(lang).load() : undefined;
    const [texts] = await Promise.all([this.library.texts(lang).load(), words]);
    // A reader who changed their mind meanwhile hears the language asked for last.
    if (this.#asked !== lang) return;
    this.failedLang = texts ? null : lang;
    if (!texts) return;
    this.#texts = texts;
    this.set('lang', lang);
  }

  /** The whole address of the view, language included, so that it opens for anyone as it is. */
  get link(): string {
    return this.home + formatAddress(this.address);
  }

  /** The state as an address would keep it. */
  get address(): ViewState {
    const { view } = this;
    const beside = view.beside && 'at' in view.beside ? { at: this.twin.playhead.at } : view.beside;
    return { ...view, at: this.playhead.at, beside };
  }
}
