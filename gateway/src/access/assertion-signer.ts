import { type Assertion, signAssertion } from '@yiwang/identity';
import { LRUCache } from 'lru-cache';
import type { GatewayKey } from './gateway-key.ts';

/** A third of an assertion's life: what is sent is good for a while yet. */
const REUSED_MS = 20_000;
const MOST_REMEMBERED = 5_000;

/** Vouches for callers when departments are asked. */
export interface AssertionSigner {
  /**
   * An assertion that serves for many requests.
   *
   * @param caller equal for callers of whom the same is said
   */
  reusable(caller: string, department: string, assertion: Assertion): Promise<string>;
  /** An assertion that was never sent before. */
  once(department: string, assertion: Assertion): Promise<string>;
}

/**
 * @param gateway its name
 * @param now milliseconds; never goes back
 */
export function createAssertionSigner(
  gateway: string,
  key: Pick<GatewayKey, 'current'>,
  now = () => performance.now(),
): AssertionSigner {
  const signed = new LRUCache<string, Promise<string>>({
    max: MOST_REMEMBERED,
    ttl: REUSED_MS,
    ttlResolution: 0,
    perf: { now },
  });
  const once = (department: string, assertion: Assertion) =>
    signAssertion(key.current, gateway, department, assertion);

  return {
    once,
    reusable(caller, department, assertion) {
      // With the key: what the one before signed is not sent after the change.
      const name = `${key.current.kid} ${department} ${caller}`;
      const known = signed.get(name);
      if (known) return known;
      const signing = once(department, assertion);
      signed.set(name, signing);
      signing.catch(() => signed.delete(name));
      return signing;
    },
  };
}
