import { contents, type Grant, signGrants } from '@yiwang/identity';
import { exists } from 'drizzle-orm';
import { readSigners, requireGateway } from '../credentials/signers.ts';
import { requireSigningKey } from '../registry/registry.ts';
import { checkGatewayName } from '../shared/names.ts';
import { grants, grantVersion } from '../tables/sharing-tables.ts';
import { expiredSince, isInForce, raiseForExpired } from './grant-status.ts';
import type { Sharing } from './sharing.ts';

/** How long one signed list is sent to all gateways. */
const SIGNATURE_LIFETIME_MS = 1000;

export interface GrantsRequest {
  gateway: string;
  /** The version that the gateway has. */
  after?: number | null | undefined;
  credential: string;
}

interface SignedGrants {
  /** Version of the grants in force. */
  version: number;
  token: string;
}

/** Creates the command by which gateways read the signed list of grants in force. They poll twice a second, mostly in vain. */
export function createGrantsInForce(sharing: Sharing) {
  const { db } = sharing;
  let cached: { signed: Promise<SignedGrants>; version: number; at: number } | null = null;

  async function readVersion(now: Date): Promise<number> {
    const select = { version: grantVersion.version, isStale: exists(expiredSince(db, now)) };
    const [row] = await db.select(select).from(grantVersion);
    if (!row!.isStale) return row!.version;
    await raiseForExpired(db, now);
    const [raised] = await db.select({ version: grantVersion.version }).from(grantVersion);
    return raised!.version;
  }

  /** Reads version and grants with one statement, so that they belong together. */
  async function sign(now: Date): Promise<SignedGrants> {
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

  /** Does not consume the credential: nothing is changed, and a gateway polls twice a second. */
  return async function grantsInForce({
    gateway,
    after = null,
    credential,
  }: GrantsRequest): Promise<SignedGrants | null> {
    const claim = { action: 'grants', digest: contents.grants(gateway, after) };
    requireGateway(await readSigners(db, sharing.operatorKeys, claim, [credential]), gateway);
    checkGatewayName(gateway);
    const now = sharing.now();
    const version = await readVersion(now);
    // A version greater than ours comes from another database: it must not pass for the newest.
    if (version === after) return null;
    if (
      !cached ||
      cached.version !== version ||
      Math.abs(now.getTime() - cached.at) > SIGNATURE_LIFETIME_MS
    ) {
      const signed = sign(now);
      const current = { signed, version, at: now.getTime() };
      cached = current;
      signed.catch(() => {
        if (cached === current) cached = null;
      });
    }
    return cached.signed;
  };
}

function iso(moment: string): string {
  return new Date(moment).toISOString();
}
