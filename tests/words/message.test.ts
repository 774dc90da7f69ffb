// Sentences with slots, and the particles of Korean. Does not prove that a sentence reads well.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMessage, withParticle } from '../../src/words/message.ts';
import { archive, compiled } from '../the-record.ts';

/** Final consonant of a Hangul syllable by arithmetic on its code point: 0 none, 8 ㄹ. */
const finalOf = (syllable: string) => (syllable.charCodeAt(0) - 0xac00) % 28;
const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((c) => String.fromCharCode(c));
const word = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((s) => s.join(''));
const closed = (w: string) => finalOf(w.at(-1)!) > 0;
const rieul = (w: string) => finalOf(w.at(-1)!) === 8;

describe('particles', () => {
  test('은 after a consonant, 는 after a vowel; 이 and 가, 을 and 를, 과 and 와 likewise, for every syllable there is', () => {
    for (let c = 0xac00; c <= 0xd7a3; c++) {
      const w = String.fromCharCode(c);
      const shut = finalOf(w) > 0;
      if (withParticle(w, '은/는') !== w + (shut ? '은' : '는')) expect.fail(w);
      if (withParticle(w, '이/가') !== w + (shut ? '이' : '가')) expect.fail(w);
      if (withParticle(w, '을/를') !== w + (shut ? '을' : '를')) expect.fail(w);
    }
  });
  test('으로 after a consonant but ㄹ, else 로', () => {
    fc.assert(
      fc.property(word, (w) => withParticle(w, '으로/로') === w + (closed(w) && !rieul(w) ? '으로' : '로')),
      { seed: 1903, numRuns: 2000 },
    );
  });
  test('only the last syllable decides, and the word itself stays as it is', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(withParticle(a + b, '은/는').slice((a + b).length)).toBe(withParticle(b, '은/는').slice(b.length));
        expect(withParticle(a, '이/가').startsWith(a)).toBe(true);
      }),
      { seed: 1905 },
    );
  });
  test.each([
    ['하와이', '하와이로'],
    ['멕시코', '멕시코로'],
    ['일본', '일본으로'],
    ['러시아', '러시아로'],
    ['독일', '독일로'],
    ['브라질', '브라질로'],
    ['베트남', '베트남으로'],
    ['만주', '만주로'],
    ['중동', '중동으로'],
    ['서울', '서울로'],
    ['사할린', '사할린으로'],
    ['캘리포니아', '캘리포니아로'],
  ])('%s: %s', (place, way) => expect(withParticle(place, '으로/로')).toBe(way));
  test('every wave has a name that takes its particle', () => {
    for (const { id } of archive.waves) {
      const name = compiled.raw.texts['ko']![id]!.name;
      const expected = closed(name) && !rieul(name) ? `${name}으로` : `${name}로`;
      expect(withParticle(name, '으로/로')).toBe(expected);
    }
  });
  test('a number is read aloud: 1은, 2는, 3은, 7로, 8로, 10으로, 1,033은', () => {
    expect(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((n) => withParticle(n, '은/는').slice(-1)).join(''),
    ).toBe('은는은는는은은은는은');
    expect(['1', '3', '6', '7', '8', '0'].map((n) => withParticle(n, '으로/로').slice(1))).toEqual([
      '로',
      '으로',
      '으로',
      '로',
      '로',
      '으로',
    ]);
    expect(withParticle('1,033', '이/가')).toBe('1,033이');
    expect(withParticle('1905년', '은/는')).toBe('1905년은');
    expect(withParticle('10만', '으로/로')).toBe('10만으로');
  });
  test('a bracket or a quotation mark at the end is not read aloud', () => {
    expect(withParticle('‘일포드’', '은/는')).toBe('‘일포드’는');
    expect(withParticle('해삼위(블라디보스토크)', '이/가')).toBe('해삼위(블라디보스토크)가');
    expect(withParticle('제물포(인천)', '으로/로')).toBe('제물포(인천)으로');
  });
  test('after another script stands the form for a vowel', () => {
    expect(withParticle('Ilford', '은/는')).toBe('Ilford는');
    expect(withParticle('', '이/가')).toBe('가');
  });
});

describe('messages', () => {
  const messages = {
    plain: '닫기',
    two: '{n} to {wave}',
    particle: '{wave|으로/로} {n}명',
    twice: '{n}, {n}',
    topic: '{place|은/는} {wave|이/가}',
  };
  test('put each thing into its slot, a number as it is', () => {
    expect(formatMessage(messages, 'plain')).toBe('닫기');
    expect(formatMessage(messages, 'two', { n: '2,659', wave: 'Hawaii' })).toBe('2,659 to Hawaii');
    expect(formatMessage(messages, 'twice', { n: 3 })).toBe('3, 3');
  });
  test('make the particle agree with what fills the slot', () => {
    expect(formatMessage(messages, 'particle', { n: '1,033', wave: '멕시코' })).toBe('멕시코로 1,033명');
    expect(formatMessage(messages, 'particle', { n: '6,000', wave: '일본' })).toBe('일본으로 6,000명');
    expect(formatMessage(messages, 'topic', { place: '인천', wave: '하와이' })).toBe('인천은 하와이가');
  });
  test('show what is missing instead of hiding it', () => {
    expect(formatMessage(messages, 'nothing')).toBe('[[nothing]]');
    expect(formatMessage(messages, 'two', { n: 1 })).toBe('1 to {wave}');
  });
  test('take a text as it is, even one with braces or dollar signs in it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => formatMessage(messages, 'two', { n: text, wave: 'x' }) === `${text} to x`),
      { seed: 1965 },
    );
    expect(formatMessage(messages, 'two', { n: '$&', wave: '{n}' })).toBe('$& to {n}');
  });
});
