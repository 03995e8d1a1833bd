import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { contents, signCredential } from '@yiwang/identity';
import { openServedDepartment } from '@yiwang/subgraph-kit/testing';
import { completeSchema } from '@yiwang/schema-directives';
import { startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContexts } from '../src/context.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';
import { composer, NO_REGISTRY } from './support/open-department.ts';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { FIELDS } from './support/open-sharing.ts';
import { fisheries } from './support/subgraphs.ts';

let registry: OpenRegistry;
beforeAll(async () => {
  registry = await openRegistry({ allowLoopback: true });
});
afterAll(() => registry.close());

const KEPT = fisheries(FIELDS).sdl;
const OPEN = fisheries().sdl;

/**
 * Fisheries over plain HTTP, with responses that the test chooses.
 *
 * @param service the response to a request for its schema
 */
async function serve(
  answer: (body: string, request: IncomingMessage, response: ServerResponse) => object | null,
  service: object = { data: { _service: { sdl: KEPT } } },
  enforces: string | null = 'arguments, existence, regions, own-data, masking',
) {
  const bodies: string[] = [];
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    bodies.push(body);
    if (enforces !== null) response.setHeader('yiwang-enforces', enforces);
    const answered = body.includes('_service') ? service : answer(body, request, response);
    if (answered !== null) response.end(JSON.stringify(answered));
  }
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    bodies,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const publish = (url: string, sdl = KEPT, waive: ('OWNER_CONSENT' | 'CALLER_VERIFICATION')[] = []) =>
  registry.publish([{ department: 'fisheries', url, sdl }], { waive, acceptBreaking: true });

const UNAUTHENTICATED = { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] };
const NOT_VERIFIED = {
  outcome: 'REFUSED',
  userErrors: [{ code: 'CALLERS_NOT_VERIFIED', field: ['subgraphs', '0', 'url'] }],
};

test('a department of the kit verifies who asks, and is published', async () => {
  await using exchange = await openServedDepartment({
    name: NAME,
    migrations: MIGRATIONS,
    rights: RIGHTS,
    schema,
    createContextFactory: (db) => createContexts(db, composer, NO_REGISTRY),
  });
  const sdl = completeSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
  expect(await registry.publish([{ department: NAME, url: exchange.url, sdl }], { waive: [] })).toMatchObject(
    { outcome: 'PUBLISHED' },
  );
});

test('a department that keeps something back and answers any caller is refused, with the reason', async () => {
  const found = { number: '1', name: 'Fuyuan', catchT: 1, finesCny: 1, informant: 'x' };
  const department = await startDepartment('fisheries', KEPT, {
    Query: { vessel: () => found },
    Vessel: { __resolveReference: () => found },
  });
  const refused = await publish(department.url);
  expect(refused).toMatchObject(NOT_VERIFIED);
  expect(refused.userErrors[0]!.message).toMatch(
    /fisheries restricts Vessel\.catchT, Vessel\.finesCny, Vessel\.informant, but does not verify its callers: it does not deny a request for Vessel\.\w+ without an assertion/,
  );
  expect((await publish(department.url, OPEN)).outcome).toBe('PUBLISHED');
  await department.close();
});

test.each<[what: string, answer: Parameters<typeof serve>[0]]>([
  ['that finds nothing, and does not say that one may not ask', () => ({ data: { vessel: null } })],
  [
    'that fails for another reason',
    () => ({ errors: [{ message: 'no', extensions: { code: 'NOT_FOUND' } }] }),
  ],
  ['that refuses beside data', () => ({ ...UNAUTHENTICATED, data: { vessel: { catchT: 1 } } })],
  [
    'that believes any assertion',
    (_body, { headers }) => (headers['yiwang-assertion'] ? { data: { vessel: null } } : UNAUTHENTICATED),
  ],
  [
    'that believes an assertion without a signature',
    (_body, { headers }) =>
      String(headers['yiwang-assertion']).endsWith('.') ? { data: { vessel: null } } : UNAUTHENTICATED,
  ],
])('one %s is refused', async (_what, answer) => {
  await using department = await serve(answer);
  expect(await publish(department.url)).toMatchObject(NOT_VERIFIED);
});

test('one that shows its schema to holders of its key alone is published, and a server that is no department is not', async () => {
  await using closed = await serve(() => UNAUTHENTICATED, UNAUTHENTICATED);
  expect((await publish(closed.url)).outcome).toBe('PUBLISHED');
  await using other = await serve(() => UNAUTHENTICATED, { message: 'Unauthorized' });
  expect(await publish(other.url, KEPT.replace('A fishing vessel', 'A vessel'))).toMatchObject({
    userErrors: [{ code: 'DEPARTMENT_UNREACHABLE' }],
  });
});

