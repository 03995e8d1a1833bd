import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCompiledEngine } from '../../src/index.ts';
import { type ServedEngine, serveEngine, supergraphOf } from '../support/serve-engine.ts';

/** A ledger: a read sees the balance of the moment it arrives, and is answered when its gate opens. */
let ledger: SmallDepartment;
let served: ServedEngine;
let balance: number;
let arrived: (() => void)[];
/** Waits until as many reads have arrived. */
let arrivals: (count: number) => Promise<void>;

beforeEach(async () => {
  balance = 0;
  arrived = [];
  let told = () => {};
  arrivals = async (count) => {
    while (arrived.length < count) await new Promise<void>((resolve) => (told = resolve));
  };
  ledger = await startDepartment(
    'ledger',
    'type Query { balance: Int } type Mutation { pay(amount: Int!): Int  fail: Int }',
    {
      Query: {
        balance: async () => {
          const seen = balance;
          await new Promise<void>((open) => {
            arrived.push(open);
            told();
          });
          return seen;
        },
      },
      Mutation: {
        pay: (_: unknown, { amount }: { amount: number }) => (balance += amount),
        fail: () => {
          balance += 1;
          throw new Error('Paid, but the receipt is lost.');
        },
      },
    },
  );
});
afterEach(async () => {
  for (const open of arrived) open();
  await served[Symbol.asyncDispose]();
  await ledger.close();
});

async function serve(unsharedSubgraphs: string[] = []) {
  served = await serveEngine([ledger], createCompiledEngine, { timeoutMs: 30_000, unsharedSubgraphs });
}
function openGates() {
  for (const open of arrived) open();
}

test('equal reads under way at the same time are sent once', async () => {
  await serve();
  const reads = [served.ask('{ balance }'), served.ask('{ balance }')];
  await arrivals(1);
  reads.push(served.ask('{ balance }'));
  // Its answer comes after the third read has begun.
  await served.ask('mutation { pay(amount: 0) }');
  openGates();

  expect(await Promise.all(reads)).toEqual(Array(3).fill({ data: { balance: 0 } }));
  expect(ledger.requests).toHaveLength(2);
});

test.each(['mutation { pay(amount: 1) }', 'mutation { fail }'])(
  'a read that begins after %s has ended sees what it did, though an equal read is still under way',
  async (mutation) => {
    await serve();
    const before = served.ask('{ balance }');
    await arrivals(1);
    await served.ask(mutation);
    const after = served.ask('{ balance }');
    await arrivals(2);
    openGates();

    expect(await before).toEqual({ data: { balance: 0 } });
    expect(await after).toEqual({ data: { balance: 1 } });
  },
);

test('a mutation that ends after the supergraph was replaced is seen by the reads of the new one', async () => {
  await serve();
  const early = served.ask('{ balance }');
  await arrivals(1);
  await served.engine.replaceSupergraph(supergraphOf([ledger]).replace('schema', '# The next.\nschema'));
  const joined = served.ask('{ balance }');
  await served.ask('mutation { pay(amount: 1) }');
  const after = served.ask('{ balance }');
  await arrivals(2);
  openGates();

  expect(await Promise.all([early, joined, after])).toEqual([
    { data: { balance: 0 } },
    { data: { balance: 0 } },
    { data: { balance: 1 } },
  ]);
});

test('a read that began before a mutation ends without disturbing the equal read after it', async () => {
  await serve();
  const before = served.ask('{ balance }');
  await arrivals(1);
  await served.ask('mutation { pay(amount: 1) }');
  const after = served.ask('{ balance }');
  await arrivals(2);
  arrived[0]!();
  await before;
  const later = served.ask('{ balance }');
  await served.ask('mutation { pay(amount: 0) }');
  openGates();

  expect(await Promise.all([after, later])).toEqual([{ data: { balance: 1 } }, { data: { balance: 1 } }]);
  expect(ledger.requests.filter(({ query }) => query.includes('balance'))).toHaveLength(2);
});

test('a department that shares no reads is sent each', async () => {
  await serve(['ledger']);
  const reads = [served.ask('{ balance }'), served.ask('{ balance }')];
  await arrivals(2);
  openGates();

  expect(await Promise.all(reads)).toEqual([{ data: { balance: 0 } }, { data: { balance: 0 } }]);
});
