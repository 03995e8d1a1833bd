import { dayOf } from '@yiwang/codes/working-days';
import { sql } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import { type NewSharingEvent, sharingEvents } from '../tables/sharing-tables.ts';
import type { Principal } from './authorize.ts';

/** The letters that numbers begin with: application, batch of applications, grant, correction. */
type NumberPrefix = 'SA' | 'SB' | 'SG' | 'SC';

/** The next number, such as SA2026000017: a prefix, the year in China, and an id that no other number has. */
export async function nextNumber(
  db: Db,
  prefix: NumberPrefix,
  now: Date,
): Promise<{ id: number; number: string }> {
  const [row] = await db.execute<{ id: string }>(sql`select nextval('sharing_numbers') as id`);
  const id = Number(row!.id);
  return { id, number: `${prefix}${dayOf(now).slice(0, 4)}${String(id).padStart(6, '0')}` };
}

/** An event without the principal that caused it. */
interface EventDetails extends Omit<NewSharingEvent, 'at' | 'client' | 'user' | 'department'> {
  at: Date;
}

/** Records what a principal did to an application, grant or correction. */
export async function addEvent(
  tx: Db,
  { client, user, department }: Principal,
  event: EventDetails,
): Promise<void> {
  await tx.insert(sharingEvents).values({ ...event, at: event.at.toISOString(), client, user, department });
}
