import type { Sql } from 'postgres';

/** What is told with `NOTIFY` on one channel, to those in this process who wait for it. */
export interface Channel {
  /**
   * Steps once, at once, and then whenever a notification has this payload; several that arrive before the next step is
   * asked for are one step. Also after the connection was lost, because something may have been missed.
   *
   * @throws when the database cannot be reached
   */
  follow(payload: string): Promise<AsyncIterableIterator<void>>;
}

/**
 * Opens nothing until someone follows. From then on the process listens over one connection of its own, which the driver
 * opens again when it is lost, and closes with the pool.
 */
export function createChannel(sql: Sql, name: string): Channel {
  const followers = new Map<string, Set<() => void>>();
  let listening: Promise<unknown> | undefined;

  function listen(): Promise<unknown> {
    listening ??= sql.listen(name, tell, tellAll).catch((error: unknown) => {
      listening = undefined;
      throw error;
    });
    return listening;
  }

  function tell(payload: string): void {
    for (const wake of followers.get(payload) ?? []) wake();
  }

  function tellAll(): void {
    for (const payload of followers.keys()) tell(payload);
  }

  return {
    async follow(payload) {
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
    },
  };
}

/** Not a generator: its `return` would wait for the next step. */
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
