import { isPublicError, PublicError } from '@yiwang/errors';
import { LRUCache } from 'lru-cache';
import type { Identified, Incoming, Stages } from '../pipeline.ts';
import { type Counters, secondsOf } from './counter.ts';

/** Addresses that are remembered as locked out; the least heard of are forgotten first. */
const MOST_LOCKED = 100_000;

/** Refused tokens, by the address that they come from. */
export interface SignIns {
  /** @throws PublicError RATE_LIMITED while too many were refused from there */
  check(request: Pick<Incoming, 'address' | 'answerHeaders'>): void;
  /** Counts one that was refused. */
  countRefused(request: Pick<Incoming, 'address'>): Promise<void>;
}

/** @param limit refused tokens of an address in a minute */
export function createSignIns(counters: Counters, limit: number): SignIns {
  const refused = counters.counter('sign-ins');
  // Looked up for each token: a store of several gateways is asked about refused ones only.
  const lockedUntil = new LRUCache<string, number>({ max: MOST_LOCKED });

  return {
    check({ address, answerHeaders }) {
      const until = lockedUntil.get(address);
      if (until === undefined) return;
      const resetMs = until - performance.now();
      if (resetMs <= 0) return void lockedUntil.delete(address);
      const seconds = secondsOf({ resetMs });
      answerHeaders['retry-after'] = String(seconds);
      throw new PublicError(
        'RATE_LIMITED',
        `Too many tokens from your address were refused. Try again in ${seconds} seconds.`,
        { details: { limit, retryAfterSeconds: seconds } },
      );
    },
    async countRefused({ address }) {
      const { remaining, resetMs } = await refused.add(address, 1, limit);
      if (remaining === 0) lockedUntil.set(address, performance.now() + resetMs);
    },
  };
}

/** The same stage, which looks at no more tokens from where too many were refused. */
export function guardSignIns(authenticate: Stages['authenticate'], signIns: SignIns): Stages['authenticate'] {
  return (request) =>
    request.headers.authorization === undefined ? authenticate(request) : guarded(request);

  async function guarded(request: Incoming): Promise<Identified> {
    signIns.check(request);
    try {
      return await authenticate(request);
    } catch (error) {
      if (isPublicError(error) && error.code === 'UNAUTHENTICATED') await signIns.countRefused(request);
      throw error;
    }
  }
}
