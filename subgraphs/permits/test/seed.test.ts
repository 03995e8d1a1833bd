import { createHash } from 'node:crypto';
import { childrenOfRegion } from '@yiwang/codes';
import { HOLIDAYS } from '@yiwang/codes/working-days';
import { createPopulation } from '@yiwang/population';
import { seedDatabase } from '@yiwang/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseRows, permitRows } from '../seed/case-rows.ts';
import { seed } from '../seed/seed.ts';
import { NAME } from '../src/department.ts';
import { type Department, openDepartment } from './ask.ts';

const SCALE = 0.5;
/** Days of weekends on which offices work 调休. */
const WORKED = Object.values(HOLIDAYS).flatMap(({ work }) => work);

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await seedDatabase(department.database.url, NAME, SCALE, seed);
});
afterAll(() => department.database[Symbol.asyncDispose]());

/** The only number that the query gives. */
async function numberOf(query: string): Promise<number> {
  const [row] = await department.database.sql.unsafe<{ n: number }[]>(`select (${query})::float8 as n`);
  return row!.n;
}

async function hashOfRows(scale: number): Promise<string> {
  const hash = createHash('sha256');
  for (const { rows } of await seed.tables(scale)) for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex').slice(0, 16);
}

test('the same scale gives the same rows, byte for byte, on every machine', async () => {
  expect(await hashOfRows(0.05)).toBe('7c6ff576b1f044c2');
});

test('a hundred thousand enterprises are made up without a number twice', () => {
  const population = createPopulation({ scale: 5 });
  for (const rows of [caseRows(population), permitRows(population)]) {
    const numbers = Array.from(rows, ([number]) => number);
    expect(numbers.length).toBeGreaterThan(80_000);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});

test('an enterprise has about one and a half cases and nine tenths of a permit', async () => {
  const enterprises = 20_000 * SCALE;
  expect((await numberOf('select count(*) from cases where reference is null')) / enterprises).toBeCloseTo(
    1.45,
    1,
  );
  expect(
    (await numberOf(`select count(*) from permits where number not like 'XK%-%'`)) / enterprises,
  ).toBeCloseTo(0.9, 1);
});

test('most items are no-visit, and the targets of 3550 are among the promises', async () => {
  expect(await numberOf('select avg((visits = 0)::int) from service_items')).toBeGreaterThan(0.7);
  const promised = await department.database.sql<{ name: string; days: number }[]>`
    select distinct name, promised_days as days from service_items
    where name in ('企业开办', '不动产登记（企业）（新办）', '工业建设项目施工许可全流程') order by 2`;
  expect(promised.map(({ days }) => days)).toEqual([3, 5, 50]);
  expect(await numberOf('select count(*) from service_items where promised_days > statutory_days')).toBe(0);
});

test('every city of the province carries out items of its own, with codes of its own departments', async () => {
  const cities = await department.database.sql<
    { region: string; items: number; codes: number; departments: number }[]
  >`
    select region_code as region, count(*)::int as items, count(distinct code)::int as codes,
      count(distinct department_code)::int as departments
    from service_items group by 1 order by 1`;
  const [province, ...others] = cities;
  expect(province).toMatchObject({ region: '32' });
  expect(others.map(({ region }) => region)).toEqual(childrenOfRegion('32').map(({ code }) => code));
  for (const { items, codes, departments } of others) {
    expect({ codes, departments }).toEqual({ codes: items, departments: others[0]!.departments });
    expect(items).toBeGreaterThan(200);
  }
  expect(await numberOf('select count(distinct department_code) from service_items')).toBe(
    province!.departments + others.length * others[0]!.departments,
  );
});

test.each([
  [
    'a permit comes of a granted case only',
    `
    select count(*) from cases c left join permits p on p.case_number = c.number
    where p.number is not null and c.decision is distinct from 'GRANTED'`,
  ],
  [
    'a permit is valid from the day of the decision',
    `
    select count(*) from permits p join cases c on c.number = p.case_number where p.valid_from <> c.decided_on`,
  ],
  [
    'a permit belongs to who applied for it',
    `
    select count(*) from permits p join cases c on c.number = p.case_number
    where p.holder_uscc <> c.applicant_uscc or p.service_item_code <> c.service_item_code`,
  ],
  [
    'nothing is received on a weekend, but for weekends that are worked',
    `select count(*) from cases where extract(isodow from received_on) > 5 and not received_on = any('{${WORKED}}'::date[])`,
  ],
  [
    'nothing is decided on a weekend, but for weekends that are worked',
    `select count(*) from cases where extract(isodow from decided_on) > 5 and not decided_on = any('{${WORKED}}'::date[])`,
  ],
  [
    'nothing happens after the day on which the data stands',
    `
    select count(*) from cases, jsonb_array_elements(timeline) as event
    where received_on + (event ->> 1)::int > date '2025-12-31'`,
  ],
  ['nothing is received before 2019', `select count(*) from cases where received_on < date '2019-01-01'`],
  [
    'the events of a timeline go forward',
    `
    select count(*) from cases where (
      select array_agg((event ->> 1)::int order by position) <> array_agg((event ->> 1)::int order by (event ->> 1)::int)
      from jsonb_array_elements(timeline) with ordinality as events(event, position))`,
  ],
  [
    'a case that is decided has a decision, and no other has',
    `select count(*) from cases where (decision is not null) <> (state in ('DECIDED', 'DELIVERED'))`,
  ],
  [
    'a case that is decided or not accepted has the day of it, and no other has',
    `
    select count(*) from cases
    where (decided_on is not null) <> (state in ('DECIDED', 'DELIVERED', 'NOT_ACCEPTED'))`,
  ],
  [
    'what the past delivered was granted',
    `select count(*) from cases where state = 'DELIVERED' and decision <> 'GRANTED' and filed_by is null`,
  ],
  [
    'a permit ends after it began and not after its last day',
    `
    select count(*) from permits where valid_until < valid_from or ended_on < valid_from or ended_on > valid_until`,
  ],
])('%s', async (_what, exceptions) => {
  expect(await numberOf(exceptions)).toBe(0);
});

test('every state occurs', async () => {
  const states = await department.database.sql<
    { state: string }[]
  >`select distinct state from cases order by 1`;
  expect(states.map(({ state }) => state)).toEqual([
    'ACCEPTED',
    'DECIDED',
    'DELIVERED',
    'DRAFT',
    'NOT_ACCEPTED',
    'RETURNED',
    'SUBMITTED',
    'SUSPENDED',
    'UNDER_REVIEW',
    'WITHDRAWN',
  ]);
});

test('food, construction and chemistry apply more often than trade', async () => {
  const population = createPopulation({ scale: SCALE });
  const applied = new Map(
    (
      await department.database.sql<{ uscc: string; n: number }[]>`
        select applicant_uscc as uscc, count(*)::int as n from cases group by 1`
    ).map(({ uscc, n }) => [uscc, n]),
  );
  const mean = (division: string) => {
    const usccs = Array.from({ length: population.size }, (_, i) => population.enterprise(i))
      .filter(({ industryCode }) => industryCode.startsWith(division))
      .map(({ uscc }) => applied.get(uscc) ?? 0);
    return usccs.reduce((sum, n) => sum + n, 0) / usccs.length;
  };
  for (const division of ['62', '47', '26']) expect(mean(division)).toBeGreaterThan(2 * mean('51'));
});
