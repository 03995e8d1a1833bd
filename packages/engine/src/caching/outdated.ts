import type { Change, Dependency } from '../core/answer-cache.ts';

/** Whether a change may have changed what depends so. */
export function isOutdated({ subgraph, type, by, key }: Dependency, change: Change): boolean {
  if (change.subgraph !== subgraph || !concernsType(change, type)) return false;
  const changed = keysBeneath(change, type, by);
  return changed === null || key === null || changed.includes(key);
}

/** Rows of the type have changed, or rows that are shown beneath entities of the type. */
export function concernsType({ type, keys = {} }: Change, of: string | null): boolean {
  return type === null || of === null || of === type || Object.hasOwn(keys, of);
}

/**
 * Returns the keys of the entities beneath which something of a type has changed that the change concerns; null for all.
 *
 * @param by entity type; null for a list
 */
export function keysBeneath(
  { type, keys = {} }: Change,
  of: string | null,
  by: string | null,
): readonly string[] | null {
  if (type === null || of === null || by === null) return null;
  // What an entity says of the rows beneath it, such as their number, is part of the entity.
  const isNamed = of === type || of === by;
  return isNamed && Object.hasOwn(keys, by) ? keys[by]! : null;
}
