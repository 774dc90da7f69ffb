/** Sentences with named places in them; a Korean particle after a place agrees with what fills it. */
import { josa } from 'es-hangul';

export type Messages = Readonly<Record<string, string>>;
export type Slots = Readonly<Record<string, string | number>>;

/** `{wave}` or, with a particle that agrees, `{wave|은/는}`. */
const SLOT = /\{(\w+)(?:\|([^}]+))?\}/g;

/** A digit is read aloud, and its reading decides the particle: 영 일 이 삼 사 오 육 칠 팔 구. */
const READ_DIGIT = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
const spoken = (text: string): string => text.replace(/\d(?=\D*$)/, (digit) => READ_DIGIT[Number(digit)]!);

/** The particle that agrees with a text: withParticle('하와이', '은/는') is '하와이는'. */
export function withParticle(text: string, particle: string): string {
  const read = spoken(text.replace(/[)\]”’"'\s]+$/, ''));
  if (!/[가-힣]$/.test(read)) return text + particle.split('/').at(-1)!;
  return text + josa(read, particle as Parameters<typeof josa>[1]).slice(read.length);
}

/** Fills a message; of one thing it takes the key with `.one`, where there is one. A key that is not there shows as [[key]], so that it is seen. */
export function formatMessage(messages: Messages, key: string, slots: Slots = {}): string {
  const pattern = (slots['n'] === 1 ? messages[`${key}.one`] : undefined) ?? messages[key];
  if (pattern === undefined) return `[[${key}]]`;
  return pattern.replace(SLOT, (whole, name: string, particle: string | undefined) => {
    const value = slots[name];
    if (value === undefined) return whole;
    return particle ? withParticle(String(value), particle) : String(value);
  });
}
