import { type ServedDepartment, serveDepartment, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { createTestGateway, type TestGateway } from '@yiwang/testing';
import { createRedisWire, lookForRedis } from '@yiwang/testing/redis';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serviceSettings } from '../src/index.ts';
import { boatSchema as schema, renamed } from './support/boats.ts';
import { openThings } from './support/open-things.ts';

const { url: REDIS, isThere } = await lookForRedis();
const SOON = { interval: 50 };
const MUTATION = 'mutation { rename(number: "B1", name: "once") { name } }';

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await openThings();
  gateway = await createTestGateway();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});
beforeEach(() => void (renamed.length = 0));

/** One process of the department. */
async function serve(REPLAY_MEMORY: string): Promise<ServedDepartment> {
  const settings = { parse: (given: object) => serviceSettings(0).parse({ ...given, REPLAY_MEMORY }) };
  return serveDepartment(
    { name: 'boats', schema, createContext: () => ({}), database },
    { settings, gateway },
  );
}

async function send({ url }: ServedDepartment, query: string, headers: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code ?? response.status;
}

const bodyOf = (query: string) => JSON.stringify({ query });

/** Until it is connected, mutations are refused. */
const untilReady = (department: ServedDepartment) =>
  expect
    .poll(async () => send(department, MUTATION, await department.sign({}, bodyOf(MUTATION))), SOON)
    .toBe(200);

test.skipIf(!isThere)(
  'of several processes that share a Redis, one takes a mutation, and the others refuse it',
  async () => {
    await using one = await serve(REDIS);
    await using other = await serve(REDIS);
    await untilReady(one);
    await untilReady(other);
    renamed.length = 0;

    const headers = await gateway.sign('boats', {}, bodyOf(MUTATION));
    const outcomes = await Promise.all(
      [one, other, one, other].map((process) => send(process, MUTATION, headers)),
    );
    expect(outcomes.map(String).sort()).toEqual([
      '200',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
    expect(renamed).toEqual(['once']);
    const read = '{ boat(number: "B1") { name } }';
    const bound = await gateway.sign('boats', {}, bodyOf(read));
    expect(await Promise.all([send(one, read, bound), send(other, read, bound)])).toContain(
      'UNAUTHENTICATED',
    );
    const reusable = await gateway.sign('boats');
    for (const process of [one, other]) expect(await send(process, read, reusable)).toBe(200);
  },
);

test.skipIf(!isThere)(
  'an id is forgotten by itself, and not before the assertion is good for nobody',
  async () => {
    await using one = await serve(REDIS);
    await untilReady(one);
    const headers = await gateway.sign('boats', {}, bodyOf(MUTATION));
    const [, claims = ''] = headers['yiwang-assertion']!.split('.');
    const { jti, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      jti: string;
      exp: number;
    };
    expect(await send(one, MUTATION, headers)).toBe(200);

    const redis = new Redis(REDIS);
    try {
      const forgottenAt = await redis.pexpiretime(`yiwang:assertions:boats:${jti}`);
      expect(forgottenAt).toBeGreaterThan((exp + 30) * 1000);
      expect(forgottenAt).toBeLessThan((exp + 120) * 1000);
    } finally {
      redis.disconnect();
    }
  },
);

test.skipIf(!isThere).each(['cut', 'silent'] as const)(
  'while Redis is %s no mutation is carried out, queries are, and then all is as before',
  async (state) => {
    await using wire = await createRedisWire(REDIS);
    await using department = await serve(wire.url);
    await untilReady(department);
    const used = await gateway.sign('boats', {}, bodyOf(MUTATION));
    expect(await send(department, MUTATION, used)).toBe(200);
    renamed.length = 0;

    wire.set(state);
    expect(await send(department, MUTATION, await gateway.sign('boats', {}, bodyOf(MUTATION)))).toBe(
      'DEPARTMENT_UNAVAILABLE',
    );
    expect(await send(department, MUTATION, used)).toBe('UNAUTHENTICATED');
    const read = '{ boat(number: "B1") { name } }';
    expect(await send(department, read, await gateway.sign('boats'))).toBe(200);
    const bound = await gateway.sign('boats', {}, bodyOf(read));
    expect(await send(department, read, bound)).toBe(200);
    expect(await send(department, read, bound)).toBe('UNAUTHENTICATED');
    expect(renamed).toEqual([]);

    wire.set('open');
    await untilReady(department);
    expect(await send(department, MUTATION, used)).toBe('UNAUTHENTICATED');
  },
);

test('a department starts where no Redis answers, and carries out no mutation', async () => {
  await using department = await serve('redis://127.0.0.1:9');
  expect(await send(department, MUTATION, await gateway.sign('boats', {}, bodyOf(MUTATION)))).toBe(
    'DEPARTMENT_UNAVAILABLE',
  );
  expect(renamed).toEqual([]);
});

test.each(['redis', 'redis://', 'http://127.0.0.1:6379', 'memories'])(
  'a memory that is neither a Redis nor memory is refused: %s',
  (REPLAY_MEMORY) => {
    const { error } = serviceSettings(0).safeParse({ DATABASE_URL: database.url, REPLAY_MEMORY });
    expect(error?.issues).toMatchObject([
      { path: ['REPLAY_MEMORY'], message: expect.stringContaining('redis://host:port') },
    ]);
  },
);
