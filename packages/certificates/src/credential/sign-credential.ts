import { SDJwtInstance } from '@sd-jwt/core';
import { toBase64url } from '../signing/base64url.ts';
import type { SigningKey } from '../signing/keys.ts';
import type { Certificate, SignedPage } from './certificate.ts';
import { type CertificateClaims, claimsOf, CREDENTIAL_TYPE, DISCLOSABLE } from './claims.ts';
import { sha256 } from './digest.ts';

const SALT_BYTES = 16;

/** Returns a secret for {@link signCredential}. */
export function createSecret(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

/**
 * Signs a certificate as SD-JWT VC (RFC 9901): its text, of printable ASCII characters. The same certificate, page, key and secret give the
 * same text, as far as the algorithm signs alike each time.
 *
 * @param page the page that the credential belongs to; null for a credential alone
 * @param secret kept with the certificate; without it nobody can guess what a holder leaves out. See {@link createSecret}
 */
export async function signCredential(
  certificate: Certificate,
  page: SignedPage | null,
  { kid, algorithm, jwk }: SigningKey,
  secret: string,
): Promise<string> {
  const claims = claimsOf(certificate, page);
  let salts = 0;
  const instance = new SDJwtInstance<CertificateClaims>({
    signAlg: algorithm.id,
    signer: async (input) => toBase64url(await algorithm.sign(jwk, new TextEncoder().encode(input))),
    hasher: (data) => sha256(typeof data === 'string' ? data : new Uint8Array(data)),
    hashAlg: 'sha-256',
    saltGenerator: async () => toBase64url((await sha256(`${secret}/${salts++}`)).subarray(0, SALT_BYTES)),
  });
  const disclosed = DISCLOSABLE.filter((claim) => claim in claims);
  return instance.issue(claims, { _sd: disclosed }, { header: { typ: CREDENTIAL_TYPE, kid } });
}
