import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { readPrivateKey } from '@yiwang/identity';
import { lookForRedis } from '@yiwang/testing/redis';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAS_CADDY } from './scale-out/start-caddy.ts';
import { departmentNames, readComposeFile, ROOT } from './support/compose-file.ts';
import { type ComposeProcesses, createComposeProcesses } from './support/compose-processes.ts';
import {
  makePostgresFolder,
  POSTGRES_PROCESS,
  POSTGRES_PROGRAMS,
  startDebianPostgres,
} from '@yiwang/postgres-server/testing/debian-postgres';
import type { RunningProgram } from './support/run-program.ts';

// The profile scale of docker-compose.yml, with processes in place of containers: settings are those of deploy/scale/scale.env.

const { services } = readComposeFile();
const { url: redis, isThere: hasRedis } = await lookForRedis();
const QUERY = '{ enterprises(first: 2) { edges { node { uscc name } } } }';
const LISTENING = [
  ...departmentNames(),
  ...['gateway', 'gateway-2', 'balancer', 'enterprises-2', 'enterprises-balancer', 'postgres-replica'],
];

let compose: ComposeProcesses;
const programs = new Map<string, RunningProgram>();

async function start(name: string): Promise<void> {
  const program = compose.run(name);
  programs.set(name, program);
  await compose.ready(name, program);
}

