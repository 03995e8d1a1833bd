import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  makePassword,
  NeedsAdministrator,
  type RolePasswords,
  roleUrl,
  rolesOf,
  settleDatabase,
  setUpScript,
} from '@yiwang/postgres-server';
import { LaunchError } from './launch-error.ts';
import type { Department } from './system.ts';
import { writeAtomically } from './write-atomically.ts';

/** One department's database, as each of its two roles. */
export interface DepartmentDatabase {
  /** With the password of the role that migrates, seeds and imports. */
  ownerUrl: string;
  /** With the password of the role that serves. */
  serviceUrl: string;
  serviceRole: string;
  servicePassword: string;
}

/** By the name of the department. */
export type DepartmentDatabases = ReadonlyMap<string, DepartmentDatabase>;

const PASSWORDS = 'databases.json';
const SCRIPT = 'roles.sql';

/**
 * Gives each department a database with roles of its own on a server, once. Their passwords stand in a file of the folder
 * of keys, for this user only; an administrator who makes the roles himself writes them there.
 *
 * @param serverUrl with a login that may create roles and databases, unless all is there already
 * @param folder of the keys; exists
 * @throws LaunchError that names a script for an administrator, when that login may not
 */
export async function settleDatabases(
  serverUrl: string,
  departments: readonly Department[],
  folder: string,
): Promise<DepartmentDatabases> {
  const passwords = await settlePasswords(folder, departments);
  const databases = new Map<string, DepartmentDatabase>();
  for (const { name, database } of departments) {
    const own = passwords[database]!;
    await settleDatabase(serverUrl, database, own).catch((error: unknown) =>
      explain(error, serverUrl, folder, departments, passwords),
    );
    const { owner, service } = rolesOf(database);
    databases.set(name, {
      ownerUrl: roleUrl(serverUrl, database, owner, own.owner),
      serviceUrl: roleUrl(serverUrl, database, service, own.service),
      serviceRole: service,
      servicePassword: own.service,
    });
  }
  return databases;
}

type Passwords = Record<string, RolePasswords>;

/**
 * The passwords of the roles of each database, by the name of the database; made where they are not yet. They are written down before any
 * role has them: a start that is killed between goes on with the same.
 *
 * @param folder of the keys
 */
export async function settlePasswords(
  folder: string,
  departments: readonly Department[],
): Promise<Passwords> {
  const file = join(folder, PASSWORDS);
  const known = await readPasswords(file);
  const missing = departments.filter(({ database }) => !known[database]);
  if (missing.length === 0) return known;
  for (const { database } of missing) known[database] = { owner: makePassword(), service: makePassword() };
  await writeAtomically(file, `${JSON.stringify(known, null, 2)}\n`);
  return known;
}

async function readPasswords(file: string): Promise<Passwords> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    const passwords = JSON.parse(text) as Passwords;
    for (const [database, { owner, service }] of Object.entries(passwords)) {
      if (!isPassword(owner) || !isPassword(service))
        throw new Error(`${database} needs "owner" and "service"`);
    }
    await chmod(file, 0o600).catch(() => {});
    return passwords;
  } catch (cause) {
    throw new LaunchError(
      `${file} must hold the passwords of each database's roles, as {"yiwang_tax": {"owner": "…", "service": "…"}}: ${(cause as Error).message}.`,
      { cause },
    );
  }
}

function isPassword(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0;
}

async function explain(
  error: unknown,
  serverUrl: string,
  folder: string,
  departments: readonly Department[],
  passwords: Passwords,
): Promise<never> {
  if (!(error instanceof NeedsAdministrator)) throw error;
  const script = join(folder, SCRIPT);
  const all = departments.map(({ database }) => [database, passwords[database]!] as const);
  await writeAtomically(script, setUpScript(new Map(all)));
  throw new LaunchError(
    `${error.message} Or let an administrator run the script ${script} once, which makes all roles and databases (psql --file=roles.sql postgres://…@${new URL(serverUrl).host}/postgres), and start again.`,
    { cause: error },
  );
}
