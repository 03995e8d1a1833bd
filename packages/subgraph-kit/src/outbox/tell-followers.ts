import type { Sql, TransactionSql } from 'postgres';

/** PostgreSQL takes payloads of fewer than 8000 bytes. */
const MAX_PAYLOAD_BYTES = 7900;
/** Between the keys of one notification; see `createChannel`. */
const SEPARATOR = '\n';

/** Told by one transaction at most. */
export const MAX_ROWS = 500;

interface Told {
  topic: string;
  key: string;
}

/**
 * Gives new rows their positions, and tells their keys on the channels of their topics, in one transaction.
 *
 * A row is found by having no position, and not by its id: a transaction may take an id long before it is committed, and would be
 * passed over by whoever looked only behind the last id. Since one relay at a time gives positions, and the next one sees what
 * it gave, positions become visible in their order.
 *
 * `NOTIFY` takes a lock of the whole server while its transaction commits. Here that is this transaction alone, and none of those
 * that change something.
 *
 * @param isLast whether nobody else publishes the rows
 * @returns how many were told
 */
export async function tellFollowers(sql: Sql, isLast: boolean, maxRows = MAX_ROWS): Promise<number> {
  const [found] = await sql`select 1 from outbox where position is null limit 1`;
  if (!found) return 0;
  return sql.begin(async (tx) => {
    if (!(await takeTurn(tx, 'yiwang outbox followers'))) return 0;
    const told = await tx<Told[]>`
      with numbered as materialized (
        select id, nextval('outbox_positions') as position
        from (select id from outbox where position is null order by id limit ${maxRows}) as ordered
      )
      update outbox set position = numbered.position, published_at = case when ${isLast} then now() end
      from numbered where outbox.id = numbered.id
      returning topic, key`;
    for (const [topic, ofTopic] of Map.groupBy(told, ({ topic }) => topic)) {
      const payloads = packKeys(new Set(ofTopic.map(({ key }) => key)));
      await tx`select pg_notify(${topic}, payload) from unnest(${payloads}::text[]) as payloads(payload)`;
    }
    return told.length;
  });
}

/** Whether this transaction is the only one that does the work, until it ends. */
export async function takeTurn(tx: TransactionSql, work: string): Promise<boolean> {
  const [lock] = await tx<{ isHeld: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext(${work})) as "isHeld"`;
  return lock!.isHeld;
}

/** Keys in texts that are each short enough for one notification. */
export function packKeys(keys: Iterable<string>, maxBytes = MAX_PAYLOAD_BYTES): string[] {
  const payloads: string[] = [];
  let payload = '';
  for (const key of keys) {
    const longer = payload === '' ? key : payload + SEPARATOR + key;
    if (payload !== '' && Buffer.byteLength(longer) > maxBytes) {
      payloads.push(payload);
      payload = key;
    } else {
      payload = longer;
    }
  }
  return payload === '' ? payloads : [...payloads, payload];
}
