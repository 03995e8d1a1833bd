import { isPublicError } from '@yiwang/errors';
import { type SmallDepartment, startDepartment, Topic } from '@yiwang/testing/small-graph';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCompiledEngine, type Subscription, type TextRequest } from '../../src/index.ts';
import { type ServedEngine, serveEngine, supergraphOf } from '../support/serve-engine.ts';

interface Case {
  number: string;
  state: string | null;
  applicant: { uscc: string } | null;
}

const NAMES = new Map([['E1', '大余县京桥混凝土有限公司']]);

let topic: Topic<{ progressed: Case | Error | null }>;
let permits: SmallDepartment;
let enterprises: SmallDepartment;
let served: ServedEngine;

beforeEach(async () => {
  topic = new Topic();
  permits = await startDepartment(
    'permits',
    `
      type Query { case(number: ID!): Case }
      type Subscription { progressed(number: ID): Case strict: Case! }
      type Case { number: ID! state: String! applicant: Enterprise }
      type Enterprise @key(fields: "uscc") { uscc: ID! }
    `,
    {
      Subscription: {
        progressed: { subscribe: () => topic.subscribe() },
        strict: { subscribe: () => topic.subscribe(), resolve: () => null },
      },
    },
  );
  enterprises = await startDepartment(
    'enterprises',
    `
      type Query { enterprise(uscc: ID!): Enterprise }
      type Enterprise @key(fields: "uscc") { uscc: ID! name(short: Boolean): String }
    `,
    {
      Enterprise: {
        __resolveReference: ({ uscc }: { uscc: string }) => ({ uscc }),
        name: async ({ uscc }: { uscc: string }, { short }: { short?: boolean }) => {
          if (uscc === 'slow') await new Promise((resolve) => setTimeout(resolve, 50));
          return short ? NAMES.get(uscc)?.slice(0, 3) : NAMES.get(uscc);
        },
      },
    },
  );
});
afterEach(async () => {
  await served[Symbol.asyncDispose]();
  await Promise.all([permits.close(), enterprises.close()]);
});

const TRANSPORTS = [
  ['server-sent events', () => ({})],
  ['WebSocket', () => ({ subscriptionUrls: { permits: permits.url.replace('http', 'ws') } })],
] as const;

function caseOf(number: string, uscc: string | null = 'E1', state: string | null = 'ACCEPTED') {
  return { progressed: { number, state, applicant: uscc === null ? null : { uscc } } };
}

async function subscribe(query: string, request: Partial<TextRequest> = {}): Promise<Subscription> {
  const subscription = await served.engine.subscribe({ query, ...request });
  if (!subscription) throw new Error('Not a subscription.');
  return subscription;
}

/** The next answer as a client would read it; null at the end. */
async function read(subscription: Subscription): Promise<object | null> {
  const step = await subscription.next();
  if (step.done) return null;
  const { data, errors } = step.value;
  return { data: JSON.parse(data), ...(errors.length > 0 ? { errors } : {}) };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('No error.'),
    (reason: unknown) => reason,
  );
  return isPublicError(error) ? error.code : String(error);
}

