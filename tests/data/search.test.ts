// What a reader types finds what the record has. Does not prove that the page shows it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWhen } from '../../src/record/when.ts';
import { searchDocsOf } from '../../src/tools/search-docs.ts';
import type { Lang } from '../../src/words/number.ts';
import { openSearch, type Hit, type SearchFile } from '../../src/words/search.ts';
import { archive, compiled, posted } from '../the-record.ts';

const file = posted(searchDocsOf(compiled));
const search = openSearch(file);
const named = (hits: readonly Hit[]) => hits.map((h) => `${h.kind} ${h.id}`);
const find = (query: string, lang: Lang = 'en', most?: number) => named(search.find(query, lang, most));

describe('a place is found by each of its names', () => {
  test.each(['간도', 'Jiandao', 'Gando', 'Kando', 'Chientao', 'Kantō', 'Kanto', '間島', '북간도', 'ㄱㄷ'])(
    '“%s” is Jiandao, in either language',
    (query) => {
      for (const lang of ['ko', 'en'] as const) expect(find(query, lang).slice(0, 2)).toContain('place jiandao');
    },
  );
  test.each([
    ['Pusan', 'busan'],
    ['Cheju', 'jeju'],
    ['제주도', 'jeju'],
    ['Cheongjin', 'chongjin'],
    ['Ch’ŏngjin', 'chongjin'],
    ['Chemulpo', 'incheon'],
    ['제물포', 'incheon'],
    ['해삼위', 'vladivostok'],
    ['海蔘威', 'vladivostok'],
    ['Mukden', 'mukden'],
    ['봉천', 'mukden'],
    ['Bongcheon', 'mukden'],
    ['Saigon', 'saigon'],
    ['losangeles', 'los-angeles'],
    ['Dusseldorf', 'duesseldorf'],
    ['Ellabell', 'ellabell'],
    ['Vladivostock', 'vladivostok'],
  ])('“%s” is %s', (query, id) => expect(find(query)[0]).toBe(`place ${id}`));
  test('the second line of Shenyang says Mukden, and where it stands', () => {
    expect(search.find('봉천', 'ko')[0]).toMatchObject({ name: '선양', detail: '봉천 · 만주', wave: 'manchuria' });
    expect(search.find('봉천', 'en')[0]).toMatchObject({ name: 'Shenyang', detail: 'Mukden · Manchuria' });
  });
  test('Busan comes with all waves that went through it, Japan first', () => {
    const [busan] = search.find('부산', 'ko');
    expect(busan).toMatchObject({ kind: 'place', id: 'busan', wave: 'japan' });
    expect(busan!.waves).toEqual(expect.arrayContaining(['hawaii', 'south-america', 'vietnam']));
  });
  test('Honolulu is there from the first recorded immigrant of 1901', () => {
    expect(search.find('Honolulu', 'en')[0]).toMatchObject({ at: '1901-01-09', wave: 'hawaii' });
  });
  test('a particle does not lose it', () => {
    const [kinds, ids, , , ko] = file.docs;
    const lost: string[] = [];
    ids.forEach((id, i) => {
      const name = ko[i]!.split('|')[0]!;
      if (kinds[i] !== 1 || !/^[가-힣]{2,}$/.test(name)) return;
      for (const particle of ['에서', '의', '으로', '에서는'])
        if (!find(name + particle, 'ko').includes(`place ${id}`)) lost.push(name + particle);
    });
    expect(lost).toEqual([]);
  });
});

describe('the order of hits', () => {
  test('간도 is the place, then the wave in whose title it stands, then what happened and was counted there', () => {
    const hits = search.find('간도', 'ko');
    expect(named(hits).slice(0, 2)).toEqual(['place jiandao', 'wave manchuria']);
    expect(new Set(hits.slice(2).map((h) => h.kind))).toEqual(new Set(['event', 'figure']));
  });
  test('like bones are enough: nothing is added that is only written much the same', () => {
    expect(find('Poosan')).toEqual(['place busan']);
    expect(find('Pak Chong-hui').map((hit) => hit.split(' ')[1])).toEqual(Array(3).fill('park-chung-hee'));
  });
});

