// The file on the newest wave and what came before it: papers, September 2025, eleven waves on nine points.
// Does not prove that a sentence agrees with its sources, nor that both languages say the same in words.
import { describe, expect, test } from 'vitest';
import { POINTS } from '../../src/record/model.ts';
import type { RawTodayText } from '../../src/record/raw-today.ts';
import { whenOf } from '../../src/record/when.ts';
import { raidOf } from '../../src/views/today/raid.ts';
import { wavesOf } from '../../src/views/today/wave-buttons.ts';
import { archive, compiled, core, textsIn } from '../the-record.ts';

const { today, todayTexts, waves } = compiled.raw;
const data = today!;
const [ko, en] = [todayTexts['ko']!, todayTexts['en']!];
const both: readonly (readonly [string, RawTodayText])[] = [
  ['ko', ko],
  ['en', en],
];

/** Numbers that an English text writes in words, where Korean has figures. */
const WORDS: Readonly<Record<string, number>> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
  ...{ january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9, october: 10 },
  ...{ november: 11, december: 12, thirteen: 13, fifteen: 15, eighteen: 18 },
};
const TIMES: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, hundred: 100, thousand: 1e3 };
const round = (n: number) => Number(n.toPrecision(12));

/** The numbers of an English text from 13 on, and all with a decimal point: 1.3 to 1.4 million is two, 1963–77 two years. */
function numbersOfEnglish(text: string): Set<number> {
  const found = new Set<number>();
  const plain = text
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/\b(a|round) million/g, '1 million')
    // Half past three in the afternoon is 3:30 in Korean.
    .replace(/\b(\d\d):(\d\d)\b/g, (_, h: string, m: string) => `${((Number(h) + 11) % 12) + 1} ${m}`)
    .replace(/\b[a-z]+\b/g, (w) => (w in WORDS ? String(WORDS[w]) : w))
    // “1963–77” and “2010/11” are years of one century.
    .replace(/\b(\d\d)(\d\d)[–/](\d\d)\b(?!\d)/g, '$1$2 $1$3')
    .replace(/(?<![\d.])(\d{1,3}(?:\.\d+)?) to (\d[\d.]*) (million|billion)/g, '$1 $3 to $2 $3');
  for (const [, digits, unit] of plain.matchAll(/(\d+(?:\.\d+)?)(?:\s(million|billion|hundred|thousand)\b)?/g))
    found.add(round(Number(digits) * (unit ? TIMES[unit]! : 1)));
  return found;
}
/** The same of a Korean text: 17만 2597, 1억 5000만, 130만~140만, 200만. */
function numbersOfKorean(text: string): Set<number> {
  const found = new Set<number>();
  const plain = text
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/(\d\d)(\d\d)~(\d\d)(?=년|학년)/g, '$1$2~$1$3')
    // The liberation is August 1945, and money before it had its hundredths.
    .replace(/해방/g, '1945년')
    .replace(/(\d)엔 (\d\d)전/g, '$1.$2')
    .replace(
      /((?:19|20)\d\d)년(.*)이듬해/g,
      (_, year: string, between: string) => `${year}년${between}${Number(year) + 1}년`,
    );
  const PART = /(?:(\d+(?:\.\d+)?)억\s?)?(?:(\d+(?:\.\d+)?)만\s?)?(\d+(?:\.\d+)?)?/g;
  for (const [whole, eok, man, rest] of plain.matchAll(PART))
    if (whole !== '') found.add(round(Number(eok ?? 0) * 1e8 + Number(man ?? 0) * 1e4 + Number(rest ?? 0)));
  return found;
}
/** Small whole numbers are as often words in either language: those are left to the eye. */
const LEAST = 13;
const told = (numbers: Set<number>) =>
  [...numbers].filter((n) => n >= LEAST || !Number.isInteger(n)).sort((a, b) => a - b);

/** Every text of a language with the path to it. */
function textsOf(of: unknown, path = ''): [string, string][] {
  if (typeof of === 'string') return path === '/$schema' ? [] : [[path, of]];
  return Object.entries(of as object).flatMap(([key, value]) => textsOf(value, `${path}/${key}`));
}

describe('eleven waves on nine points', () => {
  test('are all told, or blank with the reason, in both languages', () => {
    expect(Object.keys(data.comparison).sort()).toEqual(waves.map((w) => w.id).sort());
    expect(waves.length).toBe(11);
    for (const [, text] of both)
      for (const { id } of waves)
        for (const point of POINTS) {
          const [cell, blank] = [text.comparison[id]?.[point], text.blanks[id]?.[point]];
          expect([cell === undefined, blank === undefined], `${id}.${point}`).toContain(false);
          expect((cell ?? blank)!.length, `${id}.${point}`).toBeGreaterThan(10);
          expect(cell === undefined, `${id}.${point}`).toBe(data.comparison[id]?.[point] === undefined);
          expect(cell === undefined, `${id}.${point}`).toBe(blank !== undefined);
        }
  });
  test('pay is blank for the plants of today, and told for Hawaii: 15 dollars a month', () => {
    expect(data.comparison['us-manufacturing']!.wages).toBeUndefined();
    expect(en.comparison['hawaii']!['wages']).toMatch(/^15 US dollars a month/);
  });
});

