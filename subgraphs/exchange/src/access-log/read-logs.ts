import { beginningOf, type SealKey } from '@yiwang/access-log';
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import { type AccessLogRow, accessLogs } from '../tables/access-tables.ts';
import { gateways, keys } from '../tables/registry-tables.ts';

/** The log of a gateway. A gateway that has sent nothing has an empty log. */
export interface AccessLogModel extends AccessLogRow {
  /** Whether the gateway has ever sent records. */
  isKept: boolean;
  /** ISO 8601 in UTC. */
  lastSeenAt: string | null;
}

interface FoundLog extends Record<string, unknown> {
  gateway: string;
  sequence: number | null;
  hash: string | null;
  seal: string | null;
  seen: string | null;
}

/**
 * The logs of all gateways that have or had a key, have reported, or have a log. Sorted by name.
 *
 * @param names null for all
 */
export async function readLogs(db: Db, names: readonly string[] | null): Promise<AccessLogModel[]> {
  const rows = await db.execute<FoundLog>(sql`
    select named.gateway, ${accessLogs.sequence}::float8 as sequence, ${accessLogs.hash} as hash, ${accessLogs.seal} as seal,
      ${gateways.lastSeenAt}::text as seen
    from (
      select ${gateways.name} as gateway from ${gateways}
      union select ${keys.holder} from ${keys} where ${keys.role} = 'GATEWAY'
      union select ${accessLogs.gateway} from ${accessLogs}
    ) as named
    left join ${accessLogs} on ${accessLogs.gateway} = named.gateway
    left join ${gateways} on ${gateways.name} = named.gateway
    where ${names === null ? sql`true` : sql`named.gateway = any(${sql.param([...names])}::text[])`}
    order by named.gateway`);
  return rows.map(({ gateway, sequence, hash, seal, seen }) => ({
    gateway,
    sequence: sequence ?? 0,
    hash: hash ?? beginningOf(gateway).hash,
    seal,
    isKept: hash !== null,
    lastSeenAt: seen === null ? null : new Date(seen).toISOString(),
  }));
}

/** All keys that a gateway has or had, oldest first. */
export async function readSealKeys(db: Db, gateway: string): Promise<SealKey[]> {
  const rows = await db
    .select()
    .from(keys)
    .where(and(eq(keys.role, 'GATEWAY'), eq(keys.holder, gateway)))
    .orderBy(keys.registeredAt, keys.kid);
  return rows.map(({ kid, x, revokedAt }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid, revokedAt }));
}
