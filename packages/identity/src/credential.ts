import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { IdentityError } from './identity-error.ts';
import { ALGORITHM, importKey, type PrivateKey } from './keys.ts';
import { type KeyOf, readSignedToken } from './signed-token.ts';

/** Who accepts credentials. */
const AUDIENCE = 'yiwang:registry';
const LIFETIME_SECONDS = 120;

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
export async function verifyCredential(token: string, expected: Claim, keyOf: KeyOf): Promise<Credential> {
  const { payload, kid, expiresAt } = await readSignedToken(token, keyOf, {
    what: 'credential',
    unknownKey: 'The key that signed the credential is not registered.',
    audience: AUDIENCE,
    lifetimeSeconds: LIFETIME_SECONDS,
    requiredClaims: ['jti'],
  });
  const { act, dig, jti } = payload;
  if (act !== expected.action) {
    throw new IdentityError(`The credential is for the action ${String(act)}, not ${expected.action}.`);
  }
  if (dig !== expected.digest) throw new IdentityError('The credential was signed for another content.');
  if (typeof jti !== 'string') throw new IdentityError('The credential has no id.');
  return { ...expected, kid, id: jti, expiresAt };
}
