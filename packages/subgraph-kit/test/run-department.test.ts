import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { DEPARTMENT_FLAGS } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openThings } from './support/open-things.ts';

const PROGRAM = fileURLToPath(new URL('support/department-program.ts', import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await openThings();
});
afterAll(() => database[Symbol.asyncDispose]());

function start(environment: Record<string, string>) {
  const env = { ...process.env, DATABASE_URL: database.url, PORT: '0', UNSIGNED: 'allow', ...environment };
  return spawn(process.execPath, [...DEPARTMENT_FLAGS, PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The address in the service's log, once it is there. */
async function listening(log: Readable): Promise<string> {
  for await (const line of createInterface(log)) {
    const { url } = JSON.parse(line) as { url?: string };
    if (url) return url;
  }
  throw new Error('The service ended before it listened.');
}

test('it serves until SIGTERM, and ends with 0', async () => {
  const service = start({});
  const ended = once(service, 'exit');
  const url = await listening(service.stdout);

  const query = new URLSearchParams({ query: '{ echo(text: "on") }' });
  expect(await (await fetch(`${url}/graphql?${query}`)).json()).toEqual({ data: { echo: 'on' } });

  service.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('a department that starts before its database serves as soon as that can be reached, in the same process', async () => {
  const { hostname, port } = new URL(database.url);
  const later = createServer((client) => {
    const server = connect(Number(port), hostname);
    server.on('error', () => client.destroy());
    client.on('error', () => server.destroy());
    client.pipe(server).pipe(client);
  });
  later.listen(0, '127.0.0.1');
  await once(later, 'listening');
  const address = later.address() as AddressInfo;
  later.close();
  await once(later, 'close');
  const url = Object.assign(new URL(database.url), { host: `127.0.0.1:${address.port}` }).href;
  const service = start({ DATABASE_URL: url });
  const log = createInterface(service.stdout)[Symbol.asyncIterator]();

  expect(JSON.parse((await log.next()).value!)).toMatchObject({
    msg: 'the database is away; waiting for it',
  });
  later.listen(address.port, '127.0.0.1');
  const lines: string[] = [];
  for (let line = await log.next(); !line.done; line = await log.next()) {
    lines.push((JSON.parse(line.value) as { msg: string }).msg);
    if (lines.at(-1) === 'listening') break;
  }

  expect(lines.at(-1)).toBe('listening');
  expect(lines).not.toContain('the database is away; waiting for it');
  service.kill('SIGTERM');
  expect(await once(service, 'exit')).toEqual([0, null]);
  later.close();
});

test('a process that is killed leaves the code that it compiled to the next one', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'yiwang-compiled-'));
  const service = start({ NODE_COMPILE_CACHE: folder.path });
  await listening(service.stdout);
  service.kill('SIGKILL');
  await once(service, 'exit');

  const kept = await readdir(folder.path, { recursive: true });
  expect(kept.length).toBeGreaterThan(100);
});

test('a start that fails says why in words, without a stack, and ends with 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;

  const faults: [environment: Record<string, string>, words: RegExp][] = [
    [
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATABASE_PATIENCE_MS: '0' },
      /^things cannot run: The database does not answer .*\n$/,
    ],
    [
      { DATABASE_URL: 'nonsense' },
      /^things cannot run: Wrong settings:\n {2}DATABASE_URL: must be a postgres:\/\/ URL/,
    ],
    [
      { PORT: String(port) },
      new RegExp(`^things cannot run: Port ${port} on 127\\.0\\.0\\.1 is in use\\..*\n$`),
    ],
  ];
  for (const [environment, words] of faults) {
    const service = start({ LOG_LEVEL: 'silent', ...environment });
    const [said, [code]] = await Promise.all([text(service.stderr), once(service, 'exit')]);
    expect(said).toMatch(words);
    expect(said).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  }
  taken.close();
});
