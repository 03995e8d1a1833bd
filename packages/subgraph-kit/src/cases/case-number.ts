import { sql } from 'drizzle-orm';
import type { Db } from '../database/db.ts';

/**
 * The next number of a case 办件编号: region, day, and a number of the sequence `case_numbers`, which no other case of the department has.
 *
 * @param prefix upper-case letters that tell the cases of one department from those of another
 * @example QY32010220260302-000017
 */
export async function nextCaseNumber(
  tx: Db,
  prefix: string,
  regionCode: string,
  day: string,
): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`select nextval('case_numbers')::text as id`);
  return `${prefix}${regionCode.padEnd(6, '0')}${day.replaceAll('-', '')}-${row!.id.padStart(6, '0')}`;
}
