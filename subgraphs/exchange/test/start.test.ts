import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { contents, createKey, type PrivateKey, publicKeyOf, signCredential } from '@yiwang/identity';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { DEPARTMENT_FLAGS } from '@yiwang/testing';
import { RULE_SETS } from '@yiwang/codes/working-days';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registrySettings } from '../src/config.ts';
import { MIGRATIONS, RIGHTS } from '../src/department.ts';
import { followRegistryKeys, readOptions } from '../src/options.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

const PROGRAM = fileURLToPath(new URL('../src/main.ts', import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS, RIGHTS);
  folder = await mkdtemp(join(tmpdir(), 'yiwang-exchange-'));
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

function start(environment: Record<string, string>) {
  const env = { ...process.env, DATABASE_URL: database.serviceUrl, PORT: '0', ...environment };
  return spawn(process.execPath, [...DEPARTMENT_FLAGS, PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function addressOf({ stdout }: ReturnType<typeof start>): Promise<string> {
  for await (const line of createInterface(stdout)) {
    const { url } = JSON.parse(line) as { url?: string };
    if (url) return url;
  }
  throw new Error('The department has ended.');
}

async function publish(
  url: string,
  subgraphs: ReturnType<typeof fisheries>[],
  operator: PrivateKey,
  selection: string,
): Promise<unknown> {
  const claim = { action: 'publish', digest: contents.publish(subgraphs) };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($subgraphs: [SubgraphInput!]!, $credentials: [String!]!) {
        publishSubgraphs(subgraphs: $subgraphs, credentials: $credentials) { ${selection} } }`,
      variables: { subgraphs, credentials: [await signCredential(operator, claim)] },
    }),
  });
  return response.json();
}

async function keyFile(name: string, key: object): Promise<string> {
  return textFile(name, JSON.stringify(key));
}

async function textFile(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

test('the department publishes with the keys that its settings name, and ends at once when it is told to', async () => {
  const operator = await createKey();
  const service = start({
    REGISTRY_SIGNING_KEY: await keyFile('signing.json', await createKey()),
    REGISTRY_OPERATOR_KEY: await keyFile('operator.json', publicKeyOf(operator)),
    GATEWAY_KEYS: await keyFile('gateways.json', { keys: [publicKeyOf(await createKey())] }),
    CURSOR_KEY: await textFile('cursors.key', randomBytes(32).toString('base64url')),
  });
  const ended = once(service, 'exit');
  const published = await publish(await addressOf(service), [fisheries()], operator, 'outcome version');
  expect(published).toEqual({ data: { publishSubgraphs: { outcome: 'PUBLISHED', version: 1 } } });

  service.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('what is published is composed by the library that the setting names', async () => {
  const operator = await createKey();
  const service = start({
    REGISTRY_COMPOSITION: 'guild',
    REGISTRY_SIGNING_KEY: await keyFile('guild-signing.json', await createKey()),
    REGISTRY_OPERATOR_KEY: await keyFile('guild-operator.json', publicKeyOf(operator)),
    GATEWAY_KEYS: await keyFile('guild-gateways.json', { keys: [publicKeyOf(await createKey())] }),
    CURSOR_KEY: await textFile('guild-cursors.key', randomBytes(32).toString('base64url')),
  });
  const url = await addressOf(service);
  // Apollo's library composes this, with a hint.
  const fine = (basis: string) =>
    `"Fine." fine: Fine }\n"A fine." type Fine @shareable @sharing(class: UNCONDITIONAL, basis: "${basis}", cycle: DAILY) { "Yuan." cny: Int`;
  const subgraphs = [fisheries(fine('渔业法')), harbours(fine('港口法'))];
  expect(await publish(url, subgraphs, operator, 'outcome check { faults { code departments } }')).toEqual({
    data: {
      publishSubgraphs: {
        outcome: 'REFUSED',
        check: {
          faults: [
            {
              code: 'INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS',
              departments: ['fisheries', 'harbours'],
            },
          ],
        },
      },
    },
  });
  const ended = once(service, 'exit');
  service.kill('SIGTERM');
  await ended;
});

test('a library that there is not ends the start, with those that there are', async () => {
  const service = start({ LOG_LEVEL: 'silent', REGISTRY_COMPOSITION: 'wundergraph' });
  const [said, [code]] = await Promise.all([text(service.stderr), once(service, 'exit')]);
  expect(said).toMatch(/REGISTRY_COMPOSITION: .*"apollo"\|"guild"/);
  expect(code).toBe(1);
});

test('a key that cannot be read ends the start, with the setting and the reason', async () => {
  const service = start({ LOG_LEVEL: 'silent', REGISTRY_SIGNING_KEY: join(folder, 'none.json') });
  const [said, [code]] = await Promise.all([text(service.stderr), once(service, 'exit')]);
  expect(said).toMatch(/^exchange cannot run: REGISTRY_SIGNING_KEY: .*none\.json: ENOENT/);
  expect(code).toBe(1);
});

test('a file that holds another key than its setting needs is refused', async () => {
  await using stack = new AsyncDisposableStack();
  const silent = { info: () => {}, error: () => {} };
  const read = async (settings: object) =>
    (await followRegistryKeys(registrySettings.parse(settings), silent, stack))();
  const publicKey = await keyFile('public.json', publicKeyOf(await createKey()));
  const noKey = await keyFile('empty.json', {});
  await expect(read({ REGISTRY_SIGNING_KEY: publicKey })).rejects.toThrow(
    /REGISTRY_SIGNING_KEY: .*public\.json: This is a public key; a private one is needed\./,
  );
  await expect(read({ REGISTRY_OPERATOR_KEY: noKey })).rejects.toThrow(
    /REGISTRY_OPERATOR_KEY: .*empty\.json: Keys are a JSON Web Key/,
  );
  await expect(read({})).resolves.toEqual({ signingKey: null, operatorKeys: [] });
});

test('rules and holidays are read from the files that the settings name', async () => {
  const read = (settings: object) => readOptions(registrySettings.parse(settings), () => {});
  const rules = await keyFile('rules.json', { CITY: { ...RULE_SETS['REGULATION_2025'], answerDays: 5 } });
  const holidays = await keyFile('holidays.json', {
    2031: { off: [['2031-03-03', '2031-03-05', '']], work: [] },
  });
  const { sharing } = await read({
    SHARING_RULE_SET: 'CITY',
    SHARING_RULES: rules,
    SHARING_HOLIDAYS: holidays,
  });
  expect(sharing.rules).toMatchObject({ name: 'CITY', answerDays: 5, correctionDays: 10 });
  expect(sharing.calendar.isWorkingDay('2031-03-04')).toBe(false);

  await expect(read({ SHARING_RULE_SET: 'CITY' })).rejects.toThrow(
    'SHARING_RULE_SET: there is no rule set CITY.',
  );
  await expect(read({ SHARING_RULES: holidays })).rejects.toThrow(/SHARING_RULES: .*holidays\.json/);
  await expect(read({ SHARING_HOLIDAYS: rules })).rejects.toThrow(/SHARING_HOLIDAYS: .*rules\.json/);
});

test('a year whose holidays are missing is told at the start when something could be due in it, and else when something is', async () => {
  const told: string[] = [];
  const read = (now: string, settings: object = {}) =>
    readOptions(
      registrySettings.parse(settings),
      (message) => told.push(message),
      () => new Date(now),
    );
  const { sharing } = await read('2026-12-02T02:00:00Z');
  expect(told).toEqual([]);
  sharing.calendar.addWorkingDays('2026-12-31', 10);
  expect(told).toEqual([expect.stringMatching(/holidays of 2027 .* SHARING_HOLIDAYS/)]);

  await read('2026-12-04T02:00:00Z');
  expect(told).toHaveLength(2);
  const holidays = await keyFile('next.json', {
    2027: { off: [['2027-01-01', '2027-01-01', '元旦']], work: [] },
  });
  await read('2026-12-04T02:00:00Z', { SHARING_HOLIDAYS: holidays });
  expect(told).toHaveLength(2);
});
