import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
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

/** Reads the keys; makes those that are not there yet. A folder that holds all of them need not be writable. */
export async function settleKeys(folder: string, departments: readonly { name: string }[]): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const settle = (name: string) => settleKey(folder, name);
  const gateway = await settle('gateway');
  const gateways = join(folder, TRUST_FILES.gateways);
  await writeOnce(gateways, { keys: [publicKeyOf(gateway.key)] });
  const cursors = join(folder, 'cursors.key');
  if (!(await readIfThere(cursors))) await writeText(cursors, randomBytes(32).toString('base64url'));
  const issuer = await settle('issuer');
  const issuers = join(folder, TRUST_FILES.issuers);
  // A system that runs may trust others too: see trustIssuers.
  const trusted = JSON.stringify(issuerOf(issuer));
  if (!(await readIfThere(issuers))?.startsWith(`[${trusted}`)) await writeOnce(issuers, [issuerOf(issuer)]);
  const auditor = await settle('auditor');
  const auditors = join(folder, TRUST_FILES.auditors);
  await writeOnce(auditors, { keys: [publicKeyOf(auditor.key)] });
  return {
    issuer,
    issuers,
    auditor,
    auditors,
    registry: await settle('registry'),
    operator: await settle('operator'),
    gateway,
    gateways,
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

/** Lets the gateway accept the tokens of the built-in issuer, and of these. A running gateway reads it within a second. */
export async function trustIssuers(
  { issuer, issuers }: Pick<Keys, 'issuer' | 'issuers'>,
  others: readonly { url: string; key: KeyFile }[],
): Promise<void> {
  await writeOnce(issuers, [issuerOf(issuer), ...others.map(({ url, key }) => issuerOf(key, url))]);
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
function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** As the gateway reads it. */
function issuerOf({ key }: KeyFile, issuer = LOCAL_ISSUER): object {
  return { issuer, audience: LOCAL_AUDIENCE, jwks: { keys: [publicKeyOf(key)] } };
}

async function writeOnce(file: string, key: object): Promise<void> {
  const text = JSON.stringify(key);
  if ((await readFile(file, 'utf8').catch(() => null)) === `${text}\n`) return;
  await writeText(file, text);
}

async function writeText(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, `${text}\n`, { mode: holdsPublicKeys(basename(file)) ? 0o644 : 0o600 });
  await rename(draft, file);
}
