import { setTimeout as sleep } from 'node:timers/promises';
import { verifyRecords } from '@yiwang/access-log';
import { publicKeyOf } from '@yiwang/identity';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessGateway, GRANT, PURPOSE, serveAccessGateway } from '../support/access-gateway.ts';
import { readJournal } from './support/open-test-journal.ts';

const ARREARS = '{ taxpayer { name arrears } }';

/** Resolves when the gateway knows of the grant. */
async function signIn(gateway: AccessGateway): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${await gateway.token('desk')}`, ...PURPOSE };
  await gateway.grant(GRANT);
  while ((await gateway.ask(ARREARS, headers)).body.errors) await sleep(50);
  return headers;
}

describe.each(['compiled', 'apollo'])('with the engine %s', (ENGINE) => {
  let gateway: AccessGateway;
  let headers: Record<string, string>;
  beforeAll(async () => {
    gateway = await serveAccessGateway({ ENGINE });
    headers = await signIn(gateway);
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const records = async () =>
    (await readJournal(gateway.accessLog)).map(({ text }) => JSON.parse(text) as Record<string, unknown>);

  test('an answer with conditional data is in the journal when it arrives', async () => {
    const before = (await records()).length;
    await gateway.ask(ARREARS, { ...headers, 'x-request-id': 'r-9' });
    const written = await records();
    expect(written).toHaveLength(before + 1);
    expect(written.at(-1)).toMatchObject({
      gateway: 'gateway-1',
      client: 'desk',
      grants: ['g1'],
      purpose: { basis: '税收征收管理法 第六条', caseNumber: 'A-1', requester: '王敏' },
      subjects: [{ type: 'Taxpayer', key: 'T1' }],
      fields: ['Taxpayer.arrears'],
      request: 'r-9',
      outcome: 'COMPLETE',
    });
  });

  test('what is open, and what is refused, is not written down', async () => {
    const before = await records();
    await gateway.ask('{ taxpayer { name } staff }', headers);
    await gateway.ask(ARREARS);
    await gateway.ask('{ taxpayer { secret } }', headers);
    expect(await records()).toEqual(before);
  });

  test('the journal is as the gateway wrote it, sealed by its key', async () => {
    const { finding } = await verifyRecords(await readJournal(gateway.accessLog), {
      gateway: 'gateway-1',
      keys: [{ ...publicKeyOf(gateway.key), revokedAt: null }],
      mayEndUnsealed: true,
    });
    expect(finding).toBeNull();
  });
});

test.each(['compiled', 'apollo'])(
  'with the engine %s and no journal to write to, only what is conditional is refused, before a department is asked',
  async (ENGINE) => {
    // A file where the folder should be.
    await using gateway = await serveAccessGateway({ ENGINE, ACCESS_LOG: '/dev/null/journal' });
    await gateway.grant(GRANT);
    const headers = { authorization: `Bearer ${await gateway.token('desk')}`, ...PURPOSE };
    await expect
      .poll(async () => (await gateway.ask(ARREARS, headers)).body.errors?.[0].extensions.code)
      .toBe('ACCESS_LOG_UNAVAILABLE');
    const asked = gateway.tax.requests.length;
    const { status, body } = await gateway.ask(ARREARS, headers);
    expect(status).toBe(503);
    expect(body.data ?? null).toBeNull();
    expect(gateway.tax.requests).toHaveLength(asked);
    expect((await gateway.ask('{ taxpayer { name } }', headers)).body).toEqual({
      data: { taxpayer: { name: '京桥' } },
    });
  },
);

test('a subscription is written down when it is opened, and each event before it is sent', async () => {
  await using gateway = await serveAccessGateway();
  const headers = await signIn(gateway);
  const before = (await readJournal(gateway.accessLog)).length;

  const client = createClient({ url: `${gateway.url}/graphql`, headers, retryAttempts: 0 });
  const events = client.iterate({ query: 'subscription { changed { name arrears } }' });
  const next = events.next();
  await gateway.changed.until(1);
  await expect.poll(async () => (await readJournal(gateway.accessLog)).length).toBe(before + 1);
  for (let number = 1; number <= 2; number++) {
    const arrears = 6 + number;
    gateway.changed.publish({ changed: { __typename: 'Taxpayer', id: `T${number}`, name: 'a', arrears } });
    const { value } = number === 1 ? await next : await events.next();
    expect(value).toMatchObject({ data: { changed: { arrears } } });
    expect(await readJournal(gateway.accessLog)).toHaveLength(before + 1 + number);
  }
  await events.return?.(undefined);
  client.dispose();
});
