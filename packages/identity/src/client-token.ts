import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Client } from './client.ts';
import { clientOf } from './client-claims.ts';
import { digestOf } from './digest.ts';
import { IdentityError, IssuerUnavailableError } from './identity-error.ts';
import type { Issuer } from './issuer.ts';
import type { Clock } from './issuer-keys.ts';
import { ALGORITHM, importKey, type PrivateKey } from './keys.ts';
import { type TrustedIssuers, trustIssuers } from './trusted-issuers.ts';

const MAX_TOKEN_BYTES = 8 * 1024;
const CLOCK_SKEW_SECONDS = 30;
/** RFC 9068, and what most providers write. A token of another kind says something else. */
const TYPES: ReadonlySet<unknown> = new Set([undefined, 'jwt', 'at+jwt']);
const REMEMBERED_TOKENS = 10_000;
/** A key that was withdrawn is found out after this. */
const REMEMBERED_MS = 5 * 60_000;

/** A token whose signature holds. */
export interface VerifiedToken {
  client: Client;
  /** From then on it is not accepted any longer, whatever the clocks say. */
  expiresAt: Date;
  /** False once its issuer was taken out, or what is said of it was changed. */
  isStillTrusted(): boolean;
}

export interface TokenVerifier {
  /**
   * Whom the token is of. What was verified is remembered, so that it costs little for each request.
   *
   * @throws IdentityError saying what is wrong with it
   * @throws IssuerUnavailableError while nobody can tell, because the keys of the issuer cannot be had
   */
  verify(token: string): Promise<VerifiedToken>;
  /** Whether it was verified before, and still holds. */
  isRemembered(token: string): boolean;
  /** From now on these are trusted, and no others. Keys of those that stay as they are need not be fetched again. */
  trust(issuers: readonly Issuer[]): void;
}

/** @param now for keys that get old; that of the tokens themselves is the clock of the day */
export function createTokenVerifier(
  issuers: readonly Issuer[],
  now: Clock = () => performance.now(),
): TokenVerifier {
  let trusted: TrustedIssuers = trustIssuers(issuers, new Map(), now);
  const remembered = new LRUCache<string, VerifiedToken>({ max: REMEMBERED_TOKENS, ttl: REMEMBERED_MS });

  async function verify(token: string): Promise<VerifiedToken> {
    const { iss } = readUnverified(token);
    const found = trusted.get(iss as string);
    if (!found) throw new IdentityError('The issuer of the token is not one of those that are trusted here.');
    const { issuer, keys } = found;
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, keys, {
        issuer: issuer.issuer,
        audience: [...issuer.audience],
        algorithms: [...issuer.algorithms],
        clockTolerance: CLOCK_SKEW_SECONDS,
        requiredClaims: ['exp'],
      }));
    } catch (cause) {
      if (cause instanceof IssuerUnavailableError) throw cause;
      throw new IdentityError(`The token is not accepted: ${explain(cause)}.`, cause);
    }
    const isStillTrusted = () => trusted.get(issuer.issuer) === found;
    // Others were named while the keys were looked for.
    if (!isStillTrusted()) return verify(token);
    const expiresAt = new Date((payload.exp! + CLOCK_SKEW_SECONDS) * 1000);
    if (Number.isNaN(expiresAt.getTime())) throw new IdentityError('The token expires on no day there is.');
    return { client: clientOf(payload, issuer), expiresAt, isStillTrusted };
  }

  function find(digest: string): VerifiedToken | undefined {
    const known = remembered.get(digest);
    return known && known.isStillTrusted() && known.expiresAt.getTime() > Date.now() ? known : undefined;
  }

  return {
    isRemembered: (token) => token.length <= MAX_TOKEN_BYTES && find(digestOf(token)) !== undefined,
    trust(others) {
      trusted = trustIssuers(others, trusted, now);
    },
    async verify(token) {
      if (token.length > MAX_TOKEN_BYTES) {
        throw new IdentityError(`The token is longer than ${MAX_TOKEN_BYTES / 1024} KiB.`);
      }
      const digest = digestOf(token);
      const known = find(digest);
      if (known) return known;
      const verified = await verify(token);
      remembered.set(digest, verified);
      return verified;
    },
  };
}

/** For what has to be known before the signature can be checked: nothing here is believed. */
function readUnverified(token: string): JWTPayload {
  let header: ReturnType<typeof decodeProtectedHeader>;
  let payload: JWTPayload;
  try {
    header = decodeProtectedHeader(token);
    payload = decodeJwt(token);
  } catch (cause) {
    throw new IdentityError('This is not a JSON Web Token.', cause);
  }
  const type: unknown = header.typ;
  if (!TYPES.has(typeof type === 'string' ? type.toLowerCase().replace(/^application\//, '') : type)) {
    throw new IdentityError('This is not an access token: its typ is neither JWT nor at+jwt.');
  }
  return payload;
}

/** What jose says of keys and claims, without what the token holds. */
function explain(cause: unknown): string {
  if (cause instanceof errors.JWTExpired) return 'it has expired';
  if (cause instanceof errors.JWTClaimValidationFailed) {
    return cause.reason === 'missing'
      ? `it has no claim ${cause.claim}`
      : `its claim ${cause.claim} is not what is asked for here`;
  }
  if (cause instanceof errors.JWKSNoMatchingKey) return 'its issuer has no such key';
  if (cause instanceof errors.JWKSMultipleMatchingKeys)
    return 'its issuer has several keys, and it names none';
  if (cause instanceof errors.JOSEAlgNotAllowed) return 'its algorithm is not allowed';
  if (cause instanceof errors.JWSSignatureVerificationFailed) return 'its signature does not hold';
  return 'it is not a token that can be verified';
}

/** What the built-in issuer, for work on one machine, is called and signs for. */
export const LOCAL_ISSUER = 'yiwang:local';
export const LOCAL_AUDIENCE = 'yiwang';

/** A token of the built-in issuer, good from now on for so many seconds. */
export async function signClientToken(
  key: PrivateKey,
  { id, user, department, scopes }: Client,
  lifetimeSeconds: number,
): Promise<string> {
  return new SignJWT({
    client_id: id,
    ...(department !== null && { department }),
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
  })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: key.kid })
    .setIssuer(LOCAL_ISSUER)
    .setSubject(user ?? id)
    .setAudience(LOCAL_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${lifetimeSeconds} s`)
    .sign(await importKey(key));
}
