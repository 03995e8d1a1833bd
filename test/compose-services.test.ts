import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@yiwang/postgres-server';
import { type Client, readPrivateKey, signClientToken } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { departmentNames, readComposeFile, ROOT } from './support/compose-file.ts';
import { type ComposeProcesses, createComposeProcesses } from './support/compose-processes.ts';
import { CONTAINER_USER } from './support/containers.ts';
import { fixturePages } from '../packages/portal/test/server/support/fixture-pages.ts';

// What docker-compose.yml says, with processes in place of containers: commands, settings, order, user and volumes are the
// file's and the Dockerfile's, by Docker's rules; names of hosts become ports of this machine.

const { services } = readComposeFile();
let compose: ComposeProcesses;
let run: ComposeProcesses['run'];
let ports: ComposeProcesses['ports'];

beforeAll(async () => {
  const listening = [...departmentNames(), 'gateway', 'portal'];
  // What the image has built.
  const settings = { portal: { PAGES: await fixturePages() } };
  compose = await createComposeProcesses({ listening, settings }, async (folder, undo) => {
    const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
    undo.defer(() => server.stop());
    return server;
  });
  ({ run, ports } = compose);
});
afterAll(() => compose[Symbol.asyncDispose]());

test('the services come up in their order, and the gateway serves what was published', async () => {
  const prepare = run('prepare');
  expect(await prepare.ended, prepare.output()).toBe(0);
  const tokens = run('tokens');
  await tokens.says(/are written/);
  const [kind, ...healthcheck] = services['tokens']!.healthcheck!.test;
  expect(kind).toBe('CMD');
  const health = run('tokens', healthcheck);
  expect(await health.ended, health.output()).toBe(0);

  const departments = departmentNames().map((name) => [name, run(name)] as const);
  await Promise.all(departments.map(([name, program]) => compose.ready(name, program)));
  for (const _time of ['first', 'again']) {
    const publish = run('publish');
    expect(await publish.ended, publish.output()).toBe(0);
    expect(publish.output()).toContain('Version 1 of the schema holds all departments.');
  }
  await compose.ready('gateway', run('gateway'));
  await compose.ready('portal', run('portal'));

  const response = await fetch(`http://127.0.0.1:${ports.get('gateway')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        '{ region(code: "3201") { name enterpriseCount } enterprises(first: 1) { edges { node { name } } } }',
    }),
  });
  expect(await response.json()).toEqual({
    data: {
      region: { name: '南京市', enterpriseCount: expect.any(Number) },
      enterprises: { edges: [{ node: { name: expect.any(String) } }] },
    },
  });
}, 360_000);

/** Asks the gateway as somebody who signed in at the issuer of this system. */
async function ask(client: Client, query: string, variables: object = {}) {
  const issuer = await readPrivateKey(
    await readFile(join(compose.volume('issuer-keys'), 'issuer.key'), 'utf8'),
  );
  const response = await fetch(`http://127.0.0.1:${ports.get('gateway')}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await signClientToken(issuer, client, 600)}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  expect(errors, query).toBeUndefined();
  return data;
}

test('services signs in at the gateway with its token, which no other container has, and other departments take the steps of its matters', async () => {
  for (const name of departmentNames()) {
    const file = join(compose.volume(`${name}-token`), 'token');
    const { mode, uid } = await stat(file);
    expect([mode & 0o777, uid]).toEqual([0o600, CONTAINER_USER.uid ?? process.getuid?.()]);
  }
  const founder: Client = { id: 'portal', user: 'person-011', department: null, scopes: [] };
  const command = async (query: string, variables: object) => {
    const { payload } = await ask(founder, query, { ...variables, key: randomUUID() });
    const { matterCase, userErrors } = payload as {
      matterCase: { number: string; version: number };
      userErrors: unknown[];
    };
    expect(userErrors).toEqual([]);
    return matterCase;
  };
  const form = {
    enterprise: {
      name: '常州晓岚食品有限公司',
      type: '1130',
      industry: '5212',
      capitalCny: '1000000',
      businessScope: '食品销售',
      address: '武进区滨湖路1号',
    },
    representative: { name: '林晓岚', phone: '0519-86660000' },
    seal: { areaM2: 120 },
  };
  const draft = await command(
    `mutation ($input: MatterCaseInput!, $key: ID!) {
      payload: startMatterCase(input: $input, idempotencyKey: $key) { matterCase { number version } userErrors { code } } }`,
    { input: { matter: 'YJS320000001', region: '320412', form } },
  );
  await command(
    `mutation ($number: ID!, $version: Int!, $key: ID!) {
      payload: submitMatterCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
        matterCase { number version } userErrors { code } } }`,
    draft,
  );
  const stepsOf = async () => {
    const { matterCase } = await ask(
      founder,
      'query ($number: ID!) { matterCase(number: $number) { steps { name state } } }',
      draft,
    );
    return (matterCase as { steps: { name: string; state: string }[] }).steps;
  };
  await expect.poll(stepsOf, { interval: 200, timeout: 60_000 }).toEqual(
    expect.arrayContaining([
      { name: 'name', state: 'DONE' },
      { name: 'registration', state: 'AT_OFFICE' },
    ]),
  );
}, 120_000);

// A volume that is read-only is a copy here: that processes follow their files, test/system/rotate-keys.ts tries.
test('the command of docs/operations.md replaces keys in the volumes of all that need them', async () => {
  const document = await readFile(join(ROOT, 'docs/operations.md'), 'utf8');
  const [, words] = /docker compose run --rm prepare (node [^`]+)/.exec(document)!;
  const command = words!.replaceAll('\\\n', '').trim().split(/\s+/);
  const { volume } = compose;
  const kidOf = async (file: string) => (await readPrivateKey(await readFile(file, 'utf8'))).kid;
  const files = [join(volume('gateway-keys'), 'gateway.key'), join(volume('issuer-keys'), 'issuer.key')];
  const before = await Promise.all(files.map(kidOf));

  const rotating = run('prepare', [...command, 'issuer', '--overlap=6s']);
  expect(await rotating.ended, rotating.output()).toBe(0);

  const after = await Promise.all(files.map(kidOf));
  for (const [index, kid] of after.entries()) expect(kid).not.toBe(before[index]);
  const keys = await readFile(join(volume('department-keys'), 'gateways.json'), 'utf8');
  expect(JSON.parse(keys)).toEqual({ keys: [expect.objectContaining({ kid: after[0] })] });
  const issuers = await readFile(join(volume('gateway-keys'), 'issuers.json'), 'utf8');
  expect(JSON.parse(issuers)[0].jwks).toEqual({ keys: [expect.objectContaining({ kid: after[1] })] });
}, 120_000);
