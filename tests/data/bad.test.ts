// Every slip of the pen in tests/data/bad/ gets its own problem, with file and path. A new one is a dropped file.
// Does not prove that no other slip goes unseen, nor that a figure agrees with its source.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/record/compile.ts';
import { broken, compiled, files } from '../the-record.ts';
import { applySlip, type Slip } from './apply.ts';

interface Told {
  readonly file: string;
  readonly path: string;
  readonly wrong: string;
}
interface Bad extends Slip {
  readonly error: Told;
  /** What else goes wrong by the same change. */
  readonly also?: readonly Told[];
  /** The shape of a whole file is broken: what it held is missing everywhere. The cause must still be told first. */
  readonly fallout?: boolean;
}

const folder = new URL('bad/', import.meta.url);
const slips = readdirSync(folder).map(
  (name) =>
    [name.slice(0, -5).replaceAll('-', ' '), JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Bad] as const,
);
const byText = (told: readonly Told[]) => told.map((t) => `${t.file}  ${t.path}  ${t.wrong}`).sort();
const problemsOf = (slip: Slip) =>
  compile(applySlip(files, slip)).problems.map(({ file, path, wrong, right }) => ({ file, path, wrong, right }));

describe('the record as it stands', () => {
  test('has no problem at all', () => {
    expect(broken).toEqual([]);
    expect(compiled.problems).toEqual([]);
  });
  test('is not touched by a slip that is tried out on it', () => {
    const before = JSON.stringify(files);
    for (const [, slip] of slips) applySlip(files, slip);
    expect(JSON.stringify(files)).toBe(before);
  });
  test('stands beside at least eighteen slips', () => expect(slips.length).toBeGreaterThanOrEqual(18));
});

describe('a slip of the pen', () => {
  test.each(slips)('%s', (_, slip) => {
    const problems = problemsOf(slip);
    const told = problems.map(({ file, path, wrong }) => ({ file, path, wrong }));
    if (slip.fallout) expect(told[0]).toEqual(slip.error);
    else expect(byText(told)).toEqual(byText([slip.error, ...(slip.also ?? [])]));
    // Whoever is told what is wrong is told what would be right.
    for (const p of problems) expect(p.right).not.toBe('');
  });
});

describe('a slip that leaves no record at all', () => {
  test.each([
    ['an empty folder', {}],
    ['files that hold nothing', Object.fromEntries(Object.keys(files).map((f) => [f, null]))],
    ['lists in the place of objects', Object.fromEntries(Object.keys(files).map((f) => [f, []]))],
  ])('%s is named and never thrown', (_, given) => {
    expect(compile(given).problems.length).toBeGreaterThan(0);
  });
  const OPTIONAL = /^waves\/|publishers\.json$/;
  test.each(Object.keys(files).filter((f) => !OPTIONAL.test(f)))('without %s the missing file is named', (file) => {
    const rest = Object.fromEntries(Object.entries(files).filter(([f]) => f !== file));
    expect(compile(rest).problems.some((p) => p.file === file)).toBe(true);
  });
});
