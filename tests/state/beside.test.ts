// Two side by side: one clock, one size of dot. Does not prove that they are drawn (tests/browser does).
import { describe, expect, test } from 'vitest';
import { middleOf, yearAt } from '../../src/record/when.ts';
import { formatHash } from '../../src/state/address.ts';
import { settled, stageOf, wave } from './fixture.ts';

describe('beside each other', () => {
  test('Hawaii and Mexico in 1905: the second follows the first in time, and dots are of one size', () => {
    const { stage } = stageOf({ waves: [wave('hawaii')], at: middleOf(1905), beside: { wave: wave('mexico') } }, true);
    const other = stage.partner!;
    expect([stage.one?.id, other.one?.id]).toEqual(['hawaii', 'mexico']);
    stage.playhead.seek(middleOf(1903));
    expect([stage.year, other.year]).toEqual([1903, 1903]);
    expect(other.people).toBe(stage.people);
    expect(other.flows.every((f) => f.wave === 'mexico')).toBe(true);
    expect(formatHash(stage.address)).toBe('wave=hawaii&at=1903&beside=mexico');
  });
  test('Japan in numbers of ten makes the dots of Mexico ten, too', () => {
    const { stage } = stageOf({ waves: [wave('mexico')], beside: { wave: wave('japan') } });
    const alone = stageOf({ waves: [wave('japan')] }).stage.people;
    expect(alone).toBeGreaterThan(1);
    expect([stage.people, stage.partner!.people]).toEqual([alone, alone]);
    stage.setBeside(null);
    expect([stage.partner, stage.people]).toEqual([undefined, 1]);
  });
  test('1937 and 1945 stay eight years apart, whichever of them is moved', () => {
    const { stage } = stageOf({ at: middleOf(1937), beside: { at: middleOf(1945) } }, true);
    const other = stage.partner!;
    expect(other.year).toBe(1945);
    stage.goToYear(1920);
    expect(other.year).toBe(1928);
    other.goToYear(1965);
    expect(stage.year).toBe(1957);
    expect(formatHash(stage.address)).toMatch(/^at=1957.*&beside=1965/);
    stage.playhead.play();
    expect(other.playhead.playing).toBe(true);
    other.playhead.pause();
    expect(stage.playhead.playing).toBe(false);
  });
  test('a wave chosen in the second view changes the second alone; in another time, both', () => {
    const { stage } = stageOf({ waves: [wave('hawaii')], beside: { wave: wave('mexico') } });
    stage.partner!.choose([wave('germany')]);
    expect([stage.one?.id, stage.partner?.one?.id]).toEqual(['hawaii', 'germany']);
    stage.setBeside({ at: middleOf(1970) });
    stage.partner!.choose([wave('germany')]);
    expect([stage.one?.id, stage.partner?.one?.id]).toEqual(['germany', 'germany']);
  });
  test('form, claims, filter and language are those of the first', () => {
    const { stage } = stageOf({ waves: [wave('hawaii')], beside: { wave: wave('mexico') } });
    stage.partner!.set('form', 'table');
    stage.partner!.filter({ ways: ['back'] });
    expect([stage.view.form, stage.partner!.view.form, stage.view.ways]).toEqual(['table', 'table', ['back']]);
    expect(stage.partner!.texts).toBe(stage.texts);
  });
});

describe('picks and filters on the stage', () => {
  const c1 = 'manchuria.manchuria-rival-01.c1';
  const in1907 = (s: ReturnType<typeof stageOf>['stage']) =>
    s.core.series.get('jiandao-stock' as never)!.observations.find((o) => o.when.text === '1907');
  test('a pick changes the record once the wave’s file has come, and is let go again', async () => {
    const { stage } = stageOf({ waves: [wave('manchuria')], at: middleOf(1907) }, true);
    expect(in1907(stage)).toMatchObject({ value: 72_076 });
    stage.pick(c1);
    await settled();
    expect(in1907(stage)).toMatchObject({ value: 100_000, sources: ['manchuria-S12'] });
    expect(formatHash(stage.address)).toContain(`pick=${c1}`);
    expect(
      stage.book(wave('manchuria')).record!.series.find((s) => s.id === 'jiandao-stock')!.observations,
    ).toContainEqual(expect.arrayContaining(['1907', 100_000]));
    stage.pick(c1);
    expect(in1907(stage)).toMatchObject({ value: 72_076 });
  });
  test('claims of one dispute take each other’s place', () => {
    const { stage } = stageOf();
    stage.pick('japan.a.c1');
    stage.pick('mexico.b.c2');
    stage.pick('japan.a.c3');
    expect(stage.view.picks).toEqual(['mexico.b.c2', 'japan.a.c3']);
  });
  test('an address with a pick asks for the file that knows it', async () => {
    const { stage } = stageOf({ picks: [c1] });
    await settled();
    expect(in1907(stage)).toMatchObject({ value: 100_000 });
  });
  test('years bound what is played, not where the reader may go', () => {
    const { stage, ticker } = stageOf({ years: [1900, 1910] });
    stage.playhead.play();
    expect(stage.year).toBe(1900);
    for (let i = 0; i < 2000 && stage.playhead.playing; i++) ticker.frame(100);
    expect([stage.year, stage.playhead.playing]).toEqual([1910, false]);
    stage.goToYear(1937);
    expect(yearAt(stage.playhead.at)).toBe(1937);
  });
  test('what is hidden is counted, and a wave that a filter hides comes back when it is chosen', () => {
    const { stage } = stageOf({ kinds: ['plantation'] });
    expect(stage.hidden.hidden).toBeGreaterThan(400);
    expect(stage.core.waves.map((w) => w.id)).toEqual(['hawaii', 'mexico']);
    stage.choose([wave('germany')]);
    expect([stage.one?.id, stage.view.kinds, stage.hidden.hidden]).toEqual(['germany', [], 0]);
  });
  test('what is said aloud are sentences of the text', () => {
    const { stage } = stageOf({ at: middleOf(1905), waves: [wave('mexico')] }, true);
    expect(stage.aloud).toContain('1,033');
    for (const s of stage.prose[0]!.sentences) if (s.figure) expect(stage.aloud).toContain(s.text);
  });
});
