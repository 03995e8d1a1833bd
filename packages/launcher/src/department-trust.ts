import type { Keys } from './keys.ts';

/** The settings by which a department that is launched knows the gateway, and answers nobody else. */
export function departmentTrust({ gateways }: Keys): { GATEWAY_KEYS: string; UNSIGNED: string } {
  return { GATEWAY_KEYS: gateways, UNSIGNED: 'refuse' };
}
