import { withConnection } from './connect.ts';
import { PostgresError } from './postgres-error.ts';

const OLDEST_MAJOR_VERSION = 15;

/**
 * Makes sure that a PostgreSQL we can use answers at a URL.
 *
 * @param url of any database of the server, as in DATABASE_URL
 * @throws PostgresError with one line that says what is wrong with the URL or the server
 */
export async function checkServer(url: string, oldestMajorVersion = OLDEST_MAJOR_VERSION): Promise<void> {
  await withConnection(url, async (sql) => {
    const [row] = await sql<{ number: number; version: string }[]>`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as version`;
    if (row!.number < oldestMajorVersion * 10_000) {
      throw new PostgresError(
        `PostgreSQL ${row!.version} is too old: ${oldestMajorVersion} or newer is needed. Point DATABASE_URL at such a server.`,
      );
    }
  });
}
