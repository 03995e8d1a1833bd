import { DBOSExecutor } from '@dbos-inc/dbos-sdk/internal/dbos-executor';
import postgres, { type Sql } from 'postgres';
import { returnLostClaims } from './lost-claims.ts';

/** How often a process looks for others that are gone. */
const LOOK_MS = 500;
/** How often it looks for runs of its own that nothing works on. */
const OWN_LOOK_MS = 2000;
/** Seconds. Its statements wait for nothing: a connection on which nothing comes for longer has lost its other end. */
const SILENCE_S = 10;
const CONNECT_S = 5;
/** How long a process that had lost its own lock waits before it takes over from others, who may have lost theirs with it. */
const SETTLE_MS = 2000;

export interface ExecutorOptions {
  url: string;
  role: string | undefined;
  /** Of this process, never used before. */
  id: string;
  /** Called when runs were put back into their queues. */
  onTaken: () => void;
  onError: (error: unknown) => void;
}

/** This process among those that run the department's sagas. */
export interface Executor extends AsyncDisposable {
  /** Begins to take over the runs of processes that are gone, and those that this process has claimed and does not work on. */
  watch(): void;
}

/**
 * Takes the lock of this process, which PostgreSQL releases when the process dies, and takes over the runs of those whose lock is free.
 *
 * The lock is one of a session, so that nothing has to be renewed, and a process that is killed is missed at once. A computer that
 * vanishes is missed when its connection is, after a few seconds.
 */
export async function joinExecutors({ url, role, id, onTaken, onError }: ExecutorOptions): Promise<Executor> {
  let isHeld = false;
  let mayTakeFrom = 0;
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    onnotice: () => {},
    onclose: () => (isHeld = false),
    connect_timeout: CONNECT_S,
    ...{ silence: SILENCE_S },
    connection: {
      application_name: 'yiwang durable',
      // The server gives up a connection whose other end is gone after about 5 s, and not after two hours.
      tcp_keepalives_idle: 2,
      tcp_keepalives_interval: 1,
      tcp_keepalives_count: 3,
      ...(role && { role }),
    },
  });
  try {
    isHeld = await tryLock(sql, id);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let isClosed = false;
  let lookedAtOwn = Date.now();

  async function look(): Promise<void> {
    if (!isHeld) {
      mayTakeFrom = Date.now() + SETTLE_MS;
      isHeld = await tryLock(sql, id);
    }
    if (!isHeld || Date.now() < mayTakeFrom) return;
    const others = await sql<{ id: string }[]>`
      select distinct executor_id as id from dbos.workflow_status where status = 'PENDING' and executor_id <> ${id}`;
    for (const other of others) if (await takeOver(sql, other.id)) onTaken();
    if (Date.now() - lookedAtOwn < OWN_LOOK_MS) return;
    lookedAtOwn = Date.now();
    if ((await returnLostClaims(sql, id)) > 0) onTaken();
  }

  function lookLater(): void {
    if (isClosed) return;
    timer = setTimeout(() => {
      looking = look().catch(onError).finally(lookLater);
    }, LOOK_MS);
  }

  return {
    watch: lookLater,
    async [Symbol.asyncDispose]() {
      isClosed = true;
      clearTimeout(timer);
      await looking;
      await sql.end({ timeout: 1 });
    },
  };
}

/** Puts the runs of a process that is gone back into their queues. False when it is not gone. */
async function takeOver(sql: Sql, id: string): Promise<boolean> {
  if (!(await tryLock(sql, id))) return false;
  try {
    const taken = await DBOSExecutor.globalInstance!.recoverPendingWorkflows([id]);
    return taken.length > 0;
  } finally {
    await sql`select pg_advisory_unlock(${keyOf(sql, id)})`;
  }
}

async function tryLock(sql: Sql, id: string): Promise<boolean> {
  const [row] = await sql<{ got: boolean }[]>`select pg_try_advisory_lock(${keyOf(sql, id)}) as got`;
  return row!.got;
}

const keyOf = (sql: Sql, id: string) => sql`hashtextextended(${`yiwang durable ${id}`}::text, 0)`;
