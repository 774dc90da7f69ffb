/** Makes one change to the files of the record, as a curator's slip of the pen would: what `tests/data/bad/*.json` describe. */
import type { Files } from '../../src/record/compile.ts';

/** Beside plain values: what is taken away, and what is added to a list. */
type Change = { readonly $delete: true } | { readonly $append: unknown };
export interface Slip {
  readonly file: string;
  readonly set: Readonly<Record<string, unknown>>;
}

const isChange = (value: unknown, key: '$delete' | '$append'): value is Change =>
  typeof value === 'object' && value !== null && key in value;

/** Key of a step: of an object by name; of a list by id, by the first of a tuple, else by number. */
function keyIn(parent: unknown, step: string): string | number {
  if (!Array.isArray(parent)) return step;
  const named = parent.findIndex(
    (item) => (Array.isArray(item) ? item[0] : (item as { id?: unknown } | null)?.id) === step,
  );
  if (named >= 0) return named;
  if (!/^\d+$/.test(step) || Number(step) > parent.length)
    throw new RangeError(`no “${step}” in a list of ${parent.length}`);
  return Number(step);
}

function change(root: unknown, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop()!;
  const parent = steps.reduce<unknown>((at, step) => {
    const next = (at as Record<string, unknown>)[keyIn(at, step)];
    if (typeof next !== 'object' || next === null) throw new RangeError(`no “${step}” on the way to ${path}`);
    return next;
  }, root) as Record<string | number, unknown>;
  const key = keyIn(parent, last);
  if (isChange(value, '$append')) (parent[key] as unknown[]).push((value as { $append: unknown }).$append);
  else if (!isChange(value, '$delete')) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(key as number, 1);
  else if (key in parent) delete parent[key];
  else throw new RangeError(`nothing to take away at ${path}`);
}

/** The files with one of them changed; the given ones stay as they are. */
export function applySlip(files: Files, { file, set }: Slip): Files {
  const copy = structuredClone(files[file]);
  // A path with a key of its own, '(file)', stands for the whole file: its list, or its absence.
  for (const [path, value] of Object.entries(set)) change(copy, path, value);
  return { ...files, [file]: copy };
}
