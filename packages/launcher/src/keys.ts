import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createKey,
  LOCAL_AUDIENCE,
  LOCAL_ISSUER,
  type PrivateKey,
  publicKeyOf,
  readPrivateKey,
} from '@yiwang/identity';

/** A key in the data folder. */
export interface KeyFile {
  key: PrivateKey;
  /** Readable to one user only. */
  file: string;
  publicFile: string;
}

/** The keys of everyone who says something to or for the registry, or for clients. */
export interface Keys {
  /** Signs supergraphs. */
  registry: KeyFile;
  /** Registers the other keys. */
  operator: KeyFile;
  gateway: KeyFile;
  /** File of the public keys of the gateways, for the departments. */
  gateways: string;
  /** Signs the tokens of `yiwang token`. */
  issuer: KeyFile;
  /** File of the issuers that the gateway trusts: that one. */
  issuers: string;
  /** By name. */
  departments: ReadonlyMap<string, KeyFile>;
}

/** Reads the keys; makes those that are not there yet. */
export async function settleKeys(folder: string, departments: readonly { name: string }[]): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const settle = (name: string) => settleKey(folder, name);
  const gateway = await settle('gateway');
  const gateways = join(folder, 'gateways.json');
  await writeOnce(gateways, { keys: [publicKeyOf(gateway.key)] }, 0o644);
  const issuer = await settle('issuer');
  const issuers = join(folder, 'issuers.json');
  await writeOnce(issuers, [issuerOf(issuer)], 0o644);
  return {
    issuer,
    issuers,
    registry: await settle('registry'),
    operator: await settle('operator'),
    gateway,
    gateways,
    departments: new Map(
      await Promise.all(departments.map(async ({ name }) => [name, await settle(name)] as const)),
    ),
  };
}

async function settleKey(folder: string, name: string): Promise<KeyFile> {
  const file = join(folder, `${name}.key`);
  const publicFile = join(folder, `${name}.key.pub`);
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (known !== null) return { key: await readPrivateKey(known), file, publicFile };
  const key = await createKey();
  await writeOnce(publicFile, publicKeyOf(key), 0o644);
  // Last: whoever finds it finds both.
  await writeOnce(file, key, 0o600);
  return { key, file, publicFile };
}

/** As the gateway reads it. */
function issuerOf({ key }: KeyFile): object {
  return { issuer: LOCAL_ISSUER, audience: LOCAL_AUDIENCE, jwks: { keys: [publicKeyOf(key)] } };
}

async function writeOnce(file: string, key: object, mode: number): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, `${JSON.stringify(key)}\n`, { mode });
  await rename(draft, file);
}
