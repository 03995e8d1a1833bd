import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDatabase, listDatabases, removeDatabase, roleUrl } from '@yiwang/postgres-server';
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
  for (const name of [...OURS, OTHER]) await removeDatabase(SERVER, name);
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

  // Without DATABASE_URL an import finds the databases of the system that runs.
  const file = join(data, 'numbers.csv');
  await writeFile(file, 'number\n1000\n');
  const imported = launch('import', [file, '--data', data], { env: { FAKE_DATABASE_PREFIX: PREFIX } });
  expect(await imported.ended()).toBe(0);
  expect((await ask(port + 1)).answer).toBe(6050);
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
  const folders = [
    'keys',
    'issuer-keys',
    'gateway-keys',
    'registry-keys',
    'department-keys',
    'database-keys',
  ].flatMap((name) => [`--${name}`, join(folder, name)]);
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
  expect(await readdir(join(folder, 'issuer-keys'))).toEqual(['issuer.key']);
  // Public halves, and the key of cursors: a department shows its schema to the holder of its own key.
  expect((await readdir(join(folder, 'department-keys'))).sort()).toEqual([
    'alpha.key.pub',
    'auditors.json',
    'beta.key.pub',
    'cursors.key',
    'gateways.json',
  ]);
  const passwords: string[] = [];
  for (const name of ['alpha', 'beta']) {
    const file = join(folder, 'database-keys', name, 'password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(file, '..'))).mode & 0o777).toBe(0o700);
    passwords.push((await readFile(file, 'utf8')).trim());
  }
  expect(new Set(passwords).size).toBe(2);
  const role = `${OURS[1]!}_service`;
  const sql = postgres(roleUrl(SERVER, OURS[1]!, role, passwords[1]!), { max: 1 });
  expect(await sql`select count(*)::int as rows from numbers`).toEqual([{ rows: 200 }]);
  await sql.end();
});

test('keys that were made before there was a server are those that prepare uses, and it adds nothing to their folder', async () => {
  const folder = await temporaryFolder();
  const options = (out: string) => [
    ...['--keys', join(folder, 'keys'), '--gateways', '2'],
    ...['issuer', 'gateway', 'registry', 'department', 'database'].flatMap((name) => [
      `--${name}-keys`,
      join(folder, out, name),
    ]),
  ];
  const made = launch('prepare', [...options('first'), '--keys-only'], {
    env: { FAKE_DATABASE_PREFIX: PREFIX },
  });
  expect(await made.ended(), made.errors()).toBe(0);
  const contents = async () => {
    const names = (await readdir(join(folder, 'keys'))).sort();
    return Promise.all(names.map(async (name) => [name, await readFile(join(folder, 'keys', name), 'utf8')]));
  };
  const before = await contents();
  const prepare = launch('prepare', options('second'), { env: { ...env, SCALE: '1' } });
  expect(await prepare.ended(), prepare.errors()).toBe(0);
  expect(await contents()).toEqual(before);
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  expect(await read('second/database/beta/password')).toBe(await read('first/database/beta/password'));
  expect(await readdir(join(folder, 'first/gateway-2'))).toContain('gateway-2.key');
  // Departments accept both gateways.
  expect(JSON.parse(await read('second/department/gateways.json')).keys).toHaveLength(2);
});

test('prepare without a server says so', async () => {
  const folder = await temporaryFolder();
  const options = [
    '--keys',
    '--issuer-keys',
    '--gateway-keys',
    '--registry-keys',
    '--department-keys',
    '--database-keys',
  ];
  const noServer = launch(
    'prepare',
    options.flatMap((option) => [option, folder]),
  );
  expect(await noServer.ended()).toBe(1);
  expect(noServer.errors()).toContain('Set DATABASE_URL to the PostgreSQL server');
});
