import { json } from 'node:stream/consumers';
import type { FetchNode } from '@apollo/query-planner';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createQueryFamily, type QueryFamily } from '../../src/execution/batching/entity-query.ts';
import { createEntityReader, type ReadEntities } from '../../src/execution/batching/read-entities.ts';
import { Cancellation } from '../../src/core/cancellation.ts';
import { createSubgraphClient, type SubgraphClient } from '../../src/subgraph-client/subgraph-client.ts';
import { type CompiledGraph, startCompiledGraph } from '../support/ask-compiled.ts';

const TIMEOUT_MS = 30_000;

let tax: SmallDepartment;
let client: SubgraphClient;
let read: ReadEntities;
let family: QueryFamily;

beforeEach(async () => {
  tax = await startDepartment(
    'tax',
    'type Query { year: Int } type Enterprise @key(fields: "uscc") { uscc: ID! grade: String paid(year: Int = 2025): Int }',
    {
      Enterprise: {
        __resolveReference: ({ uscc }: { uscc: string }) => ({ uscc }),
        grade: ({ uscc }: { uscc: string }) => {
          if (uscc === 'BAD') throw new Error('No grade.');
          return `grade of ${uscc}`;
        },
        paid: (_: unknown, { year }: { year: number }) => year,
      },
    },
  );
  client = createSubgraphClient({ timeoutMs: TIMEOUT_MS, answerLimitBytes: 100_000, connections: 4 });
  read = createEntityReader({ read: client.send, send: client.send }, new Set());
  family = createQueryFamily();
});
afterEach(async () => {
  await client.close();
  await tax.close();
});

function asks(selection: string, variables = '') {
  const node = {
    serviceName: 'tax',
    operation: `query Q__tax__1($representations:[_Any!]!${variables}){_entities(representations:$representations){...on Enterprise{${selection}}}}`,
    operationName: 'Q__tax__1',
  } as FetchNode;
  return family.queryOf(node, tax);
}
const references = (...usccs: string[]) =>
  usccs.map((uscc) => JSON.stringify({ __typename: 'Enterprise', uscc }));
const ask = (query: ReturnType<typeof asks>, usccs: string[], variables = '', cancellation?: Cancellation) =>
  read({ query, references: references(...usccs), variables, assertionProvider: undefined, cancellation });
const graded = (...usccs: string[]) => ({
  data: { _entities: usccs.map((uscc) => ({ grade: `grade of ${uscc}` })) },
});

test('those who ask the same of entities at the same moment are answered by one request, each entity asked once', async () => {
  const grade = asks('grade');
  const answers = await Promise.all([ask(grade, ['A', 'B']), ask(grade, ['C']), ask(grade, ['B', 'C', 'D'])]);
  expect(answers).toEqual([graded('A', 'B'), graded('C'), graded('B', 'C', 'D')]);
  expect(tax.requests.map(({ variables }) => variables)).toEqual([
    { representations: ['A', 'B', 'C', 'D'].map((uscc) => ({ __typename: 'Enterprise', uscc })) },
  ]);
});

test('who asks for very many has no company, and no request is for more than usual servers take', async () => {
  const grade = asks('grade');
  const many = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  const groups = [many(201, 'L'), ...[...'ABCDEFGHIJKLMNOPQRSTU'].map((prefix) => many(150, prefix))];
  const answers = await Promise.all(groups.map((usccs) => ask(grade, usccs)));
  expect(answers).toEqual(groups.map((usccs) => graded(...usccs)));
  const sent = tax.requests.map(({ variables }) => variables!['representations'] as unknown[]);
  expect(sent.map(({ length }) => length).sort((a, b) => a - b)).toEqual([201, 750, 2400]);
  for (const references of sent) expect(JSON.stringify(references).length).toBeLessThan(100 * 1024);
});

test('each may change its answer', async () => {
  const grade = asks('grade');
  const [first, second] = await Promise.all([ask(grade, ['A']), ask(grade, ['A'])]);
  Object.assign((first.data!['_entities'] as object[])[0]!, { grade: 'changed' });
  expect(second).toEqual(graded('A'));
});

