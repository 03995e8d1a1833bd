import { createHash } from 'node:crypto';
import { seedDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';
import { MIGRATIONS, NAME } from '../src/department.ts';

async function hashOfRows(scale: number): Promise<string> {
  const hash = createHash('sha256');
  for (const { rows } of await seed.tables(scale)) for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex').slice(0, 16);
}

test('the same scale gives the same rows, byte for byte, on every machine', async () => {
  expect(await hashOfRows(0.05)).toBe('896d69fb484091c7');
});

test('larger books begin with the smaller ones', async () => {
  const [small, large] = await Promise.all([seed.tables(0.01), seed.tables(0.02)]);
  for (const [t, { rows }] of small.entries()) {
    const first = [...rows];
    expect([...large[t]!.rows].slice(0, first.length)).toEqual(first);
  }
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  await seedDatabase(database.url, NAME, 0.5, seed);
});
afterAll(() => database[Symbol.asyncDispose]());

async function share(query: string): Promise<number> {
  const [row] = await database.sql.unsafe<{ share: number }[]>(
    `select (${query})::float / (select count(*) from taxpayers) as share`,
  );
  return row!.share;
}

test.each<[what: string, low: number, high: number, query: string]>([
  [
    'have grade A in 2024',
    0.12,
    0.18,
    `select count(*) from credit_grades where year = 2024 and grade = 'A'`,
  ],
  [
    'have grade D in 2024',
    0.03,
    0.07,
    `select count(*) from credit_grades where year = 2024 and grade = 'D'`,
  ],
  [
    'have 2 to 5 taxes',
    1,
    1,
    'select count(*) from (select from assessed_taxes group by taxpayer_no having count(*) between 2 and 5) x',
  ],
  ['paid something', 0.7, 0.95, 'select count(distinct taxpayer_no) from payments'],
  ['are in arrears', 0.01, 0.03, 'select count(distinct taxpayer_no) from arrears'],
  ['issued invoices', 0.35, 0.45, 'select count(distinct taxpayer_no) from invoice_totals'],
  ['declarations a head', 7, 11, 'select count(*) from declarations'],
])('taxpayers that %s: %d to %d of all', async (_what, low, high, query) => {
  const found = await share(query);
  expect(found).toBeGreaterThanOrEqual(low);
  expect(found).toBeLessThanOrEqual(high);
});

test('every tax that was declared for a period is paid once, overdue, or not yet due: nothing else is paid', async () => {
  const [row] = await database.sql`
    select count(*) filter (where d.tax_cny > 0 and p.number is null and a.since is null)::int as lost,
      count(*) filter (where p.number is not null and a.since is not null)::int as both,
      count(*) filter (where p.amount_cny <> d.tax_cny or p.paid_on < d.filed_on)::int as wrong,
      (select count(*)::int from payments) - count(p.number)::int as strays
    from declarations d
    left join payments p using (taxpayer_no, ends_on, filing_period, kind)
    left join arrears a on a.taxpayer_no = d.taxpayer_no and a.kind = d.kind and a.amount_cny = d.tax_cny
      and a.since = date_trunc('month', d.ends_on + 1)::date + 15
    where d.filing_period <> 'EACH_TIME'`;
  expect(row).toEqual({ lost: 0, both: 0, wrong: 0, strays: 0 });
});

test('nothing is declared, paid or graded before the taxpayer existed or after the reference date', async () => {
  const [row] = await database.sql`
    select (select max(filed_on)::text from declarations) as filed, (select max(paid_on)::text from payments) as paid,
      (select max(month)::text from invoice_totals) as month, (select array_agg(distinct year order by year) from credit_grades) as years`;
  expect(row!['filed'] <= '2025-12-31' && row!['paid'] <= '2025-12-31').toBe(true);
  expect(row).toMatchObject({ month: '2025-12-01', years: [2022, 2023, 2024] });
});

test('the load keeps foreign keys and indexes, and rows that come after it get numbers of their own', async () => {
  const [constraints] = await database.sql`
    select count(*) filter (where contype = 'f')::int as keys, bool_and(convalidated) as valid
    from pg_constraint where connamespace = 'public'::regnamespace and conparentid = 0`;
  expect(constraints).toEqual({ keys: 10, valid: true });
  const indexes =
    await database.sql`select indexname from pg_indexes where indexname ~ '^taxpayers_(region|name|grades)'`;
  expect(indexes).toHaveLength(3);
  const [last] = await database.sql`select max(no) as no from taxpayers`;
  const [next] = await database.sql`
    insert into taxpayers (id, name, search_name, authority_no, source)
    values ('360206550875725', '景', '景', 1, 'REGISTER') returning no`;
  expect(next!['no']).toBeGreaterThan(last!['no']);
});
