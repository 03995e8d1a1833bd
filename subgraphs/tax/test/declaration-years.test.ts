import { openDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { declarationCursor } from '../src/cursors.ts';
import { prepareDeclarationLoaders } from '../src/declaration-loaders.ts';
import { makeDeclarationYears } from '../src/declaration-years.ts';
import { MIGRATIONS, RIGHTS } from '../src/department.ts';
import { fillBooks } from './fixture.ts';

const PATIENCE = { lockTimeoutMs: 2000, patienceMs: 60_000 };
const THIS_YEAR = new Date().getUTCFullYear();

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS, RIGHTS);
  await fillBooks(database);
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => database.sql`delete from declarations`);

/** As the role that serves. */
async function declare(...days: string[]): Promise<void> {
  await database.service.sql`
    insert into declarations (taxpayer_no, ends_on, filing_period, kind, filed_on, source, tax_cny)
    select 1, day::date, 'EACH_TIME', 'STAMP_DUTY', day::date, 'GRAPH', 1 from unnest(${days}::text[]) as day`;
}

async function partsOf(): Promise<Record<string, string>> {
  const rows = await database.sql<{ day: string; part: string }[]>`
    select ends_on::text as day, tableoid::regclass::text as part from declarations order by 1`;
  return Object.fromEntries(rows.map(({ day, part }) => [day, part]));
}

async function partNames(): Promise<string[]> {
  const rows = await database.sql<{ part: string }[]>`
    select inhrelid::regclass::text as part from pg_inherits where inhparent = 'declarations'::regclass order by 1`;
  return rows.map(({ part }) => part);
}

test('a period of any day is accepted, and lies in the part of its year', async () => {
  await declare(
    '1994-01-01',
    `${THIS_YEAR - 3}-12-31`,
    `${THIS_YEAR - 2}-01-01`,
    `${THIS_YEAR}-12-31`,
    `${THIS_YEAR + 1}-01-01`,
    `${THIS_YEAR + 1}-12-31`,
    `${THIS_YEAR + 2}-01-01`,
    '9999-12-31',
  );
  expect(await partsOf()).toEqual({
    '1994-01-01': 'declarations_earlier',
    [`${THIS_YEAR - 3}-12-31`]: 'declarations_earlier',
    [`${THIS_YEAR - 2}-01-01`]: `declarations_${THIS_YEAR - 2}`,
    [`${THIS_YEAR}-12-31`]: `declarations_${THIS_YEAR}`,
    [`${THIS_YEAR + 1}-01-01`]: `declarations_${THIS_YEAR + 1}`,
    [`${THIS_YEAR + 1}-12-31`]: `declarations_${THIS_YEAR + 1}`,
    [`${THIS_YEAR + 2}-01-01`]: 'declarations_later',
    '9999-12-31': 'declarations_later',
  });
  // One declaration is one row, in whatever part.
  await expect(declare('1994-01-01')).rejects.toMatchObject({ code: '23505' });
  await expect(declare(`${THIS_YEAR}-12-31`)).rejects.toMatchObject({ code: '23505' });
});

test('the serving role makes no parts, and reaches none but through the table', async () => {
  const { sql } = database.service;
  for (const statement of [
    `select make_declaration_years(${THIS_YEAR + 5})`,
    `select from declarations_${THIS_YEAR}`,
    `alter table declarations detach partition declarations_later`,
  ])
    await expect(sql.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
});

test('years that come later get parts of their own, and what was declared for them moves there', async () => {
  const before = await partNames();
  await makeDeclarationYears(database.url, PATIENCE);
  expect(await partNames()).toEqual(before);

  const days = [2, 3, 4].flatMap((ahead) => [`${THIS_YEAR + ahead}-01-01`, `${THIS_YEAR + ahead}-12-31`]);
  await declare(...days);
  // Two processes at once.
  const made = await Promise.all(
    [1, 2].map(
      () => database.sql<{ years: number }[]>`select make_declaration_years(${THIS_YEAR + 3}) as years`,
    ),
  );
  expect(made.map(([row]) => row!.years).toSorted()).toEqual([0, 2]);
  expect(Object.entries(await partsOf())).toEqual(
    days.map((day) => [
      day,
      day < `${THIS_YEAR + 4}` ? `declarations_${day.slice(0, 4)}` : 'declarations_later',
    ]),
  );
  // Whoever removes a taxpayer removes its declarations, in all parts.
  const removed = database.sql.begin(async (tx) => {
    await tx`delete from taxpayers where no = 1`;
    expect(await tx`select from declarations`).toHaveLength(0);
    throw new Error('undone');
  });
  await expect(removed).rejects.toThrow('undone');
});

test('pages go on from year to year, last period first, and stay within what is asked for', async () => {
  const days = [
    '1994-05-31',
    ...[2, 1, 0].flatMap((ago) => [`${THIS_YEAR - ago}-01-31`, `${THIS_YEAR - ago}-12-31`]),
  ];
  await declare(...days, `${THIS_YEAR + 9}-03-31`);
  const newest = [...days, `${THIS_YEAR + 9}-03-31`].toReversed();
  const loaders = prepareDeclarationLoaders(database.service.db);
  const read = async (filter: object, size: number) => {
    const { pageOf, countOf } = loaders(filter)();
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { rows, hasNextPage } = await pageOf.load({ parent: '1', first: size, after });
      found.push(...rows.map(({ endsOn }) => endsOn));
      if (!hasNextPage) break;
      const { endsOn, filingPeriod, kind } = rows.at(-1)!;
      after = declarationCursor.encode([endsOn, filingPeriod, kind]);
    }
    return { found, count: (await countOf.load('1'))?.count };
  };
  for (const size of [1, 3, 100]) {
    expect(await read({}, size)).toEqual({ found: newest, count: newest.length });
    expect(await read({ from: `${THIS_YEAR - 1}-12-31`, to: `${THIS_YEAR}-12-31` }, size)).toEqual({
      found: [`${THIS_YEAR}-12-31`, `${THIS_YEAR}-01-31`, `${THIS_YEAR - 1}-12-31`],
      count: 3,
    });
    expect(await read({ to: '1994-12-31' }, size)).toEqual({ found: ['1994-05-31'], count: 1 });
  }
});

