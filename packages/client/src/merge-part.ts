import { isRecord } from './problems.ts';

/**
 * Returns the data with a deferred part in its place. Only what changes is copied, so that answers yielded before stay as they
 * were.
 */
export function mergeAt(data: unknown, path: readonly unknown[], part: unknown): unknown {
  const [step, ...rest] = path;
  if (path.length === 0) return merge(data, part);
  if (Array.isArray(data)) {
    return data.map((item: unknown, i) => (i === step ? mergeAt(item, rest, part) : item));
  }
  if (!isRecord(data)) return data;
  return { ...data, [String(step)]: mergeAt(data[String(step)], rest, part) };
}

/** A part holds all fields of its fragment, also those that were there before. A null never takes the place of a value. */
function merge(before: unknown, part: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(part)) return part.map((item, i) => merge(before[i], item));
  if (!isRecord(before) || !isRecord(part)) return part === null && before !== undefined ? before : part;
  const merged: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(part)) merged[name] = merge(before[name], value);
  return merged;
}
