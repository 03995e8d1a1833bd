import { type Assertion, signAssertion } from '@yiwang/identity';
import { LRUCache } from 'lru-cache';
import type { GatewayKey } from './gateway-key.ts';

/** A third of an assertion's life: what is sent stays valid for a while. */
const REUSED_MS = 20_000;
const MAX_CACHED = 5_000;

/** Signs assertions about callers for subgraphs. */
export interface AssertionSigner {
  /**
   * Returns an assertion that serves many requests.
   *
   * @param caller equal for callers with the same assertion
   */
  reusable(caller: string, department: string, assertion: Assertion): string;
  /**
   * Returns an assertion for one request.
   *
   * @param id must never have been used
   */
  once(department: string, assertion: Assertion, id: string): string;
}

/**
 * @param gateway name of this gateway
 * @param now milliseconds; never goes back
 */
export function createAssertionSigner(
  gateway: string,
  key: Pick<GatewayKey, 'current'>,
  now = () => performance.now(),
): AssertionSigner {
  const signed = new LRUCache<string, string>({
    max: MAX_CACHED,
    ttl: REUSED_MS,
    ttlResolution: 0,
    perf: { now },
  });
  return {
    once: (department, assertion, id) => signAssertion(key.current, gateway, department, assertion, id),
    reusable(caller, department, assertion) {
      // With the key: after a change, assertions by the former key are not sent.
      const name = `${key.current.kid} ${department} ${caller}`;
      const cached = signed.get(name);
      if (cached !== undefined) return cached;
      const token = signAssertion(key.current, gateway, department, assertion);
      signed.set(name, token);
      return token;
    },
  };
}
