// The clock, stepped by hand. Does not prove that a browser gives frames in time.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/record/model.ts';
import { FIRST_DAY, LAST_DAY, dayOf, middleOf, whenOf } from '../../src/record/when.ts';
import { WHOLE_SECONDS, dayAt, secondsAt, tempoOf } from '../../src/scene/tempo.ts';
import { Playhead, SPEEDS } from '../../src/state/playhead.svelte.ts';
import { core } from '../the-record.ts';
import { HandTicker } from './fixture.ts';

const tempo = tempoOf(core);
function playheadAt(day: number, chosen = true) {
  const ticker = new HandTicker();
  return { ticker, playhead: new Playhead(day as Day, chosen, tempo, ticker.start) };
}
const played = (p: Playhead) => secondsAt(tempo, p.at);

describe('playing', () => {
  test('sixty frames of a sixtieth are one second, wherever it starts', () => {
    for (const year of [1861, 1905, 1937, 2000]) {
      const { playhead, ticker } = playheadAt(middleOf(year));
      const before = played(playhead);
      playhead.play();
      for (let i = 0; i < 60; i++) ticker.frame(1000 / 60);
      expect(played(playhead) - before).toBeCloseTo(1, 6);
    }
  });
  test('the way of a second does not hang on how many frames it had', () => {
    const ends = [10, 20, 25, 50, 100].map((dt) => {
      const { playhead, ticker } = playheadAt(middleOf(1905));
      playhead.play();
      for (let t = 0; t < 1000; t += dt) ticker.frame(dt);
      return playhead.at as number;
    });
    for (const end of ends) expect(end).toBeCloseTo(ends[0]!, 3);
  });
  test('a hidden tab does not jump a decade: a frame of an hour counts 100 ms', () => {
    const [long, short] = [playheadAt(middleOf(1900)), playheadAt(middleOf(1900))];
    for (const { playhead } of [long, short]) playhead.play();
    long.ticker.frame(3_600_000);
    short.ticker.frame(100);
    expect(long.playhead.at).toBe(short.playhead.at);
    expect(long.playhead.at - middleOf(1900)).toBeLessThan(366);
  });
  test('twice the speed is twice the way', () => {
    const way = (speed: number) => {
      const { playhead, ticker } = playheadAt(middleOf(1880));
      playhead.speed = speed;
      const before = played(playhead);
      playhead.play();
      for (let i = 0; i < 10; i++) ticker.frame(20);
      return played(playhead) - before;
    };
    for (const speed of SPEEDS) expect(way(speed)).toBeCloseTo(0.2 * speed, 9);
  });
  test('time never goes back', () => {
    const { playhead, ticker } = playheadAt(FIRST_DAY);
    playhead.play();
    for (let before = playhead.at; playhead.playing; before = playhead.at) {
      ticker.frame(90);
      expect(playhead.at).toBeGreaterThan(before);
    }
    expect(playhead.at).toBe(LAST_DAY);
  });
  test('the whole takes 100 seconds', () => {
    const { playhead, ticker } = playheadAt(FIRST_DAY);
    playhead.play();
    let frames = 0;
    while (playhead.playing && frames < 5000) {
      ticker.frame(50);
      frames++;
    }
    expect(Math.abs(frames * 0.05 - WHOLE_SECONDS)).toBeLessThan(0.2);
  });
  test('a frame without time, or one that goes back, moves nothing on', () => {
    const { playhead, ticker } = playheadAt(middleOf(1905));
    playhead.play();
    ticker.frame(0);
    expect(playhead.at).toBeCloseTo(middleOf(1905), 6);
  });
});

describe('starting and stopping', () => {
  test('where nothing was chosen it plays from the beginning, after that from where it stands', () => {
    const { playhead, ticker } = playheadAt(middleOf(1937), false);
    expect(playhead.at).toBe(middleOf(1937));
    playhead.play();
    expect(playhead.at).toBe(FIRST_DAY);
    for (let i = 0; i < 20; i++) ticker.frame(100);
    playhead.pause();
    const { at } = playhead;
    playhead.play();
    expect(playhead.at).toBe(at);
  });
  test('where an instant was chosen it plays from there', () => {
    for (const choose of [(p: Playhead) => p.seek(middleOf(1905)), undefined]) {
      const { playhead } = playheadAt(middleOf(1905), choose === undefined);
      choose?.(playhead);
      playhead.play();
      expect(playhead.at).toBe(middleOf(1905));
    }
  });
  test('it stops at the end, asks for no more frames, and then plays from the beginning', () => {
    const { playhead, ticker } = playheadAt(LAST_DAY - 3);
    playhead.play();
    for (let i = 0; i < 50; i++) ticker.frame(100);
    expect([playhead.at, playhead.playing, ticker.running]).toEqual([LAST_DAY, false, 0]);
    playhead.play();
    expect([playhead.at, playhead.playing, ticker.running]).toEqual([FIRST_DAY, true, 1]);
  });
  test('one press too many starts no second clock and stops no other', () => {
    const { playhead, ticker } = playheadAt(middleOf(1905));
    playhead.play();
    playhead.play();
    expect(ticker.running).toBe(1);
    playhead.pause();
    playhead.pause();
    expect([ticker.running, playhead.playing]).toEqual([0, false]);
    ticker.frame(100);
    expect(playhead.at).toBe(middleOf(1905));
    playhead.toggle();
    playhead.toggle();
    expect([ticker.running, playhead.playing]).toEqual([0, false]);
  });
  test('nothing moves until it is told to', () => {
    const { playhead, ticker } = playheadAt(middleOf(1905));
    expect([ticker.running, playhead.playing]).toEqual([0, false]);
    ticker.frame(100);
    expect(playhead.at).toBe(middleOf(1905));
  });
});

describe('seeking', () => {
  test('goes to the instant, and not beyond the atlas', () => {
    const { playhead } = playheadAt(middleOf(1905));
    playhead.seek(whenOf('1903-01-13').from);
    expect([playhead.at, playhead.year]).toEqual([whenOf('1903-01-13').from, 1903]);
    playhead.seek(dayOf(1492));
    expect([playhead.at, playhead.year]).toEqual([FIRST_DAY, 1860]);
    playhead.seek(dayOf(2500));
    expect([playhead.at, playhead.year]).toEqual([LAST_DAY, 2026]);
  });
  test('while it plays, playing goes on from there', () => {
    const { playhead, ticker } = playheadAt(middleOf(1870));
    playhead.play();
    playhead.seek(middleOf(1950));
    ticker.frame(100);
    expect([playhead.playing, playhead.year]).toEqual([true, 1950]);
    expect(playhead.at).toBe(dayAt(tempo, secondsAt(tempo, middleOf(1950)) + 0.1));
  });
  test('an instant outside the atlas at the start is its nearest end', () => {
    expect([playheadAt(dayOf(1700)).playhead.at, playheadAt(dayOf(2200)).playhead.at]).toEqual([FIRST_DAY, LAST_DAY]);
  });
  test('the year is that of the instant, on New Year’s Day too', () => {
    const { playhead } = playheadAt(dayOf(1945));
    expect(playhead.year).toBe(1945);
    playhead.seek(dayOf(1945) - 0.001);
    expect(playhead.year).toBe(1944);
  });
});
