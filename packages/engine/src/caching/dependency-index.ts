import type { Change, Dependency } from '../core/answer-cache.ts';
import { concernsType, keysBeneath } from './outdated.ts';

/** Of one subgraph and type: what depends on its rows, by the entity type beneath which they are shown, and by that entity's key. */
type Groups<Item> = Map<string | null, Map<string | null, Set<Item>>>;

/** Finds what a change makes outdated without looking at everything. */
export class DependencyIndex<Item> {
  readonly #bySubgraph = new Map<string, Map<string | null, Groups<Item>>>();

  add(item: Item, dependencies: readonly Dependency[]): void {
    for (const { subgraph, type, by, key } of dependencies) {
      const types = entryOf(this.#bySubgraph, subgraph, () => new Map<string | null, Groups<Item>>());
      const groups = entryOf(types, type, (): Groups<Item> => new Map());
      const keys = entryOf(groups, by, () => new Map<string | null, Set<Item>>());
      entryOf(keys, key, () => new Set<Item>()).add(item);
    }
  }

  /** Takes away what `add` was given. */
  remove(item: Item, dependencies: readonly Dependency[]): void {
    for (const { subgraph, type, by, key } of dependencies) {
      const types = this.#bySubgraph.get(subgraph);
      const groups = types?.get(type);
      const keys = groups?.get(by);
      const items = keys?.get(key);
      if (!types || !groups || !keys || !items) continue;
      items.delete(item);
      if (items.size === 0) keys.delete(key);
      if (keys.size === 0) groups.delete(by);
      if (groups.size === 0) types.delete(type);
      if (types.size === 0) this.#bySubgraph.delete(subgraph);
    }
  }

  /** Returns what a change makes outdated, by the rules of `isOutdated`. */
  outdatedBy(change: Change): Set<Item> {
    const found = new Set<Item>();
    for (const [type, groups] of this.#bySubgraph.get(change.subgraph) ?? []) {
      if (!concernsType(change, type)) continue;
      for (const [by, keys] of groups) {
        const named = keysBeneath(change, type, by);
        const sets = named ? [...named, null].map((key) => keys.get(key)) : keys.values();
        for (const items of sets) for (const item of items ?? []) found.add(item);
      }
    }
    return found;
  }
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
