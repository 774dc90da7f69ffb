// One name, many spellings. Does not prove that the record has the names: tests/data/search.test.ts asks it.
import { describe, expect, test } from 'vitest';
import { mccuneOf, personSpellingsOf, placeSpellingsOf } from '../../src/tools/romanise.ts';
import { askedOf } from '../../src/words/query.ts';
import { foldOf, initialsOf, joinedOf, partsOf, skeletonOf, stemsOf, wordsOf } from '../../src/words/spelling.ts';

describe('folding', () => {
  test('takes away case, marks and apostrophes, and leaves Hangul and hanja whole', () => {
    expect(foldOf('Ch’ŏngjin')).toBe('chongjin');
    expect(foldOf('Mérida, São Paulo, Düsseldorf')).toBe('merida, sao paulo, dusseldorf');
    expect(foldOf('Đà Nẵng')).toBe('da nang');
    expect(foldOf('Łódź Straße')).toBe('lodz strasse');
    expect(foldOf('간도 間島')).toBe('간도 間島');
    expect(foldOf('간도'.normalize('NFD'))).toBe('간도');
  });
  test('finds words by script; a hyphen joins, and can be taken away', () => {
    expect(wordsOf('SK배터리아메리카')).toEqual(['sk', '배터리아메리카']);
    expect(wordsOf('Ahn Chang-ho, 安昌浩')).toEqual(['ahn', 'chang-ho', '安昌浩']);
    expect(wordsOf('LST-812')).toEqual(['lst', '812']);
    expect(partsOf('chang-ho')).toEqual(['chang', 'ho']);
    expect(joinedOf('Ahn Chang-ho')).toBe('ahnchangho');
    expect(wordsOf('  – “ ” …')).toEqual([]);
  });
});

describe('the bones of a romanisation', () => {
  test.each([
    ['Gando', 'Kando', 'Kantō'],
    ['Cheongjin', 'Chongjin', 'Ch’ŏngjin'],
    ['Busan', 'Pusan'],
    ['Jeju', 'Cheju'],
    ['Goryeo', 'Koryo', 'Koryŏ'],
    ['Daegu', 'Taegu'],
    ['Gwangju', 'Kwangju'],
    ['Incheon', 'Inch’ŏn'],
    ['Jemulpo', 'Chemulp’o'],
    ['Bukgando', 'Pukkando'],
    ['Pyeongyang', 'P’yŏngyang'],
    ['Seoul', 'Sŏul', 'Soul'],
    ['Silla', 'Shilla'],
    ['Uiju', 'Ŭiju'],
    ['Hyundai', 'Hyeondae'],
    ['Park', 'Pak', 'Bak'],
    ['Ahn', 'An'],
    ['Choi', 'Choe', 'Ch’oe'],
    ['Jeong', 'Chung', 'Jung', 'Chŏng'],
    ['Baek', 'Paik', 'Paek'],
    ['Heo', 'Huh', 'Hur'],
    ['Lee', 'Rhee', 'Ri'],
    ['Yi', 'I'],
    ['Seonu', 'Sun-woo', 'Sŏnu'],
    ['Yoo', 'Yu'],
    ['Gu', 'Koo', 'Ku'],
  ])('%s is %s', (first, ...others) => {
    expect(skeletonOf(first)).not.toBe('');
    for (const other of others) expect(skeletonOf(other), other).toBe(skeletonOf(first));
  });
  test.each([
    ['Gimpo', 'Gimhae'],
    ['Busan', 'Masan'],
    ['Kim', 'Kang'],
    ['Park', 'Baek'],
    ['Son', 'Song'],
    ['Incheon', 'Icheon'],
  ])('%s is not %s', (a, b) => expect(skeletonOf(a)).not.toBe(skeletonOf(b)));
  test('Tumen and Duman are one letter apart', () => {
    expect([skeletonOf('Tumen'), skeletonOf('Duman')]).toEqual(['tomen', 'toman']);
  });
  test('only Latin words have them', () =>
    expect(['간도', '間島', 'Владивосток', '1910', ''].map(skeletonOf)).toEqual(['', '', '', '', '']));
});

