import { dayOf } from '@yiwang/working-days';
import { sql } from 'drizzle-orm';
import type { Db } from '../registry/database.ts';

/** What a number begins with. */
type Kind = 'SA' | 'SG' | 'SC';

/** The next number of a kind, such as SA2026000017: the year in China, then a number that is given once. */
export async function nextNumber(db: Db, kind: Kind, now: Date): Promise<{ id: number; number: string }> {
  const [row] = await db.execute<{ id: string }>(sql`select nextval('sharing_numbers') as id`);
  const id = Number(row!.id);
  return { id, number: `${kind}${dayOf(now).slice(0, 4)}${String(id).padStart(6, '0')}` };
}
