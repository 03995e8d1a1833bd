import { type PrivateKey, readPrivateKey } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import { type FollowedKey, followKeyFile } from './follow-key-file.ts';

/** Signs what this gateway says, to registry and departments. */
export type GatewayKey = FollowedKey<PrivateKey>;

/** @throws SettingsError when the file cannot be read or holds no private key */
export function followGatewayKey(file: string, logger: Logger): Promise<GatewayKey> {
  return followKeyFile({ setting: 'GATEWAY_KEY', file }, readPrivateKey, ({ kid }) => kid, logger);
}
