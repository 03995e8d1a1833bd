import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GATEWAY, openWrittenLog, type WrittenLog } from './support/open-access-log.ts';

// All statements here run with the rights of the serving process, as those of every request do.

let registry: WrittenLog['registry'];
let log: WrittenLog['log'];
let write: WrittenLog['write'];

beforeAll(async () => {
  ({ registry, log, write } = await openWrittenLog());
  expect(await log.kept(write(5))).toBe(5);
});
afterAll(() => registry.close());

const attempt = (statement: string) => registry.department.database.service.sql.unsafe(statement);

async function contents(): Promise<unknown> {
  const { sql } = registry.department.database;
  return [
    await sql`select * from accesses order by gateway, sequence`,
    await sql`select * from access_enterprises order by gateway, sequence`,
    await sql`select * from access_logs order by gateway`,
    await sql`select * from audit_log order by id`,
  ];
}

async function partitions(): Promise<string[]> {
  const { sql } = registry.department.database;
  const rows = await sql`select inhrelid::regclass::text as name from pg_inherits order by 1`;
  return rows.map(({ name }) => name).filter((name) => /^access/.test(name) && !/idx|key/.test(name));
}

const RECORDS = ['accesses', 'access_enterprises', 'audit_log', 'sharing_events'];

test('the role that serves adds records, and can neither change, remove nor lock one in any table or partition', async () => {
  const before = await contents();
  const months = (await partitions()).filter((name) => /_\d{4}_\d{2}$/.test(name));
  expect(months.length).toBeGreaterThanOrEqual(2);
  const column = {
    accesses: 'text',
    access_enterprises: 'enterprise',
    audit_log: 'subject',
    sharing_events: 'subject',
  };
  for (const table of [...RECORDS, ...months]) {
    const name = column[table.replace(/_\d{4}_\d{2}$/, '') as keyof typeof column];
    // PostgreSQL answers this with a warning only.
    await attempt(`grant update, delete, truncate on ${table} to current_user`).catch(() => {});
    for (const statement of [
      `update ${table} set ${name} = 'another'`,
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate ${table} cascade`,
      `select * from ${table} for update`,
      `drop table ${table}`,
      `alter table ${table} drop column ${name}`,
      `alter table ${table} disable trigger all`,
      `alter table ${table} owner to current_user`,
      `create trigger mine before insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
      `create rule mine as on insert to ${table} do instead nothing`,
      `with gone as (delete from ${table} returning *) select count(*) from gone`,
      `merge into ${table} t using (select 1) s on true when matched then delete`,
    ]) {
      await expect(attempt(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
  }
  await expect(
    attempt(
      `insert into accesses select * from accesses on conflict (at, gateway, sequence) do update set text = 'another'`,
    ),
  ).rejects.toMatchObject({ code: '42501' });
  for (const month of months) {
    const parent = month.replace(/_\d{4}_\d{2}$/, '');
    await expect(attempt(`alter table ${parent} detach partition ${month}`)).rejects.toMatchObject({
      code: '42501',
    });
    // It is reached through its table only.
    await expect(attempt(`select * from ${month}`)).rejects.toMatchObject({ code: '42501' });
  }
  for (const statement of [
    `alter function make_access_partitions(date[]) owner to current_user`,
    `create or replace function access_log_moves_forward() returns trigger language plpgsql as 'begin return new; end'`,
    `set session_replication_role = replica`,
    `create table public.mine (id int)`,
    `create function public.mine() returns int language sql as 'select 1'`,
  ]) {
    await expect(attempt(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
  expect(await contents()).toEqual(before);
  expect(await log.kept(write(3))).toBe(8);
});

test('whatever a serving role writes over the end of a log, it never moves back', async () => {
  const end = (
    await registry.department.database.sql`select sequence, hash from access_logs where gateway = ${GATEWAY}`
  )[0]!;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -5, max: Number(end['sequence']) }),
      fc.constantFrom('x', end['hash'] as string),
      async (sequence, hash) => {
        const same = sequence === Number(end['sequence']) && hash === end['hash'];
        const update = registry.department.database.service.sql`
        update access_logs set sequence = ${sequence}, hash = ${hash} where gateway = ${GATEWAY}`;
        if (same) await update;
        else await expect(update).rejects.toMatchObject({ code: '42501' });
      },
    ),
    { numRuns: 40 },
  );
  for (const statement of [
    `delete from access_logs`,
    `truncate access_logs`,
    `update access_logs set gateway = 'another'`,
    `alter table access_logs disable trigger all`,
    `drop trigger access_log_moves_forward on access_logs`,
  ]) {
    await expect(attempt(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
  expect(await log.kept(write(1))).toBe(Number(end['sequence']) + 1);
});

test('months of records are made for the role that serves, and belong to the owner', async () => {
  const { sql } = registry.department.database;
  const before = await partitions();
  await attempt(`select make_access_partitions('{2031-02-15,2031-02-01,2031-03-31}')`);
  await attempt(`select make_access_partitions('{2031-02-15}')`);
  expect((await partitions()).filter((name) => !before.includes(name))).toEqual([
    'access_enterprises_2031_02',
    'access_enterprises_2031_03',
    'accesses_2031_02',
    'accesses_2031_03',
  ]);
  const [bound] =
    await sql`select pg_get_expr(relpartbound, oid) as bound from pg_class where relname = 'accesses_2031_02'`;
  expect(bound!['bound']).toMatch(/FROM \('2031-02-01 00:00:00\+00'\) TO \('2031-03-01 00:00:00\+00'\)/);
  for (const months of [`'{infinity}'`, `'{"2031-01-01); drop table accesses; --"}'`, `null`]) {
    await attempt(`select make_access_partitions(${months})`).catch(() => {});
  }
  expect(await log.kept(write(1))).toBeGreaterThan(0);
});
