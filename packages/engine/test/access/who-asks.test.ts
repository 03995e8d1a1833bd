import { PublicError } from '@yiwang/errors';
import { type SmallDepartment, startDepartment, Topic } from '@yiwang/testing/small-graph';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Caller, createCompiledEngine, type TextRequest } from '../../src/index.ts';
import { ACCESS_LINKS, callerWithout } from '../support/callers.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

let register: SmallDepartment;
let tax: SmallDepartment;
let served: ServedEngine;
let changed: Topic<{ changed: object }>;

beforeEach(async () => {
  changed = new Topic();
  const entity = {
    __resolveReference: (reference: object) => reference,
    name: ({ uscc }: { uscc: string }) => `name of ${uscc}`,
  };
  register = await startDepartment(
    'register',
    `${ACCESS_LINKS}
    type Query { enterprise(uscc: ID!): Enterprise enterprises: [Enterprise!] }
    type Mutation { touch: Int }
    type Subscription {
      changed: Enterprise
      secretly: Enterprise @sharing(class: NOT_SHARED)
    }
    type Enterprise @key(fields: "uscc") { uscc: ID! name: String phone: String @sharing(class: CONDITIONAL) }`,
    {
      Query: {
        enterprise: (_: unknown, { uscc }: { uscc: string }) => ({ uscc, phone: '138' }),
        enterprises: () => [
          { uscc: 'E1', phone: '138' },
          { uscc: 'E2', phone: '139' },
        ],
      },
      Mutation: { touch: () => 1 },
      Subscription: { changed: { subscribe: () => changed.subscribe() } },
      Enterprise: entity,
    },
  );
  tax = await startDepartment(
    'tax',
    `${ACCESS_LINKS}
    type Enterprise @key(fields: "uscc") { uscc: ID! arrears: Int @sharing(class: CONDITIONAL) kind: Int }`,
    { Enterprise: { ...entity, arrears: () => 100, kind: () => 1 } },
  );
  served = await serveEngine([register, tax], createCompiledEngine, { timeoutMs: 3_000 });
});
afterEach(async () => {
  await served[Symbol.asyncDispose]();
  await Promise.all([register.close(), tax.close()]);
});

async function answer(query: string, caller?: Caller, request: Partial<TextRequest> = {}) {
  const answered = await served.engine.answer({ query, caller, ...request });
  if (!answered) throw new Error('Not an operation.');
  return { ...answered, data: JSON.parse(answered.data) as unknown };
}

/** So that what follows runs at once. */
async function prepare(query: string, variables = {}) {
  await answer(query, undefined, { variables });
  for (const department of [register, tax]) {
    department.requests.length = 0;
    department.assertions.length = 0;
  }
}

const LIST = '{ enterprises { uscc name } }';
const LOOKUP = 'query ($uscc: ID!) { enterprise(uscc: $uscc) { name kind } }';

describe('what is under way', () => {
  test('is shared by callers of one key, and by those for whom nobody vouches', async () => {
    await prepare(LIST);
    await Promise.all([answer(LIST, callerWithout([], 'A')), answer(LIST, callerWithout([], 'A'))]);
    expect(register.assertions).toEqual(['A/register/']);

    await Promise.all([answer(LIST), answer(LIST)]);
    expect(register.assertions).toEqual(['A/register/', undefined]);
  });

  test('is never shared by callers of different keys, be it an answer, a read or a batch', async () => {
    await prepare(LIST);
    const callers = [callerWithout([], 'A'), callerWithout([], 'B'), undefined];
    await Promise.all(callers.map((caller) => answer(LIST, caller)));
    // Another operation, whose read of the department is the same to the byte.
    await Promise.all(callers.map((caller) => answer(`${LIST} `, caller)));
    expect(register.assertions.toSorted()).toEqual(
      ['A/register/', 'A/register/', 'B/register/', 'B/register/', undefined, undefined].toSorted(),
    );
  });

  test('is asked together for callers of one key only', async () => {
    const variables = { uscc: 'E1' };
    await prepare(LOOKUP, variables);
    const asked = ['A', 'B', 'A', 'B', null].map((key, i) =>
      answer(LOOKUP, key === null ? undefined : callerWithout([], key), {
        variables: { uscc: `E${i}` },
      }),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ data }) => data)).toEqual(
      answers.map((_, i) => ({ enterprise: { name: `name of E${i}`, kind: 1 } })),
    );
    for (const { requests, assertions } of [register, tax]) {
      const texts = requests.map(({ query, variables: given }, i) => [
        assertions[i]?.slice(0, 1),
        [...`${query} ${JSON.stringify(given)}`.matchAll(/E\d/g)].map(String).sort().join(),
      ]);
      expect(texts.map(String).sort()).toEqual([',E4', 'A,E0,E2', 'B,E1,E3'].sort());
    }
  });
});

