import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { verifyAssertion, publicKeyOf, type Mandate } from '@yiwang/identity';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { readJournal } from './access-log/support/open-test-journal.ts';
import { runGateway } from './support/spawn-gateway.ts';
import { type AccessGateway, serveAccessGateway, TAXPAYER } from './support/access-gateway.ts';

const REGISTER = `
  type Query {
    mandatesInForce(users: [ID!]!): [PersonMandates!]
  }
  type PersonMandates { user: ID! mandates: [MandateInForce!]! }
  type MandateInForce { id: ID! uscc: ID! items: [ID!] }
`;
/** Mandates are asked for again after a second. */
const AGE_MS = 1_000;

/** By person. */
const held = new Map<string, Mandate[]>();
let answersAfterMs = 0;
let register: SmallDepartment;
let gateway: AccessGateway;
beforeAll(async () => {
  register = await startDepartment('enterprises', REGISTER, {
    Query: {
      async mandatesInForce(_root: unknown, { users }: { users: string[] }) {
        await new Promise((resolve) => setTimeout(resolve, answersAfterMs));
        return users.map((user) => ({ user, mandates: held.get(user) ?? [] }));
      },
    },
  });
  gateway = await serveAccessGateway({ MANDATES: 'enterprises', GRANTS_MAX_AGE_MS: '1000' }, [register]);
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await register.close();
});
beforeEach(() => {
  held.clear();
  answersAfterMs = 0;
  register.requests.length = 0;
  register.assertions.length = 0;
});

const MANDATE: Mandate = { id: 'M1', uscc: 'E1', items: ['000126001000'] };
let persons = 0;
/** Nobody was asked about this person before. */
const newPerson = () => `person-${++persons}`;
const signIn = async (user: string) => ({
  authorization: `Bearer ${await gateway.token(user, { azp: 'portal' })}`,
});
const REFUNDS = '{ taxpayer { name refunds } }';
const reasons = ({ errors = [] }: { errors?: { extensions: Record<string, unknown> }[] }) =>
  errors.map(({ extensions }) => extensions['reason']);

test('an agent reads what is open to those who act for the enterprise, and the department learns for whom the person acts', async () => {
  const user = newPerson();
  held.set(user, [MANDATE]);
  const { body } = await gateway.ask(REFUNDS, await signIn(user));
  expect(body).toEqual({ data: { taxpayer: { name: '京桥', refunds: 3 } } });
  expect(await gateway.lastAssertion()).toMatchObject({
    client: 'portal',
    user,
    mandates: [MANDATE],
    purpose: null,
    reads: [],
  });
  const [record] = (await readJournal(gateway.accessLog)).slice(-1);
  expect(JSON.parse(record!.text)).toMatchObject({
    user,
    grants: ['own'],
    purpose: null,
    fields: ['Taxpayer.refunds'],
  });
});

test('the gateway asks with a scope of its own, for no person and by no department', async () => {
  const user = newPerson();
  await gateway.ask(REFUNDS, await signIn(user));
  const assertion = await verifyAssertion(register.assertions.at(-1)!, 'enterprises', () =>
    publicKeyOf(gateway.key),
  );
  expect(assertion).toMatchObject({
    client: 'gateway:gateway-1',
    user: null,
    department: null,
    scopes: ['mandates:resolve'],
    reads: [],
  });
  expect(assertion.body).not.toBeNull();
});

test('who acts for nobody is told how to apply, as any client is', async () => {
  const { body } = await gateway.ask(REFUNDS, await signIn(newPerson()));
  expect(body.data).toEqual({ taxpayer: { name: '京桥', refunds: null } });
  expect(reasons(body)).toEqual(['GRANT']);
});

test('nobody is asked for clients that are no persons, and for operations to which mandates make no difference', async () => {
  const user = newPerson();
  held.set(user, [MANDATE]);
  await gateway.ask(REFUNDS);
  await gateway.ask(REFUNDS, { authorization: `Bearer ${await gateway.token('desk')}` });
  await gateway.ask('{ taxpayer { name arrears } staff }', await signIn(user));
  expect(register.requests).toEqual([]);
});

