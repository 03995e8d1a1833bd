import { randomUUID } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { IdentityError } from './identity-error.ts';
import { ALGORITHM, importKey, type PrivateKey, type PublicKey } from './keys.ts';

/** Who accepts credentials. */
const AUDIENCE = 'yiwang:registry';
const LIFETIME_SECONDS = 120;
const CLOCK_SKEW_SECONDS = 30;

/** What a credential allows: one action on one content, once. */
export interface Claim {
  /** Such as `publish`. */
  action: string;
  /** {@link digestOf} what is acted on, so that a credential cannot be used for anything else. */
  digest: string;
}

export interface Credential extends Claim {
  /** Thumbprint of the key that signed. */
  kid: string;
  /** Unique: whoever accepts a credential accepts it once. */
  id: string;
  expiresAt: Date;
}

/** A JSON Web Token that its holder's key signs, good for two minutes. */
export async function signCredential(key: PrivateKey, { action, digest }: Claim): Promise<string> {
  return new SignJWT({ act: action, dig: digest })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.kid })
    .setJti(randomUUID())
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS} s`)
    .sign(await importKey(key));
}

/**
 * Checks signature, audience, time, action and content. Whether its id was seen before is the caller's to know.
 *
 * @param keyOf the key of a thumbprint; null for one that is not, or no longer, known
 * @throws IdentityError saying what is wrong with it
 */
export async function verifyCredential(
  token: string,
  expected: Claim,
  keyOf: (kid: string) => Promise<PublicKey | null>,
): Promise<Credential> {
  const key = await keyOf(kidOf(token));
  if (!key) throw new IdentityError('The key that signed the credential is not registered.');
  const { act, dig, jti, exp } = await payloadOf(token, key);
  if (act !== expected.action) {
    throw new IdentityError(`The credential is for the action ${String(act)}, not ${expected.action}.`);
  }
  if (dig !== expected.digest) throw new IdentityError('The credential was signed for another content.');
  if (typeof jti !== 'string') throw new IdentityError('The credential has no id.');
  return { ...expected, kid: key.kid, id: jti, expiresAt: new Date((exp! + CLOCK_SKEW_SECONDS) * 1000) };
}

function kidOf(token: string): string {
  try {
    const { kid } = decodeProtectedHeader(token);
    if (typeof kid === 'string') return kid;
  } catch (cause) {
    throw new IdentityError('The credential is not a signed token.', cause);
  }
  throw new IdentityError('The credential does not name its key.');
}

async function payloadOf(token: string, key: PublicKey) {
  try {
    const { payload } = await jwtVerify<{ act: unknown; dig: unknown }>(token, await importKey(key), {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      clockTolerance: CLOCK_SKEW_SECONDS,
      maxTokenAge: LIFETIME_SECONDS,
      requiredClaims: ['exp', 'iat', 'jti'],
    });
    return payload;
  } catch (cause) {
    throw new IdentityError(`The credential is not accepted: ${(cause as Error).message}.`, cause);
  }
}
