import { asMember } from './as-member.ts';
import { withConnection } from './connect.ts';
import { dropDatabase, listDatabases } from './databases.ts';
import { quoteName, rolesOf } from './roles.ts';

/** PostgreSQL's code for a role that owns something elsewhere. */
const STILL_NEEDED = '2BP01';

/**
 * Drops a database, ends its sessions, and drops its roles, unless they own something elsewhere.
 *
 * @param adminUrl with the login that may create them
 * @returns false when there was no such database
 */
export async function removeDatabase(adminUrl: string, database: string): Promise<boolean> {
  const { owner, service } = rolesOf(database);
  const roles = await withConnection(adminUrl, async (sql) => {
    const rows = await sql<{ rolname: string }[]>`
      select rolname from pg_roles where rolname in ${sql([owner, service])}`;
    return rows.map(({ rolname }) => rolname);
  });
  const existed = (await listDatabases(adminUrl, [database])).length > 0;
  if (existed) {
    const drop = async () => void (await dropDatabase(adminUrl, database));
    await (roles.includes(owner) ? asMember(adminUrl, owner, drop) : drop());
  }
  await withConnection(adminUrl, async (sql) => {
    for (const role of roles) {
      await sql.unsafe(`drop role if exists ${quoteName(role)}`).catch((error: { code?: string }) => {
        if (error.code !== STILL_NEEDED) throw error;
      });
    }
  });
  return existed;
}
