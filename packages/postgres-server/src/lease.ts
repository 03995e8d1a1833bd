import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { explainConnectionError } from './explain-connection-error.ts';
import { parseServerUrl } from './connect.ts';
import { PostgresError } from './postgres-error.ts';

const LOCK = 'yiwang system';
const CONNECT_TIMEOUT_S = 5;
const POLL_MS = 200;
/** A server that was restarted is tried again at this interval, in milliseconds. */
const RETRY_MS = 1000;
/** PostgreSQL keeps no more bytes of a session's name. */
const MAX_NAME_BYTES = 63;

export interface Lease extends AsyncDisposable {
  /** Resolves to who holds it now, when the connection was lost and another took it meanwhile; never otherwise. */
  lost: Promise<string>;
}

/**
 * Takes a name on a server for this process alone until disposed. It is an advisory lock of a session: PostgreSQL frees it
 * when the process dies, however suddenly, or when its machine has been silent for half a minute.
 *
 * @param serverUrl of any database of the server
 * @param name what is taken, such as the name of a database
 * @param purpose short; told to others who want it, with the process and the host
 * @param waitMs how long to wait for another holder to let go
 * @throws PostgresError that names the holder, when another process has it
 */
export async function takeLease(
  serverUrl: string,
  name: string,
  purpose: string,
  waitMs = 0,
): Promise<Lease> {
  parseServerUrl(serverUrl);
  const ended = new AbortController();
  const lost = Promise.withResolvers<string>();
  const sql = postgres(serverUrl, {
    max: 1,
    connect_timeout: CONNECT_TIMEOUT_S,
    idle_timeout: 0,
    max_lifetime: null,
    prepare: false,
    onnotice: () => {},
    onclose: () => void takeAgain(),
    connection: {
      application_name: `yiwang process ${process.pid} on ${hostname()}, ${purpose}`.slice(0, MAX_NAME_BYTES),
      // The name of a machine that lost its power is free again after half a minute, not after hours.
      tcp_keepalives_idle: 10,
      tcp_keepalives_interval: 5,
      tcp_keepalives_count: 4,
      idle_session_timeout: 0,
    },
  });
  let isTaken = false;
  let retaking = false;

  /** The server was restarted, or ended the session. */
  async function takeAgain(): Promise<void> {
    if (!isTaken || ended.signal.aborted || retaking) return;
    retaking = true;
    while (!ended.signal.aborted) {
      await sleep(RETRY_MS, undefined, { signal: ended.signal }).catch(() => {});
      if (ended.signal.aborted) break;
      const holder = await tryLock(sql, name).catch(() => undefined);
      if (holder === undefined) continue;
      if (holder !== null) lost.resolve(holder);
      break;
    }
    retaking = false;
  }

  try {
    for (const end = Date.now() + waitMs; ; await sleep(POLL_MS)) {
      const holder = await tryLock(sql, name);
      if (holder === null) break;
      if (Date.now() < end) continue;
      throw new PostgresError(
        `The databases at ${new URL(serverUrl).host} are in use by another system: ${holder}. Stop that one, name its folder with --data, or give DATABASE_URL another server.`,
      );
    }
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw explainConnectionError(error, serverUrl) ?? error;
  }
  isTaken = true;
  return {
    lost: lost.promise,
    async [Symbol.asyncDispose]() {
      ended.abort();
      await sql.end({ timeout: 1 });
    },
  };
}

/** @returns who has it, else null: now it is ours */
async function tryLock(sql: postgres.Sql, name: string): Promise<string | null> {
  // Locks count in one database only, and DATABASE_URL may name another one of the server: so all are looked at.
  const [row] = await sql<{ taken: boolean; holder: string | null }[]>`
    with mine as materialized (select pg_try_advisory_lock(hashtext(${LOCK}), hashtext(${name})) as taken)
    select taken, (
      select coalesce(nullif(s.application_name, ''), 'a session of ' || s.usename) from pg_locks l join pg_stat_activity s using (pid)
      where l.locktype = 'advisory' and l.objsubid = 2 and l.granted and l.pid <> pg_backend_pid() and taken is not null
        and l.classid::bigint = hashtext(${LOCK})::bigint & 4294967295
        and l.objid::bigint = hashtext(${name})::bigint & 4294967295
      limit 1
    ) as holder from mine`;
  if (row!.taken && row!.holder === null) return null;
  if (row!.taken) await sql`select pg_advisory_unlock(hashtext(${LOCK}), hashtext(${name}))`;
  return (row!.holder ?? 'one that has just ended').replace(/^yiwang /, '');
}
