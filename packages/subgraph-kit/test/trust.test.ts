import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Assertion,
  contents,
  createKey,
  type PrivateKey,
  publicKeyOf,
  signCredential,
} from '@yiwang/identity';
import { type ServedDepartment, serveDepartment, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { createTestGateway, granted, signAs } from '@yiwang/testing';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { serviceSettings } from '../src/serve/service-settings.ts';
import { boatSchema as schema, renamed } from './support/boats.ts';
import { openThings } from './support/open-things.ts';

let database: TestDatabase;
let served: ServedDepartment;
const createContext = () => ({});
beforeAll(async () => {
  database = await openThings();
  served = await serveDepartment({
    name: 'boats',
    schema,
    openRoots: ['Mutation.publish'],
    createContext,
    database,
  });
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});
afterEach(() => void vi.useRealTimers());

interface Answer {
  status: number;
  data?: unknown;
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

async function send(query: string, headers: Record<string, string>, url = served.url): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const ask = async (query: string, assertion?: Partial<Assertion>) =>
  send(query, await served.sign(assertion, JSON.stringify({ query })));

/** The first code, with the status of the whole answer. */
const refusalOf = ({ status, errors }: Answer) => [status, errors?.[0]?.extensions['code']];

const PUBLIC = '{ boat(number: "B1") { name } }';

test('a gateway that signs is answered', async () => {
  expect(await ask(PUBLIC)).toEqual({ status: 200, data: { boat: { name: '苏渔1号' } } });
});

test.each<[what: string, header: () => Promise<Record<string, string>>]>([
  ['without an assertion', async () => ({})],
  ['with an empty one', async () => ({ 'yiwang-assertion': '' })],
  ['with one that is no token', async () => ({ 'yiwang-assertion': 'x.y.z' })],
  ['for another department', () => served.gateway.sign('land')],
  ['by a key that is no gateway’s', async () => signAs(await createKey(), 'boats')],
  [
    'by a key that takes the name of the gateway’s',
    async () => signAs({ ...(await createKey()), kid: served.gateway.key.kid }, 'boats'),
  ],
  [
    'whose claims were changed',
    async () => {
      const { 'yiwang-assertion': token } = await served.sign();
      const [head, body, signature] = token!.split('.');
      const claims = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object;
      const forged = Buffer.from(JSON.stringify({ ...claims, scopes: ['sensitive:read'] }));
      return { 'yiwang-assertion': [head, forged.toString('base64url'), signature].join('.') };
    },
  ],
  [
    'that says it needs no signature',
    async () => {
      const { 'yiwang-assertion': token } = await served.sign();
      const [head, body] = token!.split('.');
      const claims = JSON.parse(Buffer.from(head!, 'base64url').toString()) as object;
      const none = Buffer.from(JSON.stringify({ ...claims, alg: 'none' })).toString('base64url');
      return { 'yiwang-assertion': `${none}.${body}.` };
    },
  ],
  [
    'that came two minutes ago',
    async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 120_000 });
      const headers = await served.sign();
      vi.useRealTimers();
      return headers;
    },
  ],
])('a request %s is refused as a whole: 401', async (_what, header) => {
  expect(refusalOf(await send(PUBLIC, await header()))).toEqual([401, 'UNAUTHENTICATED']);
});

test('an assertion that was good is refused when its time is over', async () => {
  const headers = await served.sign();
  expect((await send(PUBLIC, headers)).status).toBe(200);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
  expect(refusalOf(await send(PUBLIC, headers))).toEqual([401, 'UNAUTHENTICATED']);
});

test('the schema, health and readiness are open to whoever asks', async () => {
  const { status, data } = await send('{ _service { sdl } __typename }', {});
  expect(status).toBe(200);
  expect(JSON.stringify(data)).toContain('type Boat');
  const base = served.url.replace('/graphql', '');
  const request = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const answer = await fetch(served.url, { ...request, body: '{"query":"{ _service { sdl } }"}' });
  expect(answer.headers.get('yiwang-enforces')).toBe('arguments, existence, regions, own-data, masking');
  expect([(await fetch(`${base}/health`)).status, (await fetch(`${base}/ready`)).status]).toEqual([200, 200]);
});

