import type { Json } from '../run.ts';

export type PlanPath = readonly string[];
export type DataPath = (string | number)[];

/** A step into every item of a list. */
const EACH = '@';

/**
 * The objects at a place of the plan, in the order of the answer; nulls on the way are passed over, and so are lists
 * where the plan has none.
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

/** The paths of {@link findEntities}, in the same order. Only errors need them. */
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
