import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contents, readPrivateKey, signClientToken, signCredential } from '@yiwang/identity';
import { completeSchema } from '@yiwang/schema-directives';
import { REGISTERS } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './support/compose-file.ts';
import { type Answer, type NpmStart, prepareNpmStart } from './support/npm-start.ts';
import { runProgram } from './support/run-program.ts';
import { testCases } from './system/cases.ts';
import { testMatters } from './system/matters.ts';
import { testNewDepartment } from './system/new-department.ts';
import { testKeyRotation } from './system/rotate-keys.ts';
import { testSharing } from './system/sharing.ts';
import { ENTERPRISE_LIST, OPEN_ENTERPRISE_LIST, OPEN_ENTERPRISE_PAGE } from './queries.ts';

// One system for all of them, because its start costs more than most of them do. They run from the top to the bottom: what only
// asks stands first, then what changes rows and schema, and at the end what leaves departments in the schema that are gone.
let system: NpmStart;
beforeAll(async () => {
  system = await prepareNpmStart({ STATISTICS_INTERVAL_MS: '500', CERTIFICATE_CACHE_SECONDS: '0' });
  await system.start();
}, 180_000);
afterAll(() => system[Symbol.asyncDispose]());

test('the first start serves one schema over all departments, with data of each', async () => {
  const { data: answer, errors } = await system.ask(OPEN_ENTERPRISE_LIST, { first: 100 });

  expect(errors).toBeUndefined();
  const nodes: Answer[] = answer.enterprises.edges.map(({ node }: Answer) => node);
  expect(answer.enterprises.totalCount).toBe(400);
  const sum = (field: string) => nodes.reduce((total, node) => total + node[field].totalCount, 0);
  expect(sum('permits')).toBeGreaterThan(0);
  expect(sum('landSupplies')).toBeGreaterThan(0);
  expect(nodes.some((node) => node.taxpayer?.aListYears.length > 0)).toBe(true);
  expect(nodes.every((node) => node.region.fullName.startsWith('江苏省'))).toBe(true);
});

test('what is shared with condition is no part of the schema to those who do not sign in, and null to a client without a grant; a department answers the gateway alone', async () => {
  const anonymous = await system.ask(ENTERPRISE_LIST, { first: 5 });
  expect(anonymous.data).toBeUndefined();
  expect(new Set(anonymous.errors.map(({ extensions }: Answer) => extensions.code))).toEqual(
    new Set(['GRAPHQL_VALIDATION_FAILED']),
  );
  const issuer = await readPrivateKey(await readFile(join(system.data, 'keys/issuer.key'), 'utf8'));
  const client = { id: 'desk', user: null, department: null, scopes: [] };
  const token = await signClientToken(issuer, client, 600);
  const { data: answer, errors } = await system.ask(
    ENTERPRISE_LIST,
    { first: 5 },
    { authorization: `Bearer ${token}` },
  );
  expect(new Set(errors.map(({ extensions }: Answer) => extensions.code))).toEqual(
    new Set(['UNAUTHORIZED_FIELD']),
  );
  for (const { node } of answer.enterprises.edges) {
    expect(node).toMatchObject({ name: expect.any(String), cases: null, parcels: null });
  }
  const around = await system.ask(
    '{ permit(number: "1") { name } }',
    {},
    {},
    `http://127.0.0.1:${system.port + 2}/graphql`,
  );
  expect(around.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('yiwang status finds the system by itself, and that it does well', async () => {
  const status = runProgram(ROOT, ['packages/cli/bin/yiwang.mjs', 'status', '--data', system.data]);
  expect(await status.ended, status.output()).toBe(0);
  for (const name of ['gateway', 'enterprises', 'permits', 'tax', 'land', 'exchange', 'services']) {
    expect(status.output()).toMatch(new RegExp(`^${name} +ready`, 'm'));
  }
  expect(status.output()).toMatch(/^graph: internal \d+/m);
  expect(status.output()).toContain('All is well.');
});

test('the address serves the playground to a browser', async () => {
  const response = await fetch(`http://127.0.0.1:${system.port}/graphql`, {
    headers: { accept: 'text/html' },
  });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<title>');
});

test('the query that the start prints answers', async () => {
  const [, body] = system.output().match(/-d '(\{"query".*\})'/)!;
  const { data: answer, errors } = await system.ask(JSON.parse(body!).query);
  expect(errors).toBeUndefined();
  expect(answer.enterprise.name).toMatch(/公司|厂|店|社|中心/);
});

test('the first query of the README is one that the system understands', async () => {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, options, query] = readme.match(/^curl -s -G http:\S+ (.+) --data-urlencode 'query=([^']+)'$/m)!;
  expect(options).toBe("-H 'content-type: application/json'");

  const response = await fetch(
    `http://127.0.0.1:${system.port}/graphql?${new URLSearchParams({ query: query! })}`,
    {
      headers: { 'content-type': 'application/json' },
    },
  );

  expect(response.status).toBe(200);
  const answer = (await response.json()) as Answer;
  expect(answer.errors).toBeUndefined();
  expect(answer.data.enterprise).toMatchObject({ name: expect.any(String) });
});

testCases(() => system);
testMatters(() => system);

testSharing(() => system);

test.skipIf(!REGISTERS)(
  'after the import of the real registers, one query shows registration, tax credit and land of 大余县京桥混凝土有限公司 (needs YIWANG_REGISTERS)',
  async () => {
    const importing = runProgram(ROOT, [
      'packages/launcher/src/import.ts',
      REGISTERS!,
      '--data',
      system.data,
    ]);
    await importing.ended;
    const counts = [
      ...importing.output().matchAll(/([\d,]+) rows read = ([\d,]+) stored \([^)]*\) \+ ([\d,]+) rejected/g),
    ];
    expect(counts.length).toBeGreaterThanOrEqual(12);
    for (const [, ...numbers] of counts) {
      const [read, stored, rejected] = numbers.map((number) => Number(number!.replaceAll(',', '')));
      expect(read).toBe(stored! + rejected!);
    }

    const { data: answer, errors } = await system.ask(OPEN_ENTERPRISE_PAGE, { uscc: '91360723058828222C' });
    expect(errors).toBeUndefined();
    expect(answer.enterprise).toMatchObject({
      name: '大余县京桥混凝土有限公司',
      registeredCapital: { amount: '10000000', currency: 'CNY', text: '1,000(万元人民币)' },
      region: { fullName: '江西省赣州市大余县' },
      taxpayer: { aListYears: [2018] },
      landSupplies: { totalCount: 1, edges: [{ node: { holderName: '大余县京桥混凝土有限公司' } }] },
    });
  },
  120_000,
);

