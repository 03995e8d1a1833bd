import type { Keys } from './keys.ts';

/**
 * The settings by which a department that is launched knows the gateway, and answers nobody else. `UNSIGNED=allow npm start`
 * lets other gateways ask it as well, to compare them.
 */
export function departmentTrust({ gateways }: Keys): { GATEWAY_KEYS: string; UNSIGNED: string } {
  return { GATEWAY_KEYS: gateways, UNSIGNED: process.env['UNSIGNED'] ?? 'refuse' };
}
