import type { IncomingMessage } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublicError } from '@yiwang/errors';
import { createClient } from 'graphql-ws';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createAddressOf, networkOf } from '../src/pipeline/rate-limits/client-address.ts';
import { createClientPolicies } from '../src/pipeline/client-policies/client-policies.ts';
import { createCounters } from '../src/pipeline/rate-limits/counter.ts';
import { createMemoryBuckets } from '../src/pipeline/rate-limits/memory-buckets.ts';
import { createRates } from '../src/pipeline/rate-limits/rates.ts';
import { createLockSignIns, createSignIns } from '../src/pipeline/rate-limits/sign-ins.ts';
import type { Identified, Incoming } from '../src/pipeline/request/request.ts';
import { gatewaySettings } from '../src/config/config.ts';
import { readSettings, SettingsError } from '@yiwang/service/settings';
import { createLogger } from '@yiwang/service/logging';
import { serveGateway } from './support/serve-gateway.ts';

const logger = createLogger('test', 'silent');
const QUERY = '{ enterprise(uscc: "E1") { name } }';

function post(url: string, query: string, headers: Record<string, string> = {}) {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

const asking = (id: string, address: string): Identified =>
  ({ client: { id, user: null, department: null, scopes: [] }, address, answerHeaders: {} }) as never;

test('every answer says how many operations are left, and the one too many is 429 and reaches no department', async () => {
  await using gateway = await serveGateway({ RATE_LIMIT_PUBLIC_REQUESTS: '3' });
  const answers = [];
  for (const query of [QUERY, '{ wrong', QUERY, QUERY]) answers.push(await post(gateway.url, query));

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0']);
  expect(gateway.graph.enterprises.requests).toHaveLength(2);
  const { headers } = answers[3]!;
  const seconds = headers.get('retry-after');
  // A third of a minute is left until there is one again, not the rest of a minute.
  expect(Number(seconds)).toBeGreaterThan(10);
  expect(Number(seconds)).toBeLessThanOrEqual(20);
  expect(Object.fromEntries([...headers].filter(([name]) => name.startsWith('ratelimit')))).toEqual({
    ratelimit: `"requests";r=0;t=${seconds}`,
    'ratelimit-policy': '"requests";q=3;w=60',
    'ratelimit-limit': '3',
    'ratelimit-remaining': '0',
    'ratelimit-reset': seconds,
  });
  expect(await answers[3]!.json()).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED', limit: 3, retryAfterSeconds: Number(seconds) } }],
  });
});

test('each operation of a WebSocket counts, together with those by HTTP', async () => {
  await using gateway = await serveGateway({ RATE_LIMIT_PUBLIC_REQUESTS: '3' });
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const ask = async () => (await client.iterate({ query: QUERY }).next()).value as unknown;

  expect(await ask()).toMatchObject({ data: { enterprise: {} } });
  await post(gateway.url, QUERY);
  expect(await ask()).toMatchObject({ data: { enterprise: {} } });
  await expect(ask()).rejects.toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  await client.dispose();
});

test('a client of server-sent events is told what is left as well', async () => {
  await using gateway = await serveGateway({ RATE_LIMIT_PUBLIC_REQUESTS: '1' });
  const subscription = 'subscription { renamed { name } }';
  const abort = new AbortController();
  const first = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: subscription }),
    signal: abort.signal,
  });
  expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=0;t=\d+$/);
  abort.abort();

  expect((await post(gateway.url, subscription, { accept: 'text/event-stream' })).status).toBe(429);
});

