import { readFile } from 'node:fs/promises';
import { type PrivateKey, type PublicKey, readPrivateKey, readPublicKey } from '@yiwang/identity';
import type { RegistryConfig } from './config.ts';
import type { RegistryOptions } from './registry/registry.ts';

/** What the operator has set. */
export interface ExchangeOptions extends RegistryOptions {
  /** Where others reach the gateway; exported catalogues name their entries beneath it. */
  catalogueUrl: string;
}

/**
 * Reads the keys that the settings name.
 *
 * @throws Error naming the setting whose file cannot be read or holds no such key
 */
export async function readOptions(config: RegistryConfig): Promise<ExchangeOptions> {
  const [signingKey, operatorKey] = await Promise.all([
    readKey<PrivateKey>('REGISTRY_SIGNING_KEY', config.REGISTRY_SIGNING_KEY, readPrivateKey),
    readKey<PublicKey>('REGISTRY_OPERATOR_KEY', config.REGISTRY_OPERATOR_KEY, readPublicKey),
  ]);
  return {
    signingKey,
    operatorKey,
    allowLoopback: config.REGISTRY_ALLOW_LOOPBACK === 'true',
    usageDays: config.REGISTRY_USAGE_DAYS,
    catalogueUrl: config.CATALOGUE_URL,
  };
}

async function readKey<Key>(
  setting: string,
  file: string,
  parse: (json: string) => Promise<Key>,
): Promise<Key | null> {
  if (file === '') return null;
  try {
    return await parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${setting}: ${file}: ${(cause as Error).message}`, { cause });
  }
}