test('with SCHEMA_READERS the schema is shown to their keys and to gateways alone', async () => {
  const reader = await createKey();
  const file = join(await mkdtemp(join(tmpdir(), 'yiwang-readers-')), 'readers.json');
  await writeFile(file, JSON.stringify({ keys: [publicKeyOf(reader)] }));
  const settings = { parse: (given: object) => serviceSettings(0).parse({ ...given, SCHEMA_READERS: file }) };
  await using closed = await serveDepartment(
    { name: 'boats', schema, createContext, database },
    { settings },
  );
  const query = '{ _service { sdl } }';
  const read = async (key: PrivateKey, department = 'boats', action = 'schema') => {
    const credential = await signCredential(key, { action, digest: contents.schema(department) });
    return (await send(query, { 'yiwang-credential': credential }, closed.url)).status;
  };
  expect(refusalOf(await send(query, {}, closed.url))).toEqual([401, 'UNAUTHENTICATED']);
  expect(await read(reader)).toBe(200);
  expect([
    await read(await createKey()),
    await read(reader, 'tax'),
    await read(reader, 'boats', 'read'),
  ]).toEqual([401, 401, 401]);
  expect((await send(query, await closed.sign(), closed.url)).status).toBe(200);
  const beside = {
    'yiwang-credential': await signCredential(reader, { action: 'schema', digest: contents.schema('boats') }),
  };
  expect(refusalOf(await send('{ _service { sdl } publicly }', beside, closed.url))).toEqual([
    401,
    'UNAUTHENTICATED',
  ]);
});

test('what no gateway has signed is measured before it is read, and what one has signed is not', async () => {
  const bomb = `query { ...F0 } ${Array.from({ length: 30 }, (_, i) => `fragment F${i} on Query { ${i < 29 ? `...F${i + 1} ...F${i + 1}` : 'publicly'} }`).join(' ')}`;
  expect(refusalOf(await send(bomb, {}))).toEqual([400, 'OPERATION_TOO_COMPLEX']);
  const aliases = `{ ${Array.from({ length: 201 }, (_, i) => `a${i}: __typename`).join(' ')} }`;
  expect(refusalOf(await send(aliases, {}))).toEqual([400, 'OPERATION_TOO_COMPLEX']);
  expect((await send(aliases, await served.sign())).status).toBe(200);
});

test('what is asked beside the schema is not open with it', async () => {
  expect(refusalOf(await send('{ _service { sdl } publicly }', {}))).toEqual([401, 'UNAUTHENTICATED']);
  const spread = 'query { ...F } fragment F on Query { _service { sdl } ... { x: publicly } }';
  expect(refusalOf(await send(spread, {}))).toEqual([401, 'UNAUTHENTICATED']);
});

test('what carries its own credential is open, and nothing beside it', async () => {
  expect(await send('mutation { publish(text: "a") }', {})).toEqual({ status: 200, data: { publish: 'a' } });
  const beside = 'mutation { publish(text: "a") rename(number: "B1", name: "x") { name } }';
  expect(refusalOf(await send(beside, {}))).toEqual([401, 'UNAUTHENTICATED']);
  expect(renamed).toEqual([]);
});

test.each<[how: string, query: string]>([
  ['by its name', '{ boat(number: "B1") { catch } }'],
  ['by an alias', '{ boat(number: "B1") { name: catch } }'],
  [
    'by a fragment',
    'query { ...A } fragment A on Query { boats { ...B } } fragment B on Boat { name catch }',
  ],
  ['by an inline fragment', '{ boats { ... { ... on Craft { catch } } } }'],
  ['by an interface', '{ craft { catch } }'],
  ['by a member of an interface', '{ craft { ... on Boat { catch } } }'],
  ['by a union', '{ anything { ... on Craft { catch } } }'],
  [
    'by a reference',
    '{ _entities(representations: [{ __typename: "Boat", number: "B1" }]) { ... on Boat { catch } } }',
  ],
  ['beneath a mutation', 'mutation { rename(number: "B1", name: "x") { catch } }'],
  ['by the class of its type', '{ boat(number: "B1") { engine { power } } }'],
  ['beneath a type without a class', '{ loose { maker { name } } }'],
  ['where nothing is found', '{ boat(number: "B9") { catch } }'],
  ['that is not shared at all', '{ boat(number: "B1") { secret } }'],
])('a field that the assertion does not list refuses the operation: selected %s', async (_how, query) => {
  const answer = await ask(query, granted(['Boat.engine']));
  expect(refusalOf(answer)).toEqual([403, 'FORBIDDEN']);
  expect(answer.data).toBeUndefined();
  expect(renamed).toEqual([]);
});

