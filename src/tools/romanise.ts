/** Korean names in Latin letters as a reader may have met them: Revised Romanisation, McCune–Reischauer, custom. */
import { romanize, standardizePronunciation } from 'es-hangul';

/** Initial consonants in the order of Unicode: hard, and as between voiced sounds. ㄹ is decided by what stands before. */
const INITIALS = 'k/g kk n t/d tt r m p/b pp s ss / ch/j tch ch’/ch’ k’/k’ t’/t’ p’/p’ h'
  .split(' ')
  .map((pair) => pair.split('/') as [string, string?]);
const MEDIALS = 'a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i'.split(' ');
// As pronounced at the end of a syllable: seven sounds, whatever is written.
const FINALS = '/k/k/k/n/n/n/t/l/k/m/l/l/l/p/l/m/p/p/t/t/ng/t/t/k/t/p/t'.split('/');
const FIRST_SYLLABLE = 0xac00;
const RIEUL = 5;
const VOICED_FINALS = new Set(['', 'n', 'l', 'm', 'ng']);

/** After McCune and Reischauer, by rule: mccuneOf('청진') is 'ch’ŏngjin'. What is not Hangul stays. */
export function mccuneOf(text: string): string {
  const said = standardizePronunciation(text, { hardConversion: false });
  let before: string | undefined;
  let out = '';
  for (const char of said) {
    if (!/[가-힣]/.test(char)) {
      before = undefined;
      out += char;
      continue;
    }
    const code = char.charCodeAt(0) - FIRST_SYLLABLE;
    const initial = Math.floor(code / 588);
    const [hard, soft = hard] = INITIALS[initial]!;
    const liquid = initial === RIEUL && (before === 'l' || before === 'n');
    const final = FINALS[code % 28]!;
    const voiced = before !== undefined && VOICED_FINALS.has(before);
    out += (liquid ? 'l' : voiced ? soft : hard) + MEDIALS[Math.floor((code % 588) / 28)]! + final;
    before = final;
  }
  return out;
}

/** Family names whose customary forms differ in their bones (`skeletonOf`); Park, Choi, Ahn and Chung need no list. */
const FAMILY: Readonly<Record<string, readonly string[]>> = {
  이: ['i', 'yi', 'lee', 'rhee'],
  리: ['ri', 'yi', 'lee'],
  임: ['im', 'lim', 'rim'],
  유: ['yu', 'ryu', 'yoo'],
  류: ['ryu', 'yu'],
  노: ['no', 'roh'],
  여: ['yeo', 'ryo'],
  양: ['yang', 'ryang'],
};

/** A person's Korean name in Latin letters, family name first; none for a name that is not of two to four syllables. */
export function personSpellingsOf(name: string): string[] {
  if (!/^[가-힣]{2,4}$/.test(name)) return [];
  const [family, given] = [name.slice(0, 1), name.slice(1)];
  const families = FAMILY[family] ?? [romanize(family)];
  return [...families.map((f) => `${f} ${romanize(given)}`), `${mccuneOf(family)} ${mccuneOf(given)}`];
}

/** A place's Korean name in Latin letters by both systems; a longer name is a foreign one, written by ear. */
export const placeSpellingsOf = (name: string): string[] =>
  /^[가-힣]{2,4}$/.test(name) ? [romanize(name), mccuneOf(name)] : [];
