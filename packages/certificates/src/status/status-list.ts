import { StatusList } from '@sd-jwt/jwt-status-list';
// Less of zod, for the page that is made of this.
import * as z from 'zod/mini';
import type { SignatureAlgorithm } from '../signing/algorithms.ts';
import { checkSignature, readSigned, signObject } from '../signing/jws.ts';
import type { PublicKey, SigningKey } from '../signing/keys.ts';

/** How a certificate stands, as its department says. */
export type CertificateState = 'VALID' | 'REVOKED' | 'SUSPENDED';

export const STATUS_LIST_TYPE = 'statuslist+jwt';
export const STATUS_LIST_MEDIA_TYPE = 'application/statuslist+jwt';

/** Certificates in one status list. */
export const STATUS_LIST_SIZE = 65_536;

/** By the value in the list: Token Status List, 7.1. */
const STATES: readonly CertificateState[] = ['VALID', 'REVOKED', 'SUSPENDED'];
const BITS = 2;

/** A status list that was verified. */
export interface VerifiedStatusList {
  /** Until when it may be kept, and after which it counts no more. */
  expiresAt: Date;
  /** Null when the list has no such entry. */
  stateAt(index: number): CertificateState | null;
}

const payloadShape = z.object({
  iss: z.string(),
  sub: z.string(),
  iat: z.number(),
  exp: z.number(),
  status_list: z.object({ bits: z.literal(BITS), lst: z.string() }),
});

/**
 * Signs a status list (Token Status List).
 *
 * @param states by index; an entry that is not named is VALID
 * @param lifetimeSeconds how long it counts, and so how late a revocation may be seen
 */
export function signStatusList(
  list: { department: string; uri: string; states: ReadonlyMap<number, CertificateState> },
  key: SigningKey,
  now: Date,
  lifetimeSeconds: number,
): Promise<string> {
  const values = Array.from({ length: STATUS_LIST_SIZE }, () => 0);
  for (const [index, state] of list.states) values[index] = STATES.indexOf(state);
  const iat = Math.floor(now.getTime() / 1000);
  const payload = {
    iss: list.department,
    sub: list.uri,
    iat,
    exp: iat + lifetimeSeconds,
    ttl: lifetimeSeconds,
    status_list: { bits: BITS, lst: new StatusList(values, BITS).compressStatusList() },
  };
  return signObject(payload, STATUS_LIST_TYPE, key);
}

/**
 * Verifies a status list.
 *
 * @returns null when it is not the list of this department at this address, is not signed by one of the keys, or counts no more
 */
export async function verifyStatusList(
  text: string,
  { department, uri }: { department: string; uri: string },
  keys: readonly PublicKey[],
  now: Date,
  algorithms?: readonly SignatureAlgorithm[],
): Promise<VerifiedStatusList | null> {
  const signed = readSigned(text.trim(), STATUS_LIST_TYPE);
  if (signed === null || (await checkSignature(signed, keys, algorithms)) !== 'GOOD') return null;
  const read = payloadShape.safeParse(signed.payload);
  if (!read.success) return null;
  const { iss, sub, iat, exp, status_list } = read.data;
  const seconds = now.getTime() / 1000;
  if (iss !== department || sub !== uri || seconds >= exp || iat > seconds + CLOCK_SKEW_SECONDS) return null;
  const values = listOf(status_list.lst);
  if (values === null) return null;
  return {
    expiresAt: new Date(exp * 1000),
    stateAt: (index) => STATES[values[index] ?? -1] ?? null,
  };
}

const CLOCK_SKEW_SECONDS = 60;

function listOf(compressed: string): number[] | null {
  try {
    return StatusList.decompressStatusList(compressed, BITS).statusList;
  } catch {
    return null;
  }
}