test('x-forwarded-for counts from a trusted proxy only', async () => {
  await using trusting = await serveGateway({
    RATE_LIMIT_PUBLIC_REQUESTS: '1',
    TRUSTED_PROXIES: '127.0.0.0/8, ::1',
  });
  const from = async (url: string, address: string) =>
    (await post(url, QUERY, { 'x-forwarded-for': address })).status;
  expect(await from(trusting.url, '203.0.113.1')).toBe(200);
  expect(await from(trusting.url, '203.0.113.2')).toBe(200);
  // What the caller wrote itself stands before what the proxy added.
  expect(await from(trusting.url, '198.51.100.1, 203.0.113.2')).toBe(429);

  await using careful = await serveGateway({ RATE_LIMIT_PUBLIC_REQUESTS: '1' });
  expect(await from(careful.url, '203.0.113.1')).toBe(200);
  expect(await from(careful.url, '203.0.113.2')).toBe(429);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['203.0.113.7:51234', '203.0.113.7'],
  ['[2001:db8::1]:51234', '2001:db8:0:0::/64'],
  ['[2001:db8::1]', '2001:db8:0:0::/64'],
  ['not:an address', 'not:an address'],
  ['', ''],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a forwarded address that is none is kept short', () => {
  const addressOf = createAddressOf(['127.0.0.1']);
  const request = {
    socket: { remoteAddress: '127.0.0.1' },
    headers: { 'x-forwarded-for': 'x'.repeat(5000) },
  } as unknown as IncomingMessage;

  expect(addressOf(request)).toHaveLength(64);
});

test('clients are counted each for itself, wherever they ask from; the public by address', async () => {
  await using counters = await createCounters('memory', logger);
  const rates = createRates(counters);
  const isWithin = (id: string, address: string) =>
    rates.countRequest(asking(id, address), 2).then(
      () => true,
      () => false,
    );

  expect(await isWithin('portal', '1.1.1.1')).toBe(true);
  expect(await isWithin('portal', '2.2.2.2')).toBe(true);
  expect(await isWithin('portal', '3.3.3.3')).toBe(false);
  expect(await isWithin('tax', '1.1.1.1')).toBe(true);
  expect(await isWithin('public', '1.1.1.1')).toBe(true);
  expect(await isWithin('public', '1.1.1.1')).toBe(true);
  expect(await isWithin('public', '1.1.1.1')).toBe(false);
  expect(await isWithin('public', '2.2.2.2')).toBe(true);
});

test('tokens that are refused lock their address out of signing in, and nobody else', async () => {
  await using counters = await createCounters('memory', logger);
  let looked = 0;
  const lockSignIns = createLockSignIns(createSignIns(counters, 3));
  const authenticate = async (request: Incoming) => {
    looked += 1;
    if (request.headers.authorization === 'Bearer bad') throw new PublicError('UNAUTHENTICATED', 'No.');
    return request as Identified;
  };
  const from = (address: string, authorization?: string) =>
    Promise.resolve(
      lockSignIns(
        { headers: { authorization }, address, answerHeaders: {} } as unknown as Incoming,
        authenticate,
      ),
    ).then(
      () => 'passes',
      (error: PublicError) => error.code,
    );

  expect(await from('1.1.1.1', 'Bearer good')).toBe('passes');
  for (let i = 0; i < 3; i++) expect(await from('1.1.1.1', 'Bearer bad')).toBe('UNAUTHENTICATED');
  const before = looked;
  expect(await from('1.1.1.1', 'Bearer bad')).toBe('RATE_LIMITED');
  expect(await from('1.1.1.1', 'Bearer good')).toBe('RATE_LIMITED');
  expect(looked).toBe(before);
  expect(await from('1.1.1.1')).toBe('passes');
  expect(await from('2.2.2.2', 'Bearer good')).toBe('passes');
});

/** A token that claims to be of a client, and is not good. */
const claiming = (client: string) =>
  `Bearer e30.${Buffer.from(JSON.stringify({ iss: 'https://issuer', client_id: client })).toString('base64url')}.x`;

test('whatever clients bad tokens claim to be of, an address has them looked at so many times only', async () => {
  await using counters = await createCounters('memory', logger);
  const signIns = createSignIns(counters, 3, (token) => token === 'remembered');
  const request = (authorization: string, address = '1.1.1.1') =>
    ({ headers: { authorization }, address, answerHeaders: {} }) as unknown as Incoming;
  let refused = 0;
  for (let n = 0; n < 100; n++) {
    try {
      signIns.check(request(claiming(`client-${n}`)));
    } catch {
      break;
    }
    await signIns.countRefused(request(claiming(`client-${n}`)));
    refused += 1;
  }

  expect(refused).toBe(30);
  expect(() => signIns.check(request(claiming('honest')))).toThrow(/refused/);
  expect(() => signIns.check(request('Bearer remembered'))).not.toThrow();
  expect(() => signIns.check(request(claiming('honest'), '2.2.2.2'))).not.toThrow();
});

