// The stage: what is chosen, what follows from it, and what an address would keep. Does not prove that it is shown.
import { describe, expect, test } from 'vitest';
import { FIRST_DAY, LAST_DAY, isoAt, middleOf, whenOf } from '../../src/record/when.ts';
import { SHORTEST_ALL, SHORTEST_ONE } from '../../src/scene/schedule.ts';
import { formatAddress, parseAddress } from '../../src/state/address.ts';
import { defaultView } from '../../src/state/view-state.ts';
import { core, textsIn } from '../the-record.ts';
import { HandFetch, WAVES, settled, stageOf, wave } from './fixture.ts';

describe('a stage opens', () => {
  test('on all eleven waves, paused, at the instant of its address', () => {
    const { stage, ticker } = stageOf({ at: whenOf('1905-04-20').from }, true);
    expect([stage.chosen.length, stage.one, stage.playhead.playing, ticker.running]).toEqual([11, undefined, false, 0]);
    expect([isoAt(stage.playhead.at), stage.year]).toEqual(['1905-04-20', 1905]);
    expect(stage.schedule.shortest).toBe(SHORTEST_ALL);
    expect(stage.schedule.people).toBe(stage.people);
  });
  test('on one wave, with one person a dot where they are few', () => {
    for (const [id, people] of [
      ['mexico', 1],
      ['hawaii', 1],
    ] as const) {
      const { stage } = stageOf({ waves: [wave(id)] });
      expect([stage.one?.id, stage.people, stage.schedule.people, stage.schedule.shortest]).toEqual([
        id,
        people,
        people,
        SHORTEST_ONE,
      ]);
      expect(new Set(stage.flows.map((f) => f.wave))).toEqual(new Set([id]));
      expect(new Set(stage.events.map((e) => e.wave))).toEqual(new Set([id]));
      expect(new Set(stage.routes.map((r) => r.wave))).toEqual(new Set([id]));
      expect(new Set(stage.standing.map((s) => s.series.wave))).toEqual(new Set([id]));
    }
  });
  test.each(WAVES)('%s alone never needs more than 50,000 dots', (id) => {
    const { stage } = stageOf({ waves: [id] });
    expect([1, 10, 100, 1000]).toContain(stage.people);
    expect(stage.schedule.length).toBeLessThan(50_000);
    expect(stage.schedule.length).toBeGreaterThan(10);
  });
  test('says 1905 as it should be said, for all waves and for one', () => {
    const { stage } = stageOf({ at: middleOf(1905) }, true);
    expect(stage.spoken).toContain('2,659 to Hawaii');
    expect(stage.spoken).toContain('1,033 to Mexico');
    stage.choose([wave('mexico')]);
    expect(stage.spoken).toBe('1905: 1,033 to Mexico');
  });
  test('knows the events of its year, and no others', () => {
    const { stage } = stageOf({ at: middleOf(1905), waves: [wave('mexico')] }, true);
    expect(stage.eventsOfYear.length).toBeGreaterThan(0);
    for (const e of stage.eventsOfYear)
      expect(e.date.from < middleOf(1906) && e.date.until > middleOf(1904)).toBe(true);
    expect(stage.eventsOfYear.some((e) => e.date.text.startsWith('1905-04'))).toBe(true);
  });
});

describe('choosing', () => {
  test('a wave that lies elsewhere in time goes to where it begins', () => {
    const { stage } = stageOf();
    stage.choose([wave('mexico')]);
    expect([stage.year, stage.one?.id]).toEqual([1905, 'mexico']);
    stage.choose([wave('us-manufacturing')]);
    expect(stage.year).toBe(2010);
  });
  test('a wave that is under way stays at the instant', () => {
    const { stage } = stageOf({ at: whenOf('1904-03-05').from }, true);
    stage.choose([wave('hawaii')]);
    expect(isoAt(stage.playhead.at)).toBe('1904-03-05');
  });
  test('while playing moves nothing', () => {
    const { stage, ticker } = stageOf({ at: middleOf(1950) }, true);
    stage.playhead.play();
    ticker.frame(50);
    const { at } = stage.playhead;
    stage.choose([wave('mexico')]);
    expect([stage.playhead.at, stage.playhead.playing]).toEqual([at, true]);
  });
  test('another wave plays at another pace, the same one at the same', () => {
    const { stage } = stageOf({ at: middleOf(1905) }, true);
    const { tempo } = stage.playhead;
    stage.choose([]);
    expect(stage.playhead.tempo).toBe(tempo);
    stage.choose([wave('mexico')]);
    expect(stage.playhead.tempo).not.toEqual(tempo);
    stage.choose([]);
    expect(stage.playhead.tempo).toEqual(tempo);
  });
  test('none means all, and an unknown one too', () => {
    const { stage } = stageOf({ waves: [wave('hawaii')] });
    stage.choose([]);
    expect([stage.chosen.length, stage.view.waves]).toEqual([11, []]);
    stage.choose([wave('atlantis')]);
    expect(stage.chosen.length).toBe(11);
  });
  test('several waves keep the order in which they began, and draw dots as large as all do', () => {
    const { stage } = stageOf({ waves: [wave('mexico'), wave('hawaii')] });
    expect(stage.chosen.map((w) => w.id)).toEqual(['hawaii', 'mexico']);
    expect([stage.one, stage.people]).toEqual([undefined, stageOf().stage.people]);
  });
  test('closes what was opened in the wave before, and forgets its place', () => {
    const { stage } = stageOf({ waves: [wave('mexico')] });
    stage.openedEvent = stage.events[0]!.id;
    stage.set('place', 'merida' as never);
    stage.choose([wave('hawaii')]);
    expect([stage.openedEvent, stage.view.place]).toEqual([null, null]);
  });
});

