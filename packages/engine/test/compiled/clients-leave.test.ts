import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCompiledEngine } from '../../src/index.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

interface Held {
  answer(): void;
  /** Resolves when the engine has closed the connection. */
  closed: Promise<void>;
}

/** A department that answers the requests it holds when it is told to. */
let tax: SmallDepartment;
let served: ServedEngine;
let held: Held[];
let arrived: PromiseWithResolvers<void>;

beforeEach(async () => {
  held = [];
  arrived = Promise.withResolvers();
  tax = await startDepartment(
    'tax',
    'type Query { enterprise(uscc: ID!): Enterprise } type Enterprise @key(fields: "uscc") { uscc: ID! grade: String }',
    {},
  );
  served = await serveEngine([tax], createCompiledEngine, { timeoutMs: 30_000 });
  tax.misbehave((_request, response) => {
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    const enterprise = { __typename: 'Enterprise', uscc: 'E1', grade: 'A' };
    const data = { enterprise, _0_enterprise: enterprise, _1_enterprise: enterprise };
    held.push({
      answer: () => response.setHeader('content-type', 'application/json').end(JSON.stringify({ data })),
      closed,
    });
    arrived.resolve();
  });
});
afterEach(async () => {
  await served[Symbol.asyncDispose]();
  await tax.close();
});

const QUERY = 'query ($uscc: ID!) { enterprise(uscc: $uscc) { grade } }';
const ASKED: [what: string, ...queries: [query: string, uscc: string][]][] = [
  ['one answer', [QUERY, 'E1'], [QUERY, 'E1']],
  ['one read', [QUERY, 'E1'], [`${QUERY} # Another operation.`, 'E1']],
  ['one request', [QUERY, 'E1'], [QUERY, 'E2']],
];

/** Both are known from here on, so that they are asked at one moment. */
async function plan(queries: readonly (readonly [query: string, uscc: string])[]): Promise<void> {
  for (const [query] of queries) {
    const known = served.ask(query, { uscc: 'E0' });
    await arrived.promise;
    held.pop()!.answer();
    await known;
    arrived = Promise.withResolvers();
  }
}

test.each(ASKED)(
  'of two who share %s one may leave, and the other is answered',
  async (_what, one, other) => {
    await plan([one, other]);
    const leaving = new AbortController();
    const left = served.ask(one[0], { uscc: one[1] }, { signal: leaving.signal });
    const stays = served.ask(other[0], { uscc: other[1] }, { signal: new AbortController().signal });
    await arrived.promise;
    leaving.abort();
    for (const { answer } of held) answer();

    expect(await stays).toEqual({ data: { enterprise: { grade: 'A' } } });
    await left;
    expect(held).toHaveLength(1);
    expect(served.faults.every(({ reason }) => reason === 'CANCELLED')).toBe(true);
  },
);

test.each(ASKED)('when both who share %s leave, their request is closed', async (_what, one, other) => {
  await plan([one, other]);
  const leaving = new AbortController();
  const asked = [one, other].map(([query, uscc]) => served.ask(query, { uscc }, { signal: leaving.signal }));
  await arrived.promise;
  leaving.abort();
  await held[0]!.closed;

  for (const { data, errors } of await Promise.all(asked)) {
    expect(data).toEqual({ enterprise: null });
    expect(errors).toMatchObject([{ path: ['enterprise'], extensions: { code: 'OPERATION_TIMEOUT' } }]);
  }
  expect(held).toHaveLength(1);
});