test.each([
  ['steadily', 1],
  ['in bursts of ten', 10],
  ['in bursts of a hundred', 100],
])('whoever asks too much, %s, is answered at the steady rate, and never waits for long', (_how, burst) => {
  let now = 0;
  const buckets = createMemoryBuckets(() => now);
  const waits: number[] = [];
  let answered = 0;
  let silentSince = 0;
  // 64 people with 20 a second each, where 100 a second are allowed, and 1,000 at once.
  for (; now < 120_000; now += (burst * 1000) / 1280) {
    for (let n = 0; n < burst; n++) {
      if ((buckets.take('office', 10, 10_000) as number) < 0) continue;
      answered += 1;
      waits.push(now - silentSince);
      silentSince = now;
    }
  }

  expect(answered).toBeGreaterThanOrEqual(12_900);
  expect(answered).toBeLessThanOrEqual(13_100);
  expect(Math.max(...waits)).toBeLessThan(100);
});

test('a bucket never gives out more than it holds and what has come in since, whatever is taken when', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 400 })), {
        minLength: 1,
        maxLength: 200,
      }),
      (steps) => {
        let now = 0;
        const buckets = createMemoryBuckets(() => now);
        let taken = 0;
        for (const [pause, amount] of steps) {
          now += pause;
          const result = buckets.take('key', amount, 1000) as number;
          if (result >= 0) {
            taken += amount;
            expect(result).toBeLessThanOrEqual(1000);
          }
          expect(taken).toBeLessThanOrEqual(now + 1000);
        }
      },
    ),
  );
});

test('after the time that it is told to wait, a refused caller has what it asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 50 }), (amounts) => {
      let now = 0;
      const buckets = createMemoryBuckets(() => now);
      for (const amount of amounts) {
        const result = buckets.take('key', amount, 1000) as number;
        if (result >= 0) continue;
        now -= result;
        expect(buckets.take('key', amount, 1000)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('the file of clients overrides the settings, entry by entry, and is read again when it changes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-clients-'));
  const file = join(folder, 'clients.json');
  const settings = readSettings(gatewaySettings, { SUPERGRAPH: 'any', CLIENTS: file, COST_LIMIT: '500' });
  const of = (id: string) => policies.of(asking(id, '').client);
  await writeFile(
    file,
    '{ "portal": { "rate": 7 }, "default": { "cost": 90 }, "public": { "introspection": false } }',
  );
  using policies = await createClientPolicies(settings, logger);

  expect(of('portal')).toEqual({
    rate: 7,
    cost: 90,
    costRate: 0,
    persistedOnly: false,
    introspection: true,
  });
  expect(of('other')).toMatchObject({ rate: 60_000, cost: 90 });
  expect(of('public')).toMatchObject({ rate: 6_000, cost: 500, introspection: false });

  await writeFile(file, '{ "portal": { "rate": "many" } }');
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(of('portal')).toMatchObject({ rate: 7 });
  await writeFile(file, '{ "portal": { "rate": 8 } }');
  await expect.poll(() => of('portal').rate).toBe(8);
  expect(of('other')).toMatchObject({ cost: 500 });
  await rm(folder, { recursive: true });
});

test.each([
  ['{', 'JSON'],
  ['[]', 'expected record'],
  ['{ "portal": { "rates": 1 } }', 'rates'],
  ['{ "portal": { "rate": -1 } }', 'portal.rate'],
])(
  'a file of clients that says %s is refused at the start, with the setting, the file and why',
  async (text, why) => {
    const folder = await mkdtemp(join(tmpdir(), 'yiwang-clients-'));
    const file = join(folder, 'clients.json');
    await writeFile(file, text);
    const settings = readSettings(gatewaySettings, { SUPERGRAPH: 'any', CLIENTS: file });
    const refusal = (await createClientPolicies(settings, logger).catch((error: Error) => error)) as Error;

    expect(refusal).toBeInstanceOf(SettingsError);
    expect(refusal.message).toContain(`CLIENTS: ${file}`);
    expect(refusal.message).toContain(why);
    await rm(folder, { recursive: true });
  },
);
