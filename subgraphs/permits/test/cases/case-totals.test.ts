import { seedDatabase } from '@yiwang/subgraph-kit';
import { type CaseState, timesOf } from '@yiwang/subgraph-kit/cases';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { addUpMonths } from '@yiwang/subgraph-kit/totals';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../../seed/seed.ts';
import { createTimeLimitStatistics } from '../../src/cases/time-limit-statistics.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../../src/department.ts';
import { countReceived, RECEIVED_TOTALS } from '../../src/reform/received-totals.ts';
import { OFFICIAL } from './open-cases.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS, RIGHTS);
  await seedDatabase(database.url, NAME, 0.3, seed);
}, 60_000);
afterAll(() => database[Symbol.asyncDispose]());

interface EventRow {
  number: string;
  at: string;
  action: string;
  to: CaseState;
  machineMs: number | null;
}

interface Filter {
  from: string;
  until: string;
  region: string | null;
  item: string | null;
}

/** From the cases and their timelines alone, whose times `timesOf` of the kit splits. */
async function counted({ from, until, region, item }: Filter) {
  const chosen = await database.sql<
    { number: string; month: string; regionCode: string; itemCode: string; flags: boolean[] }[]
  >`
    select number, to_char(decided_on, 'YYYY-MM') as month, left(region_code, 4) as "regionCode", service_item_code as "itemCode",
      array[decision = 'GRANTED' and voided_on is null, coalesce(due_on < decided_on, false), extension_days is not null] as flags
    from cases where filed_by is not null and decision is not null and decided_on between ${from} and ${until}
      and (${region}::text is null or starts_with(region_code, ${region}))
      and (${item}::text is null or service_item_code = ${item})`;
  const events = await database.sql<EventRow[]>`
    select case_number as number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, action, "to", machine_ms as "machineMs"
    from case_events where case_number = any(${chosen.map(({ number }) => number)}) order by case_number, sequence`;
  const timelines = Map.groupBy(events, ({ number }) => number);
  const groups = Map.groupBy(chosen, (one) => JSON.stringify([one.month, one.regionCode, one.itemCode]));
  return [...groups.keys()].sort().map((key) => {
    const rows = groups.get(key)!;
    const [month, regionCode, itemCode] = JSON.parse(key) as string[];
    const own = rows.map(({ number }) => {
      const timeline = timelines.get(number)!;
      const times = timesOf(timeline, new Date(timeline.at(-1)!.at));
      // What made the first step is before the case was there.
      times.machineMs -= timeline[0]!.machineMs ?? 0;
      return { times, isSuspended: timeline.some(({ action }) => action === 'SUSPEND') };
    });
    const count = (flag: number) => rows.filter(({ flags }) => flags[flag]).length;
    const mean = (holder: keyof (typeof own)[0]['times']) =>
      expect.closeTo(own.reduce((sum, { times }) => sum + times[holder], 0) / rows.length / 3_600_000, 6);
    return {
      ...{ month, regionCode, itemCode, decided: rows.length },
      ...{ granted: count(0), overdue: count(1), extended: count(2) },
      suspended: own.filter(({ isSuspended }) => isSuspended).length,
      ...{ applicantHours: mean('applicantMs'), officialHours: mean('officialMs') },
      ...{ suspendedHours: mean('suspendedMs'), machineHours: mean('machineMs') },
    };
  });
}

const DAY_MS = 86_400_000;
const MONTHS = fc.integer({ min: Date.UTC(2023, 11), max: Date.UTC(2026, 0) });
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const periods = fc
  .tuple(MONTHS, fc.constantFrom(0, 1, 28, 31, 45, 90, 400), fc.boolean())
  .map(([start, days, isWhole]) => {
    const from = isWhole ? `${dayOf(start).slice(0, 7)}-01` : dayOf(start);
    return { from, until: dayOf(Date.parse(from) + days * DAY_MS) };
  });

async function expectAgreement() {
  const statistics = createTimeLimitStatistics(database.service.db);
  const items = await database.sql<{ code: string }[]>`
    select distinct service_item_code as code from cases where filed_by is not null and decision is not null`;
  const filters = fc.record({
    period: periods,
    region: fc.constantFrom(null, '32', '3201', '320102', '3299'),
    item: fc.constantFrom(null, null, ...items.map(({ code }) => code)),
  });
  await fc.assert(
    fc.asyncProperty(filters, async ({ period, region, item }) => {
      const filter = { ...period, region, item };
      expect(await statistics(OFFICIAL as never, filter)).toEqual(await counted(filter));
    }),
    { numRuns: 40 },
  );
}

test('every period, region and item has the counts and times of the timelines', expectAgreement, 60_000);

test('steps after the decision, and permits that are voided, change the totals in their transaction', async () => {
  const { sql: client } = database;
  await client`
    insert into case_events (case_number, sequence, at, action, "from", "to", side, client, "right", machine_ms)
    select number, version + 1, (select max(at) from case_events where case_number = number) + interval '90 minutes', 'DELIVER', 'DECIDED',
      'DELIVERED', 'OFFICIAL', 'desk', 'test', 1500
    from cases where filed_by is not null and decision is not null and state = 'DECIDED'`;
  await client`update cases set voided_on = decided_on where decision = 'GRANTED' and voided_on is null and filed_through is not null`;
  await expectAgreement();
  const [left] =
    await client`select count(*)::int as count from case_totals where decided < 0 or official_ms < 0`;
  expect(left!['count']).toBe(0);
}, 60_000);

test('cases from before the times were kept are filled in, and those that are there stay', async () => {
  const { sql: client } = database;
  await client`delete from case_times where right(case_number, 1) in ('1', '2', '3')`;
  await seedDatabase(database.url, NAME, 0.3, seed);
  await expectAgreement();
  const [before] = await client`select sum(decided)::int as sum from case_totals`;
  await seedDatabase(database.url, NAME, 0.3, seed);
  const [after] = await client`select sum(decided)::int as sum from case_totals`;
  expect(after).toEqual(before);
}, 60_000);

test('the serving process may write neither times nor totals by itself', async () => {
  const attempts = [
    `insert into case_totals select * from case_totals`,
    `delete from case_times`,
    `select refresh_case_times(array['1'])`,
  ];
  for (const attempt of attempts)
    await expect(database.service.sql.unsafe(attempt)).rejects.toMatchObject({ code: '42501' });
});

test('cases of each item are counted the same however many months are added up', async () => {
  const count = async (from: string, until: string) => {
    const rows = await database.service.db.execute<{ code: string; cases: number }>(
      sql`${countReceived(from, until)} order by code`,
    );
    return [...rows].map((row) => ({ ...row }));
  };
  const plain = async (from: string, until: string) => {
    const rows = await database.sql<{ code: string; cases: number }[]>`
      select service_item_code as code, count(*)::int as cases from cases
      where received_on >= ${from} and received_on < ${until} and (filed_by is null or submitted_at is not null)
      group by 1 order by 1`;
    return rows.map((row) => ({ ...row }));
  };
  await fc.assert(
    fc.asyncProperty(periods, MONTHS, async ({ from, until }, today) => {
      await database.sql`truncate received_totals, monthly_totals`;
      await addUpMonths(database.service.db, RECEIVED_TOTALS, new Date(today));
      expect(await count(from, until)).toEqual(await plain(from, until));
    }),
    { numRuns: 30 },
  );
}, 60_000);
