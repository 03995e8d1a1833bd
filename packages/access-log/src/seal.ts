import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { PrivateKey, PublicKey } from '@yiwang/identity';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import type { Position } from './chain.ts';

/** Marks the kind of what is signed, so that no other signature of the same key passes for one. */
const TYPE = 'yiwang-access-seal';
const ALGORITHM = 'EdDSA';

/** What a gateway vouches for: its log up to one record is what leads to this hash. */
export interface Seal extends Position {
  gateway: string;
  /** ISO 8601. */
  at: string;
  /** Sequence of the record that has the seal before this one; 0 for the first. */
  after: number;
}

const seal = z.strictObject({
  gateway: z.string(),
  sequence: z.int().min(1),
  hash: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  after: z.int().min(0),
});
const header = z.strictObject({ alg: z.literal(ALGORITHM), typ: z.literal(TYPE), kid: z.string() });

/** Signs seals: compact JSON Web Signatures. At once and not in a promise: a seal is written with its record. */
export function createSealer(key: PrivateKey): (seal: Seal) => string {
  const { kty, crv, x, d, kid } = key;
  const signing = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
  const head = encode(canonicalJson({ alg: ALGORITHM, typ: TYPE, kid }));
  return function signSeal({ gateway, sequence, hash, at, after }) {
    const signed = `${head}.${encode(canonicalJson({ gateway, sequence, hash, at, after }))}`;
    return `${signed}.${sign(null, Buffer.from(signed), signing).toString('base64url')}`;
  };
}

/** A key that a gateway has, or had. */
export interface SealKey extends PublicKey {
  /** ISO 8601; seals made later are not accepted. Null while the key is good. */
  revokedAt: string | null;
}

/** What a seal says; or, as a text, why it is none. */
export type ReadSeal = (jws: string) => Seal | string;

/** @param keys of the gateway */
export function createSealReader(keys: readonly SealKey[]): ReadSeal {
  const known = new Map<string, { key: KeyObject; revokedAt: string | null }>();
  for (const { kty, crv, x, kid, revokedAt } of keys) {
    known.set(kid, { key: createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), revokedAt });
  }

  return function readSeal(jws) {
    const parts = jws.split('.');
    const [head, payload, signature] = parts.map(decode);
    if (parts.length !== 3 || !head || !payload || !signature) return 'it is no JSON Web Signature';
    const { data: named } = header.safeParse(parse(head));
    if (!named) return 'it is no seal of an access log';
    const signer = known.get(named.kid);
    if (!signer) return `its key ${named.kid} is not registered for the gateway`;
    if (!verify(null, Buffer.from(jws.slice(0, jws.lastIndexOf('.'))), signer.key, signature)) {
      return 'its signature is not that of the key that it names';
    }
    const { data } = seal.safeParse(parse(payload));
    if (!data) return 'it does not say what it seals';
    if (signer.revokedAt !== null && Date.parse(data.at) >= Date.parse(signer.revokedAt)) {
      return `its key ${named.kid} had been revoked when it was made`;
    }
    return data;
  };
}

/** The record that a seal is for, whoever made it; null when it is no seal. */
export function sealedPosition(jws: string): Position | null {
  const payload = decode(jws.split('.')[1] ?? '');
  const { sequence, hash } = (payload && seal.safeParse(parse(payload)).data) || {};
  return sequence === undefined || hash === undefined ? null : { sequence, hash };
}

/** The id of the key that a seal says it is made with: its signature is not checked. Null where it names none. */
export function kidOfSeal(jws: string): string | null {
  const head = parse(Buffer.from(jws.split('.')[0]!, 'base64url')) as { kid?: unknown } | null;
  return typeof head?.kid === 'string' ? head.kid : null;
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** Null for anything but the one way to write the bytes. */
function decode(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : null;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}
