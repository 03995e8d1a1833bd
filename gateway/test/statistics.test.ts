import { buildSchema } from 'graphql';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@yiwang/service/logging';
import { expect, onTestFinished, test } from 'vitest';
import type { OperationContent } from '@yiwang/identity';
import { RegistryError } from '../src/supergraph/registry/registry-client.ts';
import { documentUse } from '../src/reporting/usage/document-use.ts';
import { createExecutionCounts } from '../src/reporting/usage/execution-counts.ts';
import { createReportWriter } from '../src/reporting/usage/operation-reports.ts';
import { reportUsage } from '../src/reporting/usage/report-usage.ts';

const SCHEMA = buildSchema(`
  directive @note(text: String) on FIELD
  enum Status { ACTIVE CLOSED }
  input Filter { status: Status name: String inner: Filter }
  interface Named { name: String }
  type Enterprise implements Named { name: String permits(first: Int): [Permit] }
  type Permit { number: ID holder: Named }
  type Query { enterprises(filter: Filter, statuses: [Status!]): [Enterprise] any: Named }
`);

const execution = (source: string, client?: string, id = 'public') => ({
  variant: 'internal',
  client: id,
  headers: client === undefined ? {} : { 'graphql-client-name': client },
  source,
  operationName: undefined,
  failed: false,
});

const total = (reports: readonly OperationContent[]) => reports.reduce((sum, { count }) => sum + count, 0);

test('a document uses fields, arguments, input fields and enum values, wherever they stand, each once', () => {
  const { coordinates, onlyName } = documentUse(
    SCHEMA,
    `query Find($closed: Status = CLOSED) {
      __typename __schema { types { name } }
      enterprises(filter: { inner: { status: ACTIVE } }, statuses: [$closed]) { ...E ... on Named { name @note(text: "x") } }
      any { ... on Enterprise { permits(first: 1) { holder { name } } } }
    }
    fragment E on Enterprise { name permits { number } }`,
  );
  expect(onlyName).toBe('Find');
  expect([...coordinates].sort()).toEqual(
    [
      'Status.CLOSED',
      'Query.enterprises',
      'Query.enterprises(filter:)',
      'Query.enterprises(statuses:)',
      'Filter.inner',
      'Filter.status',
      'Status.ACTIVE',
      'Named.name',
      'Query.any',
      'Enterprise.permits',
      'Enterprise.permits(first:)',
      'Permit.holder',
      'Enterprise.name',
      'Permit.number',
    ].sort(),
  );
});

test('there is room for some thousands of different executions; what goes beyond is counted as lost', () => {
  const counts = createExecutionCounts(100);
  for (let number = 0; number < 10_000; number++) counts.add(execution(`{ field${number} }`, '', 'portal'));
  for (let number = 0; number < 10; number++) counts.add(execution('{ field0 }', '', 'portal'));
  const { documents, lost } = counts.take();
  expect(documents.size).toBe(4096);
  expect(lost).toBe(10_000 - 4096);
  expect([...documents.get('{ field0 }')!.values()]).toMatchObject([{ executions: 11 }]);
  expect(counts.take()).toEqual({ documents: new Map(), lost: 0 });
});

test('large documents fill the room as well', () => {
  const counts = createExecutionCounts(100);
  for (let number = 0; number < 20; number++)
    counts.add(execution(`{ ${'x'.repeat(1_000_000)}${number} }`, '', 'portal'));
  expect(counts.take().documents.size).toBe(9);
});

test('whatever is sent without signing in, there is room for clients that have signed in', () => {
  const counts = createExecutionCounts(100);
  for (let number = 0; number < 10_000; number++)
    counts.add(execution(`{ field${number} }`, `name${number}`));
  for (let number = 0; number < 20; number++) counts.add(execution(`{ ${'x'.repeat(1_000_000)}${number} }`));
  for (let number = 0; number < 2000; number++) counts.add(execution(`{ own${number} }`, '', 'portal'));
  const { documents } = counts.take();

  const own = [...documents].filter(([source]) => source.startsWith('{ own'));
  expect(own).toHaveLength(2000);
});

test('names of clients that did not sign in are told apart up to a bound, and then counted together', () => {
  const counts = createExecutionCounts(100);
  for (let number = 0; number < 1000; number++) counts.add(execution('{ any { name } }', `name${number}`));
  for (let number = 0; number < 1000; number++) counts.add(execution('{ any { name } }', `name${number}`));
  const tallies = [...counts.take().documents.get('{ any { name } }')!.values()];

  expect(tallies).toHaveLength(51);
  expect(tallies.find(({ client }) => client === undefined)?.executions).toBe(1900);
});

