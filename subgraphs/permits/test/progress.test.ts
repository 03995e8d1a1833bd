import { type Relay, startRelay } from '@yiwang/subgraph-kit/outbox';
import { type ServedDepartment, serveDepartment } from '@yiwang/subgraph-kit/testing';
import { granted } from '@yiwang/testing';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NAME } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';
import { contextsOf, type Department, openDepartment } from './ask.ts';
import { fillRegister } from './fixture.ts';

let department: Department;
let served: ServedDepartment;
let relay: Relay;
let number: string;

beforeAll(async () => {
  department = await openDepartment();
  const { database } = department;
  await fillRegister(database);
  served = await serveDepartment({
    name: NAME,
    schema,
    createContext: contextsOf(database.db, database.sql),
    database,
  });
  relay = startRelay(database.service.sql, { department: NAME, pollMs: 20 });
  const [first] = await database.sql<{ number: string }[]>`select number from cases order by number`;
  number = first!.number;
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await served[Symbol.asyncDispose]();
  await department.database[Symbol.asyncDispose]();
});

const asGranted = (body: string) =>
  served.sign(
    granted([
      'Case.state',
      'Case.timeline',
      // The timeline is in its order.
      'CaseEvent.on',
      'CaseEvent.step',
      'CaseEvent.note',
    ]),
    body,
  );

function follow(of = number) {
  const request = {
    query: 'subscription ($n: ID!) { caseChanged(number: $n) { state timeline { step note } } }',
    variables: { n: of },
  };
  // As the client writes it.
  const headers = () => asGranted(JSON.stringify(request));
  const client = createClient({ url: served.url, retryAttempts: 0, headers });
  return client.iterate<Record<string, unknown>>(request);
}

const listeners = async () =>
  (
    await department.database.sql`
      select pid from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`
  ).map(({ pid }) => pid as number);

function add(step: string, note: string, of = number) {
  return department.database.sql`
    update cases set timeline = timeline || ${JSON.stringify([[step, 1, note]])}::text::jsonb
    where number = ${of}`;
}

const lastNote = (result: IteratorResult<{ data?: unknown }>) =>
  (result.value as { data: { caseChanged: { timeline: { note: string }[] } } }).data.caseChanged.timeline.at(
    -1,
  )!.note;

test('a case is told as it stands, and again after each change, whoever made it', async () => {
  const results = follow();
  expect((await results.next()).value).toMatchObject({
    data: { caseChanged: { state: expect.any(String) } },
  });

  const next = results.next();
  await add('INSPECTED', '现场核查');
  expect(lastNote(await next)).toBe('现场核查');
  await results.return!();
});

test('what does not change its course, another case and an undone change tell nothing', async () => {
  const { sql } = department.database;
  const [another] = await sql<{ number: string }[]>`select number from cases where number <> ${number}`;
  const results = follow();
  await results.next();
  const next = results.next();

  await sql`update cases set region_code = region_code where number = ${number}`;
  await add('REVIEWED', '别的', another!.number);
  await sql
    .begin(async (transaction) => {
      await transaction`update cases set state = 'DECIDED', decision = 'DENIED' where number = ${number}`;
      throw new Error('Undone.');
    })
    .catch(() => {});
  await add('REVIEWED', '审查');

  expect(lastNote(await next)).toBe('审查');
  await results.return!();
});

test('many subscribers cost one connection', async () => {
  const all = Array.from({ length: 20 }, () => follow());
  await Promise.all(all.map((results) => results.next()));
  expect(await listeners()).toHaveLength(1);

  const next = all.map((results) => results.next());
  await add('REVIEWED', '二十');
  expect((await Promise.all(next)).map(lastNote)).toEqual(Array(20).fill('二十'));
  await Promise.all(all.map((results) => results.return!()));
});

test('a change while the connection to the database was lost is told when it is back', async () => {
  const results = follow();
  await results.next();
  const next = results.next();
  const [before] = await listeners();
  await department.database.sql`
    with changed as (
      update cases set timeline = timeline || '[["REVIEWED",1,"断线"]]' where number = ${number}
    )
    select pg_terminate_backend(${before!})`;

  // Perhaps once more for the notification itself.
  expect(lastNote(await next)).toBe('断线');
  await expect.poll(async () => (await listeners()).filter((pid) => pid !== before)).toHaveLength(1);
  let found = '';
  const after = (async () => {
    while (found !== '之后') found = lastNote(await results.next());
  })();
  await add('REVIEWED', '之后');
  await after;
  await results.return!();
});

test('a case that the register does not hold, or a malformed number, is an error', async () => {
  for (const [asked, code] of [
    ['BJ00000000000000', 'NOT_FOUND'],
    ['!', 'MALFORMED_CODE'],
  ] as const) {
    const results = follow(asked);
    expect((await results.next()).value).toMatchObject({ errors: [{ extensions: { code } }] });
    expect((await results.next()).done).toBe(true);
  }
});

test('a department that stops ends its streams with a code, and does not wait for clients', async () => {
  const second = await serveDepartment({
    name: NAME,
    schema,
    createContext: contextsOf(department.database.db, department.database.sql),
    database: department.database,
  });
  const body = JSON.stringify({
    query: `subscription { caseChanged(number: "${number}") { state } }`,
  });
  const response = await fetch(second.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(await second.sign(granted(['Case.state']), body)),
    },
    body,
  });
  const stopped = second[Symbol.asyncDispose]();
  expect(await response.text()).toMatch(/SUBSCRIPTION_INTERRUPTED.*\n\nevent: complete/);
  await stopped;
});
