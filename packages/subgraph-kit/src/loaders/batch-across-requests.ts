import { isDatabaseAway } from '../database/explain-database-error.ts';

/** The most keys of one statement. */
export const MAX_KEYS = 1000;

/** Of one shape. A slow statement does not block its shape, and no shape takes all connections. */
const MAX_STATEMENTS_IN_FLIGHT = 4;

/** Sends one statement for the keys. */
type Read<Found> = (keys: string[]) => Promise<Found>;

/** What one request reads with one statement. */
interface PendingRequest<Found> {
  keys: readonly string[];
  read: Read<Found>;
  resolve: (found: Found) => void;
  reject: (error: unknown) => void;
}

/**
 * Batches the keys that several requests read at the same moment into one statement.
 *
 * A request waits until all sockets that are ready have been read, and while four statements of the same shape are in
 * flight; then all pending requests are sent together. A statement is never joined after it was sent, and nothing is
 * kept between requests: a read sees whatever was committed before it was asked for.
 *
 * Requests of different callers may share a statement, because resolvers decide row by row what a caller may see, after
 * loading. For the same reason nobody may change a row.
 *
 * A joint statement that fails is sent again for each request alone, so that one bad key harms only its own request; not
 * when the database is away. A request whose client has gone is answered like any other.
 */
export class RequestBatcher<Found> {
  readonly #queues = new Map<string, StatementQueue<Found>>();
  readonly #ready = new Set<StatementQueue<Found>>();
  #dispatches: (() => void)[] = [];
  #isScheduled = false;

  /**
   * Calls `dispatch` when the pending requests are about to be sent; what it reads is sent with them. It is the
   * `batchScheduleFn` of the requests' DataLoaders, so that a key waits once.
   */
  readonly schedule = (dispatch: () => void): void => {
    this.#dispatches.push(dispatch);
    this.#sendSoon();
  };

  /**
   * @param shape equal shapes mean that `read` is the same but for its keys
   * @param keys 1 to 1,000
   * @returns what was found for the keys, and maybe for those of other requests
   */
  read(shape: string, keys: readonly string[], read: Read<Found>): Promise<Found> {
    let queue = this.#queues.get(shape);
    if (!queue) this.#queues.set(shape, (queue = this.#createQueue(shape)));
    const { promise, resolve, reject } = Promise.withResolvers<Found>();
    queue.add({ keys, read, resolve, reject });
    this.#ready.add(queue);
    this.#sendSoon();
    return promise;
  }

  #createQueue(shape: string): StatementQueue<Found> {
    const queue = new StatementQueue<Found>((isEmpty) => {
      if (isEmpty) {
        this.#queues.delete(shape);
      } else {
        this.#ready.add(queue);
        this.#sendSoon();
      }
    });
    return queue;
  }

  #sendSoon(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#send());
  }

  #send(): void {
    const dispatches = this.#dispatches;
    this.#dispatches = [];
    for (const dispatch of dispatches) dispatch();
    this.#isScheduled = false;
    for (const queue of this.#ready) queue.send();
    this.#ready.clear();
  }
}

/** The pending requests of one shape: the same statement but for its keys. */
class StatementQueue<Found> {
  readonly #onAnswered: (isEmpty: boolean) => void;
  #pending: PendingRequest<Found>[] = [];
  #inFlight = 0;

  /** @param onAnswered called after each answer; the queue is empty when nothing is pending and in flight */
  constructor(onAnswered: (isEmpty: boolean) => void) {
    this.#onAnswered = onAnswered;
  }

  add(request: PendingRequest<Found>): void {
    this.#pending.push(request);
  }

  send(): void {
    while (this.#pending.length > 0 && this.#inFlight < MAX_STATEMENTS_IN_FLIGHT) {
      void this.#sendBatch(this.#takeBatch());
    }
  }

  async #sendBatch(batch: readonly PendingRequest<Found>[]): Promise<void> {
    this.#inFlight += 1;
    await sendBatch(batch);
    this.#inFlight -= 1;
    if (this.#pending.length > 0 || this.#inFlight === 0) this.#onAnswered(this.#pending.length === 0);
  }

  /** The oldest pending requests, as many as fit into a statement. */
  #takeBatch(): PendingRequest<Found>[] {
    let count = 0;
    let keys = 0;
    for (const request of this.#pending) {
      keys += request.keys.length;
      if (keys > MAX_KEYS) break;
      count += 1;
    }
    return this.#pending.splice(0, count);
  }
}

async function sendBatch<Found>(batch: readonly PendingRequest<Found>[]): Promise<void> {
  const keys = new Set(batch.length === 1 ? batch[0]!.keys : batch.flatMap((request) => request.keys));
  try {
    const found = await batch[0]!.read([...keys]);
    for (const request of batch) request.resolve(found);
  } catch (error) {
    if (batch.length === 1 || isDatabaseAway(error)) for (const request of batch) request.reject(error);
    else await Promise.all(batch.map((request) => sendBatch([request])));
  }
}
