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

/**
 * Reads the JSON of public keys: one, a list of them, or a JSON Web Key Set.
 *
 * @throws IdentityError when it is none of these, or holds what is no Ed25519 key
 */
export async function readPublicKeys(json: string): Promise<PublicKey[]> {
  const given = parseJson(json) as { keys?: unknown; kty?: unknown } | unknown[] | null;
  const list = Array.isArray(given) ? given : given?.kty !== undefined ? [given] : given?.keys;
  if (!Array.isArray(list)) {
    throw new IdentityError('Keys are a JSON Web Key, a list of them, or a JSON Web Key Set.');
  }
  return Promise.all(list.map((key) => readPublicKey(JSON.stringify(key))));
}

const imported = new WeakMap<PublicKey, Promise<CryptoKey>>();

/** For jose. A key object is imported once: it costs as much as a signature. */
export function importKey(key: PublicKey | PrivateKey): Promise<CryptoKey> {
  let promise = imported.get(key);
  if (!promise) {
    promise = importJWK({ ...key }, ALGORITHM) as Promise<CryptoKey>;
    imported.set(key, promise);
  }
  return promise;
}

/**
 * For jose: finds the one of these keys that a signature names.
 *
 * @throws IdentityError when it names none of them
 */
export function keyAmong(keys: PublicKey | readonly PublicKey[]) {
  return ({ kid }: { kid?: string }): Promise<CryptoKey> => {
    const named = [keys].flat().find((key) => key.kid === kid);
    if (!named) throw new IdentityError('it is signed with another key');
    return importKey(named);
  };
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
  const key = parseJson(json) as JWK;
  if (key?.kty !== 'OKP' || key.crv !== 'Ed25519' || typeof key.x !== 'string') {
    throw new IdentityError('This is not an Ed25519 key (kty OKP, crv Ed25519).');
  }
  return key as JWK & { x: string };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new IdentityError('A key is a JSON Web Key; this is not JSON.', cause);
  }
}
