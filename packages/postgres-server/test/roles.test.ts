import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { expect, inject, onTestFinished, test } from 'vitest';
import {
  createDatabase,
  databaseUrl,
  dropDatabase,
  makePassword,
  NeedsAdministrator,
  quoteName,
  roleUrl,
  rolesOf,
  settleDatabase,
  setUpScript,
} from '../src/index.ts';

const SERVER = inject('serverUrl');
const run = promisify(execFile);
let count = 0;

/** Names of databases that are dropped with their roles when the test is over. */
function names<Count extends number>(wanted: Count): string[] {
  const made = Array.from({ length: wanted }, () => `yiwang_roles_${process.pid}_${++count}`);
  onTestFinished(async () => {
    for (const name of made) {
      await dropDatabase(SERVER, name);
      for (const role of Object.values(rolesOf(name)))
        await asAdmin(`drop role if exists ${quoteName(role)}`);
    }
  });
  return made;
}

const passwords = () => ({ owner: makePassword(), service: makePassword() });

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

/** False where the server lets everyone in (`trust`), as one that DATABASE_URL names may. */
const asksForPasswords = () =>
  query(
    roleUrl(SERVER, 'postgres', decodeURIComponent(new URL(SERVER).username) || 'postgres', 'wrong'),
    'select',
  ).then(
    () => false,
    () => true,
  );

const asAdmin = (statement: string) => query(SERVER, statement);

/** A login that is no superuser, with these attributes. */
async function makeLogin(attributes: string): Promise<string> {
  const name = `yiwang_admin_${process.pid}_${++count}`;
  await asAdmin(`create role ${name} login password 'secret' ${attributes}`);
  onTestFinished(async () => void (await asAdmin(`drop owned by ${name}; drop role ${name}`)));
  return roleUrl(SERVER, 'postgres', name, 'secret');
}

