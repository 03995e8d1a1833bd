import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { type LogPosition, readPosition } from './log-position.ts';

const POLL_MS = 100;
/** An answer that takes longer is none: the replica is not asked then. */
const PATIENCE_MS = 1000;

export interface FollowOptions {
  /** Connections of their own, so that a full pool does not look like a replica that is behind. */
  primary: Sql;
  replica: Sql;
  /** A replica that is further behind is not asked. */
  maxLagMs: number;
  /** Called with why the replica is not asked any more, and with null when it is again. */
  onChange: (reason: string | null) => void;
}

/** What is known of a replica. */
export interface FollowedReplica extends AsyncDisposable {
  /** Up to where it has replayed the log; null while it may not be asked. */
  position(): LogPosition | null;
  /** Waits for work on the replica, but not beyond its loss. @throws Error that says why it was lost */
  whileThere<Result>(work: Result | Promise<Result>): Promise<Result>;
}

/**
 * Watches how far a replica is behind. It is as old as the newest moment whose end of the primary's log it has replayed: so neither clocks nor the
 * pauses of a primary that nobody writes to count.
 */
export function followReplica({ primary, replica, maxLagMs, onChange }: FollowOptions): FollowedReplica {
  /** Where the log of the primary ended, by the moment before it was asked; what the replica has not replayed yet, and the last that it has. */
  let ends: { at: number; position: LogPosition }[] = [];
  let replayed: LogPosition | null = null;
  let reason: string | null = 'it has not been asked yet';
  const waiting = new Set<(error: Error) => void>();
  const stopped = new AbortController();

  async function look(): Promise<string | null> {
    const at = performance.now();
    const [end, own] = await inTime(Promise.all([endOf(primary), replayedOf(replica)]));
    ends.push({ at, position: end });
    replayed = own;
    if (own === null) return 'it is no replica any more';
    const newest = ends.findLastIndex(({ position }) => position <= own);
    if (newest > 0) ends = ends.slice(newest);
    return ageMs() > maxLagMs ? `it is more than ${maxLagMs} ms behind` : null;
  }

  function ageMs(): number {
    const [oldest] = ends;
    return replayed !== null && oldest && oldest.position <= replayed
      ? performance.now() - oldest.at
      : Infinity;
  }

  async function watch(): Promise<void> {
    while (!stopped.signal.aborted) {
      const found = await look().catch((error: unknown) => {
        replayed = null;
        return `it or the primary does not answer: ${(error as Error).message}`;
      });
      if (found === null ? reason !== null : reason === null) onChange(found);
      reason = found;
      if (found !== null)
        for (const leave of waiting) leave(new Error(`The replica is not asked: ${found}.`));
      await sleep(POLL_MS, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  const watching = watch();
  return {
    position: () => (reason === null && ageMs() <= maxLagMs ? replayed : null),
    async whileThere(work) {
      const { promise, reject } = Promise.withResolvers<never>();
      waiting.add(reject);
      try {
        return await Promise.race([work, promise]);
      } finally {
        waiting.delete(reject);
      }
    },
    async [Symbol.asyncDispose]() {
      stopped.abort();
      await watching;
    },
  };
}

/** Where the log of the primary ends. */
export async function endOf(primary: Sql): Promise<LogPosition> {
  const [row] = await primary<{ position: string }[]>`select pg_current_wal_lsn()::text as position`;
  return readPosition(row!.position);
}

/** Null when the server is no replica, such as one that was promoted. */
async function replayedOf(replica: Sql): Promise<LogPosition | null> {
  const [row] = await replica<{ position: string | null; isReplica: boolean }[]>`
    select pg_last_wal_replay_lsn()::text as position, pg_is_in_recovery() as "isReplica"`;
  return row!.isReplica && row!.position !== null ? readPosition(row!.position) : null;
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const late = new AbortController();
  const timeout = sleep(PATIENCE_MS, undefined, { signal: late.signal }).then(() => {
    throw new Error(`no answer within ${PATIENCE_MS} ms`);
  });
  timeout.catch(() => {});
  try {
    return await Promise.race([work, timeout]);
  } finally {
    late.abort();
    // It may still fail when nobody waits for it.
    work.catch(() => {});
  }
}
