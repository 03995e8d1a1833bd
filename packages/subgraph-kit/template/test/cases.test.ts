import { type Relay, startRelay } from '@yiwang/subgraph-kit/outbox';
import type { OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NAME } from '../src/department.ts';
import { openServed } from './ask.ts';
import { BUSY, QUIET } from './fixture.ts';

type Who = NonNullable<Parameters<OpenServedDepartment['ask']>[1]>;

interface Outcome {
  case: { number: string; version: number; state: string } | null;
  userErrors: { code: string }[];
}

let served: OpenServedDepartment;
let relay: Relay;
beforeAll(async () => {
  served = await openServed();
  relay = startRelay(served.database.service.sql, { department: NAME, pollMs: 20 });
  await served.database.sql`insert into officials values ('official-1', '32', '2020-01-01', null)`;
  await served.database.sql`insert into officials values ('official-2', '44', '2020-01-01', null)`;
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await served[Symbol.asyncDispose]();
});

const person = (user: string, uscc: string): Who => ({
  client: 'portal',
  user,
  mandates: [{ id: 'M1', uscc, items: null }],
});
const official = (user: string): Who => ({
  client: 'desk',
  user,
  department: NAME,
  scopes: ['cases:decide'],
  purpose: { basis: '行政许可法', caseNumber: 'desk', requester: user },
  // What a client of the department reads: everything of its own.
  reads: ['__typename', 'number', 'title', 'state', 'version', 'decision', 'record'].map((field) => ({
    coordinate: `TemplateCase.${field}`,
    grant: null,
    regions: null,
  })),
});

const OWNER = person('owner', BUSY);
const STRANGER = person('stranger', QUIET);
const OFFICIAL = official('official-1');

const OUTCOME = '{ case { number version state } userErrors { code } }';

async function start(who = OWNER, key: string = randomUUID(), title = '一号档案'): Promise<Outcome> {
  const { data } = await served.ask(
    `mutation ($input: TemplateCaseInput!, $key: ID!) {
      outcome: startTemplateCase(input: $input, idempotencyKey: $key) ${OUTCOME} }`,
    who,
    { input: { title, applicant: BUSY, region: '320102' }, key },
  );
  return data!['outcome'] as Outcome;
}

async function act(who: Who, step: string, { number, version }: NonNullable<Outcome['case']>, args = '') {
  const { data, errors } = await served.ask(
    `mutation ($number: ID!, $version: Int!, $key: ID!) {
      outcome: ${step}(number: $number, expectedVersion: $version, idempotencyKey: $key${args}) ${OUTCOME} }`,
    who,
    { number, version, key: randomUUID() },
  );
  return (data?.['outcome'] as Outcome | undefined) ?? { case: null, userErrors: [errors![0]!.extensions] };
}

const codeOf = ({ userErrors }: Outcome) => userErrors[0]?.code;

/** A case on which steps were taken, each by whoever may. */
async function caseAfter(...steps: (readonly [who: Who, step: string, args?: string])[]) {
  let found = (await start()).case!;
  for (const [who, step, args] of steps) found = (await act(who, step, found, args)).case!;
  return found;
}

const SUBMIT = [OWNER, 'submitTemplateCase'] as const;
const ACCEPT = [OFFICIAL, 'acceptTemplateCase'] as const;
const REVIEW = [OFFICIAL, 'startTemplateCaseReview'] as const;
const GRANT = [OFFICIAL, 'decideTemplateCase', ', decision: GRANTED'] as const;

test('a case that is granted makes a record, in the same transaction', async () => {
  const { number } = await caseAfter(SUBMIT, ACCEPT, REVIEW, GRANT);
  const { data } = await served.ask(
    `{ templateCase(number: "${number}") { state decision record { number title holder { uscc } source } } }`,
    OWNER,
  );
  expect(data).toEqual({
    templateCase: {
      state: 'DECIDED',
      decision: 'GRANTED',
      record: { number: `R${number}`, title: '一号档案', holder: { uscc: BUSY }, source: 'GRAPH' },
    },
  });
});

test('a case that is denied makes none, and needs a reason', async () => {
  const reviewed = await caseAfter(SUBMIT, ACCEPT, REVIEW);
  const denied = (reason: string) =>
    act(OFFICIAL, 'decideTemplateCase', reviewed, `, decision: DENIED, reason: "${reason}"`);
  expect(codeOf(await denied(''))).toBe('MALFORMED_TEXT');
  expect((await denied('材料不符')).case).toMatchObject({ state: 'DECIDED' });
  const { sql } = served.database;
  expect(await sql`select 1 from records where case_number = ${reviewed.number}`).toEqual([]);
});

test('a command with the same key is carried out once', async () => {
  const key = randomUUID();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => start(OWNER, key)));
  expect(new Set(outcomes.map((outcome) => outcome.case?.number)).size).toBe(1);
  expect(codeOf(await start(OWNER, key, '二号档案'))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('who does not act for the applicant starts nothing, and a draft is known to its applicant alone', async () => {
  expect(codeOf(await start(STRANGER))).toBe('NO_MANDATE');
  const draft = (await start()).case!;
  expect(codeOf(await act(STRANGER, 'submitTemplateCase', draft))).toBe('UNKNOWN_NUMBER');
  const { data } = await served.ask(`{ templateCase(number: "${draft.number}") { title } }`, OFFICIAL);
  expect(data).toEqual({ templateCase: null });
});

test('officials decide where they are officials, on the version that they saw, and not for the applicant', async () => {
  const submitted = await caseAfter(SUBMIT);
  expect(codeOf(await act(official('official-2'), 'acceptTemplateCase', submitted))).toBe('NOT_YOUR_REGION');
  expect(codeOf(await act(official('nobody'), 'acceptTemplateCase', submitted))).toBe('NOT_YOUR_REGION');
  expect(codeOf(await act(OWNER, 'acceptTemplateCase', submitted))).toBe('FORBIDDEN');
  expect(codeOf(await act(OFFICIAL, 'acceptTemplateCase', { ...submitted, version: 1 }))).toBe(
    'STALE_VERSION',
  );
  expect(codeOf(await act(OFFICIAL, 'decideTemplateCase', submitted, ', decision: GRANTED'))).toBe(
    'WRONG_STATE',
  );
});

test('who follows a case is told of each step, once the relay has published it', async () => {
  const submitted = await caseAfter(SUBMIT);
  await using events = await follow(submitted.number);
  expect(await events.next()).toContain('"state":"SUBMITTED"');
  await act(OFFICIAL, 'acceptTemplateCase', submitted);
  expect(await events.next()).toContain('"state":"ACCEPTED"');
});

/** Subscribes by server-sent events, as a gateway does. */
async function follow(number: string) {
  const body = JSON.stringify({
    query: 'subscription ($number: ID!) { templateCaseChanged(number: $number) { state } }',
    variables: { number },
  });
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const { body: stream } = await fetch(served.url, {
    method: 'POST',
    headers: { ...headers, ...(await served.sign(OWNER, body)) },
    body,
  });
  const reader = stream!.pipeThrough(new TextDecoderStream()).getReader();
  let read = '';
  return {
    async next(): Promise<string> {
      for (;;) {
        const event = /event: next\n[^]*?\n\n/.exec(read);
        if (event) {
          read = read.slice(event.index + event[0].length);
          return event[0];
        }
        const { value, done } = await reader.read();
        if (done) throw new Error(`The stream has ended: ${read}`);
        read += value;
      }
    },
    [Symbol.asyncDispose]: () => reader.cancel(),
  };
}