test('a database has an owner and a service role with passwords of their own, and admits nobody else', async () => {
  const [tax, land] = names(2) as [string, string];
  const [ofTax, ofLand] = [passwords(), passwords()];
  // The second time all is as it should be.
  for (const _time of ['first', 'again']) {
    await settleDatabase(SERVER, tax, ofTax);
    await settleDatabase(SERVER, land, ofLand);
  }
  const owner = roleUrl(SERVER, tax, rolesOf(tax).owner, ofTax.owner);
  const service = roleUrl(SERVER, tax, rolesOf(tax).service, ofTax.service);
  await query(owner, 'create table filings (id int)');
  expect(await query(service, 'select current_user::text as me')).toEqual([{ me: `${tax}_service` }]);

  for (const statement of [
    'create table mine (id int)',
    'create temporary table mine (id int)',
    'create schema mine',
    'select * from filings',
    'drop table filings',
    `alter role ${quoteName(tax)} superuser`,
    `set role ${quoteName(tax)}`,
    'create role friend',
    "copy (select 1) to program 'true'",
    "select pg_read_file('/etc/passwd')",
  ]) {
    await expect(query(service, statement), statement).rejects.toMatchObject({ code: '42501' });
  }
  for (const role of ['owner', 'service'] as const) {
    const url = roleUrl(SERVER, land, rolesOf(tax)[role], ofTax[role]);
    await expect(query(url, 'select 1')).rejects.toMatchObject({ code: '42501' });
    const password = roleUrl(SERVER, land, rolesOf(land)[role], ofTax[role]);
    if (await asksForPasswords())
      await expect(query(password, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const attempt = query(
      roleUrl(SERVER, tax, rolesOf(tax)[role], ofTax[role]),
      `alter database ${quoteName(land)} rename to taken`,
    );
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  }
});

test('a database of an administrator is handed over with all in it, and keeps its rows', async () => {
  const [database] = names(1) as [string];
  await createDatabase(SERVER, database);
  const admin = databaseUrl(SERVER, database);
  await query(
    admin,
    `create extension pg_trgm; create schema drizzle; create schema monitoring; create table monitoring.own (id int);
     alter schema public owner to ${decodeURIComponent(new URL(SERVER).username)}; grant create on schema public to public;
     create table drizzle.migrations (id serial primary key);
     create schema dbos; create table dbos.runs (id text); create function dbos.enqueue() returns int language sql as 'select 1';
     create type level as enum ('A'); create domain code as text; create type pair as (a int, b int);
     create table filings (id bigint generated always as identity, level level, "Odd ""name" text) partition by range (id);
     create table filings_1 partition of filings for values from (1) to (100);
     create sequence numbers; create view listed as select * from filings; create materialized view counts as select 1 as one;
     create function twice(n int, variadic more text[]) returns int language sql as 'select n * 2';
     insert into filings (level) values ('A')`,
  );
  const own = passwords();
  await settleDatabase(SERVER, database, own);

  const owner = roleUrl(SERVER, database, rolesOf(database).owner, own.owner);
  const left = await query(
    owner,
    `select relname from pg_class where relnamespace in ('public'::regnamespace, 'drizzle'::regnamespace, 'dbos'::regnamespace)
       and relowner <> current_user::regrole
     union all select typname from pg_type t where typnamespace = 'public'::regnamespace and typowner <> current_user::regrole
       and not exists (select from pg_depend where classid = 'pg_type'::regclass and objid = t.oid and deptype = 'e')
       and not exists (select from pg_depend d join pg_type e on d.refobjid = e.oid where d.objid = t.oid and d.deptype = 'i')`,
  );
  expect(left).toEqual([]);
  await query(
    owner,
    'alter table filings add column more text; drop function twice; drop type pair; drop schema dbos cascade',
  );
  expect(await query(owner, 'select level from filings')).toEqual([{ level: 'A' }]);
  // As prepareDepartment does; what an administrator keeps there beside is not touched.
  await query(owner, 'revoke create on schema public from public');
  const service = roleUrl(SERVER, database, rolesOf(database).service, own.service);
  await expect(query(service, 'create table public.mine (id int)')).rejects.toMatchObject({ code: '42501' });
  await expect(query(owner, 'drop table monitoring.own')).rejects.toMatchObject({ code: '42501' });
});

test('an administrator who is no superuser sets up and hands over as well, and is a member of no role afterwards', async () => {
  const admin = await makeLogin('createdb createrole');
  const [fresh, old] = names(2) as [string, string];
  await createDatabase(admin, old);
  await query(databaseUrl(admin, old), 'grant all on schema public to current_user').catch(() => {});
  for (const database of [fresh, old]) {
    const own = passwords();
    for (const _time of ['first', 'again']) await settleDatabase(admin, database, own);
    const [member] = await asAdmin(
      `select pg_has_role('${new URL(admin).username}', '${database}', 'usage') as is`,
    );
    expect(member).toEqual({ is: false });
  }
});

test('an administrator without the right is told which, and roles that are there already need none', async () => {
  const [first, second] = names(2) as [string, string];
  const admin = await makeLogin('createdb');
  const databases = new Map([
    [first, passwords()],
    [second, passwords()],
  ]);
  const refused = settleDatabase(admin, first, databases.get(first)!);
  await expect(refused).rejects.toThrow(NeedsAdministrator);
  await expect(refused).rejects.toThrow(
    /may not create roles at .+alter role "yiwang_admin_.+" createrole;$/,
  );

  const script = setUpScript(databases);
  for (const { owner, service } of databases.values()) {
    expect(script).not.toContain(owner);
    expect(script).not.toContain(service);
  }
  const bare = await makeLogin('');
  for (const _time of ['first', 'again']) {
    const child = run('psql', ['--quiet', '--no-psqlrc', SERVER]);
    child.child.stdin!.end(script);
    expect((await child).stderr).toBe('');
    for (const [database, own] of databases) await settleDatabase(bare, database, own);
  }
});

test('a login that the URL of a server names in whatever way stands in no URL of a role', () => {
  for (const url of [
    'postgres://admin:secret@db.example:5433/postgres?sslmode=require',
    'postgres://db.example:5433/postgres?user=admin&password=secret&sslmode=require',
  ]) {
    expect(roleUrl(url, 'yiwang_tax', 'yiwang_tax_service', 'p/w')).toBe(
      'postgres://yiwang_tax_service:p%2Fw@db.example:5433/yiwang_tax?sslmode=require',
    );
  }
});

test('passwords under which somebody is logged in are not replaced; others are', async ({ skip }) => {
  if (!(await asksForPasswords())) skip('this server asks for no passwords');
  const [database] = names(1) as [string];
  const [before, after] = [passwords(), passwords()];
  await settleDatabase(SERVER, database, before);
  const session = postgres(roleUrl(SERVER, database, rolesOf(database).service, before.service), { max: 1 });
  await session`select 1`;
  await expect(settleDatabase(SERVER, database, after)).rejects.toThrow(
    /"yiwang_roles_.+_service" is logged in 1 times.*: another system runs on these databases\./,
  );
  await session.end();
  await settleDatabase(SERVER, database, after);
  await settleDatabase(SERVER, database, after);
});
