import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createTokenVerifier,
  LOCAL_AUDIENCE,
  LOCAL_ISSUER,
  type PrivateKey,
  publicKeyOf,
  readPrivateKey,
  signClientToken,
} from '@yiwang/identity';
import { followFile } from '@yiwang/service/files';
import { LaunchError } from './launch-error.ts';
import type { Terminal } from './terminal.ts';

const LIFETIME_SECONDS = 24 * 60 * 60;
const RENEWED_MS = 60 * 60 * 1000;
/** What is left of a token when it is time that somebody looks why it was not renewed. */
const MIN_LEFT_MS = (LIFETIME_SECONDS * 1000) / 2;

/** What some departments may do beyond what all may. */
const MORE_SCOPES: Readonly<Record<string, readonly string[]>> = {
  // It takes the steps of matters in other departments.
  services: ['matters:run'],
  // It offers items to enterprises that have changed.
  permits: ['enterprises:follow'],
};

/** File of the token with which a department signs in at the gateway. Readable to one user only. */
export function tokenFileOf(keys: string, department: string): string {
  return join(keys, `${department}.token`);
}

/** The client that a department is, when it asks the gateway for what others hold. Grants are given to it. */
export function clientOfDepartment(department: string): string {
  return `${department}-service`;
}

/**
 * Keeps a token of the built-in issuer for each department, and this process with it, until disposed. Departments read their file for
 * each request. When the file of the issuer's key changes, all tokens are written anew.
 *
 * @param issuerKey file of the private key
 * @param files of the tokens, by department; their folders exist
 * @throws the fault of the file that cannot be written first; later ones are told, and tried again in an hour
 */
export async function keepDepartmentTokens(
  issuerKey: string,
  files: ReadonlyMap<string, string>,
  { say }: Pick<Terminal, 'say'>,
): Promise<Disposable> {
  const issuer = await followFile(
    { setting: 'issuer key', file: issuerKey },
    readPrivateKey,
    {
      info: () => {},
      error: ({ err }: { err?: Error }) => say(`The issuer’s key cannot be read: ${err?.message}`),
    },
    () => renew(),
  );
  const write = () => writeDepartmentTokens(issuer.current, files);
  const renew = (): void => {
    write().catch((error: Error) => say(`Tokens of departments cannot be renewed: ${error.message}`));
  };
  await write();
  const timer = setInterval(renew, RENEWED_MS);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
      issuer[Symbol.dispose]();
    },
  };
}

/** Writes each token once. One that is there stays until the new one takes its place. */
export async function writeDepartmentTokens(
  issuer: PrivateKey,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  await Promise.all([...files].map(([department, file]) => writeToken(file, issuer, department)));
}

async function writeToken(file: string, issuer: PrivateKey, department: string): Promise<void> {
  const client = {
    id: clientOfDepartment(department),
    user: null,
    department,
    scopes: ['sharing:apply', 'sharing:correct', ...(MORE_SCOPES[department] ?? [])],
  };
  const token = await signClientToken(issuer, client, LIFETIME_SECONDS);
  await writeFile(`${file}.draft`, `${token}\n`, { mode: 0o600 });
  await rename(`${file}.draft`, file);
}

/**
 * Checks that a department has a token of its own that this issuer has signed, and that it is renewed.
 *
 * @throws LaunchError that says what is wrong
 */
export async function checkDepartmentToken(
  issuer: PrivateKey,
  department: string,
  file: string,
): Promise<void> {
  const verifier = createTokenVerifier([
    {
      issuer: LOCAL_ISSUER,
      keys: { set: { keys: [publicKeyOf(issuer)] } },
      audience: [LOCAL_AUDIENCE],
      algorithms: ['EdDSA'],
      claims: { scopes: null, client: null, department: 'department' },
    },
  ]);
  try {
    const { client, expiresAt } = await verifier.verify((await readFile(file, 'utf8')).trim());
    if (client.id !== clientOfDepartment(department)) throw new Error(`it is that of ${client.id}`);
    if (expiresAt.getTime() - Date.now() < MIN_LEFT_MS) throw new Error('it was not renewed for half a day');
  } catch (cause) {
    throw new LaunchError(`The token of ${department} is not good: ${(cause as Error).message}`, { cause });
  }
}