test('within a second the department is asked once for a person, and for many persons together', async () => {
  const users = Array.from({ length: 20 }, newPerson);
  const headers = await Promise.all(users.map(signIn));
  for (const user of users) held.set(user, [MANDATE]);
  answersAfterMs = 200;
  const startedAt = performance.now();
  for (const round of [1, 2, 3]) {
    const answers = await Promise.all(headers.map((one) => gateway.ask(REFUNDS, one)));
    expect(
      answers.map(({ body }) => body.data.taxpayer.refunds),
      `round ${round}`,
    ).toEqual(users.map(() => 3));
  }
  // On a machine that is busy the rounds take several seconds.
  const most = 1 + Math.floor((performance.now() - startedAt) / AGE_MS);
  const asked = Map.groupBy(
    register.requests.flatMap(({ variables }) => variables!['users'] as string[]),
    (user) => user,
  );
  expect([...asked.keys()].toSorted()).toEqual(users.toSorted());
  for (const { length } of asked.values()) expect(length).toBeLessThanOrEqual(most);
  expect(register.requests.length).toBeLessThanOrEqual(3 * most);
});

test('a mandate that is revoked opens nothing after a second, and ends subscriptions', async () => {
  const user = newPerson();
  held.set(user, [MANDATE]);
  const headers = await signIn(user);
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: headers,
  });
  const results = client.iterate({ query: 'subscription { changed { refunds } }' });
  const first = results.next();
  await gateway.changed.until(1);
  gateway.changed.publish({ changed: TAXPAYER });
  expect((await first).value).toEqual({ data: { changed: { refunds: 3 } } });
  const second = Promise.resolve(results.next()).catch((errors: unknown) => errors);
  held.delete(user);
  await new Promise((resolve) => setTimeout(resolve, AGE_MS + 50));
  expect(reasons((await gateway.ask(REFUNDS, headers)).body)).toEqual(['GRANT']);
  expect(await second).toMatchObject([{ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } }]);
  await gateway.changed.until(0);
  await client.dispose();
});

test('what a person changes is told with its mandates, so that the department can decide', async () => {
  const user = newPerson();
  held.set(user, [MANDATE]);
  await gateway.ask('mutation { note }', await signIn(user));
  expect((await gateway.lastAssertion()).mandates).toEqual([]);
  await gateway.ask('mutation { file }', await signIn(user));
  expect((await gateway.lastAssertion()).mandates).toEqual([MANDATE]);
});

test.each<[what: string, misbehave: Parameters<SmallDepartment['misbehave']>[0]]>([
  ['fails', (_request, response) => response.writeHead(500).end('{"errors":[]}')],
  [
    'answers something else',
    (_request, response) => response.end('{"data":{"mandatesInForce":[{"user":"x"}]}}'),
  ],
  ['answers no JSON', (_request, response) => response.end('<html>')],
  ['hangs', () => {}],
])(
  'while the department %s, nobody acts for anybody, which is said, and everything else is answered',
  async (_what, misbehave) => {
    const user = newPerson();
    held.set(user, [MANDATE]);
    register.misbehave(misbehave);
    try {
      const { body } = await gateway.ask(REFUNDS, await signIn(user));
      expect(body.data).toEqual({ taxpayer: { name: '京桥', refunds: null } });
      expect(body.errors).toMatchObject([
        {
          extensions: {
            code: 'GRANTS_UNAVAILABLE',
            reason: 'MANDATES_UNKNOWN',
            coordinate: 'Taxpayer.refunds',
          },
        },
      ]);
      // Departments learn that it is not known, and refuse what depends on it.
      await gateway.ask('mutation { file }', await signIn(user));
      expect((await gateway.lastAssertion()).mandates).toBeNull();
    } finally {
      register.misbehave(null);
    }
  },
);

test('mandates that do not fit into an assertion are left out, not the request', async () => {
  const user = newPerson();
  const many = Array.from({ length: 500 }, (_, i) => ({ id: `M${i}`, uscc: `E${i}`, items: null }));
  held.set(user, many);
  expect((await gateway.ask(REFUNDS, await signIn(user))).body.data.taxpayer.refunds).toBe(3);
  const mandates = (await gateway.lastAssertion()).mandates ?? [];
  expect(mandates.length).toBeGreaterThan(50);
  expect(mandates).toEqual(many.slice(0, mandates.length));
});

test('a gateway that cannot sign does not start with a department of mandates', async () => {
  const { code, stderr } = await runGateway(['--supergraph', 'supergraph.graphql'], {
    MANDATES: 'enterprises',
  });
  expect(code).toBe(1);
  expect(stderr).toContain('set GATEWAY_KEY');
});
