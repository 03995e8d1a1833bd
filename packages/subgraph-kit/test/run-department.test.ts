import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
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

test('a start that fails says why in words, without a stack, and ends with 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;

  const faults: [environment: Record<string, string>, words: RegExp][] = [
    [
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
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
