import type { Sql } from 'postgres';
import type { OutboxMessage, Publisher } from './messages.ts';
import { takeTurn } from './tell-followers.ts';

/**
 * Publishes the next rows that have positions, in their order, and notes that they are published. A relay that is killed in between
 * leaves them to the next one, which publishes them again: they have the same ids.
 *
 * @returns whether it published any
 */
export async function publishRows(sql: Sql, publisher: Publisher, maxRows = 500): Promise<boolean> {
  const [found] = await sql`
    select 1 from outbox where published_at is null and position is not null limit 1`;
  if (!found) return false;
  return sql.begin(async (tx) => {
    if (!(await takeTurn(tx, 'yiwang outbox publisher'))) return false;
    const messages = await tx<OutboxMessage[]>`
      select id::text, topic, key, payload, created_at as "createdAt"
      from outbox where published_at is null and position is not null
      order by position limit ${maxRows}`;
    if (messages.length === 0) return false;
    await publisher.publish(messages);
    const ids = messages.map(({ id }) => id);
    await tx`update outbox set published_at = now() where id = any(${ids}::bigint[])`;
    return true;
  });
}

const HOUR_MS = 3_600_000;
const MAX_REMOVED = 5000;

/** Removes rows that were published long ago, some at a time. */
export async function removePublished(sql: Sql, retentionHours: number, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - retentionHours * HOUR_MS).toISOString();
  await sql`
    delete from outbox where id in (
      select id from outbox where published_at < ${before}::timestamptz order by published_at limit ${MAX_REMOVED})`;
}
