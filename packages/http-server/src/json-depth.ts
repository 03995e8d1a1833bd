/** Deeper JSON would overflow the stack of code that walks it; no value of ours nests beyond ten. */
export const MAX_JSON_DEPTH = 200;

/**
 * Whether arrays and objects stand inside each other more than `limit` deep. Goes level by level
 * instead of by recursion, which is what it guards against.
 */
export function nestsDeeperThan(limit: number, value: unknown): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === limit) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
