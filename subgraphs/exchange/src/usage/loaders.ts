import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { createUsageOf, today } from './usage-of.ts';

/** Who uses what; see prepareLoaders. */
export function prepareUsageLoaders(db: PostgresJsDatabase) {
  async function usedCoordinates(days: number): Promise<Set<string>> {
    const rows = await db.execute<{ coordinate: string }>(sql`
      select distinct coordinate
      from operation_coordinates
      where operation in (select operation from operation_days where day > ${today} - ${days}::int)`);
    return new Set(rows.map(({ coordinate }) => coordinate));
  }

  return {
    /** Most calls first. */
    fieldUsage: async (coordinate: string, days: number) =>
      (await createUsageOf(db, days)([[coordinate]]))[0]!,
    /** In the last so many days. */
    usedCoordinates,
  };
}
