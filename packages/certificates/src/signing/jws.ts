import { ALGORITHMS, type SignatureAlgorithm } from './algorithms.ts';
import { fromBase64url, objectFromBase64url, toBase64url } from './base64url.ts';
import type { PublicKey, SigningKey } from './keys.ts';

/** A signed JSON object, not verified yet. */
export interface SignedObject {
  kid: string;
  alg: string;
  payload: Record<string, unknown>;
  /** What the signature is over. */
  input: string;
  signature: Uint8Array<ArrayBuffer>;
}

/** Whether a signature is good; otherwise why not. */
export type SignatureFinding = 'GOOD' | 'WRONG_SIGNATURE' | 'UNKNOWN_KEY' | 'UNSUPPORTED_ALGORITHM';

/** Signs a JSON object: a JSON Web Signature in its compact form. */
export async function signObject(
  payload: Record<string, unknown>,
  typ: string,
  { kid, algorithm, jwk }: SigningKey,
): Promise<string> {
  const utf8 = new TextEncoder();
  const parts = [{ alg: algorithm.id, kid, typ }, payload].map((part) => utf8.encode(JSON.stringify(part)));
  const input = parts.map(toBase64url).join('.');
  return `${input}.${toBase64url(await algorithm.sign(jwk, utf8.encode(input)))}`;
}

/**
 * Reads a JSON Web Signature of which the header has `alg`, `kid` and this `typ`, and nothing else: no key of its own, no extension.
 * Null when it is none.
 */
export function readSigned(text: string, typ: string): SignedObject | null {
  const [header, body, signature, ...rest] = text.split('.');
  if (header === undefined || body === undefined || signature === undefined || rest.length > 0) return null;
  const head = objectFromBase64url(header);
  const payload = objectFromBase64url(body);
  const bytes = fromBase64url(signature);
  if (head === null || payload === null || bytes === null) return null;
  const { alg, kid, typ: given, ...others } = head;
  if (typeof alg !== 'string' || typeof kid !== 'string' || given !== typ) return null;
  if (Object.keys(others).length > 0) return null;
  return { kid, alg, payload, input: `${header}.${body}`, signature: bytes };
}

/** Verifies a signature by the key that it names, and by the algorithm of that key. */
export async function checkSignature(
  { kid, alg, input, signature }: SignedObject,
  keys: readonly PublicKey[],
  algorithms: readonly SignatureAlgorithm[] = ALGORITHMS,
): Promise<SignatureFinding> {
  const algorithm = algorithms.find(({ id }) => id === alg);
  if (!algorithm) return 'UNSUPPORTED_ALGORITHM';
  const key = keys.find((one) => one.kid === kid);
  if (!key) return 'UNKNOWN_KEY';
  if (key.alg !== alg) return 'WRONG_SIGNATURE';
  const isGood = await algorithm.verify(key, new TextEncoder().encode(input), signature).catch(() => false);
  return isGood ? 'GOOD' : 'WRONG_SIGNATURE';
}
