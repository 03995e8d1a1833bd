import type { Json } from '../core/run.ts';

export type PlanPath = readonly string[];
export type DataPath = (string | number)[];

/** A step into every item of a list. */
const EACH = '@';

/**
 * Returns the objects at a path of the plan, in the order of the answer. Nulls on the way are skipped, and so are
 * lists where the plan has none.
 *
 * @param path names, and `@` for the items of a list
 */
export function findEntities(data: unknown, path: PlanPath, into: Json[] = [], depth = 0): Json[] {
  if (data === null || typeof data !== 'object') return into;
  if (Array.isArray(data)) {
    if (path[depth] !== EACH) return into;
    for (const item of data) findEntities(item, path, into, depth + 1);
    return into;
  }
  if (depth === path.length) {
    into.push(data as Json);
    return into;
  }
  const name = path[depth]!;
  return Object.hasOwn(data, name) ? findEntities((data as Json)[name], path, into, depth + 1) : into;
}

/** Returns the paths of {@link findEntities}, in the same order. Only errors need them. */
export function findEntityPaths(data: unknown, path: PlanPath): DataPath[] {
  const paths: DataPath[] = [];
  walk(data, 0, []);
  return paths;

  function walk(value: unknown, depth: number, at: DataPath): void {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      if (path[depth] !== EACH) return;
      value.forEach((item, i) => void walk(item, depth + 1, [...at, i]));
      return;
    }
    if (depth === path.length) {
      paths.push(at);
      return;
    }
    const name = path[depth]!;
    if (Object.hasOwn(value, name)) walk((value as Json)[name], depth + 1, [...at, name]);
  }
}

/** An object at a path of the plan, and the way to it. */
export interface Found {
  /** The objects from the root of the answer to the object itself, without lists. */
  ancestors: readonly Json[];
  path: DataPath;
}

/** Like findEntities, in the same order, with the way to each object. */
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
