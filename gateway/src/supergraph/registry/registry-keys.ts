import { IdentityError, type PublicKey, readPublicKeys } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import { type FollowedKey, followKeyFile } from '../../pipeline/authentication/follow-key-file.ts';

/** The public keys of the registry; several while it changes its key. */
export type RegistryKeys = FollowedKey<readonly PublicKey[]>;

/**
 * Follows the file of the registry's keys.
 *
 * @throws SettingsError when the file cannot be read or holds no public key
 */
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
