import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';

/** Any fixed number: names the lock under which partitions are made. */
const LOCK = 7_391_041;
const TABLES = ['accesses', 'access_enterprises'];

/**
 * Makes the function that sees to it that there are partitions for records of these times, and for the month that comes.
 * It remembers those that it knows of.
 */
export function createPartitions(db: PostgresJsDatabase): (times: readonly string[]) => Promise<void> {
  const known = new Set<string>();

  return async function makePartitions(times) {
    const months = new Set([...times, nextMonth()].map((at) => at.slice(0, 7)));
    const missing = [...months].filter((month) => !known.has(month));
    if (missing.length === 0) return;
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
      for (const month of missing)
        for (const table of TABLES) await tx.execute(sql.raw(partition(table, month)));
    });
    for (const month of missing) known.add(month);
  };
}

/** @param month `2026-11` */
function partition(table: string, month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const from = new Date(Date.UTC(year, number - 1)).toISOString();
  const to = new Date(Date.UTC(year, number)).toISOString();
  return `create table if not exists ${table}_${month.replace('-', '_')} partition of ${table} for values from ('${from}') to ('${to}')`;
}

function nextMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString();
}
