import { type Grant, signGrants } from '@yiwang/identity';
import { exists } from 'drizzle-orm';
import { requireSigningKey } from '../registry/signing-key.ts';
import { countExpired, expiredSince, isInForce } from './grant-version.ts';
import type { Sharing } from './sharing.ts';
import { grants, grantVersion } from './tables.ts';

/** For how long one signature is given to all who ask. */
const SIGNATURE_LIFETIME_MS = 1000;

interface Signed {
  version: number;
  token: string;
}

/** Makes the function that tells gateways what is in force. They ask twice a second, and mostly nothing is new. */
export function createGrantsInForce(sharing: Sharing) {
  const { db } = sharing;
  let kept: { signed: Promise<Signed>; version: number; at: number } | null = null;

  async function readVersion(now: Date): Promise<number> {
    const select = { version: grantVersion.version, stale: exists(expiredSince(db, now)) };
    const [row] = await db.select(select).from(grantVersion);
    if (!row!.stale) return row!.version;
    await countExpired(db, now);
    const [counted] = await db.select({ version: grantVersion.version }).from(grantVersion);
    return counted!.version;
  }

  /** Version and grants by one statement, so that they belong together. */
  async function sign(now: Date): Promise<Signed> {
    const rows = await db
      .select({ version: grantVersion.version, grant: grants })
      .from(grantVersion)
      .leftJoin(grants, isInForce(now))
      .orderBy(grants.sequence);
    const { version } = rows[0]!;
    const inForce = rows.flatMap(({ grant }): Grant[] => {
      if (!grant) return [];
      const { id, client, fields, regions, basis, from, until } = grant;
      return [{ id, client, fields, regions, basis, from: iso(from), until: iso(until) }];
    });
    const key = requireSigningKey(sharing);
    return {
      version,
      token: await signGrants(key, { version, issuedAt: now.toISOString(), grants: inForce }),
    };
  }

  return async function grantsInForce(after: number | null): Promise<Signed | null> {
    const now = sharing.now();
    const version = await readVersion(now);
    // One that is greater than ours is of another database: whoever has it must not take it for the newest.
    if (version === after) return null;
    if (!kept || kept.version !== version || Math.abs(now.getTime() - kept.at) > SIGNATURE_LIFETIME_MS) {
      const signed = sign(now);
      const mine = { signed, version, at: now.getTime() };
      kept = mine;
      signed.catch(() => {
        if (kept === mine) kept = null;
      });
    }
    return kept.signed;
  };
}

function iso(moment: string): string {
  return new Date(moment).toISOString();
}
