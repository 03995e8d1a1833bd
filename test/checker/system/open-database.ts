import { join } from 'node:path';
import type { LocalSystem } from '@yiwang/cli/local-system';
import { findRunningPostgres } from '@yiwang/postgres-server';
import postgres from 'postgres';

/** Opens a database of a system as its administrator. */
export async function openDatabase(
  { data, databaseServer }: LocalSystem,
  department: string,
): Promise<postgres.Sql> {
  // The login of a server of others is known to those who know DATABASE_URL.
  const server =
    databaseServer === null ? await findRunningPostgres(join(data, 'postgres')) : process.env['DATABASE_URL'];
  if (!server) throw new Error(`No PostgreSQL runs on ${data}.`);
  const url = new URL(server);
  url.pathname = `/yiwang_${department}`;
  return postgres(url.href, { max: 1, onnotice: () => {} });
}

/** Reads of one snapshot of a department's database. */
export async function inSnapshot<Result>(
  system: LocalSystem,
  department: string,
  read: (tx: postgres.TransactionSql) => Promise<Result>,
): Promise<Result> {
  const sql = await openDatabase(system, department);
  try {
    return (await sql.begin('isolation level repeatable read read only', read)) as Result;
  } finally {
    await sql.end();
  }
}
