import type { Keys } from './keys.ts';

/**
 * What departments that are launched do with requests that no gateway has signed.
 *
 * TO BE `refuse` as soon as the gateway sends assertions. docker-compose.yml says the same once more.
 */
export const UNSIGNED: 'allow' | 'refuse' = 'allow';

/** The settings by which a department knows the gateway. */
export function departmentTrust({ gateways }: Keys): { GATEWAY_KEYS: string; UNSIGNED: string } {
  return { GATEWAY_KEYS: gateways, UNSIGNED };
}
