import DataLoader from 'dataloader';
import { MAX_KEYS, type RequestBatcher } from './batch-across-requests.ts';

/** The DataLoader of one request, whose keys are read together with those of other requests. */
export class RequestLoader<Found, Key, Value> extends DataLoader<Key, Value, string> {
  readonly #cached: Map<string, Promise<Value>>;
  readonly #cacheKeyOf: (key: Key) => string;

  /**
   * @param load the values of 1 to 1,000 keys, in their order. Errors are values, so that a key that failed is
   *   not loaded again in the request
   */
  constructor(
    batcher: RequestBatcher<Found>,
    load: (keys: readonly Key[]) => Promise<(Value | Error)[]>,
    cacheKeyOf: (key: Key) => string,
  ) {
    const cached = new Map<string, Promise<Value>>();
    super(load, {
      batchScheduleFn: batcher.schedule,
      cacheKeyFn: cacheKeyOf,
      cacheMap: cached,
      maxBatchSize: MAX_KEYS,
    });
    this.#cached = cached;
    this.#cacheKeyOf = cacheKeyOf;
  }

  /** As that of DataLoader, but what is cached is not held back until the next batch. */
  override load(key: Key): Promise<Value> {
    return this.#cached.get(this.#cacheKeyOf(key)) ?? super.load(key);
  }
}

/** The error that each key of a failed statement is rejected with. */
export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error), { cause: error });
}
