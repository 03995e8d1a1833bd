import { randomUUID } from 'node:crypto';
import { deliverNext } from '@yiwang/subgraph-kit/webhooks';
import { startRelay } from '@yiwang/subgraph-kit/outbox';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMayTell } from '../src/webhooks/may-tell.ts';
import { CITIZEN, openCases, type OpenCases, OWNER, STRANGER } from './cases/open-cases.ts';

const got: { headers: Record<string, string>; body: string }[] = [];
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    got.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(204).end();
  });
});
let url: string;
let open: OpenCases;
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  open = await openCases(undefined, { allowLoopback: true });
});
afterAll(async () => {
  await open[Symbol.asyncDispose]();
  await new Promise((resolve) => receiver.close(resolve));
});

const FIELDS = 'webhook { id url topics state lastError } secret userErrors { code field }';
interface Payload {
  webhook: { id: string } | null;
  secret: string | null;
  userErrors: { code: string; field: string[] | null }[];
}

async function register(who: typeof OWNER, address = url): Promise<Payload> {
  const query = `mutation ($input: WebhookInput!, $key: ID!) {
    payload: registerWebhook(input: $input, idempotencyKey: $key) { ${FIELDS} } }`;
  const { data, errors } = await open.served.ask(query, who, { input: { url: address }, key: randomUUID() });
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['payload'] as Payload;
}

async function deliverAll(): Promise<void> {
  const { sql } = open.served.database.service;
  await using relay = startRelay(sql, { department: 'permits', pollMs: 10 });
  relay.wake();
  await expect.poll(async () => (await sql`select 1 from outbox where position is null`).length).toBe(0);
  const options = { department: 'permits', allowed: { allowLoopback: true }, mayTell: createMayTell(sql) };
  while (await deliverNext(sql, options));
}

test('who filed a case is told of each of its steps, with what changed and no more, signed', async () => {
  const { secret, webhook } = await register(OWNER);
  await register(STRANGER);
  const { number } = (await open.start(OWNER)).case!;
  await open.act(OWNER, 'submitCase', number);
  await deliverAll();
  const messages = got.map((one) => new Webhook(secret!).verify(one.body, one.headers));
  expect(messages).toEqual([
    {
      type: 'case_changed',
      timestamp: expect.any(String),
      data: { key: number, number, version: 1, action: 'START', state: 'DRAFT' },
    },
    {
      type: 'case_changed',
      timestamp: expect.any(String),
      data: { key: number, number, version: 2, action: 'SUBMIT', state: 'SUBMITTED' },
    },
  ]);
  const { data } = await open.served.ask('{ myWebhooks { id topics state lastError } }', OWNER);
  expect(data).toEqual({
    myWebhooks: [{ id: webhook!.id, topics: ['CASE_CHANGED'], state: 'ACTIVE', lastError: null }],
  });
});

test('a webhook is tried, turned, and removed by its person alone', async () => {
  const { webhook } = await register(CITIZEN);
  const ask = async (who: typeof OWNER, mutation: string) =>
    (await open.served.ask(`mutation ($id: ID!) { payload: ${mutation} }`, who, { id: webhook!.id })).data![
      'payload'
    ];
  const TEST = 'testWebhook(id: $id) { status error userErrors { code } }';
  expect(await ask(CITIZEN, TEST)).toEqual({ status: 204, error: null, userErrors: [] });
  expect(await ask(OWNER, TEST)).toEqual({
    status: null,
    error: null,
    userErrors: [{ code: 'UNKNOWN_WEBHOOK' }],
  });
  const turned = (await ask(
    CITIZEN,
    `rotateWebhookSecret(id: $id, idempotencyKey: "a") { ${FIELDS} }`,
  )) as Payload;
  expect(turned.secret).toMatch(/^whsec_/);
  const enabled = (await ask(
    CITIZEN,
    `enableWebhook(id: $id, idempotencyKey: "b") { ${FIELDS} }`,
  )) as Payload;
  expect([enabled.webhook!.id, enabled.secret]).toEqual([webhook!.id, null]);
  const removed = (await ask(CITIZEN, `removeWebhook(id: $id) { ${FIELDS} }`)) as Payload;
  expect(removed.userErrors).toEqual([]);
  expect((await open.served.ask('{ myWebhooks { id } }', CITIZEN)).data).toEqual({ myWebhooks: [] });
});

test('an address inside the network is refused, and a webhook of an application that acts for itself', async () => {
  expect((await register(OWNER, 'https://169.254.169.254/')).userErrors).toEqual([
    { code: 'FORBIDDEN_ADDRESS', field: ['input', 'url'] },
  ]);
  const application = { client: 'bulk', user: null };
  expect((await register(application)).userErrors).toEqual([{ code: 'NO_PERSON', field: null }]);
  expect((await open.served.ask('{ myWebhooks { id } }', application)).data).toEqual({ myWebhooks: [] });
});
