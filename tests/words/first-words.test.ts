// What is there from the beginning says only sentences that travel with it. Reads imports as text: one made of parts is not seen.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isLater } from '../../src/record/first-words.ts';
import { ROOT } from '../../src/tools/files.ts';
import { compiled } from '../the-record.ts';

/** All sources that a shell brings with it: static imports only. */
function broughtBy(entry: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (path: string) => {
    if (found.has(path) || !/\.(ts|svelte)$/.test(path)) return;
    const text = readFileSync(join(ROOT, 'src', path), 'utf8');
    found.set(path, text);
    for (const [, spec] of text.matchAll(/(?:^|\n)\s*(?:import|export)\b(?!\s+type)[^'";(]*?from\s+'(\.[^']+)'/g))
      walk(normalize(join(dirname(path), spec!)));
  };
  walk(entry);
  return found;
}
const keys = Object.keys(compiled.raw.ui['en']!);

describe.each(['shells/explore/Explore.svelte', 'shells/embed/Embed.svelte'])('%s', (entry) => {
  const sources = broughtBy(entry);
  test('is looked through', () => {
    expect(sources.size).toBeGreaterThan(30);
    expect([...sources.keys()]).toContain('views/map/Map.svelte');
    expect([...sources.keys()]).not.toContain('views/table/Table.svelte');
  });
  test('says nothing that comes later', () => {
    const late: string[] = [];
    for (const [path, text] of sources)
      for (const [call] of text.matchAll(/\bsay\([^)]*/g)) {
        for (const [, key] of call.matchAll(/'([\w.-]+\.[\w.-]+)'/g)) if (isLater(key!)) late.push(`${path}: ${key}`);
        for (const [, template] of call.matchAll(/`([^`]*)`/g)) {
          const like = new RegExp(`^${template!.replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '[^.]+')}$`);
          for (const key of keys) if (like.test(key) && isLater(key)) late.push(`${path}: ${key}`);
        }
      }
    expect(late).toEqual([]);
  });
});