test('of a registry that stays down, what clients that signed in used is kept before all else', async () => {
  const { counts, received, registry, stop } = start(20);
  registry.fault = new RegistryError('down', null);
  counts.add(execution('{ any { name } }', '', 'portal'));
  for (let round = 0; round < 7; round++) {
    const { attempts } = registry;
    for (let number = 0; number < 2000; number++)
      counts.add(execution(`{ any { name } } # ${round} ${number}`));
    await expect.poll(() => registry.attempts).toBeGreaterThan(attempts + 1);
  }
  registry.fault = null;
  await stop();
  expect(total(received.flat())).toBe(10_000);
  expect(received.flat().filter(({ client }) => client === 'portal')).toHaveLength(1);
});

test('a sample stands for all: a tenth is counted, tenfold', () => {
  const counts = createExecutionCounts(10);
  for (let number = 0; number < 20_000; number++) counts.add(execution('{ any { name } }', 'portal'));
  const [tally] = counts.take().documents.get('{ any { name } }')!.values();
  expect(tally!.executions).toBeGreaterThan(17_000);
  expect(tally!.executions).toBeLessThan(23_000);
});

test('an execution outside the sample costs nothing: nothing of it is read', () => {
  const counts = createExecutionCounts(1);
  let read = 0;
  const watched = new Proxy(execution('{ any { name } }', 'portal'), {
    get(target, name) {
      read += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  for (let number = 0; number < 20_000; number++) counts.add(watched);
  const [tally] = counts.take().documents.get('{ any { name } }')!.values();
  const inSample = tally!.executions / 100;
  expect(inSample).toBeLessThan(400);
  expect(read % inSample).toBe(0);
  expect(read / inSample).toBeLessThan(20);
});

/** A registry that takes, or fails as it is told to. */
function start(intervalMs: number, sliceMs?: number) {
  const received: OperationContent[][] = [];
  const registry = { fault: null as Error | null, attempts: 0 };
  const counts = createExecutionCounts(100);
  const reporting = reportUsage({
    counts,
    write: createReportWriter(() => SCHEMA, { sliceMs }),
    client: {
      async reportOperations(operations) {
        registry.attempts++;
        if (registry.fault) throw registry.fault;
        received.push([...operations]);
      },
    },
    logger: createLogger('test', 'silent'),
    intervalMs,
  });
  onTestFinished(() => reporting[Symbol.asyncDispose]());
  return { counts, received, registry, stop: () => reporting[Symbol.asyncDispose]() };
}

test('a report is sent in batches, and many different documents do not hold up what else runs', async () => {
  // A slice of no time ends after each document.
  const { counts, received, stop } = start(60_000, 0);
  for (let number = 0; number < 1200; number++) {
    counts.add(execution(`{ enterprises { name permits { number holder { name } } } } # ${number}`));
  }
  let turns = 0;
  let isStopped = false;
  (function watch() {
    turns++;
    if (!isStopped) setImmediate(watch);
  })();
  await stop();
  isStopped = true;
  expect(received.map(({ length }) => length)).toEqual([500, 500, 200]);
  // Turns of the event loop, in which requests could be answered.
  expect(turns).toBeGreaterThanOrEqual(1200);
});

test('a report that fails is sent with the next; one that the registry refuses as it is, never again', async () => {
  const { counts, received, registry } = start(30);
  registry.fault = new RegistryError('down', null);
  counts.add(execution('{ any { name } }'));
  await expect.poll(() => registry.attempts).toBeGreaterThan(1);
  counts.add(execution('{ any { name } }', 'portal'));
  await expect.poll(() => registry.attempts).toBeGreaterThan(3);
  registry.fault = null;
  await expect.poll(() => total(received.flat())).toBe(2);

  registry.fault = new RegistryError('bad', 'INVALID_ARGUMENT');
  counts.add(execution('{ any { name } }'));
  const { attempts } = registry;
  await expect.poll(() => registry.attempts).toBe(attempts + 1);
  await sleep(150);
  expect(registry.attempts).toBe(attempts + 1);
});

test('of a registry that stays down no more is kept than there is room for', async () => {
  const { counts, received, registry, stop } = start(20);
  registry.fault = new RegistryError('down', null);
  for (let round = 0; round < 4; round++) {
    const { attempts } = registry;
    for (let number = 0; number < 4000; number++)
      counts.add(execution(`{ any { name } } # ${round} ${number}`, '', 'portal'));
    await expect.poll(() => registry.attempts).toBeGreaterThan(attempts + 1);
  }
  registry.fault = null;
  await stop();
  expect(total(received.flat())).toBe(10_000);
});
