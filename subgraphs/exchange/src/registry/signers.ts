import {
  type Claim,
  type Credential,
  IdentityError,
  type PublicKey,
  verifyCredential,
} from '@yiwang/identity';
import { PublicError } from '@yiwang/errors';
import { anyOf } from '@yiwang/subgraph-kit';
import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import { type KeyRow, keys, usedCredentials } from './tables.ts';

/** Of a credential's id, which is whatever its signer made it. */
const MOST_ID_CHARACTERS = 100;

/** Whose key signed a request. */
export interface Signer extends Pick<KeyRow, 'kid' | 'role' | 'holder'> {
  credential: Credential;
}

/**
 * Whose credentials these are.
 *
 * @param operatorKey good without being registered; null for none
 * @throws PublicError UNAUTHENTICATED when one is not accepted
 */
export async function readSigners(
  db: Db,
  operatorKey: PublicKey | null,
  claim: Claim,
  tokens: readonly string[],
): Promise<Signer[]> {
  if (tokens.length === 0)
    throw new PublicError('UNAUTHENTICATED', 'This needs a credential; none was sent.');
  const found = new Map<string, Pick<KeyRow, 'role' | 'holder'>>();

  async function keyOf(kid: string): Promise<PublicKey | null> {
    if (kid === operatorKey?.kid) {
      found.set(kid, { role: 'OPERATOR', holder: 'operator' });
      return operatorKey;
    }
    const [row] = await db
      .select()
      .from(keys)
      .where(and(eq(keys.kid, kid), isNull(keys.revokedAt)));
    if (!row) return null;
    found.set(kid, row);
    return { kty: 'OKP', crv: 'Ed25519', x: row.x, kid };
  }

  const signers: Signer[] = [];
  for (const token of new Set(tokens)) {
    const credential = await acceptedBy(token, claim, keyOf);
    const { role, holder } = found.get(credential.kid)!;
    signers.push({ kid: credential.kid, role, holder, credential });
  }
  return signers;
}

async function acceptedBy(
  token: string,
  claim: Claim,
  keyOf: (kid: string) => Promise<PublicKey | null>,
): Promise<Credential> {
  try {
    const credential = await verifyCredential(token, claim, keyOf);
    if (credential.id.length <= MOST_ID_CHARACTERS) return credential;
  } catch (cause) {
    if (!(cause instanceof IdentityError)) throw cause;
    throw new PublicError('UNAUTHENTICATED', cause.message, { cause });
  }
  throw new PublicError(
    'UNAUTHENTICATED',
    `The credential’s id has more than ${MOST_ID_CHARACTERS} characters.`,
  );
}

/**
 * Takes the credentials, so that nobody can use them again.
 *
 * @throws PublicError UNAUTHENTICATED when one was used before, or its key was revoked in the meantime
 */
export async function useUp(db: Db, signers: readonly Signer[]): Promise<void> {
  const taken = await takeCredentials(db, signers);
  if (taken < signers.length) throw new PublicError('UNAUTHENTICATED', 'The credential was used before.');
  const revoked = await db
    .select({ kid: keys.kid })
    .from(keys)
    .where(
      and(
        anyOf(
          keys.kid,
          signers.map(({ kid }) => kid),
        ),
        isNotNull(keys.revokedAt),
      ),
    );
  if (revoked.length > 0) {
    throw new PublicError('UNAUTHENTICATED', 'The key that signed the credential is not registered.');
  }
}

/** @returns how many of them were not used before */
export async function takeCredentials(db: Db, signers: readonly Signer[]): Promise<number> {
  if (signers.length === 0) return 0;
  await db.delete(usedCredentials).where(lt(usedCredentials.expiresAt, sql`now()`));
  const taken = await db
    .insert(usedCredentials)
    .values(
      signers.map(({ kid, credential }) => ({
        id: `${kid} ${credential.id}`,
        expiresAt: credential.expiresAt.toISOString(),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: usedCredentials.id });
  return taken.length;
}
