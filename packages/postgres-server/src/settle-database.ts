import type postgres from 'postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import { asMember } from './as-member.ts';
import { withConnection } from './connect.ts';
import { createDatabase, databaseUrl } from './databases.ts';
import { PostgresError } from './postgres-error.ts';
import { quoteName, quoteText, type RolePasswords, roleUrl, rolesOf, scramVerifier } from './roles.ts';
import { takeObjects } from './take-objects.ts';

/** What no role of a department may be. */
const PLAIN = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/** Milliseconds that sessions of services that were just told to stop get to end. */
const SESSIONS_END_MS = 3000;
const POLL_MS = 200;

/** PostgreSQL's codes for: wrong password, may not log in, no such database, may not connect to it. */
const NOT_LET_IN = new Set(['28P01', '28000', '3D000', '42501']);

/** The administrator's login lacks a right that setting up the roles needs. */
export class NeedsAdministrator extends PostgresError {}

/**
 * Makes the database with its two roles as {@link rolesOf} names them, or brings what is there to that state: the owner
 * role owns the database and all in it, both log in with their own password, and nobody else may connect. A database that
 * an administrator owned until now is handed over with its tables. Where all is so already, the administrator needs no
 * right but to connect.
 *
 * @param adminUrl URL of any database of the server, with a login that may create roles and databases
 * @throws NeedsAdministrator when that login may not
 * @throws PostgresError when other processes are logged in with passwords that would change
 */
export async function settleDatabase(
  adminUrl: string,
  database: string,
  passwords: RolePasswords,
): Promise<void> {
  if (await isSettled(adminUrl, database, passwords)) return;
  const { owner, service } = rolesOf(database);
  await withConnection(adminUrl, async (sql) => {
    await requireRights(sql, adminUrl);
    for (const [role, password] of [
      [owner, passwords.owner],
      [service, passwords.service],
    ] as const) {
      await settleRole(sql, role, (await logsIn(adminUrl, database, role, password)) ? null : password);
    }
  });
  await createDatabase(adminUrl, database);
  await asMember(adminUrl, owner, async (sql) => {
    await sql.unsafe(`alter database ${quoteName(database)} owner to ${quoteName(owner)}`);
    // Before CONNECT is taken from everyone, an administrator who is no superuser among them.
    await withConnection(databaseUrl(adminUrl, database), (own) => takeObjects(own, owner));
    await sql.unsafe(`revoke all on database ${quoteName(database)} from public`);
    await sql.unsafe(`grant connect on database ${quoteName(database)} to ${quoteName(service)}`);
  });
  if (!(await isSettled(adminUrl, database, passwords))) {
    throw new PostgresError(
      `The roles ${owner} and ${service} were set up at ${new URL(adminUrl).host}, but they cannot log in to ${database} with their passwords. Let its pg_hba.conf admit them with scram-sha-256.`,
    );
  }
}

/**
 * A script for psql that does the same, for an administrator to run once. It holds no password, but what PostgreSQL
 * stores of it, and changes nothing that is there already but the passwords of the roles.
 */
export function setUpScript(databases: ReadonlyMap<string, RolePasswords>): string {
  const lines = [...databases].flatMap(([database, passwords]) => {
    const { owner, service } = rolesOf(database);
    const name = quoteName(database);
    return [
      ...roleLines(owner, passwords.owner),
      ...roleLines(service, passwords.service),
      orElse(
        `create database ${name} owner ${quoteName(owner)} encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8' template template0`,
        `select from pg_database where datname = ${quoteText(database)}`,
      ),
      `revoke all on database ${name} from public;`,
      `grant connect on database ${name} to ${quoteName(service)};`,
      '',
    ];
  });
  return [
    '-- The roles and databases of Yiwang. Run once as an administrator: psql --file=roles.sql postgres://…',
    '\\set ON_ERROR_STOP on',
    '',
    ...lines,
  ].join('\n');
}

function roleLines(role: string, password: string): string[] {
  const found = `select from pg_roles where rolname = ${quoteText(role)}`;
  return [
    orElse(`create role ${quoteName(role)}`, found),
    `alter role ${quoteName(role)} login ${PLAIN} password ${quoteText(scramVerifier(password))};`,
  ];
}

