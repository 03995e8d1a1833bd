import { isPublicError, PublicError } from '@yiwang/errors';
import { LRUCache } from 'lru-cache';
import type { Identified, Incoming } from '../request/request.ts';
import { type Counters, secondsOf } from './counter.ts';

type Authenticate = (request: Incoming) => Promise<Identified> | Identified;

/** Locked addresses, and clients at addresses; the least recently used are dropped first. */
const MAX_LOCKED = 100_000;
/** How many times as many refused tokens an address may send as one client at it: an attacker chooses the client that a token claims. */
const CLIENTS_AT_ADDRESS = 10;
const MAX_CLAIM_LENGTH = 200;

/** Counts refused tokens by the address that they come from and the client that they claim. */
export interface SignIns {
  /** @throws PublicError RATE_LIMITED while the address or the client is locked */
  check(request: SignInRequest): void;
  /** Counts a refused token. */
  countRefused(request: SignInRequest): Promise<void>;
}

type SignInRequest = Pick<Incoming, 'address' | 'answerHeaders' | 'headers'>;

/**
 * @param limit refused tokens of a client at an address in a minute
 * @param isRemembered whether a token was verified before: checking it costs nothing, so it is never locked out
 */
export function createSignIns(
  counters: Counters,
  limit: number,
  isRemembered: (token: string) => boolean = () => false,
): SignIns {
  const ofClients = counters.counter('sign-ins');
  const ofAddresses = counters.counter('sign-ins-of-address');
  // Looked up for each token. A store that gateways share is asked about refused tokens only.
  const lockedUntil = new LRUCache<string, number>({ max: MAX_LOCKED });

  function waitOf(key: string): number {
    const until = lockedUntil.get(key);
    if (until === undefined) return 0;
    const waitMs = until - performance.now();
    if (waitMs <= 0) lockedUntil.delete(key);
    return Math.max(0, waitMs);
  }

  return {
    check({ address, headers, answerHeaders }) {
      // Most of the time nobody is locked.
      if (lockedUntil.size === 0) return;
      const resetMs = Math.max(waitOf(address), waitOf(keyOf(address, headers.authorization)));
      if (resetMs === 0 || isRemembered(tokenIn(headers.authorization))) return;
      const seconds = secondsOf({ resetMs });
      answerHeaders['retry-after'] = String(seconds);
      throw new PublicError(
        'RATE_LIMITED',
        `Too many tokens from your address were refused. Try again in ${seconds} seconds.`,
        { details: { limit, retryAfterSeconds: seconds } },
      );
    },
    async countRefused({ address, headers }) {
      const key = keyOf(address, headers.authorization);
      const [ofClient, ofAddress] = await Promise.all([
        ofClients.add(key, 1, limit),
        ofAddresses.add(address, 1, limit * CLIENTS_AT_ADDRESS),
      ]);
      const now = performance.now();
      if (ofClient.remaining === 0) lockedUntil.set(key, now + ofClient.resetMs);
      if (ofAddress.remaining === 0) lockedUntil.set(address, now + ofAddress.resetMs);
    },
  };
}

function tokenIn(authorization = ''): string {
  return authorization.slice(authorization.indexOf(' ') + 1).trim();
}

/** Returns the key of a client at an address, which has no line break in it. */
function keyOf(address: string, authorization: string | undefined): string {
  return `${address}\n${claimedBy(tokenIn(authorization))}`;
}

/** Returns the issuer and client that a token claims, unverified; empty where it claims none. */
function claimedBy(token: string): string {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as unknown;
    if (typeof payload !== 'object' || payload === null) return '';
    const { iss, client_id: client, azp, sub } = payload as Record<string, unknown>;
    return JSON.stringify([iss, client ?? azp ?? sub]).slice(0, MAX_CLAIM_LENGTH);
  } catch {
    return '';
  }
}

/** Makes the stage that refuses tokens unverified, from an address from which too many were refused. */
export function createLockSignIns(signIns: SignIns) {
  return (request: Incoming, authenticate: Authenticate) =>
    request.headers.authorization === undefined ? authenticate(request) : guarded(request, authenticate);

  async function guarded(request: Incoming, authenticate: Authenticate): Promise<Identified> {
    signIns.check(request);
    try {
      return await authenticate(request);
    } catch (error) {
      if (isPublicError(error) && error.code === 'UNAUTHENTICATED') await signIns.countRefused(request);
      throw error;
    }
  }
}
