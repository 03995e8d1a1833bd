import { PublicError } from '@yiwang/errors';
import { IdentityError, type VerifiedAssertion, verifyAssertion } from '@yiwang/identity';
import { LRUCache } from 'lru-cache';
import { type Caller, callerOfAssertion, PUBLIC_CALLER, UNSIGNED_CALLER } from './caller.ts';
import type { GatewayKeys } from './gateway-keys.ts';

const MAX_ASSERTIONS = 4000;
const MAX_CHARACTERS = 16 * 1024 * 1024;

/** Who sent a request, before the operation is read. */
export interface Principal {
  caller: Caller;
  /** Null when no gateway signed the request. */
  assertion: VerifiedAssertion | null;
  /** True when the request carries a credential for reading the schema. */
  readsSchema?: boolean;
}

interface Verified {
  principal: Principal;
  expiresAtMs: number;
  /** Version of the keys that verified it: a later version may lack the key. */
  keysVersion: number;
}

/** Returns who sent a request, from its header; a promise only for a header that is not cached. */
export type Identify = (header: string | undefined) => Principal | Promise<Principal>;

const ANONYMOUS: Principal = { caller: PUBLIC_CALLER, assertion: null };
const TRUSTED_ANONYMOUS: Principal = { caller: UNSIGNED_CALLER, assertion: null };

/**
 * @param department its name in the graph
 * @param keys null for a department that verifies nobody
 * @param allowsUnsigned whether a request without a header may read everything
 * @returns a function that throws PublicError UNAUTHENTICATED for a header that is not valid
 */
export function createIdentify(
  department: string,
  keys: GatewayKeys | null,
  allowsUnsigned: boolean,
): Identify {
  const unsigned = allowsUnsigned ? TRUSTED_ANONYMOUS : ANONYMOUS;
  if (keys === null) return () => unsigned;
  const verified = new LRUCache<string, Verified>({
    max: MAX_ASSERTIONS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_verified, header) => header.length + 1,
  });

  return function identify(header) {
    if (header === undefined) return unsigned;
    const now = Date.now();
    const cached = verified.get(header);
    const isValid = cached && now < cached.expiresAtMs && cached.keysVersion === keys.version;
    return isValid && !keys.isStale(now) ? cached.principal : verify(header, keys);
  };

  async function verify(header: string, from: GatewayKeys): Promise<Principal> {
    await from.refresh();
    const keysVersion = from.version;
    const assertion = await read(header, from);
    const expiresAtMs = assertion.expiresAt.getTime();
    const principal = { caller: callerOfAssertion(assertion), assertion };
    // An assertion for one request is not sent again.
    if (assertion.body === null) verified.set(header, { principal, expiresAtMs, keysVersion });
    return principal;
  }

  async function read(header: string, from: GatewayKeys) {
    try {
      return await verifyAssertion(header, department, (kid) => from.find(kid));
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error;
      throw new PublicError('UNAUTHENTICATED', error.message, { cause: error });
    }
  }
}
