import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askUntil } from './support/ask.ts';
import { type OpenExchange, openExchange } from './support/open-exchange.ts';
import { shipsSchema, weatherSchema } from './support/schemas.ts';
import type { SpawnedService } from './support/spawn-service.ts';

const PYTHON = 'python3';
const hasPython = spawnSync(PYTHON, ['--version']).status === 0;

const WEATHER = weatherSchema(
  '  "Wind where it is."\n  wind: Int @sharing(class: UNCONDITIONAL, cycle: REAL_TIME)',
);
const SHIPS = shipsSchema('  "Name 船名."\n  name: String');

describe.skipIf(!hasPython)('a department in plain Python (needs python3)', () => {
  let registry: OpenExchange;
  let ships: SmallDepartment;
  let python: ChildProcess;
  let address: string;
  let gateway: SpawnedService;

  beforeAll(async () => {
    registry = await openExchange();
    ships = await startDepartment('ships', SHIPS, {
      Query: { ship: (_: unknown, { number }: { number: string }) => ({ number, name: 'Fuyuan' }) },
    });
    await registry.write('ships.graphql', SHIPS);
    await registry.write('weather.graphql', WEATHER);
    python = spawn(PYTHON, [
      join(import.meta.dirname, 'fixtures/department.py'),
      join(registry.folder, 'weather.graphql'),
    ]);
    const [line] = await once(python.stdout!, 'data');
    address = String(line).trim();
    await registry.registerGateway();
    gateway = await registry.startGateway();
  });
  afterAll(async () => {
    python.kill();
    await ships.close();
    await registry[Symbol.asyncDispose]();
  });

  test('is published by its address alone, and answers beside the others through the gateway', async () => {
    const { code, stdout } = await registry.yiwang(
      'publish',
      ...['--department', 'ships', '--schema', 'ships.graphql', '--url', ships.url],
      ...['--department', 'weather', '--introspect', address],
    );
    expect(stdout).toContain('Published ships, weather: version 1');
    expect(code).toBe(0);

    const query = '{ ship(number: "S1") { name wind } wind(harbour: "Lianyungang") }';
    expect(await askUntil(gateway.url, query, ({ data }) => data !== undefined)).toEqual({
      data: { ship: { name: 'Fuyuan', wind: 7 }, wind: 3 },
    });
  });

  test('when it is down, its fields are null and the others go on', async () => {
    python.kill();
    await once(python, 'exit');
    const answer = await ask(gateway.url, '{ ship(number: "S1") { name wind } }');
    expect(answer.data).toEqual({ ship: { name: 'Fuyuan', wind: null } });
    expect(answer.errors).toHaveLength(1);
  });
});
