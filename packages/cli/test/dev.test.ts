import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askUntil } from './support/ask.ts';
import { type OpenExchange, openExchange } from './support/open-exchange.ts';
import { shipsSchema, weatherSchema } from './support/schemas.ts';

const YIWANG = fileURLToPath(new URL('../bin/yiwang.mjs', import.meta.url));
const SHIPS = shipsSchema('  "Name 船名."\n  name: String');
const WEATHER = weatherSchema(
  '  "Wind where it is."\n  wind: Int @sharing(class: UNCONDITIONAL, cycle: REAL_TIME)',
);

let registry: OpenExchange;
let ships: SmallDepartment;
/** On "the laptop": a weather with one field more, and other fields after each restart. */
let local: SmallDepartment;
let dev: ChildProcess;
let gateway: string;
let said = '';

const localSchema = (field: string) =>
  weatherSchema(`  "Waves where it is."\n  ${field}: Int @sharing(class: UNCONDITIONAL, cycle: REAL_TIME)`);

/** As a developer restarts it: the same address, another schema. */
async function restart(field: string, resolvers: object): Promise<void> {
  const next = await startDepartment('weather', localSchema(field), resolvers);
  local.misbehave(async (request, response) => {
    const chunks = await Array.fromAsync(request);
    const answer = await fetch(next.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
}

function startDev(port: number, ...options: string[]): ChildProcess {
  return spawn(process.execPath, [
    ...[YIWANG, 'dev', '--registry', registry.url, '--key', join(registry.folder, 'operator.key')],
    ...['--department', `weather=${local.url}`, '--port', String(port), ...options],
  ]);
}

beforeAll(async () => {
  registry = await openExchange();
  ships = await startDepartment('ships', SHIPS, {
    Query: { ship: (_: unknown, { number }: { number: string }) => ({ number, name: 'Fuyuan' }) },
  });
  local = await startDepartment('weather', localSchema('waves'), { Ship: { waves: () => 4 } });
  await registry.write('ships.graphql', SHIPS);
  await registry.write('weather.graphql', WEATHER);
  await registry.yiwang(
    'publish',
    ...['--department', 'ships', '--schema', 'ships.graphql', '--url', ships.url],
    ...['--department', 'weather', '--schema', 'weather.graphql', '--url', 'http://127.0.0.1:5002/graphql'],
  );
  const port = await freePort();
  gateway = `http://127.0.0.1:${port}`;
  dev = startDev(port);
  for (const stream of [dev.stdout!, dev.stderr!]) stream.on('data', (chunk) => (said += chunk));
});
afterAll(async () => {
  dev.kill('SIGKILL');
  await Promise.all([ships.close(), local.close()]);
  await registry[Symbol.asyncDispose]();
});

test('the local department answers beside those that are published', async () => {
  const answer = await askUntil(gateway, '{ ship(number: "S1") { name waves } }', ({ data }) => data);
  expect(answer).toEqual({ data: { ship: { name: 'Fuyuan', waves: 4 } } });
});

test('a gateway answers over a supergraph of The Guild’s library, too', async () => {
  const port = await freePort();
  const byGuild = startDev(port, '--composition', 'guild');
  try {
    const ask = '{ ship(number: "S1") { name waves } }';
    const answer = await askUntil(`http://127.0.0.1:${port}`, ask, ({ data }) => data);
    expect(answer).toEqual({ data: { ship: { name: 'Fuyuan', waves: 4 } } });
  } finally {
    const ended = once(byGuild, 'exit');
    byGuild.kill('SIGTERM');
    await ended;
  }
});

test('a changed schema of the local department is taken, and one that does not compose is told and not taken', async () => {
  await restart('name', { Ship: { name: () => 1 } });
  await until(/The changed schema is not taken[\s\S]*FIELD_TYPE_MISMATCH/);

  await restart('swell', { Ship: { swell: () => 9 } });
  const answer = await askUntil(gateway, '{ ship(number: "S1") { name swell } }', ({ data }) => data);
  expect(answer).toEqual({ data: { ship: { name: 'Fuyuan', swell: 9 } } });
  expect(said).toContain('The changed schema is taken.');
});

test('it ends with its gateway, and nothing was published', async () => {
  dev.kill('SIGINT');
  const [code] = await once(dev, 'exit');
  expect(code).toBe(0);
  await expect(fetch(`${gateway}/health`)).rejects.toThrow();
  const { stdout } = await registry.yiwang('history', '--json');
  expect(JSON.parse(stdout).edges).toHaveLength(1);
});

async function until(pattern: RegExp): Promise<void> {
  while (!pattern.test(said)) await once(dev.stderr!, 'data');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