describe('stepping', () => {
  test('a year on and back lands in the middle of years, and stops the play', () => {
    const { stage, ticker } = stageOf({ at: whenOf('1905-04-20').from }, true);
    stage.playhead.play();
    stage.stepYears(1);
    expect([stage.playhead.at, stage.playhead.playing, ticker.running]).toEqual([middleOf(1906), false, 0]);
    stage.stepYears(-1);
    expect(stage.playhead.at).toBe(middleOf(1905));
  });
  test('ends at the ends', () => {
    const { stage } = stageOf();
    stage.stepYears(-1000);
    expect([stage.playhead.at, stage.year]).toEqual([FIRST_DAY, 1860]);
    stage.stepYears(1000);
    expect([stage.playhead.at, stage.year]).toEqual([LAST_DAY, 2026]);
    stage.goToYear(1937);
    expect(stage.playhead.at).toBe(middleOf(1937));
  });
});

describe('an address', () => {
  const known = { waves: new Set<string>(WAVES), places: new Set<string>(core.places.keys()) };
  test('brings the moment back on another stage', () => {
    const { stage } = stageOf();
    stage.choose([wave('russia')]);
    stage.playhead.seek(whenOf('1937-10-25').from);
    stage.set('form', 'table');
    const [search, hash] = formatAddress(stage.address).split('#') as [string, string];
    expect(hash).toBe('wave=russia&at=1937-10-25&form=table');
    const other = stageOf();
    other.stage.playhead.play();
    const { state, named } = parseAddress(search, hash, 'en', known);
    other.stage.open(state, named);
    expect(formatAddress(other.stage.address)).toBe(formatAddress(stage.address));
    expect([other.stage.one?.id, other.stage.playhead.playing, other.ticker.running]).toEqual(['russia', false, 0]);
    expect(other.stage.playhead.tempo).toEqual(stage.playhead.tempo);
  });
  test('changes the moment only: language, theme and shell are the page’s own', () => {
    const { stage } = stageOf({ shell: 'embed', theme: 'dark', lang: 'ko' });
    stage.open({ ...defaultView('en'), waves: [wave('hawaii')] }, false);
    expect(stage.view).toMatchObject({ shell: 'embed', theme: 'dark', lang: 'ko', waves: ['hawaii'] });
  });
  test('without an instant leaves the instant alone', () => {
    const { stage } = stageOf({ at: middleOf(1904) }, true);
    stage.open({ ...defaultView('en'), waves: [wave('hawaii')] }, false);
    expect(stage.playhead.at).toBe(middleOf(1904));
  });
});

describe('another language', () => {
  test('changes the words and nothing else', async () => {
    const { stage } = stageOf({ at: middleOf(1905), waves: [wave('mexico')] }, true);
    const { schedule, view } = stage;
    await stage.speak('ko');
    expect(stage.spoken).toBe(`1905년: ${textsIn('ko').waveName(wave('mexico'))}로 1,033명`);
    expect(stage.view).toEqual({ ...view, lang: 'ko' });
    expect(stage.schedule).toEqual(schedule);
    expect(stage.failedLang).toBeNull();
  });
  test('that does not come leaves the old words, and says which', async () => {
    const hand = new HandFetch();
    const { stage } = stageOf({}, false, hand.fetch);
    const spoken = stage.speak('ko');
    await hand.fail('ko/core');
    await spoken;
    expect([stage.failedLang, stage.texts.lang, stage.view.lang]).toEqual(['ko', 'en', 'en']);
  });
  test('asked for twice while it is on its way has not failed', async () => {
    const hand = new HandFetch();
    const { stage } = stageOf({}, false, hand.fetch);
    const both = [stage.speak('ko'), stage.speak('ko')];
    await settled();
    expect(stage.failedLang).toBeNull();
    await hand.come('ko/core');
    await Promise.all(both);
    expect([stage.failedLang, stage.texts.lang]).toEqual([null, 'ko']);
  });
  test('the last one asked for is spoken, in whatever order they come', async () => {
    const hand = new HandFetch();
    const { stage } = stageOf({}, false, hand.fetch);
    const both = [stage.speak('ko'), stage.speak('en')];
    await hand.come('en/core');
    await hand.come('ko/core');
    await Promise.all(both);
    expect([stage.texts.lang, stage.view.lang]).toEqual(['en', 'en']);
  });
});
