import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { explainConnectionError } from './explain-connection-error.ts';
import { PostgresError } from './postgres-error.ts';

/** Seconds until a server that does not answer counts as absent. */
const CONNECT_TIMEOUT_S = 5;

/**
 * Runs `work` on one connection of its own and closes it.
 *
 * @param url of any database of the server, as in DATABASE_URL
 * @throws PostgresError when the server cannot be reached, or refuses for a reason the operator can mend
 */
export async function withConnection<Result>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  parseServerUrl(url);
  const sql = postgres(url, {
    max: 1,
    connect_timeout: CONNECT_TIMEOUT_S,
    onnotice: () => {},
    prepare: false,
  });
  try {
    await connect(sql);
    return await work(sql);
  } catch (error) {
    throw explainConnectionError(error, url) ?? error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The driver's own limit is not enough: it tries again for ever where a server of another kind hangs up. */
async function connect(sql: postgres.Sql): Promise<void> {
  const connected = sql`select`.then(() => true);
  connected.catch(() => {}); // it is too late for this one when the time is over
  if (await Promise.race([connected, sleep(CONNECT_TIMEOUT_S * 1000, false, { ref: false })])) return;
  throw Object.assign(new Error('no answer in time'), { code: 'CONNECT_TIMEOUT' });
}

/** @throws PostgresError when it is not a postgres:// URL */
export function parseServerUrl(url: string): URL {
  const parsed = URL.parse(url);
  if (parsed && /^postgres(ql)?:$/.test(parsed.protocol)) return parsed;
  throw new PostgresError('DATABASE_URL must look like postgres://user:password@host:5432/postgres.');
}
