// The house: who may import whom, what must not be where, and how large things may grow.
// Reads the sources as text: a rule broken through a variable is not seen.
import { describe, expect, test } from 'vitest';

const sources = import.meta.glob('../src/**/*.{ts,svelte}', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;
const files = Object.entries(sources).map(([path, text]) => ({ path: path.replace('../src/', ''), text }));
const LAYERS = [
  'record',
  'scenario',
  'scene',
  'words',
  'state',
  'views',
  'shells',
  'main.ts',
  'hosts',
  'tools',
  'style',
  'virtual.d.ts',
] as const;
const MAY: Record<string, readonly string[]> = {
  record: ['record'],
  scenario: ['record', 'scenario'],
  scene: ['record', 'scene'],
  words: ['record', 'words'],
  state: ['record', 'scenario', 'scene', 'words', 'state'],
  views: ['record', 'scenario', 'scene', 'words', 'state', 'views'],
  shells: ['record', 'scenario', 'scene', 'words', 'state', 'views', 'shells', 'style'],
  'main.ts': ['record', 'scenario', 'scene', 'words', 'state', 'views', 'shells', 'style'],
  // What runs in other people's pages knows nothing of the atlas.
  hosts: [],
  tools: ['record', 'scenario', 'scene', 'words', 'views', 'tools', 'style'],
};
const PACKAGES: Record<string, RegExp> = {
  record: /^(d3-array|d3-geo|valibot)$/,
  scenario: /^$/,
  scene: /^(d3-geo|d3-scale|d3-shape|d3-array)$/,
  words: /^(es-hangul|d3-dsv|minisearch)$/,
  state: /^svelte$/,
  views: /^(svelte|svelte\/.*|d3-zoom|d3-selection|topojson-client|topojson-specification|mediabunny|client-zip|uqr)$/,
  shells: /^svelte(\/.*)?$/,
  'main.ts': /^(svelte|virtual:record)$/,
  hosts: /^$/,
};
const layerOf = (path: string) => LAYERS.find((l) => path === l || path.startsWith(`${l}/`))!;

function importsOf(path: string, text: string): { spec: string; target: string | undefined }[] {
  const specs = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)\s*import\s+'([^']+)'/g,
    ),
  ].map((m) => (m[1] ?? m[2] ?? m[3])!);
  return specs.map((spec) => {
    if (!spec.startsWith('.')) return { spec, target: undefined };
    const parts = path.split('/').slice(0, -1);
    for (const part of spec.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.') parts.push(part);
    }
    return { spec, target: parts.join('/') };
  });
}

describe('the house', () => {
  test('every source belongs to a layer, and none is called utils, helpers, common or lib', () => {
    expect(files.length).toBeGreaterThan(40);
    for (const { path } of files) {
      expect(layerOf(path), path).toBeDefined();
      expect(path).not.toMatch(/(^|\/)(utils?|helpers?|common|lib)(\/|\.)/);
    }
  });

  test('imports, types too, point down only', () => {
    const wrong: string[] = [];
    for (const { path, text } of files)
      for (const { target } of importsOf(path, text)) {
        if (target === undefined) continue;
        const [from, to] = [layerOf(path), layerOf(target)];
        if (MAY[from] && !MAY[from].includes(to)) wrong.push(`${path} → ${target}`);
      }
    expect(wrong).toEqual([]);
  });

  test('each layer uses only the packages it may', () => {
    const wrong: string[] = [];
    for (const { path, text } of files)
      for (const { spec, target } of importsOf(path, text)) {
        const allowed = PACKAGES[layerOf(path)];
        if (target === undefined && allowed && !allowed.test(spec)) wrong.push(`${path}: ${spec}`);
      }
    expect(wrong).toEqual([]);
  });

  test('there is no cycle', () => {
    const graph = new Map(
      files.map(({ path, text }) => [path, importsOf(path, text).flatMap((i) => (i.target ? [i.target] : []))]),
    );
    const done = new Set<string>();
    const walk = (path: string, trail: string[]): string[] | undefined => {
      if (trail.includes(path)) return [...trail, path];
      if (done.has(path)) return undefined;
      for (const next of graph.get(path) ?? []) {
        const found = walk(next, [...trail, path]);
        if (found) return found;
      }
      done.add(path);
      return undefined;
    };
    for (const path of graph.keys()) expect(walk(path, [])).toBeUndefined();
  });

  const must = (pattern: RegExp, where: (path: string) => boolean) =>
    files.filter(({ path, text }) => where(path) && pattern.test(text)).map((f) => f.path);
  const shipped = (path: string) => layerOf(path) !== 'tools';

  test('dates are made in record/when.ts alone', () => {
    expect(must(/new Date\(|\bDate\.(now|UTC|parse)/, (p) => p !== 'record/when.ts')).toEqual([]);
  });
  test('no Hangul and no English sentence in a component', () => {
    expect(must(/[\uac00-\ud7a3]/, (p) => p.endsWith('.svelte'))).toEqual([]);
    const sentences = files
      .filter((f) => f.path.endsWith('.svelte'))
      .filter(({ text }) => {
        const markup = text.replace(
          /<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g,
          '',
        );
        return (
          [...markup.replace(/&\w+;/g, '').matchAll(/>([^<>]*)</g)].some((m) => /[A-Za-z]{3,}/.test(m[1]!)) ||
          /(?:aria-label|title|alt|placeholder)="[A-Za-z]/.test(markup)
        );
      })
      .map((f) => f.path);
    expect(sentences).toEqual([]);
  });
  test('one clock and no dice', () => {
    expect(must(/Math\.random/, () => true)).toEqual([]);
    expect(must(/requestAnimationFrame|setInterval/, (p) => shipped(p) && p !== 'state/ticker.ts')).toEqual([]);
  });
  test('no “as any”, no old Svelte', () => {
    expect(must(/\bas any\b|@ts-ignore|export let |svelte\/store/, () => true)).toEqual([]);
  });
  test('d3-selection and d3-zoom only in the zoom attachment; fetch, location and history only in main.ts', () => {
    expect(must(/d3-selection|d3-zoom/, (p) => p !== 'views/map/zoomable.ts')).toEqual([]);
    expect(must(/(?<![#.\w])fetch\(|\blocation\.|\bhistory\./, (p) => shipped(p) && p !== 'main.ts')).toEqual([]);
  });
  test('no DOM in record, scene, words', () => {
    expect(must(/\b(document|window)\./, (p) => ['record', 'scene', 'words'].includes(layerOf(p)))).toEqual([]);
  });
  test('every colour comes from style/tokens.css', () => {
    expect(
      must(
        /#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?=[;\s])|\brgba?\(\d+[ ,]+[1-9]/,
        (p) => shipped(p) && !p.startsWith('style/'),
      ),
    ).toEqual([]);
  });

  test('no file above 400 lines, no component above 250, half of them at most 80', () => {
    const lines = files.map(({ path, text }) => ({ path, n: text.split('\n').length - 1 }));
    expect(lines.filter((l) => l.n > 400)).toEqual([]);
    expect(lines.filter((l) => l.path.endsWith('.svelte') && l.n > 250)).toEqual([]);
    const sorted = lines.map((l) => l.n).sort((a, b) => a - b);
    console.log(`lines a file: median ${sorted[sorted.length >> 1]}, p90 ${sorted[Math.floor(sorted.length * 0.9)]}`);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(260);
    expect(files.find((f) => f.path === 'main.ts')!.text.split('\n').length).toBeLessThanOrEqual(66);
  });
});
