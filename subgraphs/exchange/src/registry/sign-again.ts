import {
  IdentityError,
  type PrivateKey,
  publicKeyOf,
  signSupergraph,
  verifySupergraph,
} from '@yiwang/identity';
import { and, eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { supergraphs } from './tables.ts';

/**
 * Signs a version again where it is signed with another key than the present one: the registry has got a new key, and
 * gateways that know only that would refuse what is in force.
 */
export async function signAgain(tx: Db, signingKey: PrivateKey, version: number): Promise<void> {
  const rows = await tx.select().from(supergraphs).where(eq(supergraphs.version, version));
  for (const { variant, sdl, signature } of rows) {
    if (await isSignedBy(signingKey, signature, sdl)) continue;
    await tx
      .update(supergraphs)
      .set({ signature: await signSupergraph(signingKey, { version, variant }, sdl) })
      .where(and(eq(supergraphs.version, version), eq(supergraphs.variant, variant)));
  }
}

async function isSignedBy(key: PrivateKey, signature: string, sdl: string): Promise<boolean> {
  try {
    await verifySupergraph(publicKeyOf(key), signature, sdl);
    return true;
  } catch (error) {
    if (error instanceof IdentityError) return false;
    throw error;
  }
}
