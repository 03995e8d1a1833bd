import { readFile } from 'node:fs/promises';
import { SettingsError } from '@yiwang/config';
import {
  IdentityError,
  type PrivateKey,
  type PublicKey,
  readPrivateKey,
  readPublicKey,
} from '@yiwang/identity';
import type { GatewayConfig } from '../config.ts';

export interface GatewayKeys {
  /** Signs supergraphs. */
  registry: PublicKey;
  /** Signs what this gateway says. */
  gateway: PrivateKey;
}

/** @throws SettingsError when a file cannot be read or holds no such key */
export async function readKeys(
  config: Pick<GatewayConfig, 'REGISTRY_PUBLIC_KEY' | 'GATEWAY_KEY'>,
): Promise<GatewayKeys> {
  return {
    registry: await readKey('REGISTRY_PUBLIC_KEY', config.REGISTRY_PUBLIC_KEY, readPublicKey),
    gateway: await readGatewayKey(config),
  };
}

/** @throws SettingsError when the file cannot be read or holds no such key */
export function readGatewayKey({ GATEWAY_KEY }: Pick<GatewayConfig, 'GATEWAY_KEY'>): Promise<PrivateKey> {
  return readKey('GATEWAY_KEY', GATEWAY_KEY, readPrivateKey);
}

async function readKey<Key>(
  setting: string,
  file: string,
  read: (json: string) => Promise<Key>,
): Promise<Key> {
  try {
    return await read(await readFile(file, 'utf8'));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (!(cause instanceof IdentityError) && code === undefined) throw cause;
    const reason = code === 'ENOENT' ? 'There is no such file.' : message;
    throw new SettingsError(`${setting}: ${file} is not a key that can be used. ${reason}`, { cause });
  }
}