describe('what vouches for the caller', () => {
  test('may be known later, and is waited for', async () => {
    const caller = callerWithout([], 'A');
    const later: Caller = {
      ...caller,
      assertionFor: async (...asked) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return `later ${String(await caller.assertionFor(...asked))}`;
      },
    };
    await answer('{ enterprises { phone arrears } }', later);
    expect([register.assertions, tax.assertions]).toEqual([
      ['later A/register/Enterprise.phone'],
      ['later A/tax/Enterprise.arrears'],
    ]);
  });

  test('may be nothing', async () => {
    await answer(LIST, { ...callerWithout([]), assertionFor: () => null });
    expect(register.assertions).toEqual([undefined]);
  });

  test('fails the operation when it fails, and no department is asked', async () => {
    const denial = new PublicError('FORBIDDEN', 'Nothing can be written down.');
    const fail = () => {
      throw denial;
    };
    for (const assertionFor of [fail, () => Promise.reject(denial)]) {
      await expect(answer(LIST, { ...callerWithout([]), assertionFor })).rejects.toBe(denial);
    }
    expect(register.requests).toEqual([]);
  });

  test('goes with mutations', async () => {
    await answer('mutation { touch }', callerWithout([], 'A'));
    expect(register.assertions).toEqual(['A/register/']);
  });

  test('is not waited for by who has gone away', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const leaving = new AbortController();
    const asked = answer(
      LIST,
      { ...callerWithout([]), assertionFor: () => promise },
      { signal: leaving.signal },
    );
    await new Promise((goOn) => setTimeout(goOn, 200));
    leaving.abort();
    await asked;
    resolve('late');
    await promise;
    expect(register.requests).toEqual([]);
  });
});

describe.each([
  ['server-sent events', () => ({})],
  ['WebSocket', () => ({ subscriptionUrls: { register: register.url.replace('http', 'ws') } })],
])('a subscription over %s', (_name, optionsOf) => {
  test('says who subscribes, and refuses fields in each of its answers', async () => {
    await using other = await serveEngine([register, tax], createCompiledEngine, optionsOf());
    const caller = callerWithout(['Enterprise.arrears'], 'A');
    const subscription = await other.engine.subscribe({
      query: 'subscription { changed { name phone arrears } }',
      caller,
    });
    const next = subscription!.next();
    await changed.until(1);
    expect(register.assertions).toContain('A/register/Enterprise.phone');
    changed.publish({ changed: { uscc: 'E1', phone: '138' } });
    const { value } = await next;
    expect(JSON.parse(value!.data)).toEqual({
      changed: { name: 'name of E1', phone: '138', arrears: null },
    });
    expect(value!.errors).toMatchObject([
      { path: ['changed', 'arrears'], extensions: { code: 'UNAUTHORIZED_FIELD' } },
    ]);
    expect(value!.reads).toEqual({
      fields: ['Enterprise.phone'],
      subjects: [{ type: 'Enterprise', key: 'E1' }],
      more: 0,
    });
    expect(tax.requests).toEqual([]);
    await subscription!.return();
  });

  test('sends nothing for a change of what the subscriber does not read', async () => {
    await using other = await serveEngine([register, tax], createCompiledEngine, optionsOf());
    const query = 'subscription { changed { uscc phone } }';
    const subscription = await other.engine.subscribe({ query, caller: callerWithout(['Enterprise.phone']) });
    const first = subscription!.next();
    await changed.until(1);
    changed.publish({ changed: { uscc: 'E1', phone: '138' } });
    const next = first.then(() => subscription!.next());
    changed.publish({ changed: { uscc: 'E1', phone: '139' } });
    changed.publish({ changed: { uscc: 'E2', phone: '139' } });
    const answers = [await first, await next].map(({ value }) => JSON.parse(value!.data));
    expect(answers).toEqual(['E1', 'E2'].map((uscc) => ({ changed: { uscc, phone: null } })));
    await subscription!.return();
  });

  test('fails when nobody vouches for who subscribes', async () => {
    await using other = await serveEngine([register, tax], createCompiledEngine, optionsOf());
    const denial = new PublicError('FORBIDDEN', 'Nothing can be written down.');
    const caller = { ...callerWithout([]), assertionFor: () => Promise.reject(denial) };
    const subscription = await other.engine.subscribe({ query: 'subscription { changed { name } }', caller });
    await expect(subscription!.next()).rejects.toBe(denial);
    expect(changed.count).toBe(0);
  });
});

test('a subscription whose field is refused ends before it begins', async () => {
  const caller = callerWithout(['Subscription.secretly']);
  const query = 'subscription { secretly { name } }';
  await expect(served.engine.subscribe({ query, caller })).rejects.toMatchObject({
    code: 'UNAUTHORIZED_FIELD',
    extensions: { coordinate: 'Subscription.secretly' },
  });
  expect(register.assertions).toEqual([]);
});
