import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contents, createKey, publicKeyOf, signCredential } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenExchange, openExchange } from './support/open-exchange.ts';
import { runYiwang } from './support/run-yiwang.ts';
import { shipsSchema, weatherSchema } from './support/schemas.ts';

const SHIP_FIELDS = '  "Name 船名."\n  name: String\n  "Built in this year."\n  builtIn: Int';
const WEATHER_FIELDS = '  "Wind where it is."\n  wind: Int @sharing(class: UNCONDITIONAL, cycle: REAL_TIME)';

let registry: OpenExchange;

// The tests tell one story, in the order of the file.
beforeAll(async () => {
  registry = await openExchange();
  await registry.write('ships.graphql', shipsSchema(SHIP_FIELDS));
  await registry.write('weather.graphql', weatherSchema(WEATHER_FIELDS));
});
afterAll(() => registry[Symbol.asyncDispose]());

const SHIPS = [
  '--department',
  'ships',
  '--schema',
  'ships.graphql',
  '--url',
  'http://127.0.0.1:5001/graphql',
];
const WEATHER = [
  ...['--department', 'weather', '--schema', 'weather.graphql'],
  ...['--url', 'http://127.0.0.1:5002/graphql'],
];

test('before anything is published, the commands say so', async () => {
  expect(await registry.spawnYiwangAs('operator.key', 'history')).toMatchObject({
    code: 0,
    stdout: 'Nothing is published yet.\n',
  });
  expect(await registry.yiwang('owners')).toMatchObject({ code: 2 });
});

test('without a key or a token what is kept back is refused, and the command says what to name', async () => {
  for (const command of [
    ['history'],
    ['gateways'],
    ['owners'],
    ['contract'],
    ['unused'],
    ['usage', 'Ship.name'],
  ]) {
    const { code, stderr } = await runYiwang([...command, '--registry', registry.url], {
      cwd: registry.folder,
    });
    expect(stderr).toContain('refuses (FORBIDDEN)');
    expect(stderr).toMatch(
      /with the scope (registry|usage):read: name the file of a registered private key with --key FILE/,
    );
    expect(code).toBe(1);
  }
  expect(await runYiwang(['catalogue', '--registry', registry.url])).toMatchObject({ code: 0 });
});

test('keys are registered for departments, once and again', async () => {
  for (const name of ['ships', 'weather']) {
    await registry.yiwang('keygen', `${name}.key`);
    for (const _time of ['first', 'again']) {
      const { code, stdout } = await registry.yiwang(
        ...['register-key', `${name}.key.pub`, '--role', 'department', '--holder', name],
      );
      expect(stdout).toContain(`is registered: ${name}, department`);
      expect(code).toBe(0);
    }
  }
  const refused = await registry.spawnYiwangAs(
    'ships.key',
    ...['register-key', 'ships.key.pub', '--role', 'operator', '--holder', 'me'],
  );
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('FORBIDDEN') });
});

test('several departments are published at once, with the key of each', async () => {
  const short = await registry.yiwangAs('ships.key', 'publish', ...SHIPS, ...WEATHER);
  expect(short).toMatchObject({ code: 1, stderr: expect.stringContaining('FORBIDDEN') });

  const both = ['--key', 'ships.key', '--key', 'weather.key'];
  const { code, stdout } = await registry.spawnYiwangAs(
    'operator.key',
    ...['publish', ...SHIPS, ...WEATHER, ...both],
  );
  expect(stdout).toContain('Published ships, weather: version 1');
  expect(code).toBe(0);
});

test('publishing the same again changes nothing', async () => {
  const { code, stdout } = await registry.yiwangAs('ships.key', 'publish', ...SHIPS.slice(0, 4));
  expect(stdout).toContain('Nothing has changed');
  expect(code).toBe(0);
});

test('owners tells which department provides a type, and each of its fields', async () => {
  const { stdout } = await registry.spawnYiwangAs('operator.key', 'owners', 'Ship', '--json');
  expect(JSON.parse(stdout)).toEqual([
    { coordinate: 'Ship', departments: ['ships', 'weather'] },
    { coordinate: 'Ship.number', departments: ['ships', 'weather'] },
    { coordinate: 'Ship.name', departments: ['ships'] },
    { coordinate: 'Ship.builtIn', departments: ['ships'] },
    { coordinate: 'Ship.wind', departments: ['weather'] },
  ]);
  expect(await registry.yiwang('owners', 'Ship.sails')).toMatchObject({ code: 2 });
});

test('a fault of composition is shown where it is, in the file and in the schema of the other department', async () => {
  await registry.write(
    'wrong.graphql',
    weatherSchema(`${WEATHER_FIELDS}\n  "Name."\n  name: Int @sharing(class: UNCONDITIONAL)`),
  );
  const { code, stdout } = await registry.spawnYiwangAs(
    'weather.key',
    ...['check', '--department', 'weather', '--schema', 'wrong.graphql'],
  );
  expect(stdout).toContain('FIELD_TYPE_MISMATCH');
  expect(stdout).toMatch(/wrong\.graphql:\d+:3\n.*\n.*\n\s+> \d+ \| {3}(name: Int.*|"Name\.")/);
  expect(stdout).toMatch(/schema of ships, as published:\d+:3/);
  expect(stdout).toMatch(/What to do: .{20}/);
  expect(stdout).toContain('Fails: it does not compose.');
  expect(code).toBe(1);
});