describe('papers', () => {
  test('every series named exists and counts what its panel says: visas as people’s papers, dollars as money', () => {
    const unitsOf = (ids: readonly string[]) => [...new Set(ids.map((id) => archive.series.get(id as never)?.unit))];
    expect(unitsOf(data.papers.people)).toEqual(['visas']);
    expect(unitsOf(data.papers.money)).toEqual(['USD']);
    for (const v of data.visas)
      if (v.series !== null) expect(archive.series.get(v.series as never)?.unit, v.id).toBe('visas');
  });
  test('E-3 gives a Korean nothing, and E-4 is a bill: neither has a count', () => {
    for (const id of ['e3', 'e4']) expect(data.visas.find((v) => v.id === id)!.series).toBeNull();
    expect(en.visas['e3']!.lets).toContain('Koreans receive none');
    expect(en.visas['e4']!.name).toContain('a bill, not law');
    expect(ko.visas['e4']!.name).toContain('법안');
  });
});

describe('September 2025', () => {
  const steps = data.september2025;
  test('has fourteen steps, from the raid of 4 September to March 2026, in the order of time', () => {
    expect(steps.length).toBe(14);
    expect([steps[0]!.date, steps.at(-1)!.date]).toEqual(['2025-09-04', '2026-03']);
    const from = steps.map((s) => whenOf(s.date).from);
    expect(from).toEqual(from.toSorted((a, b) => a - b));
  });
  test('475 people were held, 317 of them Koreans and more than 150 not: one sentence says all three', () => {
    for (const [lang, text] of both) {
      const sentence = text.september2025['raid']!.split(/(?<=[.다])\s/).find((s) => s.includes('475'))!;
      for (const number of ['475', '317', '150']) expect(sentence, lang).toContain(number);
    }
  });
  test('wherever the 475 are named, those who were not Korean are named with them', () => {
    for (const [lang, text] of both)
      for (const [path, said] of textsOf(text))
        if (/(?<!\d)475(명| people)/.test(said))
          for (const number of ['317', '150']) expect(said, `${lang}${path}`).toContain(number);
  });
  test('475 people are 170 on ESTA, 146 on B-1 or B-2, one with a work permit, and everyone else', () => {
    const raid = raidOf(waves.find((w) => w.id === 'us-manufacturing')!.totals)!;
    expect([raid.held, raid.koreans, raid.esta, raid.b, raid.permit]).toEqual([475, 317, 170, 146, 1]);
    expect(raid.groups.reduce((sum, [, people]) => sum + people, 0)).toBe(475);
    expect(raid.groups.at(-1)![1]).toBeGreaterThan(150);
    expect(en.september2025['papers']).toContain('one with a work permit');
    expect(raidOf([])).toBeUndefined();
  });
  test('a step that is an event of the record has its date', () => {
    for (const step of steps)
      if (step.event !== null)
        expect(archive.events.find((e) => e.id === step.event)!.date.text, step.id).toBe(step.date);
  });
});

describe('the closing chapter', () => {
  test('speaks of the rivers first, of all eleven waves by the end, and of no wave that it does not name', () => {
    for (const [lang, text] of both) {
      const texts = textsIn(lang as 'ko' | 'en');
      const named = data.closing.map(({ id, sources }) =>
        wavesOf(core.waves, { sources, text: text.closing[id]! }, texts.waveName).map((w) => w.id as string),
      );
      expect(named[0], lang).toEqual(['manchuria', 'russia']);
      expect([...new Set(named.flat())].sort(), lang).toEqual(waves.map((w) => w.id).sort());
      // Sources of the Middle East and of Japan stand behind these as well, but they speak of others.
      expect(named[5], lang).toEqual(['south-america', 'united-states-1965']);
      expect(named[6], lang).toEqual(['us-manufacturing']);
    }
  });
});

describe('both languages', () => {
  test('numbers are read as they are written', () => {
    expect(told(numbersOfKorean('17만 2597명, 1억 5000만 달러, 130만~140만 명, 1976~79년, 11.8시간'))).toEqual([
      11.8, 1976, 1979, 172_597, 1_300_000, 1_400_000, 150_000_000,
    ]);
    expect(told(numbersOfEnglish('172,597; 150 million dollars; 1.3 to 1.4 million, 1976–79, 11.8 hours'))).toEqual([
      11.8, 1976, 1979, 172_597, 1_300_000, 1_400_000, 150_000_000,
    ]);
  });
  const english = new Map(textsOf(en));
  test.each(textsOf(ko))('%s has the same numbers in both', (path, korean) => {
    expect(told(numbersOfKorean(korean))).toEqual(told(numbersOfEnglish(english.get(path)!)));
  });
});