test.each(['force_custom_plan', 'force_generic_plan'])(
  'plans read the years that are asked for, and of an open page no more than fill it (%s)',
  async (mode) => {
    await declare(
      '1994-05-31',
      ...[2, 1, 0].flatMap((ago) => [`${THIS_YEAR - ago}-01-31`, `${THIS_YEAR - ago}-12-31`]),
    );
    const { pageOf, countOf } = prepareDeclarationLoaders(database.service.db)({})();
    const after = declarationCursor.encode([`${THIS_YEAR - 1}-12-31`, 'EACH_TIME', 'STAMP_DUTY']);
    database.forgetStatements();
    await pageOf.load({ parent: '1', first: 1 });
    await pageOf.load({ parent: '1', first: 1, after });
    await countOf.load('1');
    const [first, next, count] = database.statements;

    const years = { from: `${THIS_YEAR - 1}-01-01`, to: `${THIS_YEAR - 1}-12-31` };
    expect(await partsRead(mode, first!, { ...years, limit: 10 })).toEqual([`declarations_${THIS_YEAR - 1}`]);
    expect(await partsRead(mode, count!, years)).toEqual([`declarations_${THIS_YEAR - 1}`]);
    // Of the page behind a cursor, nothing that is later.
    expect(await partsRead(mode, next!, { limit: 3 })).toEqual([
      `declarations_${THIS_YEAR - 1}`,
      `declarations_${THIS_YEAR - 2}`,
    ]);
    // What is full reads no further back.
    const open = await partsRead(mode, first!, { limit: 2 });
    expect(open).toContain(`declarations_${THIS_YEAR}`);
    expect(open).not.toContain(`declarations_${THIS_YEAR - 1}`);
    expect(open).not.toContain('declarations_earlier');
  },
);

test('pages and counts of one taxpayer are planned a few times, and not for each request', async () => {
  // So many that reading ten taxpayers looks more expensive than planning for one.
  await database.sql`
    insert into taxpayers (no, id, name, search_name, authority_no, source)
    select no, lpad(no::text, 15, '0'), '一号', '一号', 1, 'GENERATED' from generate_series(1001, 5000) as no`;
  await database.sql`
    insert into declarations (taxpayer_no, ends_on, filing_period, kind, filed_on, source, tax_cny)
    select no, make_date(${THIS_YEAR} - n / 4, 1 + n % 4, 28), 'MONTHLY', 'STAMP_DUTY', '2024-01-01', 'GENERATED', 1
    from taxpayers, generate_series(0, 11) as n`;
  await database.sql`analyze declarations`;
  await using session = openDatabase(database.url, { connections: 1, role: database.serviceRole });
  const loaders = prepareDeclarationLoaders(session.db);
  const after = declarationCursor.encode([`${THIS_YEAR}-01-31`, 'EACH_TIME', 'STAMP_DUTY']);
  for (let request = 0; request < 10; request++) {
    const { pageOf, countOf } = loaders({})();
    await pageOf.load({ parent: '1', first: 20 });
    await pageOf.load({ parent: '1', first: 20, after });
    await countOf.load('1');
  }
  const kept = await session.sql<{ kept: number }[]>`
    select generic_plans::int as kept from pg_prepared_statements where statement like '%declarations%ends_on%'
      and statement not like '%pg_prepared_statements%'`;
  // PostgreSQL keeps a plan after five that it made with the values.
  expect(kept).toEqual([{ kept: 5 }, { kept: 5 }, { kept: 5 }]);
});

/** Runs a statement of the loaders once more, and returns the parts that its plan has read, in that order. */
async function partsRead(
  mode: string,
  statement: string,
  {
    from = null,
    to = null,
    limit = null,
  }: { from?: string | null; to?: string | null; limit?: number | null },
): Promise<string[]> {
  const behind = [`${THIS_YEAR - 1}-12-31`, `${THIS_YEAR - 1}-12-31`, 'EACH_TIME', 'STAMP_DUTY'];
  const count = Math.max(...[...statement.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
  // In the order in which the statements name them.
  const values = [
    '{1}',
    null,
    null,
    from,
    to,
    ...(count > 6 ? behind : []),
    ...(limit === null ? [] : [limit]),
  ];
  expect(values).toHaveLength(count);
  const given = values.map((value) => (value === null ? 'null' : `'${value}'`)).join();
  const lines = await database.sql.begin(async (tx) => {
    await tx.unsafe(`set local plan_cache_mode = ${mode}`);
    // A few rows are quickly sorted; this is the way of many.
    await tx.unsafe(
      'set local enable_sort = off; set local enable_seqscan = off; set local enable_bitmapscan = off',
    );
    await tx.unsafe(`prepare asked as ${statement}`);
    const plan = await tx.unsafe<{ 'QUERY PLAN': string }[]>(
      `explain (analyze, costs off, timing off) execute asked(${given})`,
    );
    await tx.unsafe('deallocate asked');
    return plan.map((row) => row['QUERY PLAN']);
  });
  return lines.flatMap((line) => {
    if (line.includes('never executed')) return [];
    return / on (declarations_\w+)/.exec(line)?.[1] ?? [];
  });
}
