/** Problems of the record's files, collected so that a curator sees all of them at once. */
import * as v from 'valibot';

export interface Problem {
  readonly file: string;
  /** Where in the file: 'series.hawaii-arrivals.observations.1904'. */
  readonly path: string;
  readonly wrong: string;
  readonly right: string;
}
export class Problems {
  readonly list: Problem[] = [];
  /** Whether a file could not be read at all: then what it would have used is not missed. */
  shapeFailed = false;
  add(file: string, path: string, wrong: string, right: string): void {
    this.list.push({ file, path, wrong, right });
  }
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text === undefined ? 'nothing' : text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

/** Path of a schema issue with ids in the place of array positions, where the items have ids. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .map((item) => {
      if (typeof item.key !== 'number') return String(item.key);
      const own = item.value as { id?: unknown } | readonly unknown[] | null;
      const name = Array.isArray(own) ? own[0] : (own as { id?: unknown } | null)?.id;
      return typeof name === 'string' ? name : String(item.key);
    })
    .join('.');
}

/** Deepest issues of a union say more than “does not fit”. */
function leaves(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown>[] {
  if (issue.type !== 'union' || !issue.issues?.length) return [issue];
  const deepest = Math.max(...issue.issues.map((i) => i.path?.length ?? 0));
  const best = issue.issues.find((i) => (i.path?.length ?? 0) === deepest)!;
  return leaves(best).map((leaf) => ({ ...leaf, path: [...(issue.path ?? []), ...(leaf.path ?? [])] as never }));
}

/** Checks one file's shape. @returns the typed content, or undefined after noting the problems */
export function parseShape<S extends v.GenericSchema>(
  schema: S,
  file: string,
  content: unknown,
  problems: Problems,
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  problems.shapeFailed = true;
  for (const issue of result.issues.flatMap((i) => leaves(i as v.BaseIssue<unknown>))) {
    problems.add(
      file,
      pathOf(issue) || '(file)',
      `${shown(issue.input)}: ${issue.message}`,
      issue.expected ? `expected ${issue.expected}` : 'see the schema of this file',
    );
  }
  return undefined;
}

/** Notes every id that stands twice in a list. */
export function checkUnique(ids: Iterable<string>, file: string, path: string, problems: Problems): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) problems.add(file, `${path}.${id}`, `the id “${id}” stands twice`, 'every id once');
    seen.add(id);
  }
}