/** Caddy with the file and the settings of a balancer. */
async function startBalancer(name: string): Promise<void> {
  const { environment, volumes } = services[name]!;
  const file = volumes!.find((mount) => mount.includes('Caddyfile'))!.split(':')[0]!;
  const given = Object.entries(environment!).map(([key, value]) => [key, compose.here(value)]);
  const home = join(compose.folder, name);
  await mkdir(home);
  const child = spawn('caddy', ['run', '--config', join(ROOT, file), '--adapter', 'caddyfile'], {
    env: {
      PATH: process.env['PATH'],
      ...Object.fromEntries(given),
      PORT: String(compose.ports.get(name)),
      HOME: home,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  compose.defer(async () => {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
  });
  while (!(await isReady(name))) {
    if (child.exitCode !== null) throw new Error(`${name} ended:\n${said}`);
    await sleep(50);
  }
}

async function isReady(name: string): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${compose.ports.get(name)}/ready`).catch(() => ({ ok: false }))).ok;
}

/** The script of the service, as its user. */
async function startReplica(): Promise<void> {
  const name = 'postgres-replica';
  const folder = await makePostgresFolder(join(compose.folder, name));
  const secret = join(folder, 'password');
  // A volume that root reads in its container, which is not root here.
  await writeFile(secret, await readFile(join(compose.volume('replication-keys'), 'password')), {
    mode: 0o644,
  });
  const child = spawn('sh', [join(ROOT, 'deploy/scale/start-replica.sh')], {
    ...POSTGRES_PROCESS,
    env: {
      ...POSTGRES_PROCESS.env,
      PGDATA: join(folder, 'docker'),
      PGPORT: String(compose.ports.get(name)),
      PRIMARY_HOST: '127.0.0.1',
      PRIMARY_PORT: new URL(compose.serverUrl).port,
      REPLICATION_PASSWORD_FILE: secret,
      HBA_FILE: join(ROOT, 'deploy/postgres/pg_hba.conf'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  compose.defer(async () => {
    child.kill('SIGINT');
    if (child.exitCode === null) await once(child, 'exit');
  });
  while (!said.includes('ready to accept read-only connections')) {
    if (child.exitCode !== null) throw new Error(`The replica ended:\n${said}`);
    await sleep(50);
  }
}

async function ask(
  name: string,
  query = QUERY,
): Promise<{ data?: Record<string, unknown>; errors?: unknown }> {
  const response = await fetch(`http://127.0.0.1:${compose.ports.get(name)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`Status ${response.status}: ${text}`);
  return JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown };
}

/** Between two requests of a client, so that those who ask do not take the time of those who start. */
const PAUSE_MS = 20;
/** On a machine that is busy each start takes half a minute. */
const RESTARTS_MS = 600_000;
const PAGE = { data: { enterprises: { edges: [expect.anything(), expect.anything()] } } };

describe.skipIf(!HAS_CADDY || !hasRedis || POSTGRES_PROGRAMS === null)('the profile scale', () => {
  beforeAll(async () => {
    const text = readFileSync(join(ROOT, 'deploy/scale/scale.env'), 'utf8');
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(parseEnv(text)))
      env[name] = value!.replace('redis://memory:6379', redis);
    compose = await createComposeProcesses({ listening: LISTENING, env }, async (folder, undo) => {
      const own = await makePostgresFolder(join(folder, 'postgres'));
      return undo.use(
        await startDebianPostgres(own, join(ROOT, 'deploy/postgres/pg_hba.conf'), { fsync: 'off' }),
      );
    });
  });
  afterAll(() => compose[Symbol.asyncDispose]());

  test('two gateways and two processes of a department come up behind balancers, with a replica, and each answers', async () => {
    const prepare = compose.run('prepare');
    expect(await prepare.ended, prepare.output()).toBe(0);
    await compose.run('tokens').says(/are written/);
    await startReplica();
    await Promise.all([...departmentNames(), 'enterprises-2'].map(start));
    await startBalancer('enterprises-balancer');
    const publish = compose.run('publish');
    expect(await publish.ended, publish.output()).toBe(0);
    await Promise.all(['gateway', 'gateway-2'].map(start));
    await startBalancer('balancer');
    for (const name of ['gateway', 'gateway-2', 'balancer']) expect(await ask(name), name).toEqual(PAGE);
  }, 400_000);

  test('departments read the replica, which follows by a role that writes nothing', async () => {
    await using primary = sqlOf(compose.serverUrl);
    const followers = await primary.sql`
      select usename as role, state from pg_stat_replication`;
    expect(followers).toEqual([{ role: 'yiwang_replication', state: 'streaming' }]);
    const [role] = await primary.sql`
      select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls as mighty from pg_roles where rolname = 'yiwang_replication'`;
    expect(role).toEqual({ mighty: false });
    const replica = Object.assign(new URL(compose.serverUrl), {
      port: String(compose.ports.get('postgres-replica')),
    });
    await using secondary = sqlOf(replica.href);
    const readers = await secondary.sql`
      select distinct usename from pg_stat_activity where datname = 'yiwang_enterprises'`;
    expect(readers).toEqual([{ usename: 'yiwang_enterprises_service' }]);
  });

  test(
    'while each of the four is restarted in turn, no request that comes through the balancer fails',
    async () => {
      const stopping = new AbortController();
      let restarting = 'nothing';
      const clients = Array.from({ length: 4 }, async () => {
        for (let answered = 0; ; answered += 1) {
          if (stopping.signal.aborted) return answered;
          const began = restarting;
          const answer = await ask('balancer').catch((error: Error) => error.message);
          expect(answer, `while ${began} was restarted`).toEqual(PAGE);
          await sleep(PAUSE_MS);
        }
      });
      const answers = Promise.all(clients);
      answers.catch(() => {}); // it is awaited below
      for (const name of ['enterprises', 'enterprises-2', 'gateway', 'gateway-2']) {
        restarting = name;
        programs.get(name)!.child.kill('SIGTERM');
        expect(await programs.get(name)!.ended, name).toBe(0);
        await start(name);
        // The balancer has to see it, too.
        await sleep(1000);
      }
      stopping.abort();
      for (const answered of await answers) expect(answered).toBeGreaterThan(10);
    },
    RESTARTS_MS,
  );

  test('the key of the second gateway is replaced like that of the first, which departments accept all the while', async () => {
    const keys = async () => {
      const text = await readFile(join(compose.volume('department-keys'), 'gateways.json'), 'utf8');
      return (JSON.parse(text) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
    };
    const [first, second] = await keys();
    const document = await readFile(join(ROOT, 'docs/operations.md'), 'utf8');
    const [, words] = /docker compose run --rm prepare (node [^`]+)/.exec(document)!;
    const command = words!.replaceAll('\\\n', '').replace(' gateway ', ' gateway-2 ').trim().split(/\s+/);
    const rotating = compose.run('prepare', [...command, '--overlap=6s']);
    expect(await rotating.ended, rotating.output()).toBe(0);
    const text = await readFile(join(compose.volume('gateway-2-keys'), 'gateway-2.key'), 'utf8');
    const { kid } = await readPrivateKey(text);
    expect(kid).not.toBe(second);
    expect(await keys()).toEqual([first, kid]);
  });
});

function sqlOf(url: string): { sql: postgres.Sql } & AsyncDisposable {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return { sql, [Symbol.asyncDispose]: () => sql.end() };
}
