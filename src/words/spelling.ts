/**
 * What stays the same of a name however it is spelled: folded letters, words by script, a word
 * without its particles, initial consonants, and the bones of a romanisation. For search only; nothing of this is shown.
 */
import { getChoseong } from 'es-hangul';

/** Letters that no decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };

/** Without case, marks and apostrophes: foldOf('Ch’ŏngjin') is 'chongjin'. Hangul stays as it is. */
export const foldOf = (text: string): string =>
  text
    .replace(/['’‘ʼʻ`´]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => PLAIN[letter]!);

const WORD =
  /\p{Script=Hangul}+|\p{Script=Han}+|(?:(?!\p{Script=Hangul})(?!\p{Script=Han})[\p{L}\p{N}](?:[-‐‑](?=\p{Script=Latin}))?)+/gu;

/** Folded words; where the script changes a new one begins, and a hyphen joins: 'sk', '배터리'; 'chung-hee'. */
export const wordsOf = (text: string): string[] => foldOf(text).match(WORD) ?? [];

const HYPHEN = /[-‐‑]/;
/** The parts of a hyphenated word: ['chung', 'hee']; of another the word itself. */
export const partsOf = (word: string): string[] => word.split(HYPHEN).filter(Boolean);
/** All of a text in one piece: joinedOf('Park Chung-hee') is 'parkchunghee'. */
export const joinedOf = (text: string): string => wordsOf(text).join('').replace(/[-‐‑]/g, '');

const SYLLABLES = /^(?:\p{Script=Hangul}|\p{Script=Han})/u;
/** Whether a word of `wordsOf` is written in syllables, Hangul or hanja: such a word may be found in the middle of a name. */
export const isSyllabic = (word: string): boolean => SYLLABLES.test(word);

// Longest first. Endings that many foreign names have (라, 나, 리아) are left out: 과테말라, 가나.
const PARTICLE =
  /(?:에서부터|으로부터|로부터|에게서|한테서|에서|에게|한테|으로|까지|부터|처럼|보다|마다|하고|이랑|의|에|로|와|과|을|를|이|가|은|는|도|만|랑)$/;
/** Particles that may follow another: 독일에서는, 하와이로의. */
const SECOND = /(?:은|는|도|만|의)$/;
const LEAST_STEM = 2;

/** A Korean word, and without its particles: stemsOf('독일에서는') has '독일', stemsOf('간도') only itself. */
export function stemsOf(word: string): string[] {
  const stems = [word];
  const strip = (text: string, ending: RegExp): string | undefined => {
    const stem = text.replace(ending, '');
    return stem === text || [...stem].length < LEAST_STEM ? undefined : stem;
  };
  const first = strip(word, PARTICLE);
  if (first !== undefined) stems.push(first);
  const inner = SECOND.test(word) && first !== undefined ? strip(first, PARTICLE) : undefined;
  if (inner !== undefined) stems.push(inner);
  return stems;
}

/** Initial consonants of what is Hangul in a text, word by word: initialsOf('대한 국민회') is ['ㄷㅎ', 'ㄱㅁㅎ']. */
export const initialsOf = (text: string): string[] =>
  (text.match(/[가-힣]+/g) ?? []).map((word) => getChoseong(word)).filter(Boolean);

const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/tch|ch|tj|zh|dz|ts|[jz]/g, 'C'],
  [/sch|sh|c(?=[eiy])|^x/g, 's'],
  [/x/g, 'ks'],
  [/kh|gh|ck|[cgq]/g, 'k'],
  [/ph|[bfv]/g, 'p'],
  [/th|dh|d/g, 't'],
  // Noh is No, Park is Pak: nobody hears these letters.
  [/(?<=[aeiouwy])h(?![aeiouwy])/g, ''],
  [/r(?![aeiouwyhr])/g, ''],
  [/rh|r/g, 'l'],
];
const VOWELS: Readonly<Record<string, string>> = {
  ...{ yeo: 'yO', you: 'yO', yoo: 'yO', weo: 'wO', woo: 'O', wu: 'O', eo: 'O', eu: 'O', oo: 'O', ou: 'O', o: 'O' },
  ...{ u: 'O', eui: 'I', ui: 'I', ee: 'I', yi: 'I', i: 'I', ae: 'E', ai: 'E', ay: 'E', ei: 'E', ey: 'E', e: 'E' },
  ...{ wae: 'wE', wai: 'wE', wei: 'wE', we: 'wE', oe: 'wE', oi: 'wE', oy: 'wE', a: 'a' },
};
const VOWEL = new RegExp(
  Object.keys(VOWELS)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/**
 * What two romanisations of one Korean word have in common: Busan and Pusan, Cheongjin and Ch’ŏngjin, Lee and Ri.
 * Hard and soft consonants are one, ŏ, ŭ, o and u are one vowel, silent letters go. Empty for what is not Latin.
 */
export function skeletonOf(word: string): string {
  let bones = foldOf(word).replace(/[-‐‑\s]/g, '');
  if (!/^[a-z]+$/.test(bones)) return '';
  for (const [sound, sign] of CONSONANTS) bones = bones.replace(sound, sign);
  return bones
    .replace(VOWEL, (vowel) => VOWELS[vowel]!)
    .replace(/y(?![aEIO])/g, 'I')
    .replace(/(.)\1+/g, '$1')
    .toLowerCase();
}
