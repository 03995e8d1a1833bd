import type postgres from 'postgres';
import { withConnection } from './connect.ts';
import { quoteName } from './roles.ts';

/**
 * Runs `work` on a connection of its own whose login is a member of a role meanwhile: only a member may give something to
 * it, or act on what it owns. A superuser is one of every role.
 */
export async function asMember(
  adminUrl: string,
  role: string,
  work: (sql: postgres.Sql) => Promise<void>,
): Promise<void> {
  await withConnection(adminUrl, async (sql) => {
    const [me] = await sql<{ member: boolean }[]>`
      select pg_has_role(current_user, ${role}, 'usage') as member`;
    if (me!.member) return work(sql);
    await sql.unsafe(`grant ${quoteName(role)} to current_user`);
    try {
      await work(sql);
    } finally {
      await sql.unsafe(`revoke ${quoteName(role)} from current_user`);
    }
  });
}