describe('ships, people, companies, events', () => {
  test.each([
    ['Ilford', 'ship ilford-1905-04-04'],
    ['일포드', 'ship ilford-1905-04-04'],
    ['일포드호', 'ship ilford-1905-04-04'],
    ['일폳', 'ship ilford-1905-04-04'],
    ['Gaelic', 'ship gaelic-1903-01-02'],
    ['갤릭', 'ship gaelic-1903-01-02'],
    ['현해환', 'ship genkai-maru-1902-12-22'],
    ['LST-812', 'ship lst-812-1965-03-04'],
    ['안창호', 'person ahn-chang-ho'],
    ['Ahn Chang-ho', 'person ahn-chang-ho'],
    ['An Changho', 'person ahn-chang-ho'],
    ['An Ch’ang-ho', 'person ahn-chang-ho'],
    ['Chang Ho Ahn', 'person ahn-chang-ho'],
    ['안창호 멕시코', 'person ahn-chang-ho'],
    ['이승만', 'person syngman-rhee'],
    ['Lee Seung-man', 'person syngman-rhee'],
    ['Yi Sung-man', 'person syngman-rhee'],
    ['poet', 'person yun-dong-ju'],
    ['Hanwha', 'company hanwha-philly'],
    ['한화', 'company hanwha-philly'],
    ['한화 필리', 'company hanwha-philly'],
    ['Samsung Taylor', 'company samsung-taylor'],
    ['exclusion act', 'event hawaii-1924'],
    ['the exclusion act of Hawaii', 'event hawaii-1924'],
    ['배일이민법', 'event hawaii-1924'],
    ['사진신부', 'event hawaii-1910-12'],
    ['국민회메리다지방회', 'event mexico-1909-05-09'],
    ['Sa-i-gu', 'event united-states-1965-1992-04-29'],
    ['Hawaii', 'wave hawaii'],
    ['하와이', 'wave hawaii'],
    ['고려인', 'wave russia'],
    ['Goryeo', 'wave russia'],
    ['Duman', 'wave manchuria'],
    ['Yalu', 'wave manchuria'],
    ['Employees of Hyundai in Alabama', 'figure hmma-workforce'],
  ])('“%s” finds %s first', (query, id) => expect(find(query)[0]).toBe(id));
  test('Hyundai and 현대 are companies first; Philly is the shipyard or its town', () => {
    for (const query of ['Hyundai', '현대']) expect(search.find(query, 'ko')[0]!.kind).toBe('company');
    expect(find('Hyundai', 'en')).toContain('company hmgma');
    expect(find('현대', 'ko')).toContain('company hmgma');
    expect(find('Philly').slice(0, 2)).toContain('company hanwha-philly');
  });
  test('three sailings of the Boissevain are three hits, each with its date', () => {
    const ships = search.find('보이스벤호', 'ko').filter((h) => h.kind === 'ship');
    expect(ships.map((h) => h.at)).toEqual(['1965-02-17', '1965-08-17', '1965-08-17']);
    expect(ships[0]!.detail).toBe('1965년 2월 17일 · 부산 → 아순시온');
  });
  test('the slip “Harbn” is Harbin, and no ship is called “Ship not recorded”', () => {
    expect(find('Harbn')[0]).toBe('place harbin');
    expect(file.docs[1].filter((id) => id.startsWith('not-recorded'))).toEqual([]);
  });
});

