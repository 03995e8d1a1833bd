import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  createKey,
  LOCAL_AUDIENCE,
  LOCAL_ISSUER,
  type PrivateKey,
  type PublicKey,
  publicKeyOf,
  readPrivateKey,
  readPublicKeys,
} from '@yiwang/identity';
import { findFurtherGateways, furtherGatewayNames, GATEWAY_NAME } from './gateway-names.ts';
import { acceptedBeside, readRotations } from './key-rotations.ts';

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
  /** Of the gateways beside the first one, by name: `gateway-2`. */
  furtherGateways: ReadonlyMap<string, KeyFile>;
  /** File of the public keys of the gateways, for the departments. */
  gateways: string;
  /** File of the key that departments encrypt cursors with. Readable to one user only. */
  cursors: string;
  /** Signs the tokens of `yiwang token`. */
  issuer: KeyFile;
  /** File of the issuers that the gateway trusts: that one, and others by {@link trustIssuers}. */
  issuers: string;
  /** Reads the access logs of departments, for `yiwang verify-log`. */
  auditor: KeyFile;
  /** File of the public keys of auditors, for the departments. */
  auditors: string;
  /** By name. */
  departments: ReadonlyMap<string, KeyFile>;
  /** By name of the department: file of the keys that sign its certificates. Readable to one user only. */
  certificates: ReadonlyMap<string, string>;
}

/** Files of public keys by which the parts of the system trust each other. */
const TRUST_FILES = { gateways: 'gateways.json', issuers: 'issuers.json', auditors: 'auditors.json' };

/** Whether a file in the folder of keys holds public keys only, which any user may read. All others are for one user. */
export function holdsPublicKeys(name: string): boolean {
  return name.endsWith('.key.pub') || Object.values(TRUST_FILES).includes(name);
}

/**
 * Reads the keys; makes those that are not there yet. A folder that holds all of them need not be writable.
 *
 * @param gateways how many there are at least: what has a key already is a gateway too
 */
export async function settleKeys(
  folder: string,
  departments: readonly { name: string }[],
  gateways = 1,
): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const settle = (name: string) => settleKey(folder, name);
  const [gateway, issuer, auditor] = [
    await settle('gateway'),
    await settle('issuer'),
    await settle('auditor'),
  ];
  const furtherGateways = new Map<string, KeyFile>();
  const names = new Set([...furtherGatewayNames(gateways), ...(await findFurtherGateways(folder))]);
  for (const name of names) furtherGateways.set(name, await settle(name));
  const rotations = await readRotations(folder);
  for (const [name, { key }] of [...furtherGateways, ...Object.entries({ gateway, issuer, auditor })]) {
    await writeTrust(folder, name, [publicKeyOf(key), ...(await acceptedBeside(rotations[name]))]);
  }
  const cursors = join(folder, 'cursors.key');
  if (!(await readIfThere(cursors))) await writeText(cursors, randomBytes(32).toString('base64url'));
  return {
    issuer,
    issuers: join(folder, TRUST_FILES.issuers),
    auditor,
    auditors: join(folder, TRUST_FILES.auditors),
    registry: await settle('registry'),
    operator: await settle('operator'),
    gateway,
    furtherGateways,
    gateways: join(folder, TRUST_FILES.gateways),
    cursors,
    departments: new Map(
      await Promise.all(departments.map(async ({ name }) => [name, await settle(name)] as const)),
    ),
    certificates: new Map(
      await Promise.all(
        departments.map(async ({ name }) => [name, await settleCertificateKeys(folder, name)] as const),
      ),
    ),
  };
}

/** Lets the gateway accept the tokens of these issuers beside those of the built-in one. A running gateway reads it within a second. */
export async function trustIssuers(
  { issuers }: Pick<Keys, 'issuers'>,
  others: readonly { url: string; key: KeyFile }[],
): Promise<void> {
  const [own] = await readIssuers(issuers);
  const named = others.map(({ url, key }) => issuerOf([publicKeyOf(key.key)], url));
  await writeOnce(issuers, [...(own ? [own] : []), ...named]);
}

/**
 * Writes the files by which others accept what a key signs.
 *
 * @param folder of the keys
 * @param name of the key: `gateway`, `tax`
 * @param accepted the key that signs first
 */
export async function writeTrust(
  folder: string,
  name: string,
  accepted: readonly PublicKey[],
): Promise<void> {
  const keys = accepted.map(publicKeyOf);
  const trust = (file: string, content: object) => writeOnce(join(folder, file), content);
  await trust(`${name}.key.pub`, keys.length === 1 ? keys[0]! : { keys });
  const others = await findFurtherGateways(folder);
  if (name === GATEWAY_NAME || others.includes(name))
    await trust(TRUST_FILES.gateways, { keys: await acceptedOf(folder, [GATEWAY_NAME, ...others]) });
  if (name === 'auditor') await trust(TRUST_FILES.auditors, { keys });
  if (name !== 'issuer') return;
  // A system that runs may trust others too: see trustIssuers.
  const [, ...otherIssuers] = await readIssuers(join(folder, TRUST_FILES.issuers));
  await trust(TRUST_FILES.issuers, [issuerOf(keys), ...otherIssuers]);
}

/** Departments accept all gateways by one file: while the key of one is replaced, the others stay in it. */
async function acceptedOf(folder: string, names: readonly string[]): Promise<PublicKey[]> {
  const files = await Promise.all(names.map((name) => readIfThere(join(folder, `${name}.key.pub`))));
  const keys = await Promise.all(files.filter((text) => text !== null).map(readPublicKeys));
  return keys.flat().map(publicKeyOf);
}

/** The built-in issuer first. Empty when there is no file yet, or it is another's. */
async function readIssuers(file: string): Promise<{ issuer: string }[]> {
  const list = JSON.parse((await readIfThere(file)) ?? '[]') as { issuer: string }[];
  return list[0]?.issuer === LOCAL_ISSUER ? list : [];
}

export async function settleKey(folder: string, name: string): Promise<KeyFile> {
  const file = join(folder, `${name}.key`);
  const publicFile = join(folder, `${name}.key.pub`);
  const known = await readIfThere(file);
  if (known !== null) return { key: await readPrivateKey(known), file, publicFile };
  const key = await createKey();
  await writeOnce(publicFile, publicKeyOf(key));
  // Last: whoever finds it finds both.
  await writeOnce(file, key);
  return { key, file, publicFile };
}

/** Returns the file of a department's certificate keys, as CERTIFICATE_KEYS takes it. Whoever rotates them adds keys to the file. */
async function settleCertificateKeys(folder: string, department: string): Promise<string> {
  const file = join(folder, `${department}.certificates.json`);
  if (await readIfThere(file)) return file;
  await writeOnce(file, { keys: [{ ...(await createKey()), alg: 'EdDSA', use: 'sig' }] });
  return file;
}

/** Null for a file that is not there. */
export function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** As the gateway reads it. */
function issuerOf(keys: readonly PublicKey[], issuer = LOCAL_ISSUER): { issuer: string } & object {
  const entry = { issuer, audience: LOCAL_AUDIENCE, jwks: { keys } };
  return entry;
}

async function writeOnce(file: string, key: object): Promise<void> {
  const text = JSON.stringify(key);
  if ((await readFile(file, 'utf8').catch(() => null)) === `${text}\n`) return;
  await writeText(file, text);
}

/** Whoever reads the file sees the old text or the new one, never a part. */
export async function writeText(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, `${text}\n`, { mode: holdsPublicKeys(basename(file)) ? 0o644 : 0o600 });
  await rename(draft, file);
}
