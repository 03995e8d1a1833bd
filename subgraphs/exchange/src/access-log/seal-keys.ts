import type { SealKey } from '@yiwang/access-log';
import { and, eq } from 'drizzle-orm';
import type { Db } from '../registry/database.ts';
import { keys } from '../registry/tables.ts';

/** The keys that a gateway has, or had, the oldest first. */
export async function readSealKeys(db: Db, gateway: string): Promise<SealKey[]> {
  const rows = await db
    .select()
    .from(keys)
    .where(and(eq(keys.role, 'GATEWAY'), eq(keys.holder, gateway)))
    .orderBy(keys.registeredAt, keys.kid);
  return rows.map(({ kid, x, revokedAt }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid, revokedAt }));
}