describe('Korean words', () => {
  test.each([
    ['간도', ['간도']],
    ['간도에서', ['간도에서', '간도']],
    ['하와이로', ['하와이로', '하와이']],
    ['독일에서는', ['독일에서는', '독일에서', '독일']],
    ['미국으로부터', ['미국으로부터', '미국']],
    ['제주도', ['제주도', '제주']],
    ['과테말라', ['과테말라']],
    ['로', ['로']],
  ])('%s may stand for %j', (word, stems) => expect(stemsOf(word)).toEqual(stems));
  test('have initial consonants', () => {
    expect(initialsOf('대한 국민회')).toEqual(['ㄷㅎ', 'ㄱㅁㅎ']);
    expect(initialsOf('LA시')).toEqual(['ㅅ']);
    expect(initialsOf('Gando')).toEqual([]);
  });
  test.each([
    ['간도', 'kando'],
    ['청진', 'ch’ŏngjin'],
    ['압록강', 'amnokkang'],
    ['부산', 'pusan'],
    ['제주', 'cheju'],
    ['평양', 'p’yŏngyang'],
    ['원산', 'wŏnsan'],
    ['신라', 'silla'],
    ['종로', 'chongno'],
  ])('%s is %s after McCune and Reischauer', (hangul, latin) => expect(mccuneOf(hangul)).toBe(latin));
  test('are romanised as places and as people', () => {
    expect(placeSpellingsOf('봉천')).toEqual(['bongcheon', 'pongch’ŏn']);
    expect(placeSpellingsOf('블라디보스토크')).toEqual([]);
    expect(personSpellingsOf('이승만')).toEqual(
      expect.arrayContaining(['yi seungman', 'lee seungman', 'rhee seungman']),
    );
    expect(personSpellingsOf('안창호')).toEqual(['an changho', 'an ch’angho']);
    expect(personSpellingsOf('피터 류')).toEqual([]);
  });
});

describe('a query', () => {
  const wordsIn = (query: string) => askedOf(query).words.map((w) => w.forms[0]);
  test.each([
    ['1910', '1910', []],
    ['1910년', '1910', []],
    ['1910년에 간도', '1910', ['간도']],
    ['간도 1910년대', '1910', ['간도']],
    ['Los Angeles 1992', '1992', ['los', 'angeles']],
    ['1930s', '1930', []],
    ['1905-04-04', '1905-04-04', []],
    ['1905-04', '1905-04', []],
    ['1905-13-04', '1905', []],
    ['1859', undefined, ['1859']],
    ['2027', undefined, ['2027']],
    ['KE8045', undefined, ['ke8045']],
    ['2659 1911', '1911', ['2659']],
    ['11905', undefined, ['11905']],
    ['1,905', undefined, ['1', '905']],
  ])('“%s” asks for the time %s and the words %j', (query, time, words) => {
    expect(askedOf(query).time).toBe(time);
    expect(wordsIn(query)).toEqual(words);
  });
  test('leaves small words out where there are others', () => {
    expect(wordsIn('the exclusion act of 1924')).toEqual(['exclusion', 'act']);
    expect(wordsIn('of the')).toEqual(['of', 'the']);
    expect(wordsIn('An Changho')).toEqual(['an', 'changho']);
  });
  test('may be initial consonants, joined by the keyboard or not, or a syllable half typed', () => {
    expect(askedOf('ㄱㄷ').words[0]).toMatchObject({ script: 'initials', forms: ['ㄱㄷ'] });
    expect(askedOf('ㄳ').words[0]).toMatchObject({ script: 'initials', forms: ['ㄱㅅ'] });
    expect(wordsIn('간ㄷ')).toEqual(['간']);
    expect(askedOf('일폳').before).toBe('일포');
    expect(askedOf('ㄱ').words).toEqual([]);
  });
});
