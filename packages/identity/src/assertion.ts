import { createPrivateKey, hash, type KeyObject, randomUUID, sign } from 'node:crypto';
import { z } from 'zod';
import { IdentityError } from './identity-error.ts';
import { ALGORITHM, type PrivateKey } from './keys.ts';
import type { Mandate } from './mandate.ts';
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
  /** What the person has a mandate for at the moment. Left out where the gateway did not ask, or there is none; null while it cannot ask. */
  mandates?: readonly Mandate[] | null;
  /** As in the logs of the gateway. */
  requestId: string;
  /** The conditional fields of the department that the request may read, and by what right. */
  reads: readonly ConditionalRead[];
  /**
   * {@link bodyDigest} of the one request that it is for. Null or left out where it serves for any: departments accept that
   * only for callers who did not sign in, and for nothing that changes something.
   */
  body?: string | null;
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
  body: string | null;
  /** Unique: a department answers an assertion with a body once. */
  id: string;
  /** Name of the gateway that signed. */
  gateway: string;
  /** From then on it is not accepted any longer, whatever the clocks say. */
  expiresAt: Date;
}

/** Fields that are read by the same right stand together: a header is small. */
const right = z.tuple([z.string().nullable(), z.array(z.string()).nullable(), z.array(z.string()).min(1)]);

/** Id, enterprise and items: a header is small. */
const mandate = z.tuple([plainText, z.string().min(1), z.array(z.string()).nullable()]);

const MAX_ID_LENGTH = 100;

const claims = z.object({
  iss: z.string().min(1),
  // Departments remember ids: a long one would cost them memory.
  jti: z.string().min(1).max(MAX_ID_LENGTH),
  client: plainText,
  user: plainText.nullable(),
  department: plainText.nullable(),
  scopes: z.array(z.string()),
  purpose: z.object({ basis: plainText, case: plainText, requester: plainText }).nullable(),
  request: z.string().min(1),
  reads: z.array(right),
  mandates: z.array(mandate).nullish(),
  body: z.string().min(1).nullish(),
});

type Claims = Omit<z.infer<typeof claims>, 'iss' | 'jti'>;
type Claim = z.infer<typeof mandate>;

/**
 * A JSON Web Token for one department, good for a minute. Signed in this thread: an assertion for each request takes 36 µs of
 * CPU time that way, and twice as much when another thread signs.
 *
 * @param gateway its name
 * @param department name of the one that is to accept it
 * @param id never used before
 */
export function signAssertion(
  key: PrivateKey,
  gateway: string,
  department: string,
  assertion: Assertion,
  id: string = randomUUID(),
): string {
  const issuedAt = Math.floor(Date.now() / 1000);
  const payload = {
    ...claimsOf(assertion),
    jti: id,
    iss: gateway,
    aud: audienceOf(department),
    iat: issuedAt,
    exp: issuedAt + ASSERTION_LIFETIME_SECONDS,
  };
  const { head, signing } = signerOf(key);
  const signed = `${head}.${encode(payload)}`;
  return `${signed}.${sign(null, Buffer.from(signed), signing).toString('base64url')}`;
}

/** What an assertion says of the body of a request: SHA-256 of the bytes that are sent, as base64url. */
export function bodyDigest(body: string | Buffer): string {
  return hash('sha256', body, 'base64url');
}

/** A request whose body is streamed, so that its digest is not known when its headers are sent. */
export interface StreamedRequest {
  method: string;
  /** As the department gets it, without a query string. */
  path: string;
  /** Where the bytes belong in an upload, as its header says; null for none. */
  offset: string | null;
}

/**
 * To what an assertion for a streamed request is bound in place of a body: give it to {@link bodyDigest}. It is no JSON, so that
 * such an assertion serves for no GraphQL request.
 */
export function streamBinding({ method, path, offset }: StreamedRequest): string {
  return `stream\n${method}\n${path}\n${offset ?? ''}`;
}

const signers = new WeakMap<PrivateKey, { head: string; signing: KeyObject }>();

/** A key is imported once: it costs as much as a signature. */
function signerOf(key: PrivateKey): { head: string; signing: KeyObject } {
  let signer = signers.get(key);
  if (!signer) {
    const { kty, crv, x, d, kid } = key;
    const signing = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
    signer = { head: encode({ alg: ALGORITHM, typ: TYPE, kid }), signing };
    signers.set(key, signer);
  }
  return signer;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
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

function claimsOf(assertion: Assertion): Claims {
  const { client, user, department, scopes, purpose, mandates = [], requestId, reads, body } = assertion;
  return {
    client,
    user,
    department,
    scopes: [...scopes],
    purpose: purpose && { basis: purpose.basis, case: purpose.caseNumber, requester: purpose.requester },
    request: requestId,
    reads: byRight(reads),
    ...(mandates === null && { mandates }),
    ...(mandates !== null &&
      mandates.length > 0 && {
        mandates: mandates.map(({ id, uscc, items }): Claim => [id, uscc, items && [...items]]),
      }),
    ...(body != null && { body }),
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
  const { client, user, department, scopes, purpose, mandates, request, reads, body } = payload;
  return {
    client,
    user,
    department,
    scopes,
    purpose: purpose && { basis: purpose.basis, caseNumber: purpose.case, requester: purpose.requester },
    mandates: mandates === null ? null : (mandates ?? []).map(([id, uscc, items]) => ({ id, uscc, items })),
    requestId: request,
    reads: reads.flatMap(([grant, regions, coordinates]) =>
      coordinates.map((coordinate) => ({ coordinate, grant, regions })),
    ),
    body: body ?? null,
    id: payload.jti,
    gateway: payload.iss,
    expiresAt,
  };
}
