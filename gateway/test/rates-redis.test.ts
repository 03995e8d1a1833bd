import { randomBytes } from 'node:crypto';
import { createLogger } from '@yiwang/service/logging';
import { createRedisWire, lookForRedis } from '@yiwang/testing/redis';
import { expect, test } from 'vitest';
import { createCounters } from '../src/pipeline/rate-limits/counter.ts';
import { serveGateway } from './support/serve-gateway.ts';

const logger = createLogger('test', 'silent');
const { url: REDIS, isThere } = await lookForRedis();

/** Nobody else counts under it. */
const someone = () => `test-${randomBytes(8).toString('hex')}`;
const someAddress = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`;

const untilReady = () => new Promise((resolve) => setTimeout(resolve, 300));

test.skipIf(!isThere)('gateways that share a Redis count together', async () => {
  const settings = {
    RATE_LIMIT_PUBLIC_REQUESTS: '3',
    RATE_LIMIT_STORE: REDIS,
    TRUSTED_PROXIES: '127.0.0.1',
  };
  await using one = await serveGateway(settings);
  await using other = await serveGateway(settings);
  await untilReady();
  const address = someAddress();
  const ask = async (url: string, from = address) => {
    const { status, headers } = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: '{"query":"{ __typename }"}',
    });
    return [status, headers.get('ratelimit-remaining')];
  };

  expect(await ask(one.url)).toEqual([200, '2']);
  expect(await ask(other.url)).toEqual([200, '1']);
  expect(await ask(one.url)).toEqual([200, '0']);
  expect(await ask(other.url)).toEqual([429, '0']);
  expect(await ask(one.url)).toEqual([429, '0']);
  expect(await ask(other.url, someAddress())).toEqual([200, '2']);
});

test.skipIf(!isThere)('two who ask at the same moment do not both get the last', async () => {
  await using one = await createCounters(REDIS, logger);
  await using other = await createCounters(REDIS, logger);
  await untilReady();
  const key = someone();
  const counters = [one.counter('requests'), other.counter('requests')];
  const used = await Promise.all(
    Array.from({ length: 40 }, async (_, i) => counters[i % 2]!.add(key, 1, 10)),
  );

  expect(used.filter(({ isWithin }) => isWithin)).toHaveLength(10);
});

test.skipIf(!isThere)(
  'while Redis is gone each gateway counts by itself; then they count together again',
  async () => {
    await using wire = await createRedisWire(REDIS);
    await using one = await createCounters(wire.url, logger);
    await using other = await createCounters(wire.url, logger);
    await untilReady();
    const key = someone();
    const add = async (counters: typeof one) =>
      (await counters.counter('requests').add(key, 1, 10)).remaining;
    expect(await add(one)).toBe(9);
    expect(await add(other)).toBe(8);

    wire.set('cut');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await add(one)).toBe(9);
    expect(await add(other)).toBe(9);

    wire.set('open');
    await expect.poll(() => add(one)).toBeLessThan(8);
  },
);

test.skipIf(!isThere)('a Redis that does not answer keeps nobody waiting for long', async () => {
  await using wire = await createRedisWire(REDIS);
  await using counters = await createCounters(wire.url, logger);
  await untilReady();
  wire.set('silent');
  const add = async () => {
    const start = performance.now();
    await counters.counter('requests').add('someone', 1, 10_000);
    return performance.now() - start;
  };

  expect(await add()).toBeLessThan(450);
  await expect.poll(add).toBeLessThan(5);
});

test('a gateway starts and counts by itself where no Redis answers', async () => {
  await using gateway = await serveGateway({
    RATE_LIMIT_STORE: 'redis://127.0.0.1:9',
    RATE_LIMIT_PUBLIC_REQUESTS: '1',
  });

  expect(await gateway.ask('{ __typename }')).toMatchObject({ data: {} });
  expect(await gateway.ask('{ __typename }')).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED' } }],
  });
});