test('different queries of one operation are one request', async () => {
  const paid = asks('paid(year:$year)', '$year:Int');
  const grade = asks('grade');
  const both = asks('grade paid(year:$year)', '$year:Int=2020');
  expect(await Promise.all([ask(grade, ['A']), ask(asks('uscc'), ['A', 'B']), ask(grade, ['C'])])).toEqual([
    graded('A'),
    { data: { _entities: [{ uscc: 'A' }, { uscc: 'B' }] } },
    graded('C'),
  ]);
  expect(tax.requests).toHaveLength(1);

  expect(
    await Promise.all([
      ask(paid, ['A'], '"year":2024'),
      ask(asks('uscc paid(year:$year)', '$year:Int'), ['B'], '"year":2024'),
    ]),
  ).toEqual([
    { data: { _entities: [{ paid: 2024 }] } },
    { data: { _entities: [{ uscc: 'B', paid: 2024 }] } },
  ]);
  expect(tax.requests).toHaveLength(2);

  // Their variable is defined in two ways.
  const answers = await Promise.all([ask(paid, ['A'], '"year":2024'), ask(both, ['A'], '"year":2024')]);
  expect(answers.map(({ data }) => data!['_entities'])).toEqual([
    [{ paid: 2024 }],
    [{ grade: 'grade of A', paid: 2024 }],
  ]);
  expect(tax.requests).toHaveLength(4);
});

test('other variables, other operations and other departments are other requests', async () => {
  const paid = asks('paid(year:$year)', '$year:Int');
  family = createQueryFamily();
  const ofAnother = asks('paid(year:$year)', '$year:Int');
  const answers = await Promise.all([
    ask(paid, ['A'], '"year":2023'),
    ask(paid, ['A'], '"year":2024'),
    ask(ofAnother, ['B'], '"year":2024'),
  ]);
  expect(answers.map(({ data }) => data!['_entities'])).toEqual([
    [{ paid: 2023 }],
    [{ paid: 2024 }],
    [{ paid: 2024 }],
  ]);
  expect(tax.requests).toHaveLength(3);
});

test('an error at an entity reaches those who asked for it, at their own place', async () => {
  const grade = asks('grade');
  const [one, other] = await Promise.all([ask(grade, ['A', 'B']), ask(grade, ['C', 'BAD'])]);
  expect(one).toEqual(graded('A', 'B'));
  expect(other.data).toEqual({ _entities: [{ grade: 'grade of C' }, { grade: null }] });
  expect(other.errors).toMatchObject([{ message: 'No grade.', path: ['_entities', 1, 'grade'] }]);
  expect(tax.requests).toHaveLength(1);
});

/** Answers as HTML when a request names the enterprise, as data with an error of no place when it names the other. */
function spoil() {
  let asked = 0;
  tax.misbehave(async (request, response) => {
    asked += 1;
    let body = '';
    for await (const chunk of request) body += chunk;
    const usccs = JSON.parse(body).variables.representations.map(({ uscc }: { uscc: string }) => uscc);
    response.setHeader('content-type', 'application/json');
    if (usccs.includes('HTML')) response.end('<h1>Error</h1>');
    else if (usccs.includes('FEW')) response.end(JSON.stringify({ data: { _entities: [] } }));
    else {
      const data = { _entities: usccs.map((uscc: string) => ({ grade: `grade of ${uscc}` })) };
      response.end(
        JSON.stringify({ data, ...(usccs.includes('PLACELESS') && { errors: [{ message: 'Hm.' }] }) }),
      );
    }
  });
  return () => asked;
}

test.each(['HTML', 'FEW', 'PLACELESS'])(
  'whoever spoils a request for several (%s) spoils its own answer only',
  async (spoiler) => {
    const requests = spoil();
    const grade = asks('grade');
    const [good, bad, alsoGood] = await Promise.allSettled([
      ask(grade, ['A']),
      ask(grade, [spoiler]),
      ask(grade, ['B']),
    ]);
    expect(good).toEqual({ status: 'fulfilled', value: graded('A') });
    expect(alsoGood).toEqual({ status: 'fulfilled', value: graded('B') });
    expect(requests()).toBe(4);
    if (spoiler === 'HTML')
      expect(bad).toMatchObject({ status: 'rejected', reason: { reason: 'NOT_GRAPHQL' } });
    else if (spoiler === 'PLACELESS') expect(bad).toMatchObject({ value: { errors: [{ message: 'Hm.' }] } });
    else expect(bad).toMatchObject({ value: { data: { _entities: [] } } });
  },
);