test('what breaks is told with for whom, and is refused until it is accepted', async () => {
  await reportUse('Ship.builtIn');
  await registry.write('fewer.graphql', shipsSchema('  "Name 船名."\n  name: String'));
  const fewer = ['--department', 'ships', '--schema', 'fewer.graphql'];

  const usage = await registry.spawnYiwangAs('operator.key', 'usage', 'Ship.builtIn');
  expect(usage.stdout).toMatch(/portal 2\.1 +ShipPage +1,234 +5/);

  for (const command of ['check', 'publish']) {
    const { code, stdout } = await registry.yiwangAs('ships.key', command, ...fewer);
    expect(stdout).toMatch(/✗ .*builtIn.*\n\s+for portal 2\.1: ShipPage, 1,234 calls, last 20/);
    expect(code).toBe(1);
  }
  const compared = await registry.yiwang('diff', ...fewer);
  expect(compared).toMatchObject({ code: 1, stdout: expect.stringContaining('builtIn') });
  expect(await registry.yiwang('diff', ...fewer, '--composition', 'guild')).toEqual(compared);

  const { code, stdout } = await registry.yiwangAs('ships.key', 'publish', ...fewer, '--accept-breaking');
  expect(stdout).toContain('Published ships: version 2');
  expect(code).toBe(0);
});

test('what nobody uses may go, and unused lists it', async () => {
  const unused = await registry.spawnYiwangAs('operator.key', 'unused', '--department', 'weather');
  expect(unused.stdout.split('\n')).toContain('Ship.wind');
});

test('diff tells what clients see changing between versions, and ends with 1 when something breaks', async () => {
  const forth = await registry.spawnYiwangAs('operator.key', 'diff', '1', '2', '--json');
  expect(forth.code).toBe(1);
  expect(JSON.parse(forth.stdout).changes).toContainEqual(
    expect.objectContaining({ severity: 'BREAKING', coordinate: 'Ship.builtIn' }),
  );
  const back = await registry.yiwang('diff', '2', '1');
  expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining('builtIn') });
  expect(await registry.yiwang('diff', '2')).toMatchObject({
    code: 0,
    stdout: 'From version 2 to 2 no client sees a difference.\n',
  });
  expect(await registry.yiwang('diff', '9')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no version 9'),
  });
});

test('a rollback brings a version back as a new one, with its reason, for an operator alone', async () => {
  const rollback = ['rollback', '1', '--reason', 'builtIn is still needed'];
  expect(await registry.yiwangAs('ships.key', ...rollback)).toMatchObject({ code: 1 });
  const { code, stdout } = await registry.spawnYiwangAs('operator.key', ...rollback);
  expect(stdout).toContain('Version 3 runs what version 1 ran');
  expect(code).toBe(0);

  const { stdout: history } = await registry.yiwang('history');
  expect(history).toMatch(/^3 .*rolled back.*builtIn is still needed.*ships 1, weather 1/m);
  const { stdout: ofShips } = await registry.yiwang('history', 'ships', '--json');
  expect(JSON.parse(ofShips).edges).toHaveLength(2);
  expect((await registry.yiwang('history', 'tax')).code).not.toBe(0);
});

test('the contract of a variant can be written to a file, and a variant that there is not is told', async () => {
  const contract = ['contract', 'public', '--output', 'public.graphql'];
  expect(await registry.spawnYiwangAs('operator.key', ...contract)).toMatchObject({ code: 0 });
  expect(await readFile(join(registry.folder, 'public.graphql'), 'utf8')).toContain('type Ship');
  expect((await registry.yiwang('contract', 'secret')).code).not.toBe(0);
  // Not the version of the program.
  const first = await registry.yiwang('contract', 'public', '--version', '1', '--json');
  expect(JSON.parse(first.stdout)).toMatchObject({ version: 1, variant: 'public' });
});

test('the catalogue is printed in both forms', async () => {
  const dcat = await registry.spawnYiwangAs('operator.key', 'catalogue');
  expect(JSON.parse(dcat.stdout)).toHaveProperty('@context');
  const csv = await registry.yiwang('catalogue', '--format', 'csv');
  expect(csv.stdout).toMatch(/信息资源/);
  expect(csv.stdout).toContain('船舶');
});

