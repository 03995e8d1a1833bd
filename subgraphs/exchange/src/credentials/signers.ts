import { PublicError } from '@yiwang/errors';
import {
  type Claim,
  type Credential,
  IdentityError,
  type PublicKey,
  verifyCredential,
} from '@yiwang/identity';
import { anyOf } from '@yiwang/subgraph-kit';
import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import { type KeyRow, keys, usedCredentials } from '../tables/registry-tables.ts';

/** Longest id of a credential. The signer chooses the id. */
const MAX_ID_CHARACTERS = 100;

/** A registered key that signed a request, and its holder. */
export interface Signer extends Pick<KeyRow, 'kid' | 'role' | 'holder'> {
  credential: Credential;
}

/**
 * Verifies credentials, and returns the holders of their keys.
 *
 * @param operatorKeys accepted although they are not registered
 * @throws PublicError UNAUTHENTICATED when there is no credential, or one of them is not valid
 */
export async function readSigners(
  db: Db,
  operatorKeys: readonly PublicKey[],
  claim: Claim,
  tokens: readonly string[],
): Promise<Signer[]> {
  if (tokens.length === 0) {
    throw new PublicError('UNAUTHENTICATED', 'A credential is required, but none was sent.');
  }
  const found = new Map<string, Pick<KeyRow, 'role' | 'holder'>>();

  async function keyOf(kid: string): Promise<PublicKey | null> {
    const operatorKey = operatorKeys.find((key) => key.kid === kid);
    if (operatorKey) {
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
    const credential = await verify(token, claim, keyOf);
    const { role, holder } = found.get(credential.kid)!;
    signers.push({ kid: credential.kid, role, holder, credential });
  }
  return signers;
}

async function verify(
  token: string,
  claim: Claim,
  keyOf: (kid: string) => Promise<PublicKey | null>,
): Promise<Credential> {
  try {
    const credential = await verifyCredential(token, claim, keyOf);
    if (credential.id.length <= MAX_ID_CHARACTERS) return credential;
  } catch (cause) {
    if (!(cause instanceof IdentityError)) throw cause;
    throw new PublicError('UNAUTHENTICATED', cause.message, { cause });
  }
  throw new PublicError(
    'UNAUTHENTICATED',
    `The credential’s id must have at most ${MAX_ID_CHARACTERS} characters.`,
  );
}

/**
 * Consumes credentials: each is valid for one change only.
 *
 * @throws PublicError UNAUTHENTICATED when one was used before, or its key has been revoked since it was verified
 */
export async function consumeCredentials(db: Db, signers: readonly Signer[]): Promise<void> {
  const consumed = await markUsed(db, signers);
  if (consumed < signers.length) {
    throw new PublicError('UNAUTHENTICATED', 'The credential was used before: sign a new one.');
  }
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

/** @returns how many of the credentials were not used before */
export async function markUsed(db: Db, signers: readonly Signer[]): Promise<number> {
  if (signers.length === 0) return 0;
  await db.delete(usedCredentials).where(lt(usedCredentials.expiresAt, sql`now()`));
  const added = await db
    .insert(usedCredentials)
    .values(
      signers.map(({ kid, credential }) => ({
        id: `${kid} ${credential.id}`,
        expiresAt: credential.expiresAt.toISOString(),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: usedCredentials.id });
  return added.length;
}

/**
 * The operator among the signers.
 *
 * @param what begins the sentence that the caller reads, such as `Rolling back`
 * @throws PublicError FORBIDDEN when there is none
 */
export function requireOperator(signers: readonly Signer[], what: string): Signer {
  const operator = signers.find(({ role }) => role === 'OPERATOR');
  if (operator) return operator;
  throw new PublicError('FORBIDDEN', `${what} requires an operator’s key.`);
}

/** @throws PublicError FORBIDDEN unless every department has signed, or an operator has signed for all */
export function requireDepartments(signers: readonly Signer[], departments: readonly string[]): void {
  if (signers.some(({ role }) => role === 'OPERATOR')) return;
  const signed = signers.filter(({ role }) => role === 'DEPARTMENT').map(({ holder }) => holder);
  const missing = departments.filter((department) => !signed.includes(department));
  if (missing.length === 0) return;
  throw new PublicError(
    'FORBIDDEN',
    `This must be signed with a key of ${missing.join(', ')}, or with an operator’s key.`,
  );
}

/** @throws PublicError FORBIDDEN unless the gateway itself has signed, or an operator */
export function requireGateway(signers: readonly Signer[], gateway: string): void {
  const mayReport = signers.some(
    ({ role, holder }) => role === 'OPERATOR' || (role === 'GATEWAY' && holder === gateway),
  );
  if (!mayReport) {
    throw new PublicError('FORBIDDEN', `This must be signed with a key of the gateway ${gateway}.`);
  }
}
