import { decodeProtectedHeader, type JWTPayload, jwtVerify, type JWTVerifyOptions } from 'jose';
import { IdentityError } from './identity-error.ts';
import { ALGORITHM, importKey, type PublicKey } from './keys.ts';

const CLOCK_SKEW_SECONDS = 30;

/** What is asked of a token beside a signature that holds. */
export interface Expected {
  /** For messages: `assertion`. */
  what: string;
  /** Said when nobody known has the key. */
  unknownKey: string;
  audience: string;
  /** Since it was issued. */
  lifetimeSeconds: number;
  /** Of the header; any when it is not given. */
  typ?: string;
  requiredClaims: readonly string[];
}

/** A token whose signature, audience and time hold. */
export interface SignedToken {
  payload: JWTPayload;
  /** Thumbprint of the key that signed. */
  kid: string;
  /** From then on it is not accepted any longer, whatever the clocks say. */
  expiresAt: Date;
}

/** The key of a thumbprint; null for one that is not, or no longer, known. */
export type KeyOf = (kid: string) => Promise<PublicKey | null> | PublicKey | null;

/**
 * Reads a JSON Web Token that the holder of one of our keys has signed.
 *
 * @throws IdentityError saying what is wrong with it
 */
export async function readSignedToken(token: string, keyOf: KeyOf, expected: Expected): Promise<SignedToken> {
  const { what, unknownKey, lifetimeSeconds, typ, audience, requiredClaims } = expected;
  const key = await keyOf(kidOf(token, what));
  if (!key) throw new IdentityError(unknownKey);
  const options: JWTVerifyOptions = {
    algorithms: [ALGORITHM],
    ...(typ !== undefined && { typ }),
    audience,
    clockTolerance: CLOCK_SKEW_SECONDS,
    maxTokenAge: lifetimeSeconds,
    requiredClaims: ['exp', 'iat', ...requiredClaims],
  };
  try {
    const { payload } = await jwtVerify(token, await importKey(key), options);
    return { payload, kid: key.kid, expiresAt: new Date((payload.exp! + CLOCK_SKEW_SECONDS) * 1000) };
  } catch (cause) {
    throw new IdentityError(`The ${what} is not accepted: ${(cause as Error).message}.`, cause);
  }
}

function kidOf(token: string, what: string): string {
  try {
    const { kid } = decodeProtectedHeader(token);
    if (typeof kid === 'string') return kid;
  } catch (cause) {
    throw new IdentityError(`The ${what} is not a signed token.`, cause);
  }
  throw new IdentityError(`The ${what} does not name its key.`);
}
