import type { Sql } from 'postgres';

/** The notifications of one channel of PostgreSQL (`NOTIFY`), for followers in this process. */
export interface Channel {
  /**
   * Steps once at the start, and then whenever a notification has this payload, or has it as one of its lines. Several
   * notifications before the next step are one step. Also steps after the connection was lost, because a notification may have been missed.
   *
   * @throws when the database cannot be reached
   */
  follow(payload: string): Promise<AsyncIterableIterator<void>>;

  /** Like `follow`, whatever the payload is. */
  followAll(): Promise<AsyncIterableIterator<void>>;
}

/**
 * Creates a channel, which connects when it gets its first follower. From then on the process listens over one connection of
 * its own, which the driver reopens when it is lost, and closes with the pool.
 */
export function createChannel(sql: Sql, name: string): Channel {
  /** By payload; those of every payload by null. */
  const followers = new Map<string | null, Set<() => void>>();
  let listening: Promise<unknown> | undefined;

  function listen(): Promise<unknown> {
    listening ??= sql.listen(name, notify, notifyAll).catch((error: unknown) => {
      listening = undefined;
      throw error;
    });
    return listening;
  }

  /** A relay sends several payloads at once, a line each. */
  function notify(payloads: string): void {
    for (const payload of [null, ...payloads.split('\n')])
      for (const wake of followers.get(payload) ?? []) wake();
  }

  function notifyAll(): void {
    for (const group of followers.values()) for (const wake of group) wake();
  }

  async function follow(payload: string | null): Promise<AsyncIterableIterator<void>> {
    await listen();
    const here = followers.get(payload) ?? new Set();
    followers.set(payload, here);
    return createSteps((wake) => {
      here.add(wake);
      return () => {
        here.delete(wake);
        if (here.size === 0 && followers.get(payload) === here) followers.delete(payload);
      };
    });
  }

  return { follow, followAll: () => follow(null) };
}

/** Creates the iterator of one follower. It is not a generator, because a generator's `return` waits for the next step. */
function createSteps(join: (wake: () => void) => () => void): AsyncIterableIterator<void> {
  let due = true;
  let ended = false;
  let waiting: ((step: IteratorResult<void>) => void) | undefined;
  const leave = join(wake);

  function wake(): void {
    due = true;
    if (waiting) waiting(take());
    waiting = undefined;
  }

  function take(): IteratorResult<void> {
    if (ended) return { done: true, value: undefined };
    due = false;
    return { done: false, value: undefined };
  }

  return {
    next: () => (due ? Promise.resolve(take()) : new Promise((resolve) => (waiting = resolve))),
    async return() {
      ended = true;
      leave();
      wake();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
