import { LRUCache } from 'lru-cache';

interface Entry<Value> {
  value: Promise<Value>;
  at: number;
}

/** Values that are fetched once for all who want them at the same time, and kept for a while. */
export interface Kept<Value> {
  get(name: string, fetchValue: () => Promise<Value>): Promise<Value>;
  /** How long ago it was fetched; null when it is not kept. */
  ageMs(name: string): number | null;
  forget(name: string): void;
}

/** @param isWorth whether a value may be kept; what failed is asked for again */
export function createKept<Value>(keepMs: number, isWorth: (value: Value) => boolean): Kept<Value> {
  const entries = new LRUCache<string, Entry<Value>>({ max: 1000 });
  return {
    get(name, fetchValue) {
      const kept = entries.get(name);
      if (kept && performance.now() - kept.at < keepMs) return kept.value;
      const entry = { value: fetchValue(), at: performance.now() };
      entries.set(name, entry);
      entry.value.then(
        (value) => isWorth(value) || drop(),
        () => drop(),
      );
      return entry.value;

      function drop(): void {
        if (entries.get(name) === entry) entries.delete(name);
      }
    },
    ageMs(name) {
      const kept = entries.get(name);
      return kept ? performance.now() - kept.at : null;
    },
    forget: (name) => void entries.delete(name),
  };
}
