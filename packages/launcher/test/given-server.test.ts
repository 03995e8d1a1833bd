import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDatabase, databaseUrl, dropDatabase, listDatabases } from '@yiwang/postgres-server';
import { findPorts } from '@yiwang/testing';
import postgres from 'postgres';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { ask, launch, SLOW_MS } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: SLOW_MS });

const SERVER = inject('serverUrl');
const PREFIX = `yiwang_launcher_${process.pid}`;
const OURS = [`${PREFIX}_alpha`, `${PREFIX}_beta`];
const OTHER = `${PREFIX}_other`;
const env = { DATABASE_URL: SERVER, FAKE_DATABASE_PREFIX: PREFIX };

afterEach(async () => {
  for (const name of [...OURS, OTHER]) await dropDatabase(SERVER, name);
});

test('DATABASE_URL names the server; --reset drops our databases there and no other', async () => {
  const data = await temporaryFolder();
  const port = await findPorts(3);
  await createDatabase(SERVER, OTHER);
  const args = ['--data', data, '--port', String(port)];
  const first = launch('start', args, { env });
  await first.says(/Ready/);
  expect((await ask(port + 1)).answer).toBe(5050);
  expect(await listDatabases(SERVER, OURS)).toEqual(OURS);

  // Without DATABASE_URL an import would go into an embedded server that this system does not read.
  const lost = launch('import', [import.meta.filename, '--data', data]);
  expect(await lost.ended()).toBe(1);
  expect(lost.errors()).toContain('Set the same DATABASE_URL here.');
  await first.stop();

  const second = launch('start', [...args, '--reset', '--scale', '2'], { env });
  await second.says(/Ready/);
  for (const name of OURS) expect(second.output()).toContain(`Dropped the database ${name}.`);
  expect((await ask(port + 1)).answer).toBe(20100);
  expect(await listDatabases(SERVER, [OTHER])).toEqual([OTHER]);
  await second.stop();
});

test('prepare makes keys, and makes and fills the databases; running it again changes nothing', async () => {
  const folder = await temporaryFolder();
  const folders = ['keys', 'gateway-keys', 'registry-keys', 'department-keys'].flatMap((name) => [
    `--${name}`,
    join(folder, name),
  ]);
  const keys: string[] = [];
  for (const scale of ['2', '1']) {
    const prepare = launch('prepare', folders, { env: { ...env, SCALE: scale } });
    expect(await prepare.ended()).toBe(0);
    keys.push(await readFile(join(folder, 'registry-keys', 'registry.key'), 'utf8'));
  }
  expect(keys[1]).toBe(keys[0]);
  expect((await readdir(join(folder, 'gateway-keys'))).sort()).toEqual([
    'gateway.key',
    'issuers.json',
    'registry.key.pub',
  ]);
  expect(await readdir(join(folder, 'department-keys'))).toEqual(['gateways.json']);
  const sql = postgres(databaseUrl(SERVER, OURS[1]!), { max: 1 });
  expect(await sql`select count(*)::int as rows from numbers`).toEqual([{ rows: 200 }]);
  await sql.end();
});

test('prepare without a server says so', async () => {
  const folder = await temporaryFolder();
  const options = ['--keys', '--gateway-keys', '--registry-keys', '--department-keys'];
  const noServer = launch(
    'prepare',
    options.flatMap((option) => [option, folder]),
  );
  expect(await noServer.ended()).toBe(1);
  expect(noServer.errors()).toContain('Set DATABASE_URL to the PostgreSQL server');
});
