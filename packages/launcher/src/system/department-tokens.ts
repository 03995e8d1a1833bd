import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PrivateKey, signClientToken } from '@yiwang/identity';
import type { Terminal } from './terminal.ts';

const LIFETIME_SECONDS = 24 * 60 * 60;
const RENEWED_MS = 60 * 60 * 1000;

/** What some departments may do beyond what all may. */
const MORE_SCOPES: Readonly<Record<string, readonly string[]>> = {
  // It takes the steps of matters in other departments.
  services: ['matters:run'],
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
 * Keeps a token of the built-in issuer for each department, until disposed. Departments read their file for each request.
 *
 * @param keys folder of keys
 */
export async function keepDepartmentTokens(
  keys: string,
  issuer: PrivateKey,
  departments: readonly { name: string }[],
  terminal: Pick<Terminal, 'say'>,
): Promise<Disposable> {
  const write = () => Promise.all(departments.map(({ name }) => writeToken(keys, issuer, name)));
  await write();
  const timer = setInterval(() => {
    write().catch((error: Error) =>
      terminal.say(`Tokens of departments cannot be renewed: ${error.message}`),
    );
  }, RENEWED_MS).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

async function writeToken(keys: string, issuer: PrivateKey, department: string): Promise<void> {
  const client = {
    id: clientOfDepartment(department),
    user: null,
    department,
    scopes: ['sharing:apply', 'sharing:correct', ...(MORE_SCOPES[department] ?? [])],
  };
  const token = await signClientToken(issuer, client, LIFETIME_SECONDS);
  const file = tokenFileOf(keys, department);
  await writeFile(`${file}.draft`, `${token}\n`, { mode: 0o600 });
  await rename(`${file}.draft`, file);
}
