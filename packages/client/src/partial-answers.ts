import { isRecord } from './problems.ts';
import type { Answer, Problem } from './types.ts';

type Path = readonly (string | number)[];

/** Codes with which a department did not give what it holds. */
const FAILURES: ReadonlySet<string> = new Set([
  'DEPARTMENT_CONTRACT_BROKEN',
  'DEPARTMENT_ERROR',
  'DEPARTMENT_UNAVAILABLE',
]);

/** What needs a grant, and how to apply for it. */
export interface NeededGrant {
  /** The field that was denied, such as `Taxpayer.arrears`. */
  coordinate: string;
  /** The catalogue's code of its data resource, such as `372941/tax.Taxpayer`. */
  resource: string | null;
  sharing: string | null;
  /** The fields to name in applyForSharing. */
  applyFor: readonly string[];
  howTo: string | null;
  /** Where the field is missing: the first place of each selection. */
  paths: readonly Path[];
}

/**
 * Returns why something is missing at a place of the answer, or within it. Where a null further up took the place along, its
 * causes count.
 *
 * @param path by response names, such as `['enterprise', 'permits']`
 */
export function problemsAt(answer: Answer<unknown>, path: Path): Problem[] {
  const steps = presentSteps(answer.data, path);
  const place = path.slice(0, steps + 1);
  return answer.problems.filter((problem) => {
    const isWithin = startsWith(problem.path, place, problem);
    return isWithin || (steps < path.length && startsWith(place, problem.path, problem));
  });
}

/** Returns the departments that failed, each once, by their names in the graph. */
export function missingDepartments(answer: Answer<unknown>): string[] {
  const names = answer.problems.flatMap(({ code, department }) =>
    department !== null && FAILURES.has(code) ? [department] : [],
  );
  return [...new Set(names)];
}

/** Returns each field that was denied for want of a grant, once. */
export function neededGrants(answer: Answer<unknown>): NeededGrant[] {
  const grants = new Map<string, NeededGrant & { paths: Path[] }>();
  for (const { coordinate, reason, resource, sharing, applyFor, howTo, path } of answer.problems) {
    if (coordinate === null || reason !== 'GRANT') continue;
    const grant = grants.get(coordinate);
    if (grant) {
      grant.paths.push(path);
      grant.applyFor = [...new Set([...grant.applyFor, ...applyFor])];
    } else {
      grants.set(coordinate, { coordinate, resource, sharing, applyFor, howTo, paths: [path] });
    }
  }
  return [...grants.values()];
}

/** Returns how many steps of the path lead to a value; the length of the path when there is one at its end. */
function presentSteps(data: unknown, path: Path): number {
  let value = data;
  for (const [i, step] of path.entries()) {
    value = isRecord(value) || Array.isArray(value) ? (value as Record<string, unknown>)[step] : null;
    if (value == null) return i;
  }
  return data == null ? 0 : path.length;
}

/** @param problem whose rows count: a denial is of a field in all rows, and is reported at the first */
function startsWith(path: Path, start: Path, { coordinate, reason }: Problem): boolean {
  const isDenial = coordinate !== null && reason !== null;
  return (
    start.length <= path.length &&
    start.every(
      (step, i) => step === path[i] || (isDenial && typeof step === 'number' && typeof path[i] === 'number'),
    )
  );
}
