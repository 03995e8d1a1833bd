import type { Caller, ConditionalReads } from './caller.ts';

/**
 * What part of a subgraph's data an answer was made from. A change of the part makes the answer outdated.
 *
 * Rows are identified by the entity beneath which they are shown: the permits of one enterprise are outdated by a change of its
 * permits, and not by those of another enterprise.
 */
export interface Dependency {
  subgraph: string;
  /** Type of the rows; null for everything of the subgraph. */
  type: string | null;
  /** Entity type beneath which they are shown, which may be `type` itself; null for rows of a list. */
  by: string | null;
  /** Key of that entity; null when it is not known, which stands for all of them. */
  key: string | null;
}

/** That rows of a subgraph have changed. */
export interface Change {
  subgraph: string;
  /** Their type; null when any row may have changed. */
  type: string | null;
  /**
   * Keys of the entities beneath which the changed rows are shown, by entity type; null for any of them. What such an entity says itself
   * of the rows, such as their number, has changed with them. Beneath entities of other types the rows may be shown too, and
   * nobody knows of which.
   */
  keys?: Readonly<Record<string, readonly string[] | null>> | undefined;
}

/**
 * What is known of the changes of a subgraph: it reports them (`FOLLOWED`); it reports none, and its answers are cached by age alone
 * (`BY_AGE`); or changes may be missing, and nothing of it is cached (`LOST`).
 */
export type FollowState = 'FOLLOWED' | 'BY_AGE' | 'LOST';

/** For how long an operation's answers may be cached, and for whom. */
export interface CachePolicy {
  maxAgeMs: number;
  /** See {@link CacheHint.staleIfError}. */
  staleIfErrorMs: number;
  /** Whether every caller gets the same answer. Otherwise callers of one key do. */
  isPublic: boolean;
}

/** What an answer says about its age. */
export interface CacheStatus {
  /** Milliseconds since the subgraphs were asked; 0 for an answer that was just made. */
  ageMs: number;
  /** Milliseconds for which it may be cached from now on; negative when it is stale. */
  remainingMs: number;
  isPublic: boolean;
  /** Equal for equal bodies. */
  etag: string;
}

/** An answer without errors, as a cache keeps it. */
export interface KeptAnswer {
  body: Buffer;
  reads: ConditionalReads | undefined;
  /** The caller for whom the subgraphs were asked, when conditional data was read. */
  caller: Caller | undefined;
}

export interface CachedAnswer extends KeptAnswer, Pick<CacheStatus, 'ageMs' | 'remainingMs'> {
  isStale: boolean;
  /** See CacheStatus. */
  etag(): string;
}

/** When a read began, in time and in the order of changes. */
export interface Begun {
  position: number;
  /** By the clock of the cache, in milliseconds. */
  at: number;
}

/** Keeps answers, bounded in bytes, and drops those that changes have made outdated. */
export interface AnswerCache {
  /**
   * Returns the answer under a key; null when there is none that may be served.
   *
   * @param subgraphs that the operation may ask
   * @param notBefore when the caller last changed something: answers that were begun before are too old for it
   */
  find(key: string, subgraphs: Iterable<string>, notBefore: number): CachedAnswer | null;
  /** Counts an answer that was served although it is stale. */
  noteStale(): void;
  /** To be called before subgraphs are asked, for `keep`. */
  begin(): Begun;
  /**
   * Keeps an answer, unless something that it was made from has changed since, or it is too large.
   *
   * @returns the answer as it is kept, or would be
   */
  keep(
    key: string,
    answer: KeptAnswer,
    policy: Pick<CachePolicy, 'maxAgeMs' | 'staleIfErrorMs'>,
    dependencies: readonly Dependency[],
    begun: Begun,
  ): CachedAnswer;
  /** Drops what a change has made outdated. */
  apply(change: Change): void;
  /** Sets what is known of a subgraph's changes. When it is followed again, everything of it is dropped. */
  setFollowState(subgraph: string, state: FollowState): void;
  /** Called after changes, so that no read that was sent before answers a later one. */
  onChange(listener: () => void): () => void;
  readonly statistics: Readonly<CacheStatistics>;
}

export interface CacheStatistics {
  hits: number;
  misses: number;
  /** Answers that were served although they were stale, because a subgraph did not answer. */
  stale: number;
  /** Answers that were dropped because of a change. */
  invalidated: number;
  /** Answers that were not kept because of a change while they were made. */
  overtaken: number;
  entries: number;
  bytes: number;
}
