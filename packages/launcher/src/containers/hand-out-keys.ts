import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Keys } from '../keys.ts';

/** Each is a volume of its own, so that a service reads no key but its own. */
export interface KeyFolders {
  gatewayKeys: string;
  registryKeys: string;
  departmentKeys: string;
}

export async function handOutKeys(keys: Keys, folders: KeyFolders): Promise<void> {
  const { registry, operator, gateway, gateways, issuers } = keys;
  await copyInto(folders.gatewayKeys, [gateway.file, registry.publicFile, issuers]);
  await copyInto(folders.registryKeys, [registry.file, operator.publicFile]);
  await copyInto(folders.departmentKeys, [gateways]);
}

async function copyInto(folder: string, files: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const file of files) await copyFile(file, join(folder, basename(file)));
}
