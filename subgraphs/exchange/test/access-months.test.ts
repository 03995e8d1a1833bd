import { type LoggedText, verifyRecords } from '@yiwang/access-log';
import { publicKeyOf } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessMonthSettings, dropAccessMonths, makeAccessMonths } from '../src/access-months.ts';
import { AUDITOR, GATEWAY, KUNSHAN, openWrittenLog, type WrittenLog } from './support/open-access-log.ts';

const PATIENCE = { lockTimeoutMs: 200, patienceMs: 60_000 };
const NOW = new Date('2026-07-31T23:59:59Z');

let registry: WrittenLog['registry'];
let key: WrittenLog['key'];
let log: WrittenLog['log'];
let write: WrittenLog['write'];
beforeAll(async () => {
  ({ registry, key, log, write } = await openWrittenLog());
});
afterAll(() => registry.close());

const sqlOf = () => registry.department.database.sql;
const drop = (months: number) => dropAccessMonths(registry.department.database.url, PATIENCE, months, NOW);

async function months(): Promise<string[]> {
  const rows = await sqlOf()<{ name: string }[]>`
    select inhrelid::regclass::text as name from pg_inherits
    where inhparent in ('accesses'::regclass, 'access_enterprises'::regclass) order by 1`;
  return rows.map(({ name }) => name);
}

/** The records that auditors read, from a sequence number on. */
async function read(after = 0): Promise<LoggedText[]> {
  const { data } = await log.askAs(
    AUDITOR,
    `query ($after: Float!) { accessLogs(gateway: "${GATEWAY}") { records(after: $after, first: 1000) { text hash seal } } }`,
    { after },
  );
  return (data as unknown as { accessLogs: { records: LoggedText[] }[] }).accessLogs[0]!.records;
}

const at = (day: string) => () => ({
  at: `${day}T12:00:00.000Z`,
  subjects: [{ type: 'Enterprise', key: KUNSHAN }],
});

test('this month and the next one are made ahead, again and again', async () => {
  await makeAccessMonths(registry.department.database.url);
  const [now] = await sqlOf()`select to_char(now() at time zone 'UTC', 'YYYY_MM') as this,
    to_char(now() at time zone 'UTC' + interval '1 month', 'YYYY_MM') as next`;
  expect(await months()).toEqual(
    ['access_enterprises', 'accesses'].flatMap((table) => [
      `${table}_${now!['this']}`,
      `${table}_${now!['next']}`,
    ]),
  );
  const before = await months();
  await makeAccessMonths(registry.department.database.url);
  expect(await months()).toEqual(before);
});

test('a month is made while its table is read, and the reader does not end first', async () => {
  await sqlOf().begin(async (tx) => {
    await tx`select count(*) from accesses, access_enterprises`;
    // Fails after a while if it has to wait.
    await registry.department.database.service.sql.begin(async (made) => {
      await made`set local lock_timeout = '2s'`;
      await made`select make_access_partitions('{2020-05-01}')`;
    });
  });
  expect(await months()).toContain('accesses_2020_05');
  const indexes = await sqlOf()`
    select (select count(*) from pg_index where indrelid = 'accesses'::regclass)::int as whole,
      (select count(*) from pg_inherits join pg_index on inhrelid = indexrelid where indrelid = 'accesses_2020_05'::regclass)::int as part`;
  expect(indexes[0]!['part']).toBe(indexes[0]!['whole']);
  await sqlOf()`drop table accesses_2020_05, access_enterprises_2020_05`;
});

test('months before those that are kept are dropped whole, with what finds them, and nothing else', async () => {
  for (const day of ['2025-11-30', '2025-12-01', '2026-01-01', '2026-01-31', '2026-02-01', '2026-07-15'])
    expect(await log.kept(write(2, at(day)))).toEqual(expect.any(Number));
  const before = await read();
  expect(before).toHaveLength(12);
  const made = await months();

  expect(await drop(5)).toEqual(['2025-11', '2025-12', '2026-01']);

  expect(await read()).toEqual(before.slice(8));
  expect((await sqlOf()`select count(*)::int from access_enterprises`)[0]).toEqual({ count: 4 });
  expect(await months()).toEqual(made.filter((name) => !/2025_1[12]|2026_01/.test(name)));
  expect(await drop(5)).toEqual([]);

  const [ended] =
    await sqlOf()`select reason from audit_log where action = 'dropAccesses' and subject = '2026-01'`;
  expect(ended).toEqual({ reason: 'edge up to record 8; verify from 2026-02-01T00:00:00.000Z on.' });
});

test('what is left is verified behind the last record that was dropped, and the log goes on', async () => {
  expect(await log.kept(write(1, at('2026-07-16')))).toBe(13);
  const kept = await read();
  const keys = [{ ...publicKeyOf(key), revokedAt: null }];
  const previous = (JSON.parse(kept[0]!.text) as { previous: string }).previous;
  const start = { sequence: 8, hash: previous };
  expect(await verifyRecords(kept, { gateway: GATEWAY, keys, start })).toMatchObject({
    finding: null,
    records: 5,
  });
  // It does not pass for whole.
  expect((await verifyRecords(kept, { gateway: GATEWAY, keys })).finding).toMatchObject({
    reason: 'MISSING',
  });
});

test('a record that comes late for a month that was dropped is kept, also by a process that made it before', async () => {
  expect(await months()).not.toContain('accesses_2026_01');
  expect(await log.kept(write(1, at('2026-01-31')))).toBe(14);
  expect(await months()).toContain('accesses_2026_01');
  expect(await read(13)).toHaveLength(1);
  // Its neighbours stand in a later month: without this one there is a gap, which the register names.
  expect(await drop(5)).toEqual(['2026-01']);
  const [ended] = await sqlOf()`
    select reason from audit_log where action = 'dropAccesses' and subject = '2026-01' order by id desc limit 1`;
  expect(ended).toEqual({ reason: 'edge up to record 14; verify from 2026-07-16T12:00:00.001Z on.' });
});

test('a long read holds a drop up, and is not ended by it; others read and write meanwhile', async () => {
  expect(await log.kept(write(1, at('2026-01-31')))).toBe(15);
  const done = Promise.withResolvers<void>();
  const reading = Promise.withResolvers<void>();
  const reader = sqlOf().begin(async (tx) => {
    await tx`select count(*) from accesses`;
    reading.resolve();
    await done.promise;
  });
  await reading.promise;
  const dropped = drop(5);
  expect(await log.kept(write(1, at('2026-07-17')))).toBe(16);
  expect(await read(15)).toHaveLength(1);
  expect(await months()).toContain('accesses_2026_01');
  done.resolve();
  await reader;
  expect(await dropped).toEqual(['2026-01']);
});

test('the setting keeps all by default, and half a year at least', () => {
  expect(accessMonthSettings.parse({})).toEqual({ ACCESS_LOG_MONTHS: 0 });
  expect(accessMonthSettings.parse({ ACCESS_LOG_MONTHS: '36' })).toEqual({ ACCESS_LOG_MONTHS: 36 });
  for (const months of ['5', '-1', '1.5', '1201'])
    expect(accessMonthSettings.safeParse({ ACCESS_LOG_MONTHS: months }).success, months).toBe(false);
});
