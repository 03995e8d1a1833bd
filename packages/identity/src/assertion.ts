import { randomUUID } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { IdentityError } from './identity-error.ts';
import { ALGORITHM, importKey, type PrivateKey, type PublicKey } from './keys.ts';
import { plainText } from './plain-text.ts';
import type { Purpose } from './purpose.ts';

/** The header that carries an assertion. */
export const ASSERTION_HEADER = 'yiwang-assertion';
export const ASSERTION_LIFETIME_SECONDS = 60;

const TYPE = 'yiwang-assertion';
const CLOCK_SKEW_SECONDS = 30;
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
  exp: z.number(),
  client: plainText,
  user: plainText.nullable(),
  department: plainText.nullable(),
  scopes: z.array(z.string()),
  purpose: z.object({ basis: plainText, case: plainText, requester: plainText }).nullable(),
  request: z.string().min(1),
  reads: z.array(right),
});

type Claims = Omit<z.infer<typeof claims>, 'iss' | 'jti' | 'exp'>;

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
 * @param keyOf the key of a thumbprint; null for one that is no gateway's
 * @throws IdentityError saying what is wrong with it
 */
export async function verifyAssertion(
  token: string,
  department: string,
  keyOf: (kid: string) => Promise<PublicKey | null> | PublicKey | null,
): Promise<VerifiedAssertion> {
  if (token.length > LONGEST) throw new IdentityError('The assertion is too long.');
  const key = await keyOf(kidOf(token));
  if (!key) throw new IdentityError('The key that signed the assertion is no gateway’s.');
  return assertionOf(await payloadOf(token, department, key));
}

function audienceOf(department: string): string {
  return `yiwang:${department}`;
}

function kidOf(token: string): string {
  try {
    const { kid } = decodeProtectedHeader(token);
    if (typeof kid === 'string') return kid;
  } catch (cause) {
    throw new IdentityError('The assertion is not a signed token.', cause);
  }
  throw new IdentityError('The assertion does not name its key.');
}

async function payloadOf(token: string, department: string, key: PublicKey): Promise<z.infer<typeof claims>> {
  try {
    const { payload } = await jwtVerify(token, await importKey(key), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      audience: audienceOf(department),
      clockTolerance: CLOCK_SKEW_SECONDS,
      maxTokenAge: ASSERTION_LIFETIME_SECONDS,
      requiredClaims: ['exp', 'iat', 'jti', 'iss'],
    });
    return claims.parse(payload);
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? 'it does not hold what it must' : (cause as Error).message;
    throw new IdentityError(`The assertion is not accepted: ${reason}.`, cause);
  }
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

function assertionOf(payload: z.infer<typeof claims>): VerifiedAssertion {
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
    expiresAt: new Date((payload.exp + CLOCK_SKEW_SECONDS) * 1000),
  };
}
