import type { Assertion } from '@yiwang/identity';
import { PublicError } from '@yiwang/errors';
import { type ServedDepartment, serveDepartment, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { granted } from '@yiwang/testing';
import { Topic } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../src/serve/build-schema.ts';
import type { Caller } from '../src/trust/caller.ts';
import { isInRegions } from '../src/trust/extent.ts';
import { openThings } from './support/open-things.ts';

interface File {
  number: string;
  region: string;
  state: string;
}

const FILES: File[] = [
  { number: 'F1', region: '320583', state: 'OPEN' },
  { number: 'F2', region: '350200', state: 'SHUT' },
];
const changes = new Topic<unknown>();

function fileOf(number: string): File {
  const file = FILES.find((one) => one.number === number);
  if (!file) throw new PublicError('NOT_FOUND', 'There is no such file.');
  return file;
}

const connection = (files: readonly File[]) => ({
  edges: files.map((node) => ({ node, cursor: node.number })),
  pageInfo: { hasNextPage: false, endCursor: files.at(-1)?.number ?? null },
  totalCount: files.length,
});

const schema = buildSchema(
  new URL('fixtures/existence.graphql', import.meta.url),
  {
    Query: {
      file: (_root: unknown, { number }: File) => fileOf(number),
      files: () => connection(FILES),
      narrowed(_root: unknown, _args: unknown, { caller }: { caller: Caller }) {
        const regions = caller.regionsOf('File.__typename');
        return connection(FILES.filter(({ region }) => regions === null || isInRegions(region, regions)));
      },
      all: () => FILES,
      shelf: () => ({ id: 'S' }),
    },
    Subscription: {
      fileChanged: {
        subscribe(_root: unknown, { number }: File) {
          fileOf(number);
          return (async function* () {
            yield {};
            yield* changes.subscribe();
          })();
        },
        resolve: (_event: unknown, { number }: File) => fileOf(number),
      },
    },
    File: {
      __resolveReference: ({ number }: File) => FILES.find((one) => one.number === number) ?? null,
    },
    Shelf: {
      __resolveReference: (shelf: object) => shelf,
      file: (_shelf: unknown, { number }: File) => FILES.find((one) => one.number === number) ?? null,
      granted: (_shelf: unknown, { number }: File) => FILES.find((one) => one.number === number) ?? null,
    },
  },
  { regionOf: { File: ({ region }: File) => region }, narrowed: ['Query.narrowed'] },
);

let database: TestDatabase;
let served: ServedDepartment;
beforeAll(async () => {
  database = await openThings();
  served = await serveDepartment({ name: 'files', schema, createContext: () => ({}), database });
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

interface Answer {
  status: number;
  data?: unknown;
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

async function ask(query: string, assertion?: Partial<Assertion>): Promise<Answer> {
  const body = JSON.stringify({ query });
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await served.sign(assertion, body)) },
    body,
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const codes = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions['code']);

const TELLING = [
  '{ file(number: "F1") { __typename } }',
  '{ file(number: "F1") { number } }',
  '{ files { totalCount } }',
  '{ files { __typename } }',
  '{ files { pageInfo { hasNextPage } } }',
  '{ files { edges { cursor } } }',
  '{ files { edges { node { number } } } }',
  '{ all { __typename } }',
  '{ shelf { file(number: "F1") { __typename } } }',
  '{ x: files { ...A } } fragment A on FileConnection { ... { t: totalCount } }',
];

test.each(TELLING)('what tells of rows is asked of nobody who may not know of them: %s', async (query) => {
  const refused = await ask(query);
  expect([refused.status, ...codes(refused)]).toEqual([403, 'FORBIDDEN']);
  expect(refused.errors![0]!.message).toContain('File.__typename');
  expect(refused.data).toBeUndefined();
  expect((await ask(query, granted(['File.__typename']))).errors).toBeUndefined();
});

test('a field of the row that may be read tells that it is there', async () => {
  const states = await ask('{ file(number: "F1") { state } }', granted(['File.state']));
  expect(states).toMatchObject({ status: 200, data: { file: { state: 'OPEN' } } });
  const named = await ask('{ shelf { granted(number: "F1") { __typename } } }', granted(['Shelf.granted']));
  expect(named.errors).toBeUndefined();
  expect(named).toMatchObject({ status: 200, data: { shelf: { granted: { __typename: 'File' } } } });
});

test('a variable that leaves out the field that would tell leaves nothing that tells', async () => {
  const query = 'query ($no: Boolean = false) { file(number: "F1") { __typename state @include(if: $no) } }';
  const refused = await ask(query);
  expect([refused.status, ...codes(refused)]).toEqual([403, 'FORBIDDEN']);
});

const IN_JIANGSU = granted(['File.__typename', 'File.state'], ['32']);

test.each([
  'query { file(number: "F2") { state } }',
  'query { shelf { file(number: "F2") { state } } }',
  'query { _entities(representations: [{ __typename: "File", number: "F2" }]) { ... on File { state } } }',
])('a row outside the regions of the grant is answered as one that does not exist: %s', async (query) => {
  const elsewhere = await ask(query, IN_JIANGSU);
  const nowhere = await ask(query.replace('F2', 'F9'), IN_JIANGSU);
  expect(elsewhere).toEqual(nowhere);
  expect(JSON.stringify(elsewhere)).not.toContain('SHUT');
  expect(JSON.stringify(await ask(query.replace('F2', 'F1'), IN_JIANGSU))).toContain('OPEN');
});

test('a list that tells of rows elsewhere is not shown to a grant for some regions, unless its resolver narrows it', async () => {
  for (const query of [
    '{ files { totalCount } }',
    '{ files { edges { node { state } } } }',
    '{ all { state } }',
  ]) {
    const { data, ...answer } = await ask(query, IN_JIANGSU);
    expect(codes(answer as Answer)).toEqual(['OUTSIDE_GRANT']);
    expect(Object.values(data as object)).toEqual([null]);
  }
  expect((await ask('{ narrowed { totalCount edges { node { state } } } }', IN_JIANGSU)).data).toEqual({
    narrowed: { totalCount: 1, edges: [{ node: { state: 'OPEN' } }] },
  });
});

/** The events of a subscription; `until` is how many. */
async function follow(query: string, assertion: Partial<Assertion>) {
  const body = JSON.stringify({ query });
  const response = await fetch(served.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(await served.sign(assertion, body)),
    },
    body,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    /** Everything that was sent, once there are so many events or it has ended. */
    async read(events: number): Promise<string> {
      while (text.split('event: next').length <= events) {
        const { done, value } = await reader.read();
        if (done) break;
        text += value;
      }
      return text;
    },
    cancel: () => reader.cancel(),
  };
}

test('a subscription to a row elsewhere is answered as one to a row that does not exist, and then ends', async () => {
  const query = (number: string) => `subscription { fileChanged(number: "${number}") { state } }`;
  const elsewhere = await (await follow(query('F2'), IN_JIANGSU)).read(9);
  const nowhere = await (await follow(query('F9'), IN_JIANGSU)).read(9);
  expect(elsewhere).toContain('OUTSIDE_GRANT');
  // What keeps the connection open is no event.
  expect(elsewhere.replace(/^:\n\n/, '')).toBe(nowhere);
});

test('a change of what the operation does not read makes no event', async () => {
  const events = await follow('subscription { fileChanged(number: "F1") { number state } }', IN_JIANGSU);
  await events.read(1);
  changes.publish({});
  changes.publish({});
  FILES[0]!.state = 'SHUT';
  changes.publish({});
  const text = await events.read(2);
  await events.cancel();
  FILES[0]!.state = 'OPEN';
  expect([...text.matchAll(/"state":"(\w+)"/g)].map(([, state]) => state)).toEqual(['OPEN', 'SHUT']);
});