test('an entity too deep to be copied is asked for by each alone', async () => {
  const grade = '['.repeat(10_000) + ']'.repeat(10_000);
  let requests = 0;
  tax.misbehave(async (request, response) => {
    requests += 1;
    const { variables } = (await json(request)) as { variables: { representations: unknown[] } };
    const entities = variables.representations.map(() => `{"grade":${grade}}`);
    response.setHeader('content-type', 'application/json').end(`{"data":{"_entities":[${entities.join()}]}}`);
  });
  const answers = await Promise.all([ask(asks('grade'), ['A', 'B']), ask(asks('grade'), ['B'])]);

  expect(answers.map(({ data }) => (data!['_entities'] as unknown[]).length)).toEqual([2, 1]);
  expect(requests).toBe(3);
});

test('a department that cannot be reached is not asked again for each', async () => {
  let asked = 0;
  tax.misbehave((request) => {
    asked += 1;
    request.socket.destroy();
  });
  const grade = asks('grade');
  const outcomes = await Promise.allSettled([ask(grade, ['A']), ask(grade, ['B'])]);
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.reason)).toEqual([
    'UNREACHABLE',
    'UNREACHABLE',
  ]);
  expect(asked).toBe(1);
});

test('who goes away is not waited for, and the request ends when all have gone', async () => {
  const arrived = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  tax.misbehave((request) => {
    arrived.resolve();
    request.once('close', () => closed.resolve());
  });
  const [one, other] = [new Cancellation(), new Cancellation()];
  const grade = asks('grade');
  const first = ask(grade, ['A'], '', one);
  const second = ask(grade, ['B'], '', other);
  await arrived.promise;
  one.cancel();
  await expect(first).rejects.toMatchObject({ reason: 'CANCELLED' });
  other.cancel();
  await expect(second).rejects.toMatchObject({ reason: 'CANCELLED' });
  await closed.promise;
});

test('a department that is to share nothing gets a request for each fetch', async () => {
  read = createEntityReader({ read: client.send, send: client.send }, new Set(['tax']));
  const grade = asks('grade');
  expect(await Promise.all([ask(grade, ['A']), ask(grade, ['B'])])).toEqual([graded('A'), graded('B')]);
  expect(tax.requests).toHaveLength(2);
});

test('the parallel fetches of an operation to one department are one request, wherever they belong', async () => {
  const enterprise = { __resolveReference: ({ uscc }: { uscc: string }) => ({ uscc }) };
  await using graph: CompiledGraph = await startCompiledGraph({
    enterprises: {
      types:
        'type Query { first: Enterprise second: Enterprise third: Enterprise } type Enterprise @key(fields: "uscc") { uscc: ID! parent: Enterprise }',
      resolvers: {
        Query: { first: () => ({ uscc: 'A' }), second: () => ({ uscc: 'B' }), third: () => ({ uscc: 'A' }) },
        Enterprise: { ...enterprise, parent: () => ({ uscc: 'P' }) },
      },
    },
    tax: {
      types: 'type Enterprise @key(fields: "uscc") { uscc: ID! grade: String paid: Int }',
      resolvers: {
        Enterprise: {
          ...enterprise,
          grade: ({ uscc }: { uscc: string }) => `grade of ${uscc}`,
          paid: () => 1,
        },
      },
    },
  });
  const [, asked] = graph.departments;
  expect(
    await graph.ask('{ first { grade parent { paid } } second { paid } third { grade parent { grade } } }'),
  ).toEqual({
    data: {
      first: { grade: 'grade of A', parent: { paid: 1 } },
      second: { paid: 1 },
      third: { grade: 'grade of A', parent: { grade: 'grade of P' } },
    },
  });
  expect(asked!.requests).toHaveLength(1);
  expect(Object.values(asked!.requests[0]!.variables!).map((list) => (list as unknown[]).length)).toEqual([
    2, 2,
  ]);
});
