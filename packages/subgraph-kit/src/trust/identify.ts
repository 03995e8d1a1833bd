import { PublicError } from '@yiwang/errors';
import { IdentityError, verifyAssertion } from '@yiwang/identity';
import { LRUCache } from 'lru-cache';
import { type Caller, callerOfAssertion, PUBLIC_CALLER, UNSIGNED_CALLER } from './caller.ts';
import type { GatewayKeys } from './gateway-keys.ts';

const MOST_ASSERTIONS = 4000;
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** Whoever sent a request, before it is known what they ask for. */
export interface Visitor {
  caller: Caller;
  /** Null for one whom no gateway vouches for. */
  assertion: { id: string; expiresAtMs: number } | null;
}

interface Verified {
  visitor: Visitor;
  expiresAtMs: number;
  /** A key that it was verified by may be gone in a later one. */
  keysVersion: number;
}

/** Says who sent a request, from its header; a promise only for a header that was not seen before. */
export type Identify = (header: string | undefined) => Visitor | Promise<Visitor>;

const STRANGER: Visitor = { caller: PUBLIC_CALLER, assertion: null };
const TRUSTED_STRANGER: Visitor = { caller: UNSIGNED_CALLER, assertion: null };

/**
 * @param department its name in the graph
 * @param keys null for a department that verifies nobody
 * @param allowsUnsigned whether a request without a header may read everything
 * @returns a function that throws PublicError UNAUTHENTICATED for a header that does not hold
 */
export function createIdentify(
  department: string,
  keys: GatewayKeys | null,
  allowsUnsigned: boolean,
): Identify {
  const unsigned = allowsUnsigned ? TRUSTED_STRANGER : STRANGER;
  if (keys === null) return () => unsigned;
  const verified = new LRUCache<string, Verified>({
    max: MOST_ASSERTIONS,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_verified, header) => header.length + 1,
  });

  return function identify(header) {
    if (header === undefined) return unsigned;
    const now = Date.now();
    const known = verified.get(header);
    const holds = known && now < known.expiresAtMs && known.keysVersion === keys.version;
    return holds && !keys.isStale(now) ? known.visitor : verify(header, keys);
  };

  async function verify(header: string, from: GatewayKeys): Promise<Visitor> {
    await from.refresh();
    const keysVersion = from.version;
    const assertion = await read(header, from);
    const expiresAtMs = assertion.expiresAt.getTime();
    const visitor = { caller: callerOfAssertion(assertion), assertion: { id: assertion.id, expiresAtMs } };
    verified.set(header, { visitor, expiresAtMs, keysVersion });
    return visitor;
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
