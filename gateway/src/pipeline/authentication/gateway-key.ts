import { type PrivateKey, readPrivateKey } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import { type FollowedKey, followKeyFile } from './follow-key-file.ts';

/** The private key with which this gateway signs, for the registry and the departments. */
export type GatewayKey = FollowedKey<PrivateKey>;

/**
 * Follows the file of the gateway's key.
 *
 * @throws SettingsError when the file cannot be read or holds no private key
 */
export function followGatewayKey(file: string, logger: Logger): Promise<GatewayKey> {
  return followKeyFile({ setting: 'GATEWAY_KEY', file }, readPrivateKey, ({ kid }) => kid, logger);
}
