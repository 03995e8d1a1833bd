import type { LocalSystem } from '@yiwang/cli/local-system';
import { openDatabase } from '../system/open-database.ts';

/** A fault to be found: PostgreSQL says that a case is kept before it is on its way to the disk. Undone when disposed. */
export async function makeForgetful(system: LocalSystem): Promise<AsyncDisposable> {
  await run(system, [
    'alter database yiwang_permits set synchronous_commit = off',
    `alter system set wal_writer_delay = '10s'`,
    'select pg_reload_conf()',
    // Of the department: new connections have the new setting.
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'yiwang_permits' and pid <> pg_backend_pid()`,
  ]);
  return {
    [Symbol.asyncDispose]: () =>
      run(system, [
        'alter database yiwang_permits reset synchronous_commit',
        'alter system reset wal_writer_delay',
        'select pg_reload_conf()',
      ]),
  };
}

async function run(system: LocalSystem, statements: readonly string[]): Promise<void> {
  const sql = await openDatabase(system, 'permits');
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
