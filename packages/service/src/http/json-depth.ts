/** Deeper JSON would overflow the stack of code that walks it; no value of ours nests beyond ten. */
export const MAX_JSON_DEPTH = 200;

/** Whether arrays and objects stand inside each other more than `limit` deep. Recurses no deeper than that. */
export function nestsDeeperThan(limit: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) {
    for (const entry of value) if (nestsDeeperThan(limit - 1, entry)) return true;
    return false;
  }
  // A body is JSON: it has no keys but its own.
  for (const key in value)
    if (nestsDeeperThan(limit - 1, (value as Record<string, unknown>)[key])) return true;
  return false;
}
