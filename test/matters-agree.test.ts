import { type DepartmentSeed, seedDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

const DEPARTMENTS = ['services', 'enterprises', 'permits', 'land', 'tax'] as const;
type Name = (typeof DEPARTMENTS)[number];
const SCALE = 0.3;

type Row = Record<string, unknown>;

const databases = {} as Record<Name, TestDatabase>;
beforeAll(async () => {
  for (const name of DEPARTMENTS) {
    const folder = new URL(`../subgraphs/${name}/`, import.meta.url);
    const { MIGRATIONS } = (await import(`${folder.href}src/department.ts`)) as { MIGRATIONS: string };
    const { seed } = (await import(`${folder.href}seed/seed.ts`)) as { seed: DepartmentSeed };
    databases[name] = await openTestDatabase(MIGRATIONS);
    await seedDatabase(databases[name].url, name, SCALE, seed);
  }
}, 300_000);
afterAll(async () => {
  for (const database of Object.values(databases)) await database[Symbol.asyncDispose]();
});

const rowsOf = async (name: Name, query: string): Promise<Row[]> =>
  (await databases[name].sql.unsafe<Row[]>(query)).map((row) => ({ ...row }));

/** Checks that two departments give the same rows, and that there are some. */
async function expectSame(one: [Name, string], other: [Name, string]) {
  const [expected, found] = [await rowsOf(...one), await rowsOf(...other)];
  expect(expected.length).toBeGreaterThan(0);
  expect(found).toEqual(expected);
}

const CASES = `select number, reference, filed_through as client, version,
  case when state in ('RETURNED') then 'RETURNED' else 'AT_OFFICE' end as state
  from cases where reference is not null and state in ('SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW', 'RETURNED') order by number`;

test.each(['enterprises', 'permits', 'land'] as const)(
  'each case that is open in %s is the one of a step that is, in its state and version, and the other way round',
  async (department) => {
    await expectSame(
      [
        'services',
        `select department_case as number, case_number as reference, 'services-service' as client,
          department_case_version as version, state
          from matter_steps where department = '${department}' and state in ('AT_OFFICE', 'RETURNED') order by department_case collate "C"`,
      ],
      [department, CASES.replace('order by number', 'order by number collate "C"')],
    );
  },
);

test.each(['enterprises', 'permits', 'land'] as const)(
  'no case of %s is without its step',
  async (department) => {
    await expectSame(
      [
        'services',
        `select department_case as number, case_number as reference from matter_steps
        where department = '${department}' and department_case is not null order by department_case collate "C"`,
      ],
      [
        department,
        `select number, reference from cases where reference is not null order by number collate "C"`,
      ],
    );
  },
);

test('names are reserved, taxpayers registered, units held and deed taxes assessed as steps say', async () => {
  const steps = (step: string, matter: string, field: string, states = "'DONE'") =>
    `select case_number as reference, result ->> '${field}' as value from matter_steps s join matter_cases c on c.number = s.case_number
      where s.name = '${step}' and matter = '${matter}' and s.state in (${states}) order by case_number collate "C"`;
  await expectSame(
    ['services', steps('name', 'YJS320000001', 'id')],
    [
      'enterprises',
      `select reference, id as value from name_reservations where ended is distinct from 'RELEASED' order by reference collate "C"`,
    ],
  );
  await expectSame(
    ['services', steps('tax', 'YJS320000001', 'id')],
    [
      'tax',
      `select reference, id as value from taxpayers join taxpayer_registrations on taxpayer_no = no order by reference collate "C"`,
    ],
  );
  await expectSame(
    ['services', steps('tax', 'YJS320000002', 'id')],
    ['tax', `select reference, id as value from deed_taxes order by reference collate "C"`],
  );
  await expectSame(
    [
      'services',
      `select h.case_number as reference, h.result ->> 'unit' as value from matter_steps h
        join matter_steps r on r.case_number = h.case_number and r.name = 'registration'
        where h.name = 'hold' and h.state = 'DONE' and r.state <> 'DONE' order by h.case_number collate "C"`,
    ],
    ['land', `select reference, unit as value from unit_holds order by reference collate "C"`],
  );
});

test('what was registered is in the registers: enterprises, holders of units, permits', async () => {
  const results = (steps: string, field: string) =>
    `select distinct s.result ->> '${field}' as value from matter_steps s join matter_cases c on c.number = s.case_number
      where matter || '/' || s.name in (${steps}) and s.state = 'DONE' order by 1`;
  const listed = (rows: Row[]) => rows.map(({ value }) => value as string);
  const registered = listed(await rowsOf('services', results(`'YJS320000001/registration'`, 'uscc')));
  const known = await databases.enterprises.sql`
    select name from enterprises where uscc = any(${registered}) and status = 'ACTIVE'
      and exists (select from cases where uscc = enterprises.uscc and name = enterprises.name and decided_on = registered_on)`;
  expect(registered.length).toBeGreaterThan(0);
  expect(known.length).toBe(registered.length);
  const units = await rowsOf(
    'land',
    `select count(*)::int as all, count(*) filter (where u.holder_uscc = e.after_uscc and u.registered_on = c.decided_on)::int as right
      from unit_holder_events e join cases c on c.number = e.case_number join real_estate_units u on u.code = e.unit`,
  );
  expect(units[0]!['all']).toBeGreaterThan(0);
  expect(units[0]!['right']).toBe(units[0]!['all']);
  const permits = listed(
    await rowsOf(
      'services',
      results(
        `'YJS320000001/seal', 'YJS320000001/food', 'YJS320000003/works', 'YJS320000003/construction'`,
        'permit',
      ),
    ),
  );
  const [found] = await databases.permits
    .sql`select count(*)::int as n from permits where number = any(${permits})`;
  expect(found!['n']).toBe(permits.length);
});

test('no name that is applied for is that of an enterprise, and numbers given out later are new', async () => {
  const taken = await rowsOf(
    'enterprises',
    `select r.name from name_reservations r join enterprises e on e.search_name = r.search_name where r.ended is null`,
  );
  expect(taken).toEqual([]);
  const { sql } = databases.tax;
  const [next] = await sql`
    insert into deed_taxes (unit, holder, price_cny, rate, tax_cny, filed_on, at, client, reference)
    values ('x', 'y', 100, 0.03, 3, '2026-01-05', now(), 'c', 'r') returning sequence`;
  const [most] = await sql`select max(sequence) as n from deed_taxes where reference <> 'r'`;
  expect(Number(next!['sequence'])).toBeGreaterThan(Number(most!['n']));
});

test('applications are in every state, and times are those of their events', async () => {
  const [states] = await rowsOf(
    'services',
    `select array_agg(distinct state order by state) as states from matter_cases where source = 'GENERATED'`,
  );
  expect(states!['states']).toEqual(['COMPLETED', 'DRAFT', 'FAILED', 'IN_PROGRESS', 'WITHDRAWN']);
  const open = await rowsOf(
    'services',
    `select matter, array_agg(distinct s.state order by s.state) as states from matter_steps s join matter_cases c on c.number = s.case_number
      where c.state = 'IN_PROGRESS' and s.state not in ('DONE', 'SKIPPED', 'WAITING') group by 1 order by 1`,
  );
  expect(open.map(({ states: some }) => some)).toEqual([
    ['AT_OFFICE', 'RETURNED'],
    ['AT_OFFICE', 'RETURNED'],
    ['AT_OFFICE', 'RETURNED'],
  ]);
  const wrong = await rowsOf(
    'services',
    `select number from matter_cases c where (submitted_at is not null and ended_at is not null) and (
      abs(official_ms + applicant_ms + machine_ms - extract(epoch from ended_at - submitted_at) * 1000) > 1
      or ended_at <> (select max(at) from matter_events where case_number = c.number)
      or state <> (select "to" from matter_events where case_number = c.number order by sequence desc limit 1))`,
  );
  expect(wrong).toEqual([]);
});
