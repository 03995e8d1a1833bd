import type { Json } from '../run.ts';
import type { DataPath, PlanPath } from './find-entities.ts';

/** An object at a place of the plan, and how it is reached. */
export interface Found {
  /** The objects from the root of the answer to the object itself; lists do not count. */
  ancestors: readonly Json[];
  path: DataPath;
}

/** As findEntities, in the same order, with the way to each. */
export function findAncestors(data: unknown, path: PlanPath): Found[] {
  const found: Found[] = [];
  walk(data, 0, [], []);
  return found;

  function walk(value: unknown, depth: number, at: DataPath, above: readonly Json[]): void {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      if (path[depth] !== '@') return;
      value.forEach((item, i) => void walk(item, depth + 1, [...at, i], above));
      return;
    }
    const ancestors = [...above, value as Json];
    const name = path[depth];
    if (name === undefined) found.push({ ancestors, path: at });
    else if (Object.hasOwn(value, name)) walk((value as Json)[name], depth + 1, [...at, name], ancestors);
  }
}