test('a field that the assertion lists is read', async () => {
  expect(await ask('{ boat(number: "B1") { catch } }', granted(['Boat.catch']))).toEqual({
    status: 200,
    data: { boat: { catch: 7 } },
  });
});

test('a fragment that excludes a type asks for nothing of it', async () => {
  expect(await ask('{ anything { ... on Raft { catch } } }')).toEqual({
    status: 200,
    data: { anything: {} },
  });
});

test('a key is read to join rows, whatever the class of its type; the rest of the type is not', async () => {
  const reference = '_entities(representations: [{ __typename: "Case", id: "1" }])';
  expect(await ask(`{ ${reference} { ... on Case { id } } }`)).toMatchObject({
    data: { _entities: [{ id: '1' }] },
  });
  expect(refusalOf(await ask(`{ ${reference} { ... on Case { text } } }`))).toEqual([403, 'FORBIDDEN']);
});

test('a department reads what it shares with nobody', async () => {
  expect(await ask('{ boat(number: "B1") { secret } }', { client: 'b', department: 'boats' })).toMatchObject({
    data: { boat: { secret: 's1' } },
  });
});

test('conditional data without a purpose is refused', async () => {
  const answer = await ask('{ boat(number: "B1") { catch } }', { ...granted(['Boat.catch']), purpose: null });
  expect(refusalOf(answer)).toEqual([403, 'PURPOSE_REQUIRED']);
});

test('what a variable leaves out is not read', async () => {
  const query = 'query ($all: Boolean = false) { boat(number: "B1") { name catch @include(if: $all) } }';
  const headers = { 'content-type': 'application/json' };
  const statuses = await Promise.all(
    [{ all: true }, { all: false }, {}].map(async (variables) => {
      const body = JSON.stringify({ query, variables });
      const signed = { ...headers, ...(await served.sign({}, body)) };
      return (await fetch(served.url, { method: 'POST', headers: signed, body })).status;
    }),
  );
  expect(statuses).toEqual([403, 200, 200]);
});

test('a fragment that spreads others many times is looked at once', async () => {
  const bomb = Array.from(
    { length: 40 },
    (_, i) => `fragment F${i} on Query { a: __typename ...F${i + 1} b: __typename ...F${i + 1} }`,
  );
  const query = `{ ...F0 } ${bomb.join(' ')} fragment F40 on Query { boats { catch } }`;
  expect(refusalOf(await ask(query))).toEqual([403, 'FORBIDDEN']);
});

test.each<[field: string, assertion: Partial<Assertion>, status: number]>([
  ['signedIn', {}, 403],
  ['signedIn', { client: 'portal' }, 200],
  ['scoped', { client: 'portal', scopes: ['a:read'] }, 403],
  ['scoped', { client: 'portal', scopes: ['a:read', 'b:read'] }, 200],
  ['scoped', { client: 'portal', scopes: ['all:read'] }, 200],
])('what the schema asks of callers is asked here too: %s for %j is %i', async (field, assertion, status) => {
  expect((await ask(`{ x: ${field} }`, assertion)).status).toBe(status);
});

test('a mutation is carried out once for an assertion, what everyone may read is answered as often as it comes', async () => {
  renamed.length = 0;
  const mutation = 'mutation { rename(number: "B1", name: "once") { name } }';
  const headers = await served.sign({}, JSON.stringify({ query: mutation }));
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(mutation, headers)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  expect(renamed).toEqual(['once']);
  const reusable = await served.sign();
  for (let i = 0; i < 3; i++) expect((await send(PUBLIC, reusable)).status).toBe(200);
});

