// What is said about a year and a figure. Does not prove that a listener understands it.
import { describe, expect, test } from 'vitest';
import { isKnown, type Known, type WaveId } from '../../src/record/model.ts';
import { FIRST_YEAR, LAST_YEAR } from '../../src/record/when.ts';
import { waveFileOf, waveTextOf } from '../../src/record/bundle.ts';
import { describeEvidence, describeFlow, describeRange, describeYear, figuresOf } from '../../src/words/describe.ts';
import { findEvidence, type EvidenceBook } from '../../src/words/evidence.ts';
import { citeSource } from '../../src/words/cite.ts';
import { formatNumber, type Lang } from '../../src/words/number.ts';
import { archive, compiled, core, posted, textsIn } from '../the-record.ts';

const texts = { ko: textsIn('ko'), en: textsIn('en') };
const LANGS = ['ko', 'en'] as const;
const bookOf = (id: string, lang: Lang): EvidenceBook => {
  const file = posted(waveFileOf(compiled, id));
  return {
    record: file.record as EvidenceBook['record'],
    sources: file.sources,
    text: posted(waveTextOf(compiled, lang, id)),
  };
};

describe('a year in words', () => {
  test('1905: 2,659 to Hawaii and 1,033 to Mexico', () => {
    const said = describeYear(core.waves, 1905, texts.en);
    expect(said).toMatch(/^1905: /);
    expect(said).toContain('2,659 to Hawaii');
    expect(said).toContain('1,033 to Mexico');
  });
  test('1905년: 하와이로 2,659명, 멕시코로 1,033명', () => {
    const said = describeYear(core.waves, 1905, texts.ko);
    expect(said).toMatch(/^1905년: /);
    expect(said).toMatch(/하와이[^,]*로 2,659명/);
    expect(said).toMatch(/멕시코[^,]*로 1,033명/);
  });
  test('for one wave says only what happened in it', () => {
    const said = describeYear(
      core.waves.filter((w) => w.id === 'mexico'),
      1905,
      texts.en,
    );
    expect(said).toContain('1,033');
    expect(said).not.toContain('2,659');
  });
  test('without movement says so, and names no figure', () => {
    const hawaii = core.waves.filter((w) => w.id === 'hawaii');
    expect(describeYear(hawaii, 1950, texts.en)).toBe('1950: no movement on record');
    expect(describeYear(hawaii, 1950, texts.ko)).toBe('1950년: 이동 기록 없음');
  });
  test('can be said for every year in both languages, with nothing left open', () => {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
      for (const lang of LANGS) {
        const said = describeYear(core.waves, year, texts[lang]);
        expect(said).not.toMatch(/[{}[\]]|undefined|NaN/);
        expect(said.startsWith(String(year))).toBe(true);
      }
  });
  test('names the same figures in both languages', () => {
    for (const year of [1869, 1905, 1937, 1939, 1966, 1976, 1990]) {
      const figures = (lang: Lang) =>
        describeYear(core.waves, year, texts[lang])
          .slice(6)
          .match(/\d[\d,]*/g)
          ?.filter((n) => n.length > 2)
          .sort();
      expect(figures('ko'), String(year)).toEqual(figures('en'));
    }
  });
  test('speaks of persons that move, never of a stock, a visa or a gap', () => {
    for (const wave of core.waves)
      for (const year of [1910, 1945, 1970, 1990, 2020]) {
        const stocks = figuresOf(wave, year).filter((f) => f.series.measure.startsWith('stock/'));
        const flows = figuresOf(wave, year)
          .filter((f) => f.series.measure.startsWith('flow/') && f.series.unit === 'persons')
          .map((f) => formatNumber(f.observation.value, 'en'));
        for (const s of stocks)
          if (!flows.includes(formatNumber(s.observation.value, 'en')))
            expect(describeYear([wave], year, texts.en)).not.toContain(
              ` ${formatNumber(s.observation.value, 'en')} to`,
            );
      }
  });
  test('visas are no people: a year of which only visas are known has no movement', () => {
    const made = core.waves.filter((w) => w.id === 'us-manufacturing');
    expect(figuresOf(made[0]!, 2015).some((f) => f.series.unit === 'visas')).toBe(true);
    expect(describeYear(made, 2015, texts.en)).toBe('2015: no movement on record');
  });
  test('a return is said as one', () => {
    const japan = core.waves.find((w) => w.id === 'japan')!;
    const back = figuresOf(japan, 1946).find((f) => f.series.way === 'back')!;
    expect(describeFlow(back, texts.en)).toMatch(/back from Japan$/);
    expect(describeFlow(back, texts.ko)).toMatch(/^일본에서 [\d,]+명 귀환$/);
  });
});

