import type { Certificate } from '../credential/certificate.ts';
import { certificateOf, type CertificateClaims } from '../credential/claims.ts';
import { sha256Hex } from '../credential/digest.ts';
import { readCredential } from '../credential/read-credential.ts';
import { appendCredential, findCredential, isPdf } from '../document/append-credential.ts';
import { parseIdentifier } from '../identifier/identifier.ts';
import type { SignatureAlgorithm } from '../signing/algorithms.ts';
import { checkSignature } from '../signing/jws.ts';
import type { PublicKey } from '../signing/keys.ts';
import type { VerifiedStatusList } from '../status/status-list.ts';
import type { Verdict } from './verdicts.ts';

/** The largest file that is looked at: in base64 it fits into a request to a gateway. Certificates have some 130 KiB. */
export const MAX_CERTIFICATE_BYTES = 700 * 1024;

/** How a certificate stands, as far as somebody could ask. */
export type CheckedState = 'VALID' | 'REVOKED' | 'SUSPENDED' | 'NOT_CHECKED';

export interface VerifyOptions {
  /** The keys of a department: null when there is no such department, UNAVAILABLE when they cannot be had for now. */
  keysOf(department: string): Promise<readonly PublicKey[] | null | 'UNAVAILABLE'>;
  /**
   * The status list of a department at an address, verified: null when it cannot be had. Left out, nobody asks, and the answer says
   * NOT_CHECKED.
   */
  statusListOf?:
    | ((department: string, uri: string, keys: readonly PublicKey[]) => Promise<VerifiedStatusList | null>)
    | undefined;
  now: Date;
  /** USCC of the holder that is expected; null when it does not matter. */
  holder?: string | null | undefined;
  algorithms?: readonly SignatureAlgorithm[] | undefined;
}

export interface Verification {
  verdict: Verdict;
  /** What is signed. Null unless the signature is good. */
  certificate: Certificate | null;
  /** Name of the department that the certificate names; null when none can be read. */
  department: string | null;
  /** The key that it names; null when none can be read. */
  keyId: string | null;
  algorithm: string | null;
  state: CheckedState;
  /** Whether a page was verified too, and not a credential alone. */
  isDocument: boolean;
}

/** Verifies a certificate: the PDF, or the text of the credential. It never throws for what it is given. */
export async function verifyCertificate(content: Uint8Array, options: VerifyOptions): Promise<Verification> {
  const isDocument = isPdf(content);
  const none: Verification = {
    verdict: 'MALFORMED',
    certificate: null,
    department: null,
    keyId: null,
    algorithm: null,
    state: 'NOT_CHECKED',
    isDocument,
  };
  if (content.length > MAX_CERTIFICATE_BYTES) return { ...none, verdict: 'TOO_LARGE' };
  const text = isDocument ? findCredential(content) : textOf(content);
  const read = text === null ? null : await readCredential(text);
  if (text === null || read === null) return none;
  const { signed, claims } = read;
  const named = { ...none, department: claims.iss, keyId: signed.kid, algorithm: signed.alg };
  const keys = await options.keysOf(claims.iss);
  if (keys === 'UNAVAILABLE') return { ...named, verdict: 'KEYS_UNAVAILABLE' };
  const finding = await checkSignature(signed, keys ?? [], options.algorithms);
  if (finding !== 'GOOD') return { ...named, verdict: finding };
  if (!read.isWhole) return { ...named, verdict: 'WRONG_SIGNATURE' };
  // Signed, and yet none of ours: a department that signs such a thing has a fault.
  if (parseIdentifier(claims.identifier) === null) return named;
  if (isDocument && !(await isSignedPage(content, claims, text)))
    return { ...named, verdict: 'TEXT_ALTERED' };
  const certificate = certificateOf(claims);
  const state = await stateOf(claims, keys ?? [], options);
  const verdict = verdictOf(claims, state, options);
  return { ...named, verdict, certificate, state: state ?? 'NOT_CHECKED' };
}

function verdictOf(
  claims: CertificateClaims,
  state: CheckedState | null,
  { now, holder = null }: VerifyOptions,
): Verdict {
  const seconds = now.getTime() / 1000;
  if (holder !== null && claims.holder_uscc !== holder) return 'OTHER_HOLDER';
  if (state === 'REVOKED') return 'REVOKED';
  if (claims.exp !== undefined && seconds >= claims.exp) return 'EXPIRED';
  if (seconds < claims.nbf) return 'NOT_YET_VALID';
  if (state === 'SUSPENDED') return 'SUSPENDED';
  return state === null ? 'STATUS_UNAVAILABLE' : 'VALID';
}

/** Null when somebody asked and got no answer. */
async function stateOf(
  { iss, status }: CertificateClaims,
  keys: readonly PublicKey[],
  { statusListOf }: VerifyOptions,
): Promise<CheckedState | null> {
  if (!statusListOf) return 'NOT_CHECKED';
  const { idx, uri } = status.status_list;
  const list = await statusListOf(iss, uri, keys);
  return list?.stateAt(idx) ?? null;
}

/** Whether a PDF is the page that was signed, with nothing behind it but the credential as {@link appendCredential} writes it. */
async function isSignedPage(
  pdf: Uint8Array,
  { document }: CertificateClaims,
  credential: string,
): Promise<boolean> {
  if (!document || document.bytes >= pdf.length) return false;
  const page = pdf.subarray(0, document.bytes);
  if ((await sha256Hex(page)) !== document.sha256) return false;
  const whole = appendCredential(page, document.object, credential);
  return whole !== null && whole.length === pdf.length && whole.every((byte, at) => byte === pdf[at]);
}

/** A line break at the end is one that an editor added. */
function textOf(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content).replace(/[\r\n]+$/, '');
  } catch {
    return null;
  }
}