test('a read that is not everyone’s is answered once for an assertion', async () => {
  const query = '{ boat(number: "B1") { catch } }';
  for (const assertion of [granted(['Boat.catch']), { client: 'portal' }, { scopes: ['sensitive:read'] }]) {
    const headers = await served.sign(
      { ...granted(['Boat.catch']), ...assertion },
      JSON.stringify({ query }),
    );
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(query, headers)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
  }
});

test.each<[what: string, assertion: Partial<Assertion>, query: string]>([
  ['conditional reads', granted(['Boat.catch']), PUBLIC],
  ['a purpose', { purpose: granted([]).purpose }, PUBLIC],
  ['a client', { client: 'portal' }, PUBLIC],
  ['a person', { user: '913205830000000001' }, PUBLIC],
  ['a department', { department: 'boats' }, PUBLIC],
  ['a scope', { scopes: ['sensitive:read'] }, PUBLIC],
  ['a mutation', {}, 'mutation { rename(number: "B1", name: "free") { name } }'],
])('an assertion for %s that is bound to no request is refused', async (_what, assertion, query) => {
  renamed.length = 0;
  expect(refusalOf(await send(query, await served.sign(assertion)))).toEqual([401, 'UNAUTHENTICATED']);
  expect(renamed).toEqual([]);
});

test('whatever is changed in the bytes of a bound request, it is refused, and by GET as well', async () => {
  const body = JSON.stringify({ query: '{ boat(number: "B1") { catch } }', variables: { a: '苏' } });
  const bytes = Buffer.from(body);
  const post = async (changed: Buffer) => {
    const headers = {
      'content-type': 'application/json',
      ...(await served.sign(granted(['Boat.catch']), body)),
    };
    return (await fetch(served.url, { method: 'POST', headers, body: new Uint8Array(changed) })).status;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('flip', 'insert', 'remove', 'space'),
      async (at, by, how) => {
        const put = {
          flip: [bytes[at]! ^ by],
          insert: [bytes[at]!, by],
          remove: [],
          space: [0x20, bytes[at]!],
        };
        const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(put[how]), bytes.subarray(at + 1)]);
        // Bytes that are no JSON are refused as such, before anyone asks whose they are.
        expect([400, 401]).toContain(await post(changed));
      },
    ),
    { numRuns: 150 },
  );
  expect(await post(Buffer.concat([bytes, Buffer.from(' ')]))).toBe(401);
  expect(await post(bytes)).toBe(200);
  const search = new URLSearchParams({ query: '{ boat(number: "B1") { catch } }' }).toString();
  const get = await fetch(`${served.url}?${search}`, {
    headers: await served.sign(granted(['Boat.catch']), body),
  });
  expect(get.status).toBe(401);
});

test('keys are replaced without a lost request: the new one is added, the gateway changes over, the old one goes', async () => {
  await using gateway = await createTestGateway();
  await using other = await serveDepartment({ name: 'boats', schema, createContext, database });
  const first = other.gateway.key;
  const second = gateway.key;
  const askAs = async (key: typeof first) =>
    (await send(PUBLIC, await signAs(key, 'boats'), other.url)).status;

  const before = await signAs(first, 'boats');
  expect((await send(PUBLIC, before, other.url)).status).toBe(200);
  expect(await askAs(second)).toBe(401);
  await other.gateway.accept(first, second);
  expect(await Promise.all([askAs(first), askAs(second), askAs(second)])).toEqual([200, 200, 200]);

  await other.gateway.accept(second);
  await vi.waitFor(async () => expect((await send(PUBLIC, before, other.url)).status).toBe(401), 3000);
  expect([await askAs(first), await askAs(second)]).toEqual([401, 200]);
});

test('a file of keys that is broken while the department runs takes no key away', async () => {
  await using other = await serveDepartment({ name: 'boats', schema, createContext, database });
  await writeFile(other.gateway.keysFile, '{ "keys": [');
  await expect(send(PUBLIC, await signAs(await createKey(), 'boats'), other.url)).resolves.toMatchObject({
    status: 401,
  });
  expect((await send(PUBLIC, await other.sign(), other.url)).status).toBe(200);
});

