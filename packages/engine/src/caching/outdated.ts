import type { Change, Dependency } from '../core/answer-cache.ts';

/** Whether a change may have changed what depends so. */
export function isOutdated({ subgraph, type, by, key }: Dependency, change: Change): boolean {
  if (change.subgraph !== subgraph) return false;
  if (change.type === null || type === null) return true;
  if (change.type !== type) return false;
  const changed = by === null ? undefined : change.keys?.[by];
  return changed === undefined || key === null || changed.includes(key);
}

/** Equal for equal dependencies: JSON has no raw line breaks, and neither have names. */
export function nameOf({ subgraph, type, by, key }: Dependency): string {
  return `${subgraph}\n${type ?? ''}\n${by ?? ''}\n${JSON.stringify(key)}`;
}
