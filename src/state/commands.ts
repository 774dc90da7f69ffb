/** One list of commands: it feeds the keys, the buttons and the page of keys. */
import { FIRST_YEAR, LAST_YEAR } from '../record/when.ts';
import type { Stage } from './stage.svelte.ts';
import { SPEEDS } from './playhead.svelte.ts';
import { CLAIMS } from '../record/claims.ts';
import { FORMS, THEMES } from './view-state.ts';

export interface Command {
  /** Also the key of its sentence: `command.play`. */
  readonly id: string;
  /** `KeyboardEvent.key` values. */
  readonly keys: readonly string[];
  readonly perform: (stage: Stage) => void;
}

/** The next of a list, round and round. */
const next = <T>(list: readonly T[], now: T, by = 1): T => list[(list.indexOf(now) + by + list.length) % list.length]!;

/** All waves, then each, then all again. */
function chooseNext(stage: Stage, by: number): void {
  const ids = [null, ...stage.core.waves.map((w) => w.id)];
  const chosen = next(ids, stage.one?.id ?? null, by);
  stage.choose(chosen ? [chosen] : []);
}

export const COMMANDS: readonly Command[] = [
  { id: 'play', keys: [' ', 'k'], perform: (s) => s.playhead.toggle() },
  { id: 'forward', keys: ['ArrowRight'], perform: (s) => s.stepYears(1) },
  { id: 'back', keys: ['ArrowLeft'], perform: (s) => s.stepYears(-1) },
  { id: 'decade-forward', keys: ['PageUp'], perform: (s) => s.stepYears(10) },
  { id: 'decade-back', keys: ['PageDown'], perform: (s) => s.stepYears(-10) },
  { id: 'first', keys: ['Home'], perform: (s) => s.goToYear(FIRST_YEAR) },
  { id: 'last', keys: ['End'], perform: (s) => s.goToYear(LAST_YEAR) },
  {
    id: 'faster',
    keys: ['>', '.'],
    perform: (s) =>
      (s.playhead.speed = SPEEDS[Math.min(SPEEDS.length - 1, SPEEDS.indexOf(s.playhead.speed as 1) + 1)]!),
  },
  {
    id: 'slower',
    keys: ['<', ','],
    perform: (s) => (s.playhead.speed = SPEEDS[Math.max(0, SPEEDS.indexOf(s.playhead.speed as 1) - 1)]!),
  },
  { id: 'next-wave', keys: [']'], perform: (s) => chooseNext(s, 1) },
  { id: 'previous-wave', keys: ['['], perform: (s) => chooseNext(s, -1) },
  {
    id: 'all',
    keys: ['Escape'],
    perform: (s) =>
      void (s.window
        ? (s.window = null)
        : s.view.page
          ? s.set('page', null)
          : s.view.beside
            ? s.setBeside(null)
            : s.choose([])),
  },
  { id: 'form', keys: ['v'], perform: (s) => s.set('form', next(FORMS, s.view.form)) },
  { id: 'claims', keys: ['c'], perform: (s) => s.set('claims', next(CLAIMS, s.view.claims)) },
  { id: 'scales', keys: ['s'], perform: (s) => (s.ownScales = !s.ownScales) },
  { id: 'language', keys: ['l'], perform: (s) => void s.speak(s.view.lang === 'ko' ? 'en' : 'ko') },
  { id: 'theme', keys: ['t'], perform: (s) => s.set('theme', next(THEMES, s.view.theme)) },
  { id: 'search', keys: ['/'], perform: (s) => (s.window = 'search') },
  { id: 'filter', keys: ['f'], perform: (s) => (s.window = 'filter') },
  { id: 'beside', keys: ['b'], perform: (s) => (s.window = 'beside') },
  { id: 'take', keys: ['x'], perform: (s) => (s.window = 'take') },
  { id: 'keys', keys: ['?'], perform: (s) => (s.window = s.window === 'keys' ? null : 'keys') },
];

/** Where typing means typing, or a control has its own use of the key. */
function keepsKey(target: EventTarget | null, key: string): boolean {
  const el = target as { tagName?: string; type?: string; isContentEditable?: boolean } | null;
  if (el?.isContentEditable) return true;
  if (el?.tagName === 'INPUT' || el?.tagName === 'SELECT' || el?.tagName === 'TEXTAREA') return true;
  return (
    (el?.tagName === 'BUTTON' || el?.tagName === 'SUMMARY' || el?.tagName === 'A') && (key === ' ' || key === 'Enter')
  );
}

export interface Pressed {
  readonly key: string;
  readonly target: EventTarget | null;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}
/** The command that a key stands for where it was pressed. */
export const findCommand = (event: Pressed): Command | undefined =>
  event.ctrlKey || event.metaKey || event.altKey || keepsKey(event.target, event.key)
    ? undefined
    : COMMANDS.find((c) => c.keys.includes(event.key));
