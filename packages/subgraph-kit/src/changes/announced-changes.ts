import type { Sql } from 'postgres';

/** The topic of the outbox, and so the channel of PostgreSQL. */
const DATA_CHANGED = 'data_changed';
/** How often a follower hears that it still hears everything. */
const ALIVE_MS = 1_000;
/** A follower that takes no more of them is too slow, and begins anew. */
const MAX_WAITING = 10_000;

/** Any row may have changed. */
const ANYTHING = '{"type":null}';
const ALIVE = '{"alive":true}';

/** The changes that the department's tables announce. */
export interface AnnouncedChanges {
  /** Whether the department announces any. */
  areAnnounced(): Promise<boolean>;
  /**
   * Follows all changes that are committed from now on, each a JSON text as `announce_changes` writes it. Says `{"alive":true}` at once and
   * each second: whoever does not hear it may have missed something. Ends when the follower does not keep up.
   *
   * @throws when the database cannot be reached
   */
  follow(): Promise<AsyncIterator<string>>;
}

/**
 * Listens over one connection of its own, which the driver reopens when it is lost, from the first follower on.
 *
 * @param settled waits until nobody reads what was before the change: what a gateway reads after it heard of it, it may keep
 */
export function createAnnouncedChanges(sql: Sql, settled?: () => Promise<void>): AnnouncedChanges {
  const followers = new Set<(change: string) => void>();
  let listening: Promise<unknown> | undefined;
  let alive: NodeJS.Timeout | undefined;
  let told = Promise.resolve();

  /** Each waits on its own, and is told after those before it. */
  function tellSettled(payloads: string): void {
    if (!settled || payloads === ALIVE) return tell(payloads);
    const isSettled = settled();
    told = told.then(() => isSettled).then(() => tell(payloads));
  }

  function tell(payloads: string): void {
    for (const change of payloads.split('\n')) for (const follower of followers) follower(change);
  }

  function listen(): Promise<unknown> {
    // Called again when the connection was lost: something may have been missed.
    listening ??= sql
      .listen(DATA_CHANGED, tellSettled, () => tellSettled(ANYTHING))
      .catch((error: unknown) => {
        listening = undefined;
        throw error;
      });
    return listening;
  }

  /** Sent the way of all changes, so that a connection that hears nothing any more does not pass for one that has nothing to hear. */
  function sayAlive(): void {
    // While the database is away nothing is said, and followers take it for lost.
    sql`select pg_notify(${DATA_CHANGED}, ${ALIVE})`.catch(() => {});
  }

  function join(follower: (change: string) => void): void {
    followers.add(follower);
    alive ??= setInterval(sayAlive, ALIVE_MS);
  }

  function leave(follower: (change: string) => void): void {
    followers.delete(follower);
    if (followers.size > 0) return;
    clearInterval(alive);
    alive = undefined;
  }

  return {
    async areAnnounced() {
      const [row] = await sql<{ isThere: boolean }[]>`
        select to_regprocedure('announce_changes()') is not null as "isThere"`;
      return row!.isThere;
    },

    async follow() {
      await listen();
      const waiting = [ALIVE];
      let wake: (() => void) | undefined;
      let hasEnded = false;
      const add = (one: string) => {
        if (waiting.length < MAX_WAITING) waiting.push(one);
        else end();
        wake?.();
      };
      join(add);

      function end(): void {
        hasEnded = true;
        leave(add);
        wake?.();
      }

      return {
        async next() {
          while (waiting.length === 0 && !hasEnded) {
            await new Promise<void>((resolve) => (wake = resolve));
          }
          return hasEnded ? { done: true, value: undefined } : { done: false, value: waiting.shift()! };
        },
        async return() {
          end();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
