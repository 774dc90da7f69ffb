// The five colours of people, in three themes: seen against land and sea, and apart from each other by every eye.
// Colour vision is simulated after Machado, Oliveira and Fernandes (2009), severity 1; differences are CIE76.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../src/record/model.ts';

const css = readFileSync(new URL('../src/style/tokens.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, head, body]) => ({
  head: head!.trim(),
  vars: Object.fromEntries([...body!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map((m) => [m[1]!, m[2]!])),
}));
const light = blocks.find((b) => /(^|\n):root$/.test(b.head))!.vars;
const dark = blocks.find((b) => b.head === ":root[data-theme='dark']")!.vars;
const darkBySystem = blocks.find((b) => b.head.endsWith(":root[data-theme='auto']"))!.vars;
const projector = { ...light, ...blocks.find((b) => b.head.includes('projector'))!.vars };
const THEMES = { light, dark, projector };

type Triple = [number, number, number];
const linear = (hex: string): Triple =>
  [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as Triple;
const luminance = (hex: string) => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
};
const EYES: Record<string, Triple[]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
function lab(hex: string, eye: Triple[]): Triple {
  const rgb = linear(hex);
  const [r, g, b] = eye.map((row) =>
    Math.max(0, Math.min(1, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])),
  ) as Triple;
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(Object.entries(THEMES))('%s theme', (_, vars) => {
  test('the five colours stand out 3 to 1 from land and from sea', () => {
    for (const family of FAMILIES)
      for (const ground of ['land', 'sea', 'ground'])
        expect(contrast(vars[family]!, vars[ground]!), `${family} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
  test.each(Object.entries(EYES))('any two are 15 apart with %s', (_, eye) => {
    for (const a of FAMILIES)
      for (const b of FAMILIES)
        if (a < b)
          expect(
            Math.hypot(...lab(vars[a]!, eye).map((v, i) => v - lab(vars[b]!, eye)[i]!)),
            `${a} and ${b}`,
          ).toBeGreaterThanOrEqual(15);
  });
  test('words are read 4.5 to 1, soft ones too', () => {
    for (const ink of ['ink', 'ink-soft', ...FAMILIES])
      for (const ground of ['ground', 'raised'])
        expect(contrast(vars[ink]!, vars[ground]!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

test('dark by the system is dark by choice', () => {
  expect(darkBySystem).toEqual(dark);
});