test('a department is withdrawn when nobody breaks or that is accepted, and --dry-run tells before', async () => {
  const withdraw = (...args: string[]) =>
    registry.yiwangAs('ships.key', 'withdraw', 'ships', '--reason', 'laid up', ...args);
  const told = /✗ Field 'builtIn' .*\n\s+for portal 2\.1: ShipPage, 1,234 calls/;

  expect(await withdraw('--dry-run')).toMatchObject({ code: 1, stdout: expect.stringMatching(told) });
  const refused = await withdraw();
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringMatching(told) });
  expect(refused.stdout).toContain('Refused: ships is not withdrawn');
  expect(refused.stdout).toContain('--accept-breaking withdraws it all the same.');

  const { code, stdout } = await registry.spawnYiwangAs(
    'ships.key',
    ...['withdraw', 'ships', '--reason', 'laid up', '--accept-breaking'],
  );
  expect(stdout).toContain('Withdrew ships: version 4 is without it.');
  expect(code).toBe(0);
  const { stdout: history } = await registry.yiwang('history');
  expect(history).toMatch(/^4 .*withdrawn +laid up +weather 1$/m);
  expect(await withdraw()).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing has changed') });
  expect(await registry.yiwangAs('weather.key', 'withdraw', 'ships', '--reason', 'x')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('FORBIDDEN'),
  });
  const last = await registry.yiwang('withdraw', 'weather', '--reason', 'x');
  expect(last).toMatchObject({ code: 1, stdout: expect.stringContaining('[LAST_DEPARTMENT]') });

  expect(await registry.yiwang('rollback', '3', '--reason', 'back to sea')).toMatchObject({ code: 0 });
});

test('what takes over a field of another department waits for its approval, which can be taken back', async () => {
  const taking = `${WEATHER_FIELDS}\n  "Name."\n  name: String @federation__override(from: "ships") @sharing(class: UNCONDITIONAL, cycle: DAILY)`;
  await registry.write('weather.graphql', weatherSchema(taking));
  const publish = (...args: string[]) => registry.yiwangAs('weather.key', 'publish', ...WEATHER, ...args);

  const checked = await registry.yiwangAs('weather.key', 'check', ...WEATHER);
  expect(checked.code).toBe(1);
  expect(checked.stdout).toContain('needs the consent of ships');
  expect(checked.stdout).toContain('Ship.name would also be answered by weather');
  expect(checked.stdout).toContain('Fails: it lacks consent.');
  const change = /yiwang approve (\S+) --department ships --key ships.key/.exec(checked.stdout)![1]!;

  const approve = (...args: string[]) =>
    registry.yiwangAs('ships.key', 'approve', change.slice(0, 8), '--department', 'ships', ...args);
  expect(await approve()).toMatchObject({ code: 1, stderr: expect.stringContaining('No change') });
  expect((await publish('--accept-breaking')).stdout).toContain('Refused: weather is not published');
  expect(await registry.spawnYiwangAs('ships.key', 'approvals', '--department', 'ships')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`${change} requested`),
  });
  const dryRun = ['approve', change.slice(0, 8), '--department', 'ships', '--dry-run'];
  expect((await registry.spawnYiwangAs('ships.key', ...dryRun)).stdout).toContain('Nothing was approved.');
  const { approval } = JSON.parse((await approve('--json')).stdout);
  expect(approval).toMatchObject({ change, state: 'APPROVED' });
  expect(await registry.spawnYiwangAs('ships.key', 'withdraw-approval', approval.id)).toMatchObject({
    code: 0,
  });
  expect((await publish()).code).toBe(1);

  const waived = await publish('--waive', 'owner-consent', '--operator-key', 'operator.key');
  expect(waived.stdout).toContain('Published weather');
});

test('a key that is revoked publishes no more', async () => {
  const { kid } = JSON.parse(await readFile(join(registry.folder, 'weather.key'), 'utf8'));
  expect(await registry.spawnYiwangAs('operator.key', 'revoke-key', kid)).toMatchObject({ code: 0 });
  const { code, stderr } = await registry.yiwangAs('weather.key', 'check', ...WEATHER);
  expect(stderr).toContain('UNAUTHENTICATED');
  expect(code).toBe(1);
});

/** As a gateway would, for a portal that asks for one field. */
async function reportUse(coordinate: string): Promise<void> {
  const gateway = await createKey();
  await registry.write('reporter.key.pub', JSON.stringify(publicKeyOf(gateway)));
  await registry.yiwang('register-key', 'reporter.key.pub', '--role', 'gateway', '--holder', 'reporter');
  const operations = [
    {
      variant: 'internal',
      client: 'portal',
      clientVersion: '2.1',
      name: 'ShipPage',
      digest: 'YmVnaW5uaW5nLW9mLXRoZS1kaWdlc3Qtb2YtYS1wYWdl',
      coordinates: ['Query.ship', coordinate],
      count: 1234,
      errors: 5,
      from: new Date(Date.now() - 1000).toISOString(),
      until: new Date().toISOString(),
    },
  ];
  const credential = await signCredential(gateway, {
    action: 'operations',
    digest: contents.operations('reporter', operations),
  });
  const response = await fetch(registry.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($operations: [OperationReport!]!, $credential: String!) {
        reportOperations(gateway: "reporter", operations: $operations, credential: $credential)
      }`,
      variables: { operations, credential },
    }),
  });
  expect(await response.json()).toEqual({ data: { reportOperations: true } });
}
