import type { CacheStatus, ConditionalReads } from '@yiwang/engine';
import type { GraphQLFormattedError } from 'graphql';

/** The answer to one operation. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
  /** The rest of the body; each piece is sent when the client has read those before. */
  later?: AsyncIterable<string>;
  /** Undefined when no operation was executed. */
  outcome?: Outcome | undefined;
  /** The errors in the body, without those of deferred parts; undefined for none. */
  errors?: readonly GraphQLFormattedError[] | undefined;
  /** Undefined for an answer that may not be cached. */
  cached?: CacheStatus | undefined;
  /** Undefined when no conditional data was read. */
  reads?: ConditionalReads | undefined;
}

/** How an executed operation ended, without its deferred parts. */
export type Outcome = 'COMPLETE' | 'WITH_ERRORS';

/** The answers of a subscription, each the JSON of a body. A client that wants no more calls `return`. */
export type Answers = AsyncIterator<string, undefined>;
