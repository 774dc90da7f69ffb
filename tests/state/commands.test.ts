// One list of commands for keys, buttons and the page of keys. Does not prove that a key reaches the page (tests/browser does).
import { describe, expect, test } from 'vitest';
import { FIRST_YEAR, LAST_YEAR, middleOf } from '../../src/record/when.ts';
import { COMMANDS, findCommand, type Pressed } from '../../src/state/commands.ts';
import { SPEEDS } from '../../src/state/playhead.svelte.ts';
import { THEMES } from '../../src/state/view-state.ts';
import { compiled } from '../the-record.ts';
import { WAVES, settled, stageOf, wave } from './fixture.ts';

const pressed = (key: string, target: unknown = null, held: Partial<Pressed> = {}): Pressed => ({
  key,
  target: target as EventTarget | null,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const press = (stage: ReturnType<typeof stageOf>['stage'], key: string) => findCommand(pressed(key))!.perform(stage);
const perform = (stage: ReturnType<typeof stageOf>['stage'], id: string) =>
  COMMANDS.find((c) => c.id === id)!.perform(stage);

describe('the list', () => {
  test('has every id once and every key once', () => {
    const ids = COMMANDS.map((c) => c.id);
    const keys = COMMANDS.flatMap((c) => c.keys);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((k) => k.length > 0)).toBe(true);
  });
  test.each(['ko', 'en'])(
    'has a sentence for every command in “%s”, and no sentence for a command that is gone',
    (lang) => {
      const ui = compiled.raw.ui[lang]!;
      for (const { id } of COMMANDS) expect(ui[`command.${id}`], id).toBeTruthy();
      // The map has its own keys, explained in one line.
      const spare = Object.keys(ui).filter(
        (k) => k.startsWith('command.') && k !== 'command.map' && !COMMANDS.some((c) => `command.${c.id}` === k),
      );
      expect(spare).toEqual([]);
    },
  );
  test('each key stands for its command', () => {
    for (const command of COMMANDS) for (const key of command.keys) expect(findCommand(pressed(key))).toBe(command);
    for (const key of ['q', 'Enter', 'Tab', 'F5', 'toString', ''])
      expect(findCommand(pressed(key)), key).toBeUndefined();
  });
});

describe('keys that mean something else', () => {
  test('with Ctrl, Alt or the command key the browser has its own use for them', () => {
    for (const command of COMMANDS)
      for (const key of command.keys)
        for (const held of ['ctrlKey', 'metaKey', 'altKey'])
          expect(findCommand(pressed(key, null, { [held]: true }))).toBeUndefined();
  });
  test('in a field typing is typing', () => {
    for (const target of [
      { tagName: 'INPUT' },
      { tagName: 'TEXTAREA' },
      { tagName: 'SELECT' },
      { tagName: 'DIV', isContentEditable: true },
    ])
      for (const command of COMMANDS)
        for (const key of command.keys)
          expect(findCommand(pressed(key, target)), `${key} in ${target.tagName}`).toBeUndefined();
  });
  test('on a button the space bar presses the button, and the arrows still step', () => {
    for (const tagName of ['BUTTON', 'SUMMARY', 'A']) {
      expect(findCommand(pressed(' ', { tagName }))).toBeUndefined();
      expect(findCommand(pressed('ArrowRight', { tagName }))?.id).toBe('forward');
    }
    expect(findCommand(pressed(' ', { tagName: 'DIV' }))?.id).toBe('play');
  });
});

describe('what they do', () => {
  test('play plays, and pauses', () => {
    const { stage, ticker } = stageOf();
    press(stage, ' ');
    expect([stage.playhead.playing, ticker.running]).toEqual([true, 1]);
    press(stage, 'k');
    expect([stage.playhead.playing, ticker.running]).toEqual([false, 0]);
  });
  test('a command called forward goes on, one called back goes back; a decade is ten years', () => {
    const years = Object.fromEntries(
      ['forward', 'back', 'decade-forward', 'decade-back'].map((id) => {
        const { stage } = stageOf({ at: middleOf(1937) }, true);
        perform(stage, id);
        return [id, stage.year - 1937];
      }),
    );
    expect(years).toEqual({ forward: 1, back: -1, 'decade-forward': 10, 'decade-back': -10 });
  });
  test('as on any slider, Page Up and the right arrow go on, Page Down and the left arrow back', () => {
    const years = ['PageUp', 'ArrowRight', 'PageDown', 'ArrowLeft'].map((key) => {
      const { stage } = stageOf({ at: middleOf(1937) }, true);
      press(stage, key);
      return stage.year - 1937;
    });
    expect(years).toEqual([10, 1, -10, -1]);
  });
  test('the sentence says which way: on is on, back is back', () => {
    for (const { id, keys } of COMMANDS.filter((c) => /forward|back/.test(c.id))) {
      const { stage } = stageOf({ at: middleOf(1937) }, true);
      press(stage, keys[0]!);
      expect([id, /^On/.test(compiled.raw.ui['en']![`command.${id}`]!)]).toEqual([id, stage.year > 1937]);
    }
  });
  test('Home and End go to the ends of the atlas', () => {
    const { stage } = stageOf();
    press(stage, 'Home');
    expect(stage.year).toBe(FIRST_YEAR);
    press(stage, 'End');
    expect(stage.year).toBe(LAST_YEAR);
  });
  test('faster and slower go through the speeds and stay at their ends', () => {
    const { stage } = stageOf();
    const speeds = ['>', '>', '>', '<', '<', '<', '<', '<'].map((key) => {
      press(stage, key);
      return stage.playhead.speed;
    });
    expect(speeds).toEqual([2, 4, 4, 2, 1, 0.5, 0.5, 0.5]);
    expect(SPEEDS).toContain(stage.playhead.speed);
  });
  test('] goes through all waves one by one and back to all, [ the other way', () => {
    const { stage } = stageOf();
    const seen = Array.from({ length: 12 }, () => (press(stage, ']'), stage.one?.id ?? 'all'));
    expect(seen).toEqual([...WAVES, 'all']);
    const back = Array.from({ length: 12 }, () => (press(stage, '['), stage.one?.id ?? 'all'));
    expect(back).toEqual([...WAVES.toReversed(), 'all']);
  });
  test('Escape closes the list of keys first, then chooses all waves', () => {
    const { stage } = stageOf({ waves: [wave('hawaii')] });
    press(stage, '?');
    expect(stage.window).toBe('keys');
    press(stage, 'Escape');
    expect([stage.window, stage.one?.id]).toEqual([null, 'hawaii']);
    press(stage, 'Escape');
    expect(stage.one).toBeUndefined();
  });
  test('the theme goes round, the scales and the language back and forth', async () => {
    const { stage } = stageOf();
    const themes = THEMES.map(() => (press(stage, 't'), stage.view.theme));
    expect(themes).toEqual([...THEMES.slice(1), THEMES[0]]);
    press(stage, 's');
    expect(stage.ownScales).toBe(true);
    press(stage, 's');
    expect(stage.ownScales).toBe(false);
    press(stage, 'l');
    await settled();
    expect(stage.view.lang).toBe('ko');
    press(stage, 'l');
    await settled();
    expect(stage.view.lang).toBe('en');
  });
});
