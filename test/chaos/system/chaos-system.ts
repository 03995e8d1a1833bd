import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEPARTMENT_FLAGS } from '@yiwang/testing';
import { claimDataFolder } from '../../../packages/launcher/src/system/data-folder.ts';
import { settleDatabases } from '../../../packages/launcher/src/system/department-databases.ts';
import {
  keepDepartmentTokens,
  tokenFileOf,
} from '../../../packages/launcher/src/system/department-tokens.ts';
import { DEPARTMENT_HEAP } from '../../../packages/launcher/src/system/heap-flags.ts';
import { settleKeys } from '../../../packages/launcher/src/system/keys.ts';
import { prepareDepartments } from '../../../packages/launcher/src/system/prepare-departments.ts';
import { publishDepartments } from '../../../packages/launcher/src/system/publish-departments.ts';
import { registerKeys } from '../../../packages/launcher/src/system/register-keys.ts';
import { describeLocally } from '../../../packages/launcher/src/system/run-system.ts';
import { announceSystem } from '../../../packages/launcher/src/system/running-system.ts';
import { serviceSpecs } from '../../../packages/launcher/src/system/service-specs.ts';
import { SYSTEM } from '../../../packages/launcher/src/system/system.ts';
import { createTerminal } from '../../../packages/launcher/src/system/terminal.ts';
import { waitUntilServed } from '../../../packages/launcher/src/system/wait-until-served.ts';
import { type Hosts, makeHosts } from '../network/hosts.ts';
import type { Random } from '@yiwang/testing/random-graph';
import type { DepartmentAddress } from '../../checker/system/verify-logs.ts';
import { BALANCER, balancerCommand, PAIRED, secondOf, secondSpec } from './pairs.ts';
import { type DatabaseHost, startDatabase } from './databases.ts';
import { mountDisk, mountRealDisk } from './disks.ts';
import { HostProcess } from './host-process.ts';

/** Of the gateway; each department is one higher, in its order, as with `npm start`. */
const PORT = 4000;
/** Of made-up data. */
const SCALE = 0.02;
export const DEPARTMENTS = SYSTEM.departments.map(({ name }) => name);
/** MiB of the disks that faults fill. */
const POSTGRES_DISK = 1024;
const DISKS = { 'access-log': 64, 'department-logs/permits': 64, 'materials/permits': 256 };

/** The whole system, each process on a host of its own. */
export interface ChaosSystem {
  hosts: Hosts;
  /** Data folder, as `npm start` has one, which the checker reads. */
  data: string;
  /** `gateway`, `redis`, `nats`, or the name of a department. */
  processes: ReadonlyMap<string, HostProcess>;
  database: DatabaseHost;
  /** Address of the gateway, or of the balancer before two, without a path. */
  gateway: string;
  /** Of each process of each department. */
  addresses: readonly DepartmentAddress[];
  /** Takes what faults start. */
  undo: AsyncDisposableStack;
}

interface StartOptions {
  /** An empty folder. */
  data: string;
  /** Says which packets are lost. */
  random: Random;
  /** Whether PostgreSQL writes to a disk of this machine, and not to memory. */
  hasRealDisk: boolean;
  /** Whether two processes of {@link PAIRED} services run behind a balancer. */
  hasPairs: boolean;
  /** Told what is being done. */
  onProgress: (text: string) => void;
}

/**
 * Starts the system as the launcher does, with its settings, over hosts that reach each other by name.
 *
 * @param undo takes all that is started
 */
