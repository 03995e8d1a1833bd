import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { createCompiledEngine } from '../../src/index.ts';
import { costlyQuery, MANY_CHOICES } from '../support/many-choices.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

let departments: SmallDepartment[];
beforeAll(async () => {
  departments = await Promise.all(
    Object.entries(MANY_CHOICES).map(([name, { types, resolvers }]) =>
      startDepartment(name, types, resolvers),
    ),
  );
});
afterAll(() => Promise.all(departments.map((department) => department.close())));

const COSTLY = costlyQuery(300);
const SIMPLE = '{ thing { own0 } }';

function serve(planner: Parameters<typeof createCompiledEngine>[0]['planner']): Promise<ServedEngine> {
  return serveEngine(departments, (options) => createCompiledEngine({ ...options, planner }));
}

/** Returns how many threads this process has started since the call. */
function countThreads(): () => number {
  let started = 0;
  const count = () => {
    started += 1;
  };
  process.on('worker', count);
  onTestFinished(() => void process.off('worker', count));
  return () => started;
}

const codes = ({ errors = [] }: Awaited<ReturnType<ServedEngine['ask']>>) =>
  errors.map(({ extensions }) => extensions?.['code']);

test('an operation that takes too long to plan is refused, and those that wait behind it are answered', async () => {
  await using served = await serve({ timeoutMs: 500 });

  const costly = served.ask(COSTLY);
  const others = ['own1', 'own2', 'own3'].map((field) => served.ask(`{ thing { ${field} } }`));

  expect(codes(await costly)).toEqual(['PLANNING_TOO_COSTLY']);
  expect(await Promise.all(others)).toEqual([1, 2, 3].map((n) => ({ data: { thing: { [`own${n}`]: n } } })));
});

test('while a costly operation is being planned, known ones are answered', async () => {
  await using served = await serve({ timeoutMs: 2000 });
  await served.ask(SIMPLE);

  let isPlanned = false;
  const costly = served.ask(COSTLY).finally(() => {
    isPlanned = true;
  });
  const answer = await served.ask(SIMPLE);

  expect(answer).toEqual({ data: { thing: { own0: 0 } } });
  expect(isPlanned).toBe(false);
  await costly;
});

test('an operation that was too costly is not tried again', async () => {
  await using served = await serve({ timeoutMs: 300 });
  await served.ask(COSTLY);
  const { planned } = served.engine.planning!;

  expect(codes(await served.ask(COSTLY))).toEqual(['PLANNING_TOO_COSTLY']);
  expect(await served.engine.answer({ query: COSTLY })).toBeNull();
  expect(served.engine.planning!.planned).toBe(planned);
});

test('equal operations that are asked for together are planned once', async () => {
  await using served = await serve({});

  const answers = await Promise.all([
    served.ask(SIMPLE),
    served.ask(SIMPLE),
    served.engine.answer({ query: SIMPLE }),
    served.engine.answer({ query: SIMPLE }),
  ]);

  expect(answers[0]).toEqual({ data: { thing: { own0: 0 } } });
  expect(answers[2]).toMatchObject({ data: '{"thing":{"own0":0}}', errors: [] });
  expect(served.engine.planning!.planned).toBe(1);
});

test('when too many wait to be planned, further ones are refused until there is room', async () => {
  await using served = await serve({ maxWaiting: 2, timeoutMs: 300 });

  const costly = served.ask(COSTLY);
  await expect.poll(() => served.engine.planning!.planned).toBe(1);
  const waiting = ['own1', 'own2'].map((field) => served.ask(`{ thing { ${field} } }`));
  const refused = await served.ask(SIMPLE);

  expect(codes(refused)).toEqual(['PLANNING_OVERLOADED']);
  await Promise.all([costly, ...waiting]);
  expect(await served.ask(SIMPLE)).toEqual({ data: { thing: { own0: 0 } } });
});

test('an operation that takes too much memory to plan is refused, and those that wait behind it are answered', async () => {
  await using served = await serve({ memoryMib: 40, timeoutMs: 60_000 });

  const costly = served.ask(costlyQuery(3000));
  const other = served.ask(SIMPLE);

  expect(codes(await costly)).toEqual(['PLANNING_TOO_COSTLY']);
  expect(await other).toEqual({ data: { thing: { own0: 0 } } });
  expect(served.engine.planning!.threadsStarted).toBe(2);
});

test('a planner that was let go comes back for the next new operation', async () => {
  await using served = await serve({ idleMs: 20 });
  await served.ask(SIMPLE);
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect(await served.ask('{ thing { own1 } }')).toEqual({ data: { thing: { own1: 1 } } });
  expect(served.engine.planning!.threadsStarted).toBe(2);
});

test('a supergraph that needs more memory than the planner may have is refused', async () => {
  await expect(serve({ memoryMib: 12 })).rejects.toThrow(/takes more than 12 MiB of memory/);
});

test('texts that are no operation do not push out the operations that are', async () => {
  await using served = await serve({});
  await served.engine.answer({ query: SIMPLE });

  for (let number = 0; number < 10_000; number += 1) {
    expect(served.engine.answer({ query: `{ nothing${number} }` })).toBeNull();
  }
  await served.engine.answer({ query: SIMPLE });

  expect(served.engine.planning!.planned).toBe(1);
});

test('an engine takes over the thread of one that has ended, and knows nothing of its supergraph', async () => {
  const started = countThreads();
  const small = await startDepartment('small', 'type Query { first: Int }', { Query: { first: () => 1 } });
  onTestFinished(() => small.close());
  const memoryMib = 333;
  {
    await using served = await serve({ memoryMib });
    expect(await served.ask(SIMPLE)).toEqual({ data: { thing: { own0: 0 } } });
  }
  await using next = await serveEngine([small], (options) =>
    createCompiledEngine({ ...options, planner: { memoryMib } }),
  );

  expect(await next.ask('{ first }')).toEqual({ data: { first: 1 } });
  expect(codes(await next.ask(SIMPLE))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect(started()).toBe(1);
});

test('the thread of an engine that ends while it plans is not taken over', async () => {
  const started = countThreads();
  const memoryMib = 334;
  {
    await using served = await serve({ memoryMib });
    void served.ask(COSTLY);
    await expect.poll(() => served.engine.planning!.planned).toBe(1);
  }
  await using next = await serve({ memoryMib });

  expect(await next.ask(SIMPLE)).toEqual({ data: { thing: { own0: 0 } } });
  expect(started()).toBe(2);
});
