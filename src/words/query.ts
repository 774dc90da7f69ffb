/** What a reader typed into the search, taken apart: a time, and words with the forms under which they may be found. */
import { disassemble, hasBatchim, removeLastCharacter } from 'es-hangul';
import { FIRST_YEAR, LAST_YEAR, parseWhen } from '../record/when.ts';
import { isSyllabic, partsOf, skeletonOf, stemsOf, wordsOf } from './spelling.ts';

export interface AskedWord {
  /** 'initials' is a row of consonants: ㄱㄷ. */
  readonly script: 'letters' | 'syllables' | 'initials';
  /** The word in one piece; and of a Korean word the stems that are left when particles go. */
  readonly forms: readonly string[];
  /** Of a hyphenated word its parts. */
  readonly parts: readonly string[];
  /** Empty where the word is no Latin one. */
  readonly bones: string;
}
export interface Asked {
  /** '1910', '1905-04' or '1905-04-04', within the years of the atlas. */
  readonly time: string | undefined;
  readonly words: readonly AskedWord[];
  /** All that was typed in one piece, then without small words and the last word’s particles. */
  readonly wholes: readonly string[];
  readonly bones: string;
  /** Words as they stood before the last keystroke, where that may have spoilt them: 일폳 on the way to 일포드. */
  readonly before: string | undefined;
}

/** No name is longer, and no reader types more. */
const LONGEST = 120;
const MOST_WORDS = 8;
/** A year, perhaps with month and day, and with what may follow it in a sentence: 1910년에, 1930s. */
const TIME =
  /(?<![\p{Script=Latin}\p{N},.])(\d{4})(-\d{2}(?:-\d{2})?)?(?!\p{N})(?:년대|년도|년|s(?!\p{L}))?(?:에는|에|의)?/gu;

function takeTime(text: string): { readonly time: string | undefined; readonly rest: string } {
  const within = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;
  const found = [...text.matchAll(TIME)].find((m) => within(Number(m[1])));
  if (!found) return { time: undefined, rest: text };
  const [all, year = '', day = ''] = found;
  const time = typeof parseWhen(year + day) === 'string' ? year : year + day;
  return { time, rest: `${text.slice(0, found.index)} ${text.slice(found.index + all.length)}` };
}

const INITIALS = /^[ㄱ-ㅎ]{2,}$/;
/** A keyboard in the middle of a syllable: 간ㄷ on the way to 간도. */
const UNFINISHED = /[ㄱ-ㅣ]+$/;

/** Words that a sentence needs and a name can do without; An and A may be family names. */
const SMALL = new Set(['the', 'of', 'in', 'from', 'to', 'for', 'by', 'at', 'and', 'with']);

const askedWord = (word: string): AskedWord => {
  if (isSyllabic(word)) return { script: 'syllables', forms: stemsOf(word), parts: [], bones: '' };
  const parts = partsOf(word);
  return {
    script: 'letters',
    forms: [parts.join('')],
    parts: parts.length > 1 ? parts : [],
    bones: skeletonOf(word),
  };
};

/** Reads a query; whatever is in it, there is an answer, if an empty one. */
export function askedOf(query: string): Asked {
  const { time, rest } = takeTime(
    query
      .slice(0, LONGEST)
      .normalize('NFC')
      .replace(/[０-９]/g, (d) => d.normalize('NFKC')),
  );
  const words = rest
    .split(/\s+/)
    .flatMap((raw): AskedWord[] => {
      // Some keyboards join ㄱ and ㅅ to ㄳ.
      const consonants = disassemble(raw);
      if (INITIALS.test(consonants) && /^[ㄱ-ㅎ]+$/.test(raw))
        return [{ script: 'initials', forms: [consonants], parts: [], bones: '' }];
      return wordsOf(raw.replace(UNFINISHED, '')).map(askedWord);
    })
    .slice(0, MOST_WORDS);
  const great = words.filter((w) => !SMALL.has(w.forms[0]!));
  const kept = great.length > 0 ? great : words;
  const joined = (some: readonly AskedWord[]) => some.map((w) => w.forms[0]!).join('');
  const stems = kept.at(-1)?.forms.slice(1) ?? [];
  const wholes = [joined(words), joined(kept), ...stems.map((stem) => joined(kept.slice(0, -1)) + stem)];
  const typed = rest.trim();
  return {
    time,
    words: kept,
    wholes: [...new Set(wholes)].filter(Boolean),
    bones: skeletonOf(joined(kept)),
    before: /[가-힣]$/.test(typed) && hasBatchim(typed) ? removeLastCharacter(typed) : undefined,
  };
}
