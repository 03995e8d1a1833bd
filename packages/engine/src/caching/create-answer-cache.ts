import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type {
  AnswerCache,
  CachedAnswer,
  CacheStatistics,
  Change,
  Dependency,
  FollowState,
  KeptAnswer,
} from '../core/answer-cache.ts';
import { DependencyIndex } from './dependency-index.ts';
import { isOutdated } from './outdated.ts';

export interface AnswerCacheOptions {
  /** Of all answers together. */
  maxBytes: number;
  /** Milliseconds; never goes back. */
  now?: () => number;
}

/** An answer with more would push out many others. */
const MAX_SHARE = 1 / 16;
/** Maps, objects and texts around the bytes of an answer, and of each dependency in the index; measured. */
const BYTES_PER_ENTRY = 1_000;
const BYTES_PER_DEPENDENCY = 250;
/** What is kept compressed besides takes less than that of a body. */
const COMPRESSED_SHARE = 1.5;
/** The changes to which a read is compared that began before them. Reads that overlap with more are not kept. */
const MAX_RECENT = 512;

interface Entry extends KeptAnswer {
  key: string;
  /** Computed when an answer needs it first: entities need none. */
  etag: string | null;
  /** When the subgraphs were asked. */
  begunAt: number;
  freshUntil: number;
  staleUntil: number;
  dependencies: readonly Dependency[];
  bytes: number;
}

/**
 * Creates a cache of whole answers. An answer is served until its age is over, or a change has made it outdated; while a subgraph does
 * not answer, a stale one may be served as far as its policy allows.
 */
export function createAnswerCache({
  maxBytes,
  now = () => performance.now(),
}: AnswerCacheOptions): AnswerCache {
  const index = new DependencyIndex<Entry>();
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    maxEntrySize: Math.ceil(maxBytes * MAX_SHARE),
    sizeCalculation: ({ bytes }) => bytes,
    dispose: (entry) => index.remove(entry, entry.dependencies),
  });
  const states = new Map<string, FollowState>();
  const listeners = new Set<() => void>();
  /** The last changes, with their positions ascending. */
  const recent: Change[] = [];
  let position = 0;
  const counts = { hits: 0, misses: 0, stale: 0, invalidated: 0, overtaken: 0 };

  function apply(change: Change): void {
    position += 1;
    recent.push(change);
    if (recent.length > MAX_RECENT) recent.shift();
    for (const entry of index.outdatedBy(change)) {
      entries.delete(entry.key);
      counts.invalidated += 1;
    }
    for (const listen of listeners) listen();
  }

  /** Whether something that an answer was made from has changed since a position. */
  function hasChangedSince(begun: number, dependencies: readonly Dependency[]): boolean {
    const missed = position - begun;
    if (missed === 0) return false;
    if (missed > recent.length) return true;
    return recent
      .slice(recent.length - missed)
      .some((change) => dependencies.some((dependency) => isOutdated(dependency, change)));
  }

  const isLost = (subgraph: string) => (states.get(subgraph) ?? 'LOST') === 'LOST';

  function asCached(entry: Entry, isStale: boolean): CachedAnswer {
    const { body, reads, caller, begunAt, freshUntil } = entry;
    const at = now();
    return {
      ...{ body, reads, caller, isStale, ageMs: at - begunAt, remainingMs: freshUntil - at },
      etag: () => (entry.etag ??= etagOf(body)),
    };
  }

  return {
    find(key, subgraphs, notBefore) {
      const entry = entries.get(key);
      const at = now();
      if (!entry || entry.staleUntil <= at || entry.begunAt < notBefore) {
        counts.misses += 1;
        return null;
      }
      let isStale = entry.freshUntil <= at;
      for (const subgraph of subgraphs) isStale ||= isLost(subgraph);
      if (isStale) counts.misses += 1;
      else counts.hits += 1;
      const mayBeStale = entry.staleUntil > entry.freshUntil;
      return isStale && !mayBeStale ? null : asCached(entry, isStale);
    },

    noteStale() {
      counts.stale += 1;
    },

    begin: () => ({ position, at: now() }),

    keep(key, answer, { maxAgeMs, staleIfErrorMs }, dependencies, begun) {
      const subgraphs = new Set(dependencies.map(({ subgraph }) => subgraph));
      // The writer's buffer may be part of a larger one, which would be held along with it.
      const body = Buffer.allocUnsafeSlow(answer.body.length);
      answer.body.copy(body);
      const entry: Entry = {
        ...answer,
        body,
        key,
        etag: null,
        begunAt: begun.at,
        freshUntil: begun.at + maxAgeMs,
        staleUntil: begun.at + maxAgeMs + staleIfErrorMs,
        dependencies,
        bytes: Math.ceil(
          BYTES_PER_ENTRY +
            key.length * 2 +
            body.length * COMPRESSED_SHARE +
            dependencies.length * BYTES_PER_DEPENDENCY,
        ),
      };
      if ([...subgraphs].some(isLost)) return asCached(entry, false);
      if (hasChangedSince(begun.position, dependencies)) {
        counts.overtaken += 1;
        // Whoever asked began before the change, and gets what was then. Nobody else does.
        return { ...asCached(entry, false), remainingMs: 0 };
      }
      entries.set(key, entry);
      if (entries.peek(key) === entry) index.add(entry, dependencies);
      return asCached(entry, false);
    },

    apply,

    setFollowState(subgraph, state) {
      const before = states.get(subgraph) ?? 'LOST';
      states.set(subgraph, state);
      if (before === 'LOST' && state !== 'LOST') apply({ subgraph, type: null });
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    get statistics(): CacheStatistics {
      return { ...counts, entries: entries.size, bytes: entries.calculatedSize };
    },
  };
}

function etagOf(body: Buffer): string {
  return `W/"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
}
