import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import { IdentityError } from './identity-error.ts';

/** Ed25519. As long as the world is small, one algorithm: nothing to choose means nothing to downgrade. */
export const ALGORITHM = 'EdDSA';

/** The public half, as JSON Web Key. `kid` is its RFC 7638 thumbprint. */
export interface PublicKey {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid: string;
}

/** Both halves. Whoever holds the file is its owner: keep it readable to one user. */
export interface PrivateKey extends PublicKey {
  d: string;
}

export async function createKey(): Promise<PrivateKey> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const { x, d } = await exportJWK(privateKey);
  return { ...(await withThumbprint(x!)), d: d! };
}

export function publicKeyOf({ kty, crv, x, kid }: PublicKey): PublicKey {
  return { kty, crv, x, kid };
}

/**
 * Reads the JSON of a public key. Whatever else it holds, a private half among it, is left out.
 *
 * @throws IdentityError when it is no Ed25519 key
 */
export async function readPublicKey(json: string): Promise<PublicKey> {
  const { x } = parseKey(json);
  return withThumbprint(x);
}

/**
 * Reads the JSON of a private key.
 *
 * @throws IdentityError when it is no Ed25519 key, or only the public half of one
 */
export async function readPrivateKey(json: string): Promise<PrivateKey> {
  const { x, d } = parseKey(json);
  if (typeof d !== 'string') throw new IdentityError('This is a public key; a private one is needed.');
  return { ...(await withThumbprint(x)), d };
}

/** For jose. */
export async function importKey(key: PublicKey | PrivateKey): Promise<CryptoKey> {
  return (await importJWK({ ...key }, ALGORITHM)) as CryptoKey;
}

async function withThumbprint(x: string): Promise<PublicKey> {
  const key = { kty: 'OKP', crv: 'Ed25519', x } as const;
  try {
    await importJWK({ ...key }, ALGORITHM);
  } catch (cause) {
    throw new IdentityError('This is not an Ed25519 key.', cause);
  }
  return { ...key, kid: await calculateJwkThumbprint(key) };
}

function parseKey(json: string): JWK & { x: string } {
  let key: JWK;
  try {
    key = JSON.parse(json) as JWK;
  } catch (cause) {
    throw new IdentityError('A key is a JSON Web Key; this is not JSON.', cause);
  }
  if (key?.kty !== 'OKP' || key.crv !== 'Ed25519' || typeof key.x !== 'string') {
    throw new IdentityError('This is not an Ed25519 key (kty OKP, crv Ed25519).');
  }
  return key as JWK & { x: string };
}
