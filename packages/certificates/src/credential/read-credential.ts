import { SDJwt } from '@sd-jwt/core';
import { fromBase64url, toBase64url } from '../signing/base64url.ts';
import { readSigned, type SignedObject } from '../signing/jws.ts';
import { type CertificateClaims, CREDENTIAL_TYPE, DISCLOSABLE, readClaims } from './claims.ts';
import { sha256 } from './digest.ts';

/** A credential that is well-formed; its signature is not verified yet. */
export interface ReadCredential {
  signed: SignedObject;
  /** With those that are disclosed. */
  claims: CertificateClaims;
  /** Whether all that is disclosed was signed, once each. */
  isWhole: boolean;
}

const TEXT = /^[\w.~-]+~$/;

/** Reads the text of a credential. Null when it is none of a certificate. */
export async function readCredential(text: string): Promise<ReadCredential | null> {
  // A last part behind the last "~" would be the proof of a holder's key, which certificates have none of.
  if (!TEXT.test(text)) return null;
  const [jws, ...encoded] = text.slice(0, -1).split('~');
  const signed = readSigned(jws!, CREDENTIAL_TYPE);
  if (signed === null) return null;
  const { _sd: digests = [], _sd_alg: alg = 'sha-256', ...plain } = signed.payload;
  if (alg !== 'sha-256' || !Array.isArray(digests) || !isWellFormed(encoded, plain)) return null;
  const hasher = (data: string | ArrayBuffer) =>
    sha256(typeof data === 'string' ? data : new Uint8Array(data));
  const disclosed = await SDJwt.fromEncode(text, hasher)
    .then((credential) => credential.getClaims<Record<string, unknown>>(hasher))
    .catch(() => null);
  const claims = disclosed && readClaims(disclosed);
  if (!claims) return null;
  const found = await Promise.all(encoded.map(async (one) => toBase64url(await sha256(one))));
  const isWhole = found.every((digest) => digests.filter((one) => one === digest).length === 1);
  return { signed, claims, isWhole: isWhole && new Set(found).size === found.length };
}

/** Whether each part is a claim that may be disclosed, and that is not there already. */
function isWellFormed(encoded: readonly string[], plain: Record<string, unknown>): boolean {
  const names = encoded.map((one) => {
    const bytes = fromBase64url(one);
    try {
      const parts: unknown = bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      return Array.isArray(parts) && parts.length === 3 ? (parts[1] as unknown) : null;
    } catch {
      return null;
    }
  });
  return names.every(
    (name, index) =>
      (DISCLOSABLE as readonly unknown[]).includes(name) &&
      !((name as string) in plain) &&
      names.indexOf(name) === index,
  );
}