test('a department that takes unsigned requests shows everything but sensitive values', async () => {
  const options = { unsigned: 'allow' } as const;
  await using alone = await serveDepartment({ name: 'boats', schema, createContext, database }, options);
  const query = '{ boat(number: "B1") { catch secret captain } signedIn scoped }';
  expect(await send(query, {}, alone.url)).toEqual({
    status: 200,
    data: {
      boat: { catch: 7, secret: 's1', captain: '张*' },
      signedIn: 'for clients',
      scoped: 'for some',
    },
  });
  expect(refusalOf(await send(PUBLIC, await signAs(await createKey(), 'boats'), alone.url))[0]).toBe(401);
});

test('a department that could verify nobody does not start', async () => {
  const settings = { parse: () => ({ GATEWAY_KEYS: '', UNSIGNED: 'refuse', LOG_LEVEL: 'silent' }) as never };
  await expect(
    serveDepartment({ name: 'boats', schema, createContext, database }, { settings }),
  ).rejects.toThrow('GATEWAY_KEYS must name a file');
});

const ALL = ['Boat.catch', 'Engine.power', 'Engine.maker', 'Maker.name', 'Owner.boats'];

test('rows outside the regions of the grant are null with OUTSIDE_GRANT; the rest arrives', async () => {
  const { data, errors } = await ask('{ boats { number c: catch } }', granted(ALL, ['3205', '33']));
  expect(data).toEqual({
    boats: [
      { number: 'B1', c: 7 },
      { number: 'B2', c: null },
      { number: 'B3', c: null },
    ],
  });
  expect(errors!.map(({ path, extensions }) => [path, extensions])).toEqual(
    [1, 2].map((index) => [
      ['boats', index, 'c'],
      { code: 'OUTSIDE_GRANT', coordinate: 'Boat.catch', regions: ['3205', '33'] },
    ]),
  );
});

test('what has no region of its own is narrowed with the row that holds it', async () => {
  const { data, errors } = await ask('{ boats { engine { maker { name } } } }', granted(ALL, ['3205']));
  expect(data).toEqual({
    boats: [{ engine: { maker: { name: '潍柴' } } }, { engine: null }, { engine: null }],
  });
  expect(errors).toHaveLength(2);
});

test('what belongs to no row is not read by a grant for some regions', async () => {
  const { data, errors } = await ask('{ loose { power } }', granted(ALL, ['3205']));
  expect(data).toEqual({ loose: null });
  expect(errors![0]!.extensions['code']).toBe('OUTSIDE_GRANT');
  expect((await ask('{ loose { power } }', granted(ALL))).data).toEqual({ loose: { power: 90 } });
});

test('a mutation’s answer is narrowed too', async () => {
  const { data } = await ask(
    'mutation { rename(number: "B2", name: "x") { catch } }',
    granted(ALL, ['3205']),
  );
  expect(data).toEqual({ rename: { catch: null } });
});

test('a resolver that leaves out rows itself knows the regions', async () => {
  const query =
    '{ _entities(representations: [{ __typename: "Owner", uscc: "1" }]) { ... on Owner { boats { number catch } } } }';
  expect((await ask(query, granted(ALL, ['3502']))).data).toEqual({
    _entities: [{ boats: [{ number: 'B2', catch: 9 }] }],
  });
});

test('two grants for one field allow what either does', async () => {
  const { reads, ...rest } = granted(['Boat.catch'], ['3205']);
  const both = { ...rest, reads: [...reads, ...granted(['Boat.catch'], ['35']).reads] };
  expect((await ask('{ boats { catch } }', both)).data).toEqual({
    boats: [{ catch: 7 }, { catch: 9 }, { catch: null }],
  });
});

test('sensitive values are masked but for the scope sensitive:read', async () => {
  const query = '{ boats { captain phones account captainId } }';
  expect((await ask(query)).data).toEqual({
    boats: [
      { captain: '张*', phones: ['138****5678'], account: '****3445', captainId: '3****4' },
      { captain: '厦门远洋渔业有限公司', phones: [], account: null, captainId: null },
      { captain: null, phones: null, account: null, captainId: null },
    ],
  });
  const { data } = await ask(query, { client: 'police', scopes: ['sensitive:read'] });
  expect(data).toMatchObject({ boats: [{ captain: '张三', phones: ['13812345678'] }, {}, {}] });
});
