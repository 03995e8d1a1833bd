import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@yiwang/postgres-server';
import { findPorts } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { departmentNames, readComposeFile, ROOT } from './support/compose-file.ts';
import { buildImageFolders, CONTAINER_USER, createContainer } from './support/containers.ts';
import { type RunningProgram, runProgram } from './support/run-program.ts';

// What docker-compose.yml says, with processes in place of containers: commands, settings, order, user and volumes are the
// file's and the Dockerfile's, by Docker's rules; names of hosts become ports of this machine.

const { services } = readComposeFile();
const undo = new AsyncDisposableStack();
const ports = new Map<string, number>();
/** Node keeps compiled code for each user apart. */
const COMPILE_CACHE = join(ROOT, 'node_modules/.cache/node-of-containers');
let folder: string;
let image: string;
let serverUrl: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-compose-'));
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  image = join(folder, 'image');
  await mkdir(image);
  buildImageFolders(image);
  await mkdir(COMPILE_CACHE, { recursive: true });
  if (CONTAINER_USER.uid !== undefined) await chown(COMPILE_CACHE, CONTAINER_USER.uid, CONTAINER_USER.gid);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  undo.defer(() => server.stop());
  serverUrl = server.url;
  const names = [...departmentNames(), 'gateway'];
  const first = await findPorts(names.length);
  names.forEach((name, index) => ports.set(name, first + index));
});
afterAll(() => undo.disposeAsync());

/** Each container is made once, and may be run again. */
const roots = new Map<string, string>();

function run(name: string): RunningProgram {
  const service = services[name]!;
  const root = roots.get(name) ?? createContainer(folder, name, image, service);
  roots.set(name, root);
  const [node, ...args] = service.command!;
  expect(node).toBe('node');
  const settings = Object.entries(service.environment ?? {}).map(([key, value]) => [key, here(value, root)]);
  const program = runProgram(
    ROOT,
    args.map((word) => here(word, root)),
    {
      ...Object.fromEntries(settings),
      HOME: join(root, 'home'),
      TMPDIR: join(root, 'tmp'),
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      ...(ports.has(name) && { PORT: String(ports.get(name)), HOST: '127.0.0.1' }),
      // Departments are at loopback addresses here, and the data is small.
      ...(name === 'exchange' && { REGISTRY_ALLOW_LOOPBACK: 'true' }),
      ...(name === 'prepare' && { SCALE: '0.01' }),
    },
    CONTAINER_USER,
  );
  undo.defer(async () => void (await program.stop()));
  return program;
}

/** A word of the file with what it names on this machine. */
function here(word: string, root: string): string {
  const { username, password, host } = new URL(serverUrl);
  return word
    .replace(/(?<=^|=)\/(?=keys\/|supergraphs\b|access-log\b|materials\b)/, `${root}/`)
    .replace(/postgres:\/\/yiwang:\$\{[^}]+\}@/, `postgres://${username}:${password}@`)
    .replace('@postgres:5432/', `@${host}/`)
    .replace(/http:\/\/([\w-]+):\d+/g, (_, name: string) => `http://127.0.0.1:${ports.get(name)}`);
}

async function ready(name: string, program: RunningProgram): Promise<void> {
  for (;;) {
    if (program.child.exitCode !== null) throw new Error(`${name} ended:\n${program.output()}`);
    const { ok } = await fetch(`http://127.0.0.1:${ports.get(name)}/ready`).catch(() => ({ ok: false }));
    if (ok) return;
    await sleep(100);
  }
}

test('the services come up in their order, and the gateway serves what was published', async () => {
  const prepare = run('prepare');
  expect(await prepare.ended, prepare.output()).toBe(0);
  const departments = departmentNames().map((name) => [name, run(name)] as const);
  await Promise.all(departments.map(([name, program]) => ready(name, program)));
  for (const _time of ['first', 'again']) {
    const publish = run('publish');
    expect(await publish.ended, publish.output()).toBe(0);
    expect(publish.output()).toContain('Version 1 of the schema holds all departments.');
  }
  await ready('gateway', run('gateway'));

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
}, 180_000);
