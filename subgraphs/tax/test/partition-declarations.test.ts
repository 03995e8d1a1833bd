import { grantService, migrateDatabase, openDatabase, type TableRights } from '@yiwang/subgraph-kit';
import { expect, test } from 'vitest';
import { MIGRATIONS, RIGHTS } from '../src/department.ts';
import { type EarlierDatabase, openEarlierDatabase } from './earlier-database.ts';

const THIS_YEAR = new Date().getUTCFullYear();
const TAXPAYERS = 2000;
const EACH = 20;
const SERVICE_ROLE = 'yiwang_test_partitions';

/** A system of the release before, with declarations of three years, and the role that serves. */
async function openFilled(): Promise<EarlierDatabase> {
  const earlier = await openEarlierDatabase('_bound-declarations');
  await using database = openDatabase(earlier.url, { connections: 1 });
  const { sql } = database;
  await sql`insert into tax_authorities (no, name) values (1, '江苏省税务局')`;
  await sql`
    insert into taxpayers (no, id, name, search_name, authority_no, source)
    select no, lpad(no::text, 15, '0'), '一号', '一号', 1, 'GENERATED' from generate_series(1, ${TAXPAYERS}) as no`;
  await sql`
    insert into declarations (taxpayer_no, ends_on, filing_period, kind, filed_on, source, tax_cny)
    select no, make_date(${THIS_YEAR - 3} + n / 10, 1 + n % 10, 28), 'MONTHLY', 'VALUE_ADDED_TAX', '2024-01-01', 'GENERATED', n
    from generate_series(1, ${TAXPAYERS}) as no, generate_series(1, ${EACH}) as n`;
  await sql`do $$ begin create role ${sql(SERVICE_ROLE)} nologin; exception when duplicate_object or unique_violation then null; end $$`;
  const rights: TableRights = RIGHTS;
  await grantService(sql, SERVICE_ROLE, rights);
  return earlier;
}

test('a table that is read and written becomes one in parts: nothing fails, and nothing is lost', async () => {
  await using earlier = await openFilled();
  const { url } = earlier;
  // As processes of the former release: with the rights and the prepared statements that they have.
  await using service = openDatabase(url, { connections: 4, role: SERVICE_ROLE, lockTimeoutMs: 10_000 });
  const written: number[] = [];
  const removed: number[] = [];
  let isMigrating = true;
  let reads = 0;
  const { sql } = service;
  async function write(from: number): Promise<void> {
    for (let no = from; isMigrating || no < from + 20; no += 2) {
      await sql`
        insert into declarations (taxpayer_no, ends_on, filing_period, kind, filed_on, source, tax_cny)
        values (${no}, current_date, 'EACH_TIME', 'DEED_TAX', current_date, 'GRAPH', 1)`;
      written.push(no);
      const gone = await sql`
        delete from declarations where taxpayer_no = ${no} and source = 'GENERATED' and tax_cny = 1 returning taxpayer_no`;
      expect(gone).toHaveLength(1);
      removed.push(no);
    }
  }
  async function read(): Promise<void> {
    while (isMigrating) {
      const rows = await sql`
        select * from declarations where taxpayer_no = ${TAXPAYERS - (reads++ % 50)} order by ends_on desc limit 21`;
      expect(rows).toHaveLength(EACH);
    }
  }

  const work = Promise.all([write(1), write(2), read(), read()]);
  // One that goes on for a while holds the migration up, and is not ended by it.
  const long = sql.begin(async (tx) => {
    await tx`select count(*) from declarations`;
    await tx`select pg_sleep(1)`;
  });
  await migrateDatabase(url, MIGRATIONS, { lockTimeoutMs: 200, patienceMs: 120_000 });
  isMigrating = false;
  await Promise.all([work, long]);

  await using owner = openDatabase(url, { connections: 1 });
  const [count] = await owner.sql`
    select count(*)::int as all, count(*) filter (where source = 'GRAPH')::int as written from declarations`;
  expect(written.length).toBeGreaterThan(20);
  expect(count).toEqual({
    all: TAXPAYERS * EACH + written.length - removed.length,
    written: written.length,
  });
  const parts = await owner.sql`
    select inhrelid::regclass::text as part, pg_get_expr(relpartbound, inhrelid) as bound
    from pg_inherits join pg_class on oid = inhrelid where inhparent = 'declarations'::regclass order by 1`;
  expect(parts.map(({ part, bound }) => `${part} ${bound}`)).toEqual([
    `declarations_earlier FOR VALUES FROM (MINVALUE) TO ('${THIS_YEAR + 2}-01-01')`,
    `declarations_later FOR VALUES FROM ('${THIS_YEAR + 2}-01-01') TO (MAXVALUE)`,
  ]);
  // Years get their own from there on.
  expect(await owner.sql`select make_declaration_years(${THIS_YEAR + 3}) as years`).toEqual([{ years: 2 }]);
  await expect(sql`select from declarations_earlier`).rejects.toMatchObject({ code: '42501' });
}, 120_000);

test('a period that ends far in the future is named, and nothing is changed', async () => {
  await using earlier = await openFilled();
  await using database = openDatabase(earlier.url, { connections: 1 });
  const { sql } = database;
  const insert = () => sql`
    insert into declarations (taxpayer_no, ends_on, filing_period, kind, filed_on, source, tax_cny)
    values (1, '2099-12-31', 'YEARLY', 'STAMP_DUTY', '2024-01-01', 'GENERATED', 1)`;
  await insert();
  await expect(migrateDatabase(earlier.url, MIGRATIONS)).rejects.toThrow(
    'A period of the table declarations ends in the year 2099: correct the row, and start again.',
  );
  await sql`delete from declarations where ends_on = '2099-12-31'`;
  // The former release serves on as before.
  await insert();
  await sql`delete from declarations where ends_on = '2099-12-31'`;
  await migrateDatabase(earlier.url, MIGRATIONS);
  await insert();
  expect(
    await sql`select tableoid::regclass::text as part from declarations where ends_on = '2099-12-31'`,
  ).toEqual([{ part: 'declarations_later' }]);
});