test('one that refuses is published, by its code or by its status, and no mutation is tried', async () => {
  const writes = KEPT.replace('"@tag"]', '"@tag", "@authenticated"]').replace(
    'type Query {',
    `type Mutation { "Sinks it." sink(number: ID!): Vessel @authenticated }\ntype Query {`,
  );
  await using byCode = await serve(() => UNAUTHENTICATED);
  await using byStatus = await serve((_body, _request, response) => {
    response.statusCode = 401;
    return {};
  });
  expect(await publish(byCode.url, writes)).toMatchObject({ outcome: 'PUBLISHED', userErrors: [] });
  expect(byCode.bodies.length).toBeGreaterThan(3);
  expect(byCode.bodies.filter((body) => body.includes('mutation') || body.includes('sink'))).toEqual([]);
  expect((await publish(byStatus.url)).outcome).toBe('PUBLISHED');
});

test.each([
  ['does not state what it enforces', null, KEPT, 'arguments, existence, regions'],
  ['states a part of it', 'existence,ARGUMENTS', KEPT, 'regions'],
  [
    'opens data to whom it is about, and does not say that it opens no other',
    'arguments, existence, regions',
    KEPT.replace(
      'catchT:',
      'quota: String @sharing(class: CONDITIONAL) @ownData(of: [ENTERPRISE])\n  "Catch."\n  catchT:',
    ),
    'own-data',
  ],
  [
    'masks nothing, or does not say so',
    'arguments, existence, regions',
    KEPT.replace('catchT:', 'skipper: String @sensitive(kind: PERSON_NAME)\n  "Catch."\n  catchT:'),
    'masking',
  ],
])(
  'one that verifies who asks and %s is refused, with what is missing',
  async (_what, states, sdl, missing) => {
    await using department = await serve(() => UNAUTHENTICATED, undefined, states);
    const refused = await publish(department.url, sdl);
    expect(refused).toMatchObject({
      outcome: 'REFUSED',
      userErrors: [{ code: 'RULES_NOT_ENFORCED', field: ['subgraphs', '0', 'url'] }],
    });
    expect(refused.userErrors[0]!.message).toMatch(
      new RegExp(
        `enforces the rules for them: ${missing}\\. .*"yiwang-enforces: arguments, existence, regions`,
      ),
    );
    // Unrestricted fields need no rule.
    expect((await publish(department.url, OPEN)).outcome).toBe('PUBLISHED');
  },
);

test('one that is down is refused, unless it was found to verify at the same address before', async () => {
  const department = await serve(() => UNAUTHENTICATED);
  expect((await publish(department.url)).outcome).toBe('PUBLISHED');
  await department[Symbol.asyncDispose]();

  const again = await publish(department.url, `${KEPT}\n# edited`);
  expect(again.outcome).toBe('PUBLISHED');
  expect(again.check).toMatchObject({ hints: [expect.stringContaining('cannot be reached now')] });
  const moved = await publish(department.url.replace('/graphql', '/'));
  expect(moved).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'DEPARTMENT_UNREACHABLE' }] });
  expect(moved.userErrors[0]!.message).toContain('Start it, then publish it.');
});

test('one that redirects, or sends without end, is not followed and not waited for', async () => {
  await using elsewhere = await serve(() => UNAUTHENTICATED);
  const endless = createServer((request, response) => {
    if (request.url === '/redirect') {
      response.writeHead(307, { location: elsewhere.url }).end();
      return;
    }
    const send = () => {
      while (response.write('x'.repeat(1 << 16)));
    };
    response.on('drain', send);
    send();
  });
  await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(endless.address() as AddressInfo).port}`;
  for (const [path, reason] of [
    ['/redirect', 'it redirects'],
    ['/endless', 'its response is too large'],
  ]) {
    expect((await publish(base + path!)).userErrors[0]).toMatchObject({
      code: 'DEPARTMENT_UNREACHABLE',
      message: expect.stringContaining(reason!),
    });
  }
  expect(elsewhere.bodies).toEqual([]);
  endless.closeAllConnections();
  await new Promise((resolve) => endless.close(resolve));
});

test('a check says the same; an operator may waive it, and that is recorded', async () => {
  await using department = await serve(() => ({ data: { vessel: null } }));
  const claim = { action: 'check', digest: contents.check('fisheries', KEPT, { url: department.url }) };
  const { data } = await registry.department.ask(
    `query ($input: CheckSubgraphInput!, $credential: String!) {
      checkSubgraph(input: $input, credential: $credential) { outcome faults { code } } }`,
    {
      input: { department: 'fisheries', sdl: KEPT, url: department.url },
      credential: await signCredential(registry.operator, claim),
    },
  );
  expect(data).toEqual({ checkSubgraph: { outcome: 'FAILS', faults: [{ code: 'CALLERS_NOT_VERIFIED' }] } });

  expect((await publish(department.url, KEPT, ['CALLER_VERIFICATION'])).outcome).toBe('PUBLISHED');
  const { sql } = registry.department.database;
  expect(await sql`select reason from audit_log order by id desc limit 1`).toEqual([
    { reason: 'waived: CALLER_VERIFICATION' },
  ]);
});
