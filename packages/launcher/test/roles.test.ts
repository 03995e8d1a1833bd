import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { removeDatabase, roleUrl } from '@yiwang/postgres-server';
import { findPorts } from '@yiwang/testing';
import postgres from 'postgres';
import { afterEach, expect, inject, onTestFinished, test, vi } from 'vitest';
import { ask, type Launched, launch, SLOW_MS } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: SLOW_MS });

const run = promisify(execFile);
const SERVER = inject('serverUrl');
const PREFIX = `yiwang_roles_${process.pid}`;
const DATABASES = [`${PREFIX}_alpha`, `${PREFIX}_beta`];
const env = { DATABASE_URL: SERVER, FAKE_DATABASE_PREFIX: PREFIX };

afterEach(async () => {
  for (const name of DATABASES) await removeDatabase(SERVER, name);
});

type Passwords = Record<string, { owner: string; service: string }>;

async function passwordsIn(data: string): Promise<Passwords> {
  return JSON.parse(await readFile(join(data, 'keys/databases.json'), 'utf8')) as Passwords;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function query(url: string, statement: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

async function start(data: string, environment: Record<string, string>): Promise<Launched> {
  const port = await findPorts(3);
  const system = launch('start', ['--data', data, '--port', String(port)], { env: environment });
  await system.says(/Ctrl-C stops everything/);
  expect((await ask(port + 1)).answer).toBe(5050);
  return system;
}

test('whatever the umask and the modes of a former version, nobody else reads the data folder', async () => {
  const data = await temporaryFolder();
  await writeFile(join(data, '.yiwang'), '');
  for (const name of ['logs', 'rejected', 'refused', 'access-log']) {
    await mkdir(join(data, name));
    await writeFile(join(data, name, 'old.log'), 'a name');
    for (const path of [join(data, name), join(data, name, 'old.log')]) await chmod(path, 0o777);
  }
  const before = process.umask(0);
  const system = await start(data, {}).finally(() => process.umask(before));

  const mayPass = process.getuid?.() === 0 ? 0o010 : 0;
  expect((await stat(data)).mode & 0o777 & ~mayPass).toBe(0o700);
  for (const path of await filesIn(data)) {
    if (path.includes('/cluster/')) continue;
    // Public halves of keys, in a folder that nobody else enters.
    const isPublic = /\.key\.pub$|\/(gateways|issuers|auditors)\.json$/.test(path);
    expect([path, (await stat(path)).mode & 0o777]).toEqual([path, isPublic ? 0o644 : 0o600]);
  }
  for (const name of ['logs', 'rejected', 'refused', 'access-log', 'keys', 'postgres/cluster']) {
    expect([name, (await stat(join(data, name))).mode & 0o777]).toEqual([name, 0o700]);
  }
  await system.stop();
});

test('departments have roles of their own, whose passwords stand in no log and no list of processes', async () => {
  const data = await temporaryFolder();
  const system = await start(data, {});
  const passwords = await passwordsIn(data);
  const secrets = [
    ...Object.values(passwords).flatMap(({ owner, service }) => [owner, service]),
    (await readFile(join(data, 'postgres/password'), 'utf8')).trim(),
  ];
  expect(new Set(secrets).size).toBe(5);
  const texts = [
    system.output(),
    system.errors(),
    ...(await readLogs(data)),
    (await run('ps', ['-eo', 'args'])).stdout,
  ];
  for (const secret of secrets) for (const text of texts) expect(text.includes(secret)).toBe(false);

  const port = system.output().match(/PostgreSQL runs on port (\d+)/)![1]!;
  const server = `postgres://127.0.0.1:${port}/postgres`;
  const [alpha, beta] = ['yiwang_fake_alpha', 'yiwang_fake_beta'];
  const { owner, service } = passwords[alpha]!;
  const asService = roleUrl(server, alpha, `${alpha}_service`, service);
  expect(await query(asService, 'select count(*)::int as count from numbers')).toEqual([{ count: 100 }]);
  await expect(query(asService, 'drop table numbers')).rejects.toMatchObject({ code: '42501' });
  for (const [role, password] of [
    [alpha, owner],
    [`${alpha}_service`, service],
  ] as const) {
    await expect(query(roleUrl(server, beta, role, password), 'select 1')).rejects.toMatchObject({
      code: '42501',
    });
  }
  // What the processes themselves log in as.
  if (existsSync('/proc/self/environ')) {
    const [{ pid }] = [await ask(Number(system.output().match(/:(\d+)\/graphql/)![1]))];
    expect(await readFile(`/proc/${pid}/environ`, 'utf8')).not.toContain('DATABASE_URL');
  }
  await system.stop();
});

async function readLogs(data: string): Promise<string[]> {
  const files = (await readdir(join(data, 'logs'))).map((name) => join(data, 'logs', name));
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}

test('a second system on the same server is told who has the databases, until that one is gone, however it ended', async () => {
  const first = await start(await temporaryFolder(), env);
  const other = await temporaryFolder();
  for (const command of ['start', 'import'] as const) {
    const port = await findPorts(3);
    const args = command === 'start' ? ['--port', String(port)] : [import.meta.filename];
    const second = launch(command, ['--data', other, ...args], { env });
    expect(await second.ended()).toBe(1);
    expect(second.errors()).toMatch(
      /^The databases at [\w.:]+ are in use by another system: process \d+ on .+\. Stop that one, .+\n$/,
    );
    expect(second.errors()).toContain(`process ${first.process.pid} on `);
  }
  first.process.kill('SIGKILL');
  // With passwords of its own: those of the first are in a folder that this one does not know.
  const third = await start(other, env);
  await third.stop();
});

test('a login without createrole is told what to do; after the script of an administrator it starts as it is', async () => {
  const data = await temporaryFolder();
  const login = `${PREFIX}_login`;
  await query(SERVER, `create role ${login} login password 'secret'`);
  onTestFinished(async () => void (await query(SERVER, `drop role ${login}`)));
  const bare = { ...env, DATABASE_URL: roleUrl(SERVER, 'postgres', login, 'secret') };
  const refused = launch('start', ['--data', data, '--port', String(await findPorts(3))], { env: bare });
  expect(await refused.ended()).toBe(1);
  const script = join(data, 'keys/roles.sql');
  expect(refused.errors()).toContain(`"${login}" may not create roles at `);
  expect(refused.errors()).toContain(`let an administrator run the script ${script} once`);
  expect((await stat(script)).mode & 0o777).toBe(0o600);

  await run('psql', ['--quiet', '--no-psqlrc', `--file=${script}`, SERVER]);
  const system = await start(data, bare);
  await system.stop();
});
