import { IdentityError, type PublicKey, readPublicKeys } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import { type FollowedKey, followKeyFile } from '../access/follow-key-file.ts';

/** What one of these has signed the registry has said. There are several while the registry gets a new one. */
export type RegistryKeys = FollowedKey<readonly PublicKey[]>;

/** @throws SettingsError when the file cannot be read or holds no public key */
export function followRegistryKeys(file: string, logger: Logger): Promise<RegistryKeys> {
  return followKeyFile(
    { setting: 'REGISTRY_PUBLIC_KEY', file },
    readSomeKeys,
    (keys) => keys.map(({ kid }) => kid),
    logger,
  );
}

async function readSomeKeys(json: string): Promise<readonly PublicKey[]> {
  const keys = await readPublicKeys(json);
  if (keys.length === 0) throw new IdentityError('It holds no key.');
  return keys;
}
