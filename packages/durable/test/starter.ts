import type { Sql } from 'postgres';
import { startRun } from '../src/start-run.ts';
import type { Script } from './workflows.ts';

/** Starts runs in one transaction from a process that runs none itself. */
export async function startRunsElsewhere(sql: Sql, ids: readonly string[], script: Script): Promise<void> {
  await sql.begin(async (tx) => {
    for (const id of ids) await startRun(tx, { workflow: 'saga', id, input: { ...script } });
  });
}
