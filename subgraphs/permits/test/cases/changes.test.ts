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

interface InboxEvent {
  id: string;
  case: { number: string; state: string } | null;
}

function followInbox(who: Who, after: string | null = null) {
  const request = {
    query: 'subscription ($after: ID) { inbox(after: $after) { id case { number state } } }',
    variables: { after },
  };
  const headers = () => open.served.sign(who, JSON.stringify(request));
  const results = createClient({ url: open.served.url, retryAttempts: 0, headers }).iterate<
    Record<string, unknown>
  >(request);
  return {
    async next(): Promise<InboxEvent> {
      const { value } = (await results.next()) as IteratorResult<{ data?: { inbox: InboxEvent } }>;
      return value?.data?.inbox ?? { id: JSON.stringify(value), case: null };
    },
    raw: results,
    stop: () => results.return!(),
  };
}

/** Whoever follows from now on is told of nothing that happened before. */
async function publishAll(): Promise<void> {
  const pending = () => open.served.database.sql`select 1 from outbox where position is null`;
  await expect.poll(async () => (await pending()).length).toBe(0);
}

test('an inbox tells a person of its own cases, an official of those at its offices, and a stranger of none', async () => {
  await publishAll();
  const [owner, official, stranger] = [OWNER, OFFICIAL, STRANGER].map((who) => followInbox(who));
  const firsts = [owner!.next(), official!.next()];
  const unheard = stranger!.next();
  // All three listen before anything happens.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { number } = (await open.start(OWNER)).case!;
  const started = await firsts[0]!;
  expect(started.case!.number).toBe(number);
  const seen = owner!.next();
  await open.act(OWNER, 'submitCase', number);
  expect((await seen).case).toEqual({ number, state: 'SUBMITTED' });
  // The official was not told of the draft, or is told of the case when it may see it.
  expect((await firsts[1]!).case).toEqual({ number, state: 'SUBMITTED' });
  const none = await Promise.race([unheard, new Promise((resolve) => setTimeout(resolve, 300, 'nothing'))]);
  expect(none).toBe('nothing');
  await Promise.all([owner!.stop(), official!.stop(), stranger!.stop()]);
});

test('who comes back with the id of the last event misses nothing, and gets nothing twice', async () => {
  await publishAll();
  const inbox = followInbox(OWNER);
  const first = inbox.next();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { number } = (await open.start(OWNER)).case!;
  const { id } = await first;
  await inbox.stop();
  const others: string[] = [];
  for (let i = 0; i < 3; i++) others.push((await open.start(OWNER)).case!.number);
  await open.act(OWNER, 'submitCase', number);
  await publishAll();

  const again = followInbox(OWNER, id);
  const missed: InboxEvent[] = [];
  for (let i = 0; i < 4; i++) missed.push(await again.next());
  expect(missed.map((event) => event.case!.number)).toEqual([...others, number]);
  expect(new Set([id, ...missed.map((event) => event.id)]).size).toBe(5);
  await again.stop();
});

test('an id that is none is refused', async () => {
  for (const after of ['x', '-1', '9'.repeat(40)]) {
    const inbox = followInbox(OWNER, after);
    expect((await inbox.raw.next()).value).toMatchObject({
      errors: [{ extensions: { code: 'MALFORMED_CURSOR' } }],
    });
  }
});

test('no change is told by the transaction that makes it: that would make all commits of the server wait', async () => {
  const { sql } = open.served.database;
  const triggers = await sql<{ source: string }[]>`
    select prosrc as source from pg_proc where proname = 'case_changed'`;
  expect(triggers).toHaveLength(1);
  expect(triggers[0]!.source).not.toMatch(/notify/i);
});