export async function startSystem(
  { data, random, hasRealDisk, hasPairs, onProgress }: StartOptions,
  undo: AsyncDisposableStack,
): Promise<ChaosSystem> {
  const folder = await claimDataFolder(data);
  await (hasRealDisk ? mountRealDisk : mountDisk)(folder.postgres, POSTGRES_DISK);
  for (const [name, mib] of Object.entries(DISKS)) await mountDisk(join(data, name), mib);
  const paired = hasPairs ? PAIRED : [];
  const added = hasPairs ? [BALANCER, ...PAIRED.map(secondOf)] : [];
  const hosts = undo.use(
    await makeHosts(
      ['gateway', ...DEPARTMENTS, 'postgres', 'standby', 'redis', 'nats', ...added],
      data,
      random,
    ),
  );
  const logFileOf = (name: string) => join(folder.logs, `${name}.log`);
  const begin = (host: string, command: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    undo.use(new HostProcess(hosts, { host, command, env, logFile: logFileOf(host) }));

  onProgress('PostgreSQL');
  const database = await startDatabase(hosts, {
    host: 'postgres',
    folder: folder.postgres,
    logFile: logFileOf('postgres'),
  });
  undo.use(database);
  // The checker and programs that prepare find it so.
  process.env['DATABASE_URL'] = database.url;
  const store = join(data, 'nats');
  await mkdir(store);
  const processes = new Map([
    ['redis', begin('redis', ['redis-server', '--bind', '0.0.0.0', '--protected-mode', 'no', '--save', ''])],
    ['nats', begin('nats', ['nats-server', '--jetstream', '--addr', '0.0.0.0', '--store_dir', store])],
  ]);

  onProgress('databases');
  const terminal = createTerminal(process.stderr);
  const { signal } = new AbortController();
  const databases = await settleDatabases(database.url, SYSTEM.departments, folder.keys);
  await prepareDepartments(SYSTEM.departments, {
    databases,
    scale: SCALE,
    logs: folder,
    signal,
    terminal: { ...terminal, say: () => {} },
  });
  const keys = await settleKeys(folder.keys, SYSTEM.departments, hasPairs ? 2 : 1);
  const tokens = new Map(DEPARTMENTS.map((name) => [name, tokenFileOf(folder.keys, name)]));
  undo.use(await keepDepartmentTokens(keys.issuer.file, tokens, terminal));

  onProgress('departments and gateway');
  const ports = new Map(['gateway', ...DEPARTMENTS].map((name, index) => [name, PORT + index]));
  const urlOf = (name: string, host = paired.includes(name) ? BALANCER : name) =>
    `http://${host}:${ports.get(name)}`;
  const departments = SYSTEM.departments.map(({ name, directory }) => ({
    name,
    directory,
    url: `${urlOf(name)}/graphql`,
  }));
  const gateway = urlOf('gateway');
  const registry = departments.find(({ name }) => name === SYSTEM.registry)!.url;
  const options = { port: PORT, host: '0.0.0.0' } as Parameters<typeof serviceSpecs>[0];
  const specs = await serviceSpecs(
    options,
    SYSTEM,
    folder,
    keys,
    { gateway, departments, registry },
    databases,
    false,
    {
      settingsOf: () => ({ METRICS_PORT: '0', METRICS_HOST: '127.0.0.1' }),
      urls: {},
    },
  );
  const seconds = specs.filter(({ name }) => paired.includes(name)).map((spec) => secondSpec(spec, keys));
  for (const { name, file, args, env, heap = DEPARTMENT_HEAP } of [...specs, ...seconds]) {
    const command = [process.execPath, ...heap, ...DEPARTMENT_FLAGS, file, ...args];
    processes.set(name, begin(name, command, { ...env, ...settingsOf(env) }));
  }
  if (hasPairs) {
    const balanced = new Map(paired.map((name) => [name, ports.get(name)!]));
    begin(BALANCER, await balancerCommand(data, balanced), { HOME: data });
  }
  const addresses = DEPARTMENTS.flatMap((name) =>
    [name, ...(paired.includes(name) ? [secondOf(name)] : [])].map((host) => ({
      name,
      url: `${urlOf(name, host)}/graphql`,
    })),
  );
  await Promise.all([...departments, ...addresses].map(({ url }) => untilReady(url)));
  await registerKeys(registry, keys);
  const publish = () => publishDepartments(registry, keys.operator, departments);
  // On a busy machine a department may not answer the registry in time. What is published already stays as it is.
  const version = await publish().catch(publish).catch(publish);
  await untilReady(gateway);
  await waitUntilServed(registry, keys.operator, version, signal);
  const described = describeLocally(
    folder,
    { gateway, departments },
    null,
    { urls: {} },
    keys,
    'postgres://postgres:5432/postgres',
  );
  undo.use(await announceSystem(folder, described));
  return { hosts, data, processes, database, gateway, addresses, undo };
}

/** Beside those of the launcher: all that a service can use is there. */
function settingsOf({ GATEWAY_NAME }: Readonly<Record<string, string>>): Record<string, string> {
  const redis = 'redis://redis:6379';
  const common = { HOST: '0.0.0.0', DRAIN_MS: '1000' };
  if (GATEWAY_NAME) return { ...common, RATE_LIMIT_STORE: redis, RATE_LIMIT_PUBLIC_REQUESTS: '0' };
  return { ...common, REPLAY_MEMORY: redis, NATS_URL: 'nats://nats:4222' };
}

async function untilReady(url: string): Promise<void> {
  const isReady = async () => (await fetch(new URL('/ready', url), { signal: AbortSignal.timeout(2000) })).ok;
  while (!(await isReady().catch(() => false))) await sleep(100);
}