describe('a year', () => {
  test('alone comes first, with the waves under way and what happened in it', () => {
    const [year, ...others] = search.find('1910', 'ko');
    expect(year).toMatchObject({ kind: 'year', id: '1910', at: '1910', name: '1910년', wave: null });
    expect(year!.waves).toEqual(['manchuria', 'russia', 'japan']);
    expect(others.map((h) => h.at!.slice(0, 4))).toEqual(others.map(() => '1910'));
    expect(named(others)).toContain('event manchuria-1910');
  });
  test.each(['1910 간도', '간도 1910년', 'Jiandao in 1910', '1910년에 간도에서'])(
    '“%s” opens Jiandao in 1910',
    (query) => {
      const [year, place] = search.find(query, 'ko');
      expect(year).toMatchObject({ kind: 'year', at: '1910' });
      expect(place).toMatchObject({ kind: 'place', id: 'jiandao', wave: 'manchuria', at: '1910' });
    },
  );
  test('does not move a ship, nor a wave to a time of which nothing is known', () => {
    const [, ship] = search.find('Ilford 1910', 'en');
    expect(ship).toMatchObject({ id: 'ilford-1905-04-04', at: '1905-04-04' });
    const [, hawaii] = search.find('Hawaii 1870', 'en');
    expect(hawaii).toMatchObject({ kind: 'wave', id: 'hawaii', at: '1902' });
    expect(search.find('Hawaii 1910', 'en')[1]).toMatchObject({ kind: 'wave', at: '1910' });
  });
  test('puts what happened in it first: 1968 at Phong Nhi, not the verdict', () => {
    expect(find('Phong Nhi 1968')[2]).toBe('event vietnam-1968-02-12');
    for (const [year, id] of [
      ['1965', 'vietnam-1965-10-09'],
      ['1967', 'vietnam-1967-12-22'],
      ['1971', 'vietnam-1971-12-09'],
    ])
      expect(find(`청룡부대 ${year}`, 'ko')[1]).toBe(`event ${id}`);
  });
  test('may be a day: 4 April 1905 is the day of the Ilford', () => {
    expect(find('1905-04-04')).toEqual(['year 1905-04-04', 'ship ilford-1905-04-04', 'event mexico-1905-04-04']);
  });
  test('opens a place in a wave that was there then: Los Angeles in 1951 and in 1977', () => {
    expect(search.find('Los Angeles 1977', 'en')[1]).toMatchObject({ wave: 'united-states-1965', at: '1977' });
  });
});

describe('any query', () => {
  test('that is empty or nonsense finds nothing', () => {
    for (const query of ['', '   ', '…', '–', 'ㄱ', 'qwxzv', '뷁뛟', '\u0000', '🙂'])
      for (const lang of ['ko', 'en'] as const) expect(search.find(query, lang), query).toEqual([]);
    expect(search.find('간도', 'ko', 0)).toEqual([]);
  });
  test('never throws, keeps to its most, and answers the same twice', () => {
    const queries = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'간도하와이에서로ㄱㄷㅏ1910년 -’ŏKimchang間\ud800'), maxLength: 20 }),
      fc.constantFrom('constructor', '__proto__', 'toString hasOwnProperty', '1910'.repeat(50), 'a '.repeat(99)),
    );
    fc.assert(
      fc.property(queries, fc.constantFrom('ko', 'en'), fc.integer({ min: 0, max: 20 }), (query, lang, most) => {
        const hits = search.find(query, lang, most);
        expect(hits.length).toBeLessThanOrEqual(most);
        expect(search.find(query, lang, most)).toEqual(hits);
        for (const { at } of hits) expect(at === null || typeof parseWhen(at) !== 'string', at ?? '').toBe(true);
      }),
      { numRuns: 200, seed: 1910 },
    );
  });
  test('every wave, place, person, ship and company is found by its own title in both languages', () => {
    const missed: string[] = [];
    const [kinds, ids, , , ko, en] = file.docs;
    ids.forEach((id, i) => {
      if (kinds[i]! > 4) return;
      for (const [lang, names] of [
        ['ko', ko],
        ['en', en],
      ] as const) {
        const title = names[i]!.split('|')[0]!;
        if (!search.find(title, lang).some((h) => h.id === id)) missed.push(`${id}: ${title}`);
      }
    });
    expect(missed).toEqual([]);
  });
});

describe('the file', () => {
  test('holds every event, figure and person of the record, and every place once', () => {
    const count = (kind: number) => file.docs[0].filter((k) => k === kind).length;
    const people = [...archive.waves, archive.official].reduce((n, w) => n + w.people.length, 0);
    const plants = archive.waves.reduce((n, w) => n + w.plants.length, 0);
    expect([0, 1, 2, 4, 5, 6].map(count)).toEqual([
      archive.waves.length,
      archive.places.size - plants,
      people,
      plants,
      archive.events.length,
      archive.series.size,
    ]);
  });
  test('of another form is refused', () => {
    for (const wrong of [undefined, null, {}, [], { form: 0 }, { ...file, form: 99 }, { form: 1, docs: 1 }])
      expect(() => openSearch(wrong as unknown as SearchFile)).toThrow(TypeError);
  });
});
