import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { seedDatabase } from '@yiwang/subgraph-kit';
import { addUpMonths } from '@yiwang/subgraph-kit/totals';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMatterTimeStatistics, MATTER_TOTALS } from '../src/cases/matter-statistics.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { seed } from '../seed/seed.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS, RIGHTS);
  await seedDatabase(database.url, NAME, 0.05, seed);
});
afterAll(() => database[Symbol.asyncDispose]());

const forget = () => database.sql`truncate matter_totals, monthly_totals`;
beforeEach(forget);

/** From the rows alone. */
async function counted(from: string, until: string, matter: string | null) {
  const rows = await database.sql`
    with ended as (
      select *, (ended_at at time zone 'Asia/Shanghai')::date as day, state = 'COMPLETED' as is_completed from matter_cases
      where submitted_at is not null and ended_at is not null
    )
    select to_char(day, 'YYYY-MM') as month, left(region_code, 4) as "regionCode", matter,
      count(*) filter (where is_completed)::int as completed, count(*) filter (where not is_completed)::int as undone,
      count(*) filter (where is_completed and working_days > promised_days)::int as overdue,
      avg(working_days) filter (where is_completed)::float8 as "workingDays",
      (avg(official_ms) filter (where is_completed) / 3600000)::float8 as "officialHours",
      (avg(applicant_ms) filter (where is_completed) / 3600000)::float8 as "applicantHours",
      (avg(machine_ms) filter (where is_completed) / 3600000)::float8 as "machineHours"
    from ended where day between ${from} and ${until} and (${matter}::text is null or matter = ${matter})
    group by 1, 2, 3 order by 1, 2, 3 limit 1000`;
  const means = ['workingDays', 'officialHours', 'applicantHours', 'machineHours'];
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      means.map((name) => [name, row['completed'] < 5 ? null : expect.closeTo(row[name], 6)]),
    ),
  }));
}

const DAY_MS = 86_400_000;
const day = fc
  .integer({ min: Date.parse('2024-01-01'), max: Date.parse('2026-01-31') })
  .map((moment) => new Date(moment).toISOString().slice(0, 10));
const matters = fc.constantFrom(null, 'YJS320000001', 'YJS320000002', 'YJS320000003', 'NONE');
const lengths = fc.constantFrom(0, 1, 27, 30, 31, 59, 365, 700);

test('every period has the same sums however many months are added up already', async () => {
  const found = createMatterTimeStatistics(database.service.db);
  await fc.assert(
    fc.asyncProperty(day, lengths, matters, day, async (from, length, matter, today) => {
      await forget();
      await addUpMonths(database.service.db, MATTER_TOTALS, new Date(today));
      const until = new Date(Date.parse(from) + length * DAY_MS).toISOString().slice(0, 10);
      expect(await found({ from, until, matter })).toEqual(await counted(from, until, matter));
    }),
    { numRuns: 60 },
  );
});

test('a month is added up once, by one of several processes, a day after it is over', async () => {
  const { db } = database.service;
  const at = (moment: string) => addUpMonths(db, MATTER_TOTALS, new Date(moment));
  const until = async () => (await database.sql`select until::text from monthly_totals`)[0]!['until'];
  await at('2024-07-01T15:00:00Z');
  expect(await until()).toBe('2024-06-01');
  await Promise.all(['2024-07-01T16:00:01Z', '2024-07-02T00:00:00Z', '2024-07-31T00:00:00Z'].map(at));
  expect(await until()).toBe('2024-07-01');
  const [sums] = await database.sql`select sum(completed + undone)::int as count from matter_totals`;
  const [rows] = await database.sql`
    select count(*)::int as count from matter_cases
    where submitted_at is not null and ended_at < '2024-07-01'::timestamp at time zone 'Asia/Shanghai'`;
  expect(sums!['count']).toBe(rows!['count']);
});

test('months that are added up are read, and not their applications', async () => {
  const found = createMatterTimeStatistics(database.service.db);
  await addUpMonths(database.service.db, MATTER_TOTALS, new Date());
  await database.sql`insert into matter_totals (month, city, matter, completed, undone, overdue, working_days, official_ms, applicant_ms,
    machine_ms) values ('2025-03-01', '0000', 'MARK', 9, 0, 0, 9, 0, 0, 0)`;
  const rows = await found({ from: '2025-02-10', until: '2025-04-10' });
  expect(rows).toContainEqual(expect.objectContaining({ month: '2025-03', matter: 'MARK', workingDays: 1 }));
});
