import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { IdentityError } from './identity-error.ts';
import { ALGORITHM, importKey, type PrivateKey } from './keys.ts';
import { plainText } from './plain-text.ts';
import type { Purpose } from './purpose.ts';
import { type KeyOf, readSignedToken } from './signed-token.ts';

/** The header that carries an assertion. */
export const ASSERTION_HEADER = 'yiwang-assertion';
export const ASSERTION_LIFETIME_SECONDS = 60;

const TYPE = 'yiwang-assertion';
const LONGEST = 64 * 1024;

/** What a gateway vouches for when it asks a department. */
export interface Assertion {
  /** {@link Client.id}; that of PUBLIC_CLIENT for whoever did not sign in. */
  client: string;
  user: string | null;
  department: string | null;
  scopes: readonly string[];
  /** Null when the caller names none; then no conditional field of another department is read. */
  purpose: Purpose | null;
  /** As in the logs of the gateway. */
  requestId: string;
  /** The conditional fields of the department that the request may read, and by what right. */
  reads: readonly ConditionalRead[];
}

export interface ConditionalRead {
  /** `Type.field`. */
  coordinate: string;
  /** Id of the grant; null where the client belongs to the department itself. */
  grant: string | null;
  /** Codes of the regions, with all below them, of which rows may be read; null for all. */
  regions: readonly string[] | null;
}

export interface VerifiedAssertion extends Assertion {
  /** Unique: a department carries out the mutations of an assertion once. */
  id: string;
  /** Name of the gateway that signed. */
  gateway: string;
  /** From then on it is not accepted any longer, whatever the clocks say. */
  expiresAt: Date;
}

/** Fields that are read by the same right stand together: a header is small. */
const right = z.tuple([z.string().nullable(), z.array(z.string()).nullable(), z.array(z.string()).min(1)]);

const claims = z.object({
  iss: z.string().min(1),
  jti: z.string().min(1),
  client: plainText,
  user: plainText.nullable(),
  department: plainText.nullable(),
  scopes: z.array(z.string()),
  purpose: z.object({ basis: plainText, case: plainText, requester: plainText }).nullable(),
  request: z.string().min(1),
  reads: z.array(right),
});

type Claims = Omit<z.infer<typeof claims>, 'iss' | 'jti'>;

/**
 * A JSON Web Token for one department, good for a minute.
 *
 * @param gateway its name
 * @param department name of the one that is to accept it
 */
export async function signAssertion(
  key: PrivateKey,
  gateway: string,
  department: string,
  assertion: Assertion,
): Promise<string> {
  return new SignJWT({ ...claimsOf(assertion) })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
    .setJti(randomUUID())
    .setIssuer(gateway)
    .setAudience(audienceOf(department))
    .setIssuedAt()
    .setExpirationTime(`${ASSERTION_LIFETIME_SECONDS} s`)
    .sign(await importKey(key));
}

/**
 * Checks kind, signature, audience and time. Whether its id was seen before is the department's to know.
 *
 * @param department name of the one that was asked
 * @param keyOf the keys of gateways
 * @throws IdentityError saying what is wrong with it
 */
export async function verifyAssertion(
  token: string,
  department: string,
  keyOf: KeyOf,
): Promise<VerifiedAssertion> {
  if (token.length > LONGEST) throw new IdentityError('The assertion is too long.');
  const { payload, expiresAt } = await readSignedToken(token, keyOf, {
    what: 'assertion',
    unknownKey: 'The key that signed the assertion is no gateway’s.',
    typ: TYPE,
    audience: audienceOf(department),
    lifetimeSeconds: ASSERTION_LIFETIME_SECONDS,
    requiredClaims: ['jti', 'iss'],
  });
  const read = claims.safeParse(payload);
  if (!read.success) {
    throw new IdentityError('The assertion is not accepted: it does not hold what it must.', read.error);
  }
  return assertionOf(read.data, expiresAt);
}

function audienceOf(department: string): string {
  return `yiwang:${department}`;
}

function claimsOf({ client, user, department, scopes, purpose, requestId, reads }: Assertion): Claims {
  return {
    client,
    user,
    department,
    scopes: [...scopes],
    purpose: purpose && { basis: purpose.basis, case: purpose.caseNumber, requester: purpose.requester },
    request: requestId,
    reads: byRight(reads),
  };
}

function byRight(reads: readonly ConditionalRead[]): Claims['reads'] {
  const rights = new Map<string, Claims['reads'][number]>();
  for (const { coordinate, grant, regions } of reads) {
    const name = JSON.stringify([grant, regions]);
    const known = rights.get(name);
    if (known) known[2].push(coordinate);
    else rights.set(name, [grant, regions && [...regions], [coordinate]]);
  }
  return [...rights.values()];
}

function assertionOf(payload: z.infer<typeof claims>, expiresAt: Date): VerifiedAssertion {
  const { client, user, department, scopes, purpose, request, reads } = payload;
  return {
    client,
    user,
    department,
    scopes,
    purpose: purpose && { basis: purpose.basis, caseNumber: purpose.case, requester: purpose.requester },
    requestId: request,
    reads: reads.flatMap(([grant, regions, coordinates]) =>
      coordinates.map((coordinate) => ({ coordinate, grant, regions })),
    ),
    id: payload.jti,
    gateway: payload.iss,
    expiresAt,
  };
}
