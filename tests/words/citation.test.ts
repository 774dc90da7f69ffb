// Citations in the browser: slots, lists, CSL-JSON. Does not prove that a citation is right: see tests/data/citations.test.ts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fillCitation,
  fillCsl,
  formatCslJson,
  formatReferences,
  texOf,
  type CitationSlots,
} from '../../src/words/citation.ts';

const slots: CitationSlots = {
  title: 'Hawaii & Mexico, 1905: 100%',
  url: 'https://atlas.example/?lang=en#wave=hawaii,mexico&at=1905-04-20',
  version: '0.1.0',
  year: '2026',
  key: 'hawaii-1904',
  'accessed-ko': '2026년 11월 24일',
  'accessed-en': 'November 24, 2026',
};

describe('a view', () => {
  test('title, address and the day it was read on go into the citation', () => {
    expect(fillCitation('「%title%」, %version%판, %year%년, %url% (%accessed-ko% 접속)', slots)).toBe(
      '「Hawaii & Mexico, 1905: 100%」, 0.1.0판, 2026년, https://atlas.example/?lang=en#wave=hawaii,mexico&at=1905-04-20 (2026년 11월 24일 접속)',
    );
  });
  test('in BibTeX the title is TeX, and the address is not', () => {
    expect(fillCitation('title = {%title%}, url = {%url%}', slots, 'bibtex')).toBe(
      `title = {Hawaii \\& Mexico, 1905: 100\\%}, url = {${slots.url}}`,
    );
  });
  test('what is filled in is not filled again, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (before) => {
        const title = `${before}%url%%EC%9D%BC`;
        return fillCitation('%title%', { ...slots, title }) === title;
      }),
      { seed: 1905 },
    );
  });
  test('what is no slot stays', () => {
    expect(fillCitation('100% of %titles%, %20, %url', slots)).toBe('100% of %titles%, %20, %url');
  });
  test('CSL-JSON of a view is JSON, with slots filled at every depth', () => {
    const title = 'The "Ilford" \\ 1,033';
    const csl = { id: 'a', title: '%title%', issued: { 'date-parts': [['%year%']] }, custom: { grade: 'A' } };
    expect(JSON.parse(fillCsl(csl, { ...slots, title }))).toEqual([
      { id: 'a', title, issued: { 'date-parts': [['2026']] } },
    ]);
  });
});

test('TeX takes no letter of a title for a command', () => {
  expect(texOf('1910~1931년, 35% & #1 {a_b} <c> \\d ^ $')).toBe(
    '1910\\textasciitilde{}1931년, 35\\% \\& \\#1 \\{a\\_b\\} \\textless{}c\\textgreater{} \\textbackslash{}d \\textasciicircum{} \\$',
  );
  expect(texOf('한국인 이주의 물결: Álvarez, Цой')).toBe('한국인 이주의 물결: Álvarez, Цой');
});

describe('a list of references', () => {
  const all = (text: string, key: string) => ({ ko: text, en: text, bibtex: `@misc{${key},\n}` });
  const sources = {
    'mexico-S10': all('[Landing at Salina Cruz], 1905.', 'mexico-S10'),
    'mexico-S2': all('「가는 배」, 1905.', 'mexico-S2'),
    'hawaii-S1': all('Yun Chi-ho, 「일기」, 1905.', 'hawaii-S1'),
    'hawaii-S2': all('이덕희, 「하와이」, 2003.', 'hawaii-S2'),
    'hawaii-S3': all('김도형, 「호놀룰루」, 2023.', 'hawaii-S3'),
  };
  const ids = Object.keys(sources);
  test('is in the order of authors, or of titles where there is none, whatever signs they stand in', () => {
    expect(formatReferences(ids, { sources }, 'ko')).toBe(
      '「가는 배」, 1905.\n김도형, 「호놀룰루」, 2023.\n이덕희, 「하와이」, 2003.\n[Landing at Salina Cruz], 1905.\nYun Chi-ho, 「일기」, 1905.\n',
    );
    expect(formatReferences(ids, { sources }, 'en').split('\n').slice(0, 2)).toEqual([
      '[Landing at Salina Cruz], 1905.',
      'Yun Chi-ho, 「일기」, 1905.',
    ]);
  });
  test('names each source once', () => {
    expect(formatReferences(['hawaii-S3', 'hawaii-S3'], { sources }, 'ko')).toBe('김도형, 「호놀룰루」, 2023.\n');
    expect(formatReferences([], { sources }, 'ko')).toBe('');
  });
  test('for BibTeX is in the order of keys, 2 before 10', () => {
    expect(formatReferences(ids, { sources }, 'bibtex').match(/\w+-S\d+/g)).toEqual([
      'hawaii-S1',
      'hawaii-S2',
      'hawaii-S3',
      'mexico-S2',
      'mexico-S10',
    ]);
  });
  test('leaves no source out in silence', () => {
    expect(() => formatReferences(['hawaii-S9'], { sources }, 'en')).toThrow('hawaii-S9');
  });
});

test('CSL-JSON for a reference manager is without our grade', () => {
  const item = { id: 'mexico-S1', type: 'entry-encyclopedia', title: '일포드호 (Ilford)', custom: { grade: 'B' } };
  expect(JSON.parse(formatCslJson([item]))).toEqual([
    { id: 'mexico-S1', type: 'entry-encyclopedia', title: '일포드호 (Ilford)' },
  ]);
});