function orElse(statement: string, found: string): string {
  return `select ${quoteText(statement)} where not exists (${found}) \\gexec`;
}

async function settleRole(sql: postgres.Sql, role: string, password: string | null): Promise<void> {
  const [before] = await sql`select from pg_roles where rolname = ${role}`;
  if (!before) await sql.unsafe(`create role ${quoteName(role)} ${PLAIN}`);
  else if (password) await untilUnused(sql, role);
  const asSuperuser = (
    await sql<{ rolsuper: boolean }[]>`
    select rolsuper from pg_roles where rolname = current_user`
  )[0]!.rolsuper;
  // Only a superuser may name these attributes at all.
  const attributes = asSuperuser ? PLAIN : 'nocreatedb nocreaterole';
  const secret = password ? `password ${quoteText(scramVerifier(password))}` : '';
  await sql.unsafe(`alter role ${quoteName(role)} login ${attributes} ${secret}`);
}

/** Another installation may be running on these roles: a new password would lock it out. */
async function untilUnused(sql: postgres.Sql, role: string): Promise<void> {
  for (const end = Date.now() + SESSIONS_END_MS; ; await sleep(POLL_MS)) {
    const [session] = await sql<{ count: number; address: string | null }[]>`
      select count(*)::int as count, min(host(client_addr)) as address
      from pg_stat_activity where usename = ${role} having count(*) > 0`;
    if (!session) return;
    if (Date.now() < end) continue;
    throw new PostgresError(
      `"${role}" is logged in ${session.count} times${session.address ? ` from ${session.address}` : ''}: another system runs on these databases. Stop it, or name its folder with --data.`,
    );
  }
}

async function isSettled(adminUrl: string, database: string, passwords: RolePasswords): Promise<boolean> {
  const { owner, service } = rolesOf(database);
  if (!(await logsIn(adminUrl, database, service, passwords.service))) return false;
  const url = roleUrl(adminUrl, database, owner, passwords.owner);
  return orIfRefused(url, false, async (sql) => {
    const [found] = await sql<{ settled: boolean }[]>`
      select d.datdba = o.oid and not has_database_privilege('public', d.oid, 'connect')
        and not (o.rolsuper or o.rolcreatedb or o.rolcreaterole or o.rolreplication or o.rolbypassrls)
        and not (s.rolsuper or s.rolcreatedb or s.rolcreaterole or s.rolreplication or s.rolbypassrls) as settled
      from pg_database d, pg_roles o, pg_roles s
      where d.datname = current_database() and o.rolname = ${owner} and s.rolname = ${service}`;
    return found!.settled && (await takeObjects(sql, owner, { isDryRun: true })) === 0;
  });
}

/** False where a server lets a role in with any password (`trust` in its pg_hba.conf), so that passwords keep nobody out. */
export async function asksForPassword(url: string): Promise<boolean> {
  const wrong = Object.assign(new URL(url), { password: 'wrong' }).href;
  return orIfRefused(wrong, true, async () => false);
}

async function logsIn(adminUrl: string, database: string, role: string, password: string): Promise<boolean> {
  return orIfRefused(roleUrl(adminUrl, database, role, password), false, async () => true);
}

/** What the work over a connection returns; `refused` when the server does not let the login in. */
async function orIfRefused<Result>(
  url: string,
  refused: Result,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  try {
    return await withConnection(url, work);
  } catch (error) {
    if (isNotLetIn(error)) return refused;
    throw error;
  }
}

function isNotLetIn(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return NOT_LET_IN.has(code ?? cause?.code ?? '');
}

async function requireRights(sql: postgres.Sql, adminUrl: string): Promise<void> {
  const [me] = await sql<{ name: string; roles: boolean; databases: boolean }[]>`
    select rolname as name, rolsuper or rolcreaterole as roles, rolsuper or rolcreatedb as databases
    from pg_roles where rolname = current_user`;
  const missing = [me!.roles ? null : 'createrole', me!.databases ? null : 'createdb'].filter(Boolean);
  if (missing.length === 0) return;
  throw new NeedsAdministrator(
    `"${me!.name}" may not create ${me!.roles ? 'databases' : 'roles'} at ${new URL(adminUrl).host}, and every department has roles and a database of its own. Give it the right: alter role "${me!.name}" ${missing.join(' ')};`,
  );
}