test('a department publishes with its own key: the running gateway serves it and loses no request, and the registry knows who asks what', async () => {
  const registry = `http://127.0.0.1:${system.port + 5}/graphql`;
  const key = await readPrivateKey(await readFile(join(system.data, 'keys/tax.key'), 'utf8'));
  const schema = await readFile(join(ROOT, 'subgraphs/tax/schema.graphql'), 'utf8');
  const field =
    'extend type Taxpayer { "Something new." something: String @sharing(class: UNCONDITIONAL, cycle: DAILY) }';
  const subgraphs = [
    {
      department: 'tax',
      url: `http://127.0.0.1:${system.port + 3}/graphql`,
      sdl: completeSchema(`${schema}\n${field}\n`),
    },
  ];
  const credential = await signCredential(key, { action: 'publish', digest: contents.publish(subgraphs) });
  const asking = new AbortController();
  const faults: Answer[] = [];
  const clients = Array.from({ length: 3 }, async () => {
    while (!asking.signal.aborted) {
      const { errors } = await system
        .ask('query Watch { enterprises(first: 1) { totalCount } }')
        .catch((error) => ({
          errors: [error],
        }));
      if (errors) faults.push(errors);
      await sleep(20);
    }
  });

  const { data: published, errors } = await system.ask(
    `mutation ($subgraphs: [SubgraphInput!]!, $credential: String!) {
      publishSubgraphs(subgraphs: $subgraphs, credentials: [$credential]) {
        outcome version userErrors { message } check { faults { message } lint { severity message } }
      }
    }`,
    { subgraphs, credential },
    {},
    registry,
  );
  expect(errors).toBeUndefined();
  expect(published.publishSubgraphs).toMatchObject({ outcome: 'PUBLISHED', version: 2, userErrors: [] });
  const something = '{ __type(name: "Taxpayer") { fields { name } } }';
  await expect
    .poll(async () => (await system.ask(something)).data.__type.fields, { interval: 20 })
    .toContainEqual({ name: 'something' });
  asking.abort();
  await Promise.all(clients);
  expect(faults).toEqual([]);

  await expect
    .poll(() => system.read('gateways', {}, 'name running { variant version }'))
    .toEqual([
      { name: 'gateway', running: ['internal', 'public'].map((variant) => ({ variant, version: 2 })) },
    ]);
  await expect
    .poll(
      () =>
        system.read('fieldUsage', { coordinate: 'Query.enterprises(first:)', days: 30 }, 'operation calls'),
      { interval: 200 },
    )
    .toContainEqual({ operation: 'Watch', calls: expect.any(Number) });
});

test('a department that is withdrawn is gone from the running gateway, and a rollback brings it back', async () => {
  const yiwang = async (key: string, ...args: string[]) => {
    const program = runProgram(ROOT, ['packages/cli/bin/yiwang.mjs', ...args], {
      YIWANG_REGISTRY: `http://127.0.0.1:${system.port + 5}/graphql`,
      YIWANG_KEY: join(system.data, 'keys', key),
    });
    return { code: await program.ended, output: program.output() };
  };
  const hasSupplies = async () => {
    const { data: answer } = await system.ask('{ __type(name: "Enterprise") { fields { name } } }');
    return (answer.__type.fields as { name: string }[]).some(({ name }) => name === 'landSupplies');
  };
  expect(await hasSupplies()).toBe(true);
  const withdrawn = await yiwang('land.key', 'withdraw', 'land', '--reason', 'test', '--accept-breaking');
  expect(withdrawn).toMatchObject({ code: 0, output: expect.stringContaining('Withdrew land: version 3') });
  await expect.poll(hasSupplies, { interval: 50 }).toBe(false);
  expect(
    await system.ask('{ enterprises(first: 1) { edges { node { name permits { totalCount } } } } }'),
  ).toEqual({
    data: { enterprises: { edges: [{ node: { name: expect.any(String), permits: expect.anything() } }] } },
  });
  expect((await yiwang('operator.key', 'rollback', '2', '--reason', 'test')).code).toBe(0);
  await expect.poll(hasSupplies, { interval: 50 }).toBe(true);
});

test('after a stop the next start is quick and has the same data', async () => {
  const { data: before } = await system.ask(OPEN_ENTERPRISE_LIST, { first: 5 });
  expect(await system.stop()).toBe(0);
  await system.start();
  const { data: after } = await system.ask(OPEN_ENTERPRISE_LIST, { first: 5 });
  expect(after).toEqual(before);
});

testKeyRotation(() => system);

testNewDepartment(() => system);
