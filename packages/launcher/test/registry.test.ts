import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findPorts, isFree } from '@yiwang/testing';
import { expect, test, vi } from 'vitest';
import { givenServer, launch, SLOW_MS } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: SLOW_MS });

async function readKeys(data: string): Promise<Record<string, { text: string; mode: string }>> {
  const files = await readdir(join(data, 'keys'));
  const entries = files.map(async (name) => {
    const path = join(data, 'keys', name);
    const mode = ((await stat(path)).mode & 0o777).toString(8);
    return [name, { text: await readFile(path, 'utf8'), mode }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** What the fake registry was told. */
async function told(port: number): Promise<{ holders: string[]; published: Record<string, string>[] }> {
  const body = JSON.stringify({ query: '{ told }', variables: {} });
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', body });
  return (await response.json()) as Awaited<ReturnType<typeof told>>;
}

test('keys are made once, private ones for one user; the registry gets them and the schemas of all departments', async () => {
  const data = await temporaryFolder();
  const port = await findPorts(3);
  const args = ['--data', data, '--port', String(port)];
  const env = givenServer();
  const first = launch('start', args, { env });
  await first.says(/Ready/);

  const schema = await readFile(join(import.meta.dirname, 'fake-system/department/schema.graphql'), 'utf8');
  const { holders, published } = await told(port + 1);
  expect(holders).toEqual(['GATEWAY gateway', 'DEPARTMENT alpha', 'DEPARTMENT beta']);
  expect(published).toEqual(
    ['alpha', 'beta'].map((department, index) => ({
      department,
      url: `http://127.0.0.1:${port + 1 + index}/graphql`,
      sdl: schema,
    })),
  );
  const written = await readKeys(data);
  const isToken = (name: string) => name.endsWith('.token');
  const keys = Object.fromEntries(Object.entries(written).filter(([name]) => !isToken(name)));
  const names = ['alpha', 'auditor', 'beta', 'gateway', 'issuer', 'operator', 'registry'];
  const files = names.flatMap((name) => [`${name}.key`, `${name}.key.pub`]);
  expect(Object.keys(keys).sort()).toEqual(
    [
      ...files,
      'alpha.certificates.json',
      'beta.certificates.json',
      'auditors.json',
      'databases.json',
      'gateways.json',
      'issuers.json',
      'cursors.key',
    ].sort(),
  );
  // By the one departments know the gateway, by the other it knows who signs tokens.
  expect(JSON.parse(keys['gateways.json']!.text)).toEqual({
    keys: [JSON.parse(keys['gateway.key.pub']!.text)],
  });
  expect(keys['issuers.json']!.text).not.toContain('"d":');
  for (const name of names) {
    expect(keys[`${name}.key`]).toMatchObject({ mode: '600', text: expect.stringContaining('"d":') });
    expect(keys[`${name}.key.pub`]!.text).not.toContain('"d":');
  }
  // Tokens are made anew at each start.
  expect(Object.keys(written).filter(isToken).sort()).toEqual(['alpha.token', 'beta.token']);
  for (const { mode } of [written['alpha.token']!, written['beta.token']!]) expect(mode).toBe('600');
  await first.stop();

  const second = launch('start', args, { env });
  await second.says(/Ready/);
  expect(await readKeys(data)).toMatchObject(keys);
  await second.stop();

  const third = launch('start', [...args, '--reset'], { env });
  await third.says(/Ready/);
  expect((await readKeys(data))['operator.key']).not.toEqual(keys['operator.key']);
});

test('schemas that the registry refuses end the start with the place, the reason and what to do', async () => {
  const port = await findPorts(3);
  const system = launch('start', ['--data', await temporaryFolder(), '--port', String(port)], {
    env: { ...givenServer(), FAKE_REFUSAL: '1' },
  });
  expect(await system.ended()).toBe(1);
  expect(system.errors()).toBe(
    'The registry does not take the schemas of the departments:\n' +
      '  subgraphs/beta/schema.graphql:3:1 They do not fit. Make them fit.\n',
  );
  for (const each of [port, port + 1, port + 2]) expect(await isFree(each)).toBe(true);
});
