import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { makePassword } from '@yiwang/postgres-server';
import { GATEWAY_NAME } from '../system/gateway-names.ts';
import type { DepartmentDatabase } from '../system/department-databases.ts';
import type { PortalKeys } from '../system/portal-keys.ts';
import { type Keys, readIfThere } from '../system/keys.ts';

/** Each is a volume of its own, so that a service reads no key but its own. */
export interface KeyFolders {
  /** Of who signs the tokens of departments. */
  issuerKeys: string;
  /** Of the first gateway. Further ones find theirs beside it, in the same path with -2, -3 behind it. */
  gatewayKeys: string;
  registryKeys: string;
  departmentKeys: string;
  /** Holds a folder for each department and the portal, a volume of its own: what no other department may read. */
  databaseKeys: string;
}

export async function handOutKeys(keys: Keys, folders: KeyFolders): Promise<void> {
  const {
    registry,
    operator,
    gateway,
    furtherGateways,
    gateways,
    cursors,
    issuer,
    issuers,
    auditors,
    departments,
  } = keys;
  await copyInto(folders.issuerKeys, [issuer.file]);
  await copyInto(folders.gatewayKeys, [gateway.file, registry.publicFile, issuers]);
  for (const [name, { file }] of furtherGateways) {
    const folder = `${folders.gatewayKeys}${name.slice(GATEWAY_NAME.length)}`;
    await copyInto(folder, [file, registry.publicFile, issuers]);
  }
  await copyInto(folders.registryKeys, [registry.file, operator.publicFile]);
  // Each shows its schema to the holder of its own key.
  const ownKeys = [...departments.values()].map(({ publicFile }) => publicFile);
  await copyInto(folders.departmentKeys, [gateways, cursors, auditors, ...ownKeys]);
}

async function copyInto(folder: string, files: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const file of files) await replace(file, join(folder, basename(file)));
}

/** Services read the old file or the new one, never a part of it. */
async function replace(file: string, copy: string): Promise<void> {
  await copyFile(file, `${copy}.draft`);
  await rename(`${copy}.draft`, copy);
}

/** Gives every service the keys that it needs, and those alone. */
export async function handOutAll(
  keys: Keys,
  portal: Pick<PortalKeys, 'session'> | null,
  folders: KeyFolders,
): Promise<void> {
  await handOutKeys(keys, folders);
  await handOutCertificateKeys(keys, folders);
  if (portal) await handOutSessionKey(portal, folders);
}

/** Gives each department the keys that sign its certificates, and no other department. */
export async function handOutCertificateKeys(
  { certificates }: Keys,
  { databaseKeys }: KeyFolders,
): Promise<void> {
  for (const [department, file] of certificates) {
    const folder = join(databaseKeys, department);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await replace(file, join(folder, 'certificates.json'));
  }
}

/** Gives the portal the key that encrypts its sessions. */
export async function handOutSessionKey(
  { session }: Pick<PortalKeys, 'session'>,
  { databaseKeys }: KeyFolders,
): Promise<void> {
  await copyInto(join(databaseKeys, 'portal'), [session]);
}

/** Gives each department, and the portal, the password by which its service reads and writes its own database, and no other. */
export async function handOutPasswords(
  databases: ReadonlyMap<string, Pick<DepartmentDatabase, 'servicePassword'>>,
  { databaseKeys }: KeyFolders,
): Promise<void> {
  for (const [department, { servicePassword }] of databases) {
    const folder = join(databaseKeys, department);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, 'password'), `${servicePassword}\n`, { mode: 0o600 });
  }
}

/** The password of the role by which replicas and backups read the server, made once. */
export async function settleReplicationPassword(folder: string): Promise<string> {
  const file = join(folder, 'password');
  const known = await readIfThere(file);
  if (known !== null) return known.trim();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const password = makePassword();
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}
