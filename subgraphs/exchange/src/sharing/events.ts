import type { Db } from '../registry/database.ts';
import type { Caller } from './caller.ts';
import { type NewSharingEvent, sharingEvents } from './tables.ts';

interface Happening extends Omit<NewSharingEvent, 'at' | 'client' | 'user' | 'department'> {
  at: Date;
}

/** Keeps what somebody did. */
export async function addEvent(
  tx: Db,
  { client, user, department }: Caller,
  event: Happening,
): Promise<void> {
  await tx.insert(sharingEvents).values({ ...event, at: event.at.toISOString(), client, user, department });
}