describe.each(TRANSPORTS)('a department that serves subscriptions by %s', (_name, optionsOf) => {
  beforeEach(async () => {
    served = await serveEngine([permits, enterprises], createCompiledEngine, optionsOf());
  });

  test('each event is answered with the fields of other departments beneath it, in order', async () => {
    const subscription = await subscribe(
      'subscription ($n: ID) { step: progressed(number: $n) { number applicant { name } } }',
      { variables: { n: 'A1' } },
    );
    const first = read(subscription);
    await topic.until(1);
    topic.publish(caseOf('A1', 'slow'));
    topic.publish(caseOf('A2', 'E1'));
    topic.publish(caseOf('A3', null));

    expect(await first).toEqual({ data: { step: { number: 'A1', applicant: { name: null } } } });
    expect(await read(subscription)).toEqual({
      data: { step: { number: 'A2', applicant: { name: '大余县京桥混凝土有限公司' } } },
    });
    expect(await read(subscription)).toEqual({ data: { step: { number: 'A3', applicant: null } } });
    await subscription.return();
  });

  test('it ends when the department ends it, after the events that had arrived', async () => {
    const subscription = await subscribe('subscription { progressed { number } }');
    const first = read(subscription);
    await topic.until(1);
    topic.publish(caseOf('A1'));
    topic.publish(caseOf('A2'));
    topic.complete();

    expect(await first).toEqual({ data: { progressed: { number: 'A1' } } });
    expect(await read(subscription)).toEqual({ data: { progressed: { number: 'A2' } } });
    expect(await read(subscription)).toBeNull();
    expect(await read(subscription)).toBeNull();
    expect(served.faults).toEqual([]);
  });

  test('when the client leaves, the department sees it', async () => {
    const subscription = await subscribe('subscription { progressed { number } }');
    const waiting = read(subscription);
    await topic.until(1);

    await subscription.return();

    expect(await waiting).toBeNull();
    await topic.until(0);
    expect(served.faults).toEqual([]);
  });

  test('a signal that aborts is a client that leaves', async () => {
    const client = new AbortController();
    const subscription = await subscribe('subscription { progressed { number } }', { signal: client.signal });
    const waiting = read(subscription);
    await topic.until(1);
    client.abort();
    expect(await waiting).toBeNull();
    await topic.until(0);
  });

  test('conditions and aliases hold for every event', async () => {
    const query = `subscription ($with: Boolean!) {
      progressed { a: number state @skip(if: $with) applicant @include(if: $with) { uscc short: name(short: true) } }
    }`;
    const withApplicant = await subscribe(query, { variables: { with: true } });
    const without = await subscribe(query, { variables: { with: false } });
    const answers = [read(withApplicant), read(without)];
    await topic.until(2);
    topic.publish(caseOf('A1'));

    expect(await answers[0]).toEqual({
      data: { progressed: { a: 'A1', applicant: { uscc: 'E1', short: '大余县' } } },
    });
    expect(await answers[1]).toEqual({ data: { progressed: { a: 'A1', state: 'ACCEPTED' } } });
    await Promise.all([withApplicant.return(), without.return()]);
  });

  test('an event with errors or nulls is one answer, and the next event goes on', async () => {
    const subscription = await subscribe('subscription { progressed { number state } }');
    const first = read(subscription);
    await topic.until(1);
    topic.publish({ progressed: new Error('The file is locked.') });
    topic.publish(caseOf('A2', null, null));
    topic.publish({ progressed: null });
    topic.publish(caseOf('A3'));

    expect(await first).toMatchObject({
      data: { progressed: null },
      errors: [
        {
          message: 'The file is locked.',
          path: ['progressed'],
          extensions: { code: 'DEPARTMENT_ERROR', department: 'permits' },
        },
      ],
    });
    expect(await read(subscription)).toMatchObject({
      data: { progressed: null },
      errors: [{ path: ['progressed', 'state'] }],
    });
    expect(await read(subscription)).toEqual({ data: { progressed: null } });
    expect(await read(subscription)).toEqual({ data: { progressed: { number: 'A3', state: 'ACCEPTED' } } });
    await subscription.return();
  });

  test('a null of a root field that must not be null takes the whole answer', async () => {
    const subscription = await subscribe('subscription { strict { number } }');
    const first = read(subscription);
    await topic.until(1);
    topic.publish({ progressed: null });
    expect(await first).toMatchObject({ data: null, errors: [{ path: ['strict'] }] });
    await subscription.return();
  });

  test('a department that fails beneath an event costs its own fields of that event', async () => {
    const subscription = await subscribe('subscription { progressed { number applicant { name } } }');
    const first = read(subscription);
    await topic.until(1);
    enterprises.misbehave((request) => request.socket.destroy());
    topic.publish(caseOf('A1'));
    expect(await first).toMatchObject({
      data: { progressed: { number: 'A1', applicant: { name: null } } },
      errors: [
        {
          path: ['progressed', 'applicant', 'name'],
          extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'enterprises' },
        },
      ],
    });
    enterprises.misbehave(null);
    topic.publish(caseOf('A2'));
    expect(await read(subscription)).toMatchObject({
      data: { progressed: { applicant: { name: '大余县京桥混凝土有限公司' } } },
    });
    await subscription.return();
  });

  test('a department that dies ends the subscription with an error that names it', async () => {
    const subscription = await subscribe('subscription { progressed { number } }');
    const first = read(subscription);
    await topic.until(1);
    topic.publish(caseOf('A1'));
    await first;
    await permits.close();
    expect(await codeOf(read(subscription))).toBe('DEPARTMENT_UNAVAILABLE');
    expect(served.faults).toMatchObject([{ subgraph: 'permits', reason: 'BROKEN_OFF' }]);
    expect(await read(subscription)).toBeNull();
  });

  test('a department that is away is told at the first answer', async () => {
    await permits.close();
    const subscription = await subscribe('subscription { progressed { number } }');
    expect(await codeOf(read(subscription))).toBe('DEPARTMENT_UNAVAILABLE');
    expect(served.faults).toMatchObject([{ subgraph: 'permits', reason: 'UNREACHABLE' }]);
  });

  test('an event larger than the limit ends the subscription', async () => {
    const subscription = await subscribe('subscription { progressed { number } }');
    const waiting = read(subscription);
    await topic.until(1);
    topic.publish(caseOf('A'.repeat(300_000)));
    expect(await codeOf(waiting)).toBe('DEPARTMENT_UNAVAILABLE');
    expect(served.faults).toMatchObject([{ subgraph: 'permits', reason: 'TOO_LARGE' }]);
    await topic.until(0);
  });

  test('a department that refuses the operation says so in one answer', async () => {
    permits.misbehave((_request, response) =>
      response
        .writeHead(400, { 'content-type': 'application/graphql-response+json' })
        .end('{"errors":[{"message":"Not today.","extensions":{"code":"CLOSED"}}]}'),
    );
    // Only requests can be refused so; a WebSocket is served by the library all the same.
    if ('subscriptionUrls' in optionsOf()) return;
    const subscription = await subscribe('subscription { progressed { number } }');
    expect(await read(subscription)).toMatchObject({
      data: { progressed: null },
      errors: [{ message: 'Not today.', extensions: { code: 'CLOSED', department: 'permits' } }],
    });
    expect(await read(subscription)).toBeNull();
  });

  test('a replaced supergraph ends what runs with a code to subscribe again', async () => {
    const subscription = await subscribe('subscription { progressed { number } }');
    const waiting = read(subscription);
    await topic.until(1);

    const other = [{ ...permits, sdl: `${permits.sdl} extend type Query { more: Int }` }, enterprises];
    await served.engine.replaceSupergraph(supergraphOf(other));

    expect(await codeOf(waiting)).toBe('SUBSCRIPTION_INTERRUPTED');
    await topic.until(0);
    const again = await subscribe('subscription { progressed { number } }');
    const first = read(again);
    await topic.until(1);
    topic.publish(caseOf('A1'));
    expect(await first).toEqual({ data: { progressed: { number: 'A1' } } });
    await again.return();
  });

  test('an engine that stops ends what runs and refuses more', async () => {
    const subscription = await subscribe('subscription { progressed { number } }');
    const waiting = read(subscription);
    await topic.until(1);
    served.engine.endSubscriptions();
    expect(await codeOf(waiting)).toBe('SUBSCRIPTION_INTERRUPTED');
    expect(await codeOf(subscribe('subscription { progressed { number } }'))).toBe(
      'SUBSCRIPTION_INTERRUPTED',
    );
    await topic.until(0);
  });

  test('a client that does not read slows the department down, and loses nothing', async () => {
    const subscription = await subscribe('subscription { progressed { number } }');
    const first = read(subscription);
    await topic.until(1);
    const count = 2_000;
    for (let i = 0; i < count; i++) topic.publish(caseOf(String(i).padStart(1_000, '0')));
    const numbers = [await first];
    await new Promise((resolve) => setTimeout(resolve, 100));
    while (numbers.length < count) numbers.push(await read(subscription));
    expect(numbers.map((answer) => Number((answer as never)['data']['progressed']['number']))).toEqual(
      Array.from({ length: count }, (_, i) => i),
    );
    await subscription.return();
  });
});
