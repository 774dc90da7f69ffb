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
    if (!this.chosen || this.at >= LAST_DAY) this.at = FIRST_DAY;
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
    const day = seconds >= WHOLE_SECONDS ? LAST_DAY : dayAt(this.tempo, seconds);
    // Reduced motion: the map steps from year to year.
    this.at = this.stepwise && day < LAST_DAY ? middleOf(yearAt(day)) : day;
    if (this.at >= LAST_DAY) this.pause();
  }
}