describe('the evidence of Hawaii 1904', () => {
  const evidence = findEvidence(bookOf('hawaii', 'en'), 'hawaii-arrivals-annual', '1904', 'en')!;
  test('is 3,434, counted, with its two sources', () => {
    expect(evidence).toMatchObject({
      value: '3,434',
      when: '1904',
      status: 'reported',
      range: undefined,
      partial: false,
    });
    expect(evidence.sources.map((s) => s.id)).toEqual(['hawaii-S9', 'hawaii-S10']);
    for (const s of evidence.sources) expect(s.text.length).toBeGreaterThan(20);
  });
  test('has the grade that the archive gives it', () => {
    const known = archive.series
      .get('hawaii-arrivals-annual' as never)!
      .observations.find((o) => o.when.text === '1904') as Known;
    expect(evidence.grade).toBe(known.grade);
  });
  test('says that sources disagree about how many came, and which one is preferred here', () => {
    const dispute = evidence.disputes.find((d) => d.id === 'hawaii-rival-01')!;
    expect(dispute.claims.length).toBeGreaterThan(3);
    expect(dispute.claims.filter((c) => c.preferred)).toHaveLength(1);
    for (const c of dispute.claims) expect(c.sources.length).toBeGreaterThan(0);
  });
  test('is the same figure in Korean', () =>
    expect(findEvidence(bookOf('hawaii', 'ko'), 'hawaii-arrivals-annual', '1904', 'ko')).toMatchObject({
      value: '3,434',
      when: '1904년',
    }));
  test('there is none for a year or a series that the record does not have, nor for a gap', () => {
    const book = bookOf('hawaii', 'en');
    expect(findEvidence(book, 'hawaii-arrivals-annual', '1906', 'en')).toBeUndefined();
    expect(findEvidence(book, 'hawaii-departures', '1904', 'en')).toBeUndefined();
    expect(findEvidence(book, 'hawaii-stock-census', '1930', 'en')).toBeUndefined();
  });
});

describe('the evidence of every figure', () => {
  test.each([...core.waves.map((w) => w.id), archive.official.id])(
    'of %s can be found in both languages, with sources, grade and nothing left open',
    (id) => {
      for (const lang of LANGS) {
        const book = bookOf(id, lang);
        for (const series of archive.series.values()) {
          if (series.wave !== (id as WaveId)) continue;
          for (const o of series.observations.filter(isKnown)) {
            const e = findEvidence(book, series.id, o.when.text, lang);
            expect(e, `${series.id} ${o.when.text}`).toBeDefined();
            expect([series.id, e!.grade, e!.status, e!.sources.map((s) => s.id).sort(), e!.value]).toEqual([
              series.id,
              o.grade,
              o.status,
              [...o.sources].sort(),
              formatNumber(o.value, lang),
            ]);
            expect(e!.range === undefined).toBe(o.low === undefined && o.high === undefined);
          }
        }
      }
    },
  );
  test('begins with the source whose publisher the one line names', () => {
    const other = core.waves.flatMap(({ id }) => {
      const book = bookOf(id, 'en');
      const own = [...core.series.values()].filter((s) => s.wave === id);
      return own.flatMap((s) =>
        s.observations
          .filter(isKnown)
          .flatMap((o) =>
            findEvidence(book, s.id, o.when.text, 'en')!.sources[0]!.id === o.sources[0]
              ? []
              : [`${s.id} ${o.when.text}`],
          ),
      );
    });
    expect(other).toEqual([]);
  });
  test('in one line says status, publisher and grade, and how many sources more', () => {
    const known = core.series
      .get('hawaii-arrivals-annual' as never)!
      .observations.find((o) => o.when.text === '1904') as Known;
    expect(describeEvidence(known, texts.en)).toMatch(/^counted · .+ \+1 · grade [A-D]$/);
    expect(describeEvidence(known, texts.ko)).toMatch(/^집계 · .+ 외 1건 · 등급 [A-D]$/);
    for (const s of core.series.values())
      for (const o of s.observations)
        if (isKnown(o))
          for (const lang of LANGS) expect(describeEvidence(o, texts[lang])).not.toMatch(/[{}]|\[\[|undefined/);
  });
  test('a range is said where the record gives one: 1,026 to 1,089 left for Mexico', () => {
    const mexico = core.series.get('mexico-departures' as never)!.observations[0] as Known;
    expect([describeRange(mexico, texts.en), describeRange(mexico, texts.ko)]).toEqual(['1,026–1,089', '1,026~1,089']);
    expect(describeRange({ ...mexico, low: undefined, high: undefined } as unknown as Known, texts.en)).toBe('');
  });
});

describe('a citation', () => {
  test('names who, what and when, and keeps a title in brackets as it is', () => {
    expect(
      citeSource('S1', {
        title: 'Ilford',
        author: [{ literal: 'Academy of Korean Studies' }],
        issued: { 'date-parts': [[2011]] },
        custom: { grade: 'B' },
      }),
    ).toEqual({ id: 'S1', text: 'Academy of Korean Studies, “Ilford”, 2011', url: undefined, grade: 'B' });
    expect(citeSource('S2', { title: '[Letter]', page: 7, URL: 'https://example.org' })).toMatchObject({
      text: '[Letter], p. 7',
      url: 'https://example.org',
      grade: 'D',
    });
  });
  test('can be given for every source, and leads to an address of the web or to none', () => {
    for (const { id, csl, grade } of archive.sources.values()) {
      const cited = citeSource(id, csl);
      expect(cited.text, id).not.toMatch(/undefined|\[object|NaN|““/);
      expect(cited.grade).toBe(grade);
      if (cited.url !== undefined) expect(cited.url, id).toMatch(/^https?:\/\/\S+$/);
    }
  });
});
