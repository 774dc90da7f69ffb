/** The only clock. Frames come from a `Ticker` that is passed in, so that a test steps it by hand. */
import type { Day } from '../record/model.ts';
import { FIRST_DAY, LAST_DAY, middleOf, yearAt } from '../record/when.ts';
import { WHOLE_SECONDS, dayAt, secondsAt, type Tempo } from '../scene/tempo.ts';

/** Calls back once a frame with the milliseconds since the last; returns how to stop. */
export type Ticker = (frame: (dt: number) => void) => () => void;

/** A hidden tab does not jump a decade. */
const LONGEST_FRAME_MS = 100;
export const SPEEDS = [0.5, 1, 2, 4] as const;

const clampDay = (day: number): Day => Math.max(FIRST_DAY, Math.min(LAST_DAY, day)) as Day;

/** What a page reads and does of a clock: the one clock, or one that follows it at a distance. */
export type Clock = Readonly<Pick<Playhead, 'at' | 'playing' | 'chosen' | 'year' | 'tempo'>> &
  Pick<Playhead, 'speed' | 'play' | 'pause' | 'toggle' | 'seek'>;

export class Playhead {
  at = $state.raw<Day>(FIRST_DAY);
  playing = $state(false);
  speed = $state<number>(1);
  /** Whether the reader has chosen an instant; until then play starts from the beginning. */
  chosen = $state(false);
  readonly year = $derived(yearAt(this.at));
  /** From year to year instead of gliding. */
  stepwise = false;
  tempo: Tempo;
  /** First and last instant that are played; the reader may go anywhere. */
  bounds: readonly [first: Day, last: Day] = [FIRST_DAY, LAST_DAY];
  /** Playing time while stepping, seconds: the year shown stands still, the clock does not. */
  #passed: number | undefined;
  readonly #ticker: Ticker;
  #stop: (() => void) | undefined;

  constructor(at: Day, chosen: boolean, tempo: Tempo, ticker: Ticker) {
    this.at = clampDay(at);
    this.chosen = chosen;
    this.tempo = tempo;
    this.#ticker = ticker;
  }

  play(): void {
    if (this.playing) return;
    const [first, last] = this.bounds;
    if (!this.chosen || this.at >= last || this.at < first) this.at = first;
    this.chosen = true;
    this.playing = true;
    this.#stop = this.#ticker((dt) => this.step(dt));
  }

  #seconds(): number {
    const shown = secondsAt(this.tempo, this.at);
    return this.stepwise && this.#passed !== undefined ? this.#passed : shown;
  }

  pause(): void {
    this.#passed = undefined;
    this.#stop?.();
    this.#stop = undefined;
    this.playing = false;
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** Goes to an instant at once. */
  seek(day: number): void {
    this.chosen = true;
    this.#passed = undefined;
    this.at = clampDay(day);
  }

  /** One frame of playing; `dt` in milliseconds. */
  step(dt: number): void {
    const seconds = this.#seconds() + (Math.min(dt, LONGEST_FRAME_MS) / 1000) * this.speed;
    this.#passed = seconds;
    const last = this.bounds[1];
    const day = seconds >= WHOLE_SECONDS ? last : (Math.min(last, dayAt(this.tempo, seconds)) as Day);
    // Reduced motion: the map steps from year to year.
    this.at = this.stepwise && day < last ? middleOf(yearAt(day)) : day;
    if (this.at >= last) this.pause();
  }
}

/** The clock of a second view: always the same time before or after the first. */
export class Follower implements Clock {
  readonly #leader: Clock;
  readonly #shift: () => number;
  readonly at: Day = $derived.by(() => clampDay(this.#leader.at + this.#shift()));
  readonly playing: boolean = $derived.by(() => this.#leader.playing);
  readonly chosen: boolean = $derived.by(() => this.#leader.chosen);
  readonly year: number = $derived(yearAt(this.at));
  /** @param shift days from the leader's instant to this one's */
  constructor(leader: Clock, shift: () => number) {
    this.#leader = leader;
    this.#shift = shift;
  }
  get tempo(): Tempo {
    return this.#leader.tempo;
  }
  get speed(): number {
    return this.#leader.speed;
  }
  set speed(speed: number) {
    this.#leader.speed = speed;
  }
  play = (): void => this.#leader.play();
  pause = (): void => this.#leader.pause();
  toggle = (): void => this.#leader.toggle();
  seek = (day: number): void => this.#leader.seek(day - this.#shift());
}
