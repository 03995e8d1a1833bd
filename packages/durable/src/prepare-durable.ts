import { migrateSystemDatabase } from '@dbos-inc/dbos-sdk/internal/system_database';
import { GlobalLogger } from '@dbos-inc/dbos-sdk/internal/telemetry/logs';
import postgres from 'postgres';

const ignore = (): void => {};
/** The public `DBOS.migrate` writes to the standard output, which belongs to the command that prepares. */
const QUIET = new GlobalLogger(undefined, {
  logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
});

/**
 * Makes or updates the tables of durable execution, as the owner of the department's database, in a schema of their own. Run it with
 * the migrations, before processes of the new release start; running it again changes nothing.
 *
 * @param url with the login of the owner
 * @param role that serves, which then may read and write rows, and start runs; null for none
 */
export async function prepareDurable(url: string, role: string | null): Promise<void> {
  await migrateSystemDatabase(url, QUIET);
  if (role !== null) await grantDurable(url, role);
}

async function grantDurable(url: string, role: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('yiwang grants'))`;
      await tx`grant usage on schema dbos to ${tx(role)}`;
      await tx`revoke all on all tables in schema dbos from ${tx(role)}`;
      await tx`grant select, insert, update, delete on all tables in schema dbos to ${tx(role)}`;
      // Which migrations have run is the owner's to say.
      await tx`revoke insert, update, delete on dbos.dbos_migrations from ${tx(role)}`;
      await tx`grant usage, select on all sequences in schema dbos to ${tx(role)}`;
      await tx`grant execute on all functions in schema dbos to ${tx(role)}`;
    });
  } finally {
    await sql.end();
  }
}
