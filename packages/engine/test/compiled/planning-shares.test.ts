import { expect, test } from 'vitest';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { createCompiledEngine, type Requester } from '../../src/index.ts';
import { createPlanQueue, type Waiting } from '../../src/planning/plan-queue.ts';
import { createPlanningShares } from '../../src/planning/planning-shares.ts';
import { costlyQuery, MANY_CHOICES } from '../support/many-choices.ts';
import { serveEngine } from '../support/serve-engine.ts';

const address = (id: string): Requester => ({ id, isAnonymous: true });
const client = (id: string): Requester => ({ id, isAnonymous: false });

function queueOf(budgetMs = 0, maxWaiting = 6, maxWaitingPerRequester = 4) {
  let now = 0;
  const rejected: string[] = [];
  const shares = createPlanningShares(budgetMs, () => now);
  const queue = createPlanQueue<Waiting>(shares, { maxWaiting, maxWaitingPerRequester });
  const add = (requester: Requester, query: string) =>
    queue.add({
      planRequest: { query },
      requesters: [requester],
      tries: 0,
      reject: () => void rejected.push(query),
    });
  const order = () => {
    const queries: string[] = [];
    for (let job = queue.next(); job; job = queue.next()) {
      queries.push(job.planRequest.query);
      shares.charge(job.requesters[0]!, 10);
    }
    return queries;
  };
  return { shares, queue, rejected, add, order, wait: (ms: number) => void (now += ms) };
}

test('whoever sends many operations waits for those who send few', () => {
  const { add, order } = queueOf();
  for (const query of ['a1', 'a2', 'a3']) add(address('a'), query);
  add(address('b'), 'b1');
  add(address('c'), 'c1');

  expect(order()).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
});

test('whoever has used much time waits, though it sends little', () => {
  const { add, order, shares } = queueOf();
  shares.charge(address('a'), 5000);
  add(address('a'), 'a1');
  for (const query of ['b1', 'b2']) add(address('b'), query);

  expect(order()).toEqual(['b1', 'b2', 'a1']);
});

test('however many addresses ask without signing in, clients have every second turn', () => {
  const { add, order } = queueOf(0, 100);
  for (let n = 0; n < 6; n++) add(address(`a${n}`), `a${n}`);
  for (const query of ['c1', 'c2', 'c3']) add(client('c'), query);

  expect(
    order()
      .slice(0, 6)
      .filter((query) => query.startsWith('c')),
  ).toHaveLength(3);
});

test('a queue that one address has filled has room for others, and no requester has more than its bound', () => {
  const { add, order, rejected } = queueOf();
  for (const query of ['a1', 'a2', 'a3', 'a4']) add(address('a'), query);
  expect(() => add(address('a'), 'a5')).toThrow(/more than your share/);
  for (const query of ['b1', 'b2', 'b3']) add(address('b'), query);

  expect(rejected).toEqual(['a4']);
  expect(order().sort()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3']);
});

test('a requester beyond its budget is told when to come again, and may then', () => {
  const { add, shares, wait } = queueOf(6000);
  shares.charge(client('c'), 9000);
  expect(() => add(client('c'), 'c1')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }));
  // A client is not an address that bears its name.
  add(address('c'), 'other');
  expect(() => add(client('c'), 'c1')).toThrow(/Try again in 30 seconds/);
  wait(30_000);

  add(client('c'), 'c1');
});

test('an operation that several want is planned in the turn of the one who has used the least', () => {
  const { queue, shares, add, order } = queueOf();
  shares.charge(address('a'), 5000);
  shares.charge(address('b'), 100);
  const requesters = [address('a')];
  queue.add({ planRequest: { query: 'shared' }, requesters, tries: 0, reject: () => {} });
  add(address('b'), 'b1');
  requesters.push(address('c'));

  expect(order()).toEqual(['shared', 'b1']);
});

test('operations that cannot be planned in time cost their sender its share, and nobody else an answer', async () => {
  const departments: SmallDepartment[] = await Promise.all(
    Object.entries(MANY_CHOICES).map(([name, { types, resolvers }]) =>
      startDepartment(name, types, resolvers),
    ),
  );
  await using served = await serveEngine(departments, (options) =>
    createCompiledEngine({ ...options, planner: { timeoutMs: 800, budgetMs: 1600 } }),
  );
  const attack = async (n: number) => {
    const query = `${costlyQuery(300)} #${n}`;
    const { errors } = await served.ask(query, {}, { requester: address('attacker') });
    return errors?.[0]?.extensions?.['code'];
  };
  const other = served.ask('{ thing { own1 } }', {}, { requester: address('other') });

  const codes = [await attack(1)];
  // What was used wears off, on a busy machine while the next one waits.
  while (codes.at(-1) === 'PLANNING_TOO_COSTLY' && codes.length < 10)
    codes.push(await attack(codes.length + 1));
  expect(codes.at(-1)).toBe('RATE_LIMITED');
  expect(codes.slice(0, 2)).toEqual(['PLANNING_TOO_COSTLY', 'PLANNING_TOO_COSTLY']);
  expect(await other).toEqual({ data: { thing: { own1: 1 } } });
  expect(await served.ask('{ thing { own2 } }', {}, { requester: address('other') })).toEqual({
    data: { thing: { own2: 2 } },
  });
  await Promise.all(departments.map((department) => department.close()));
});
