import { type Relay, startRelay } from '@yiwang/subgraph-kit/outbox';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NAME } from '../../src/department.ts';
import { OFFICIAL, type OpenCases, openCases, OWNER, STRANGER, type Who } from './open-cases.ts';

let open: OpenCases;
let relay: Relay;
beforeAll(async () => {
  open = await openCases();
  relay = startRelay(open.served.database.service.sql, { department: NAME, pollMs: 20 });
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await open[Symbol.asyncDispose]();
});

function follow(who: Who, number: string) {
  const request = {
    query: 'subscription ($n: ID!) { caseChanged(number: $n) { state version timeline { step } } }',
    variables: { n: number },
  };
  const headers = () => open.served.sign(who, JSON.stringify(request));
  return createClient({ url: open.served.url, retryAttempts: 0, headers }).iterate<Record<string, unknown>>(
    request,
  );
}

interface Changed {
  data: { caseChanged: { state: string; version: number; timeline: { step: string }[] } | null };
}
const changed = async (step: Promise<IteratorResult<unknown>>) =>
  ((await step).value as Changed).data.caseChanged!;

test('who follows a case sees each step that others take, with its timeline', async () => {
  const { number } = await open.caseAfter(['submitCase']);
  const changes = follow(OWNER, number);
  expect(await changed(changes.next())).toMatchObject({ state: 'SUBMITTED', version: 2 });
  const next = changes.next();
  await open.act(OFFICIAL, 'acceptCase', number);
  expect(await changed(next)).toEqual({
    state: 'ACCEPTED',
    version: 3,
    timeline: [{ step: 'STARTED' }, { step: 'SUBMITTED' }, { step: 'ACCEPTED' }],
  });
  await changes.return!();
});

test('nobody follows a draft of somebody else', async () => {
  const draft = (await open.start(OWNER)).case!;
  for (const who of [STRANGER, OFFICIAL]) {
    const results = follow(who, draft.number);
    expect((await results.next()).value).toMatchObject({ errors: [{}] });
    expect((await results.next()).done).toBe(true);
  }
  const own = follow(OWNER, draft.number);
  expect(await changed(own.next())).toMatchObject({ state: 'DRAFT' });
  await own.return!();
});

test('no change is told by the transaction that makes it: that would make all commits of the server wait', async () => {
  const { sql } = open.served.database;
  const triggers = await sql<{ source: string }[]>`
    select prosrc as source from pg_proc where proname = 'case_changed'`;
  expect(triggers).toHaveLength(1);
  expect(triggers[0]!.source).not.toMatch(/notify/i);
});
