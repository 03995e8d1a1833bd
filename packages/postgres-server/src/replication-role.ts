import { withConnection } from './connect.ts';
import { quoteName, quoteText, scramVerifier } from './roles.ts';

/** Reads the write-ahead log and copies whole clusters, for replicas and backups; owns nothing and writes nothing. */
export const REPLICATION_ROLE = 'yiwang_replication';

/**
 * Makes the role by which replicas and backups log in, or gives it this password.
 *
 * It reads every database, as a copy of all files: keep its password where backups are kept.
 *
 * @param adminUrl of any database of the server, with a login that is a superuser
 */
export async function settleReplicationRole(adminUrl: string, password: string): Promise<void> {
  const role = quoteName(REPLICATION_ROLE);
  await withConnection(adminUrl, async (sql) => {
    const [found] = await sql`select from pg_roles where rolname = ${REPLICATION_ROLE}`;
    if (!found) await sql.unsafe(`create role ${role}`);
    await sql.unsafe(
      `alter role ${role} login replication nosuperuser nocreatedb nocreaterole nobypassrls password ${quoteText(scramVerifier(password))}`,
    );
  });
}
