import { join } from 'node:path';
import type { LocalSystem } from '@yiwang/cli/local-system';
import { claimDataFolder, type DataFolder } from './data-folder.ts';
import { givenServerUrl } from './database-server.ts';
import type { DepartmentDatabases } from './department-databases.ts';
import { openImportDatabases } from './import-server.ts';
import { keepDepartmentTokens, tokenFileOf } from './department-tokens.ts';
import { departmentTrust } from './department-trust.ts';
import { type KeyFile, type Keys, settleKeys } from './keys.ts';
import { LaunchError } from './launch-error.ts';
import { rotateLog } from './log-file.ts';
import { checkPorts } from './ports.ts';
import { prepareDepartments } from './prepare-departments.ts';
import { publishDepartments } from './publish-departments.ts';
import { settleScale } from './recorded-scale.ts';
import { registerKeys } from './register-keys.ts';
import { callRegistry, signRead } from './registry-call.ts';
import { findRunningSystem } from './running-system.ts';
import { runService, type ServiceSpec } from './service.ts';
import type { Department, SystemDefinition } from './system.ts';
import { seconds, type Terminal } from './terminal.ts';
import { waitUntilServed } from './wait-until-served.ts';

const HOST = '127.0.0.1';
const PORTS_TRIED = 20;

/**
 * Adds a department to the system that runs on a data folder: its database and rows, its process, its key, its schema.
 * Returns when the signal is aborted and its process has ended.
 *
 * @throws LaunchError when no system runs, or the department does not come up or fit
 */
export async function joinSystem(
  department: Department,
  system: SystemDefinition,
  dataPath: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const data = await claimDataFolder(dataPath);
  const running = await findRunningSystem(data);
  if (!running)
    throw new LaunchError(`No system runs on ${dataPath}. npm start starts one, with every department.`);
  // Through the gateway, as everyone reaches the registry.
  const { registry } = running;
  const keys = await settleKeys(data.keys, [department]);
  await refuseRunning(department, registry, keys.operator);
  await using undo = new AsyncDisposableStack();
  const one = { ...system, departments: [department] };
  const databases = await openImportDatabases(data, one, givenServerUrl(), terminal, undo);
  const scale = await settleScale(data, null, terminal);
  await prepareDepartments([department], { databases, scale, logs: data, signal, terminal });

  const port = await findPort(department.name, firstPortOf(running, system));
  const token = tokenFileOf(data.keys, department.name);
  undo.use(await keepDepartmentTokens(keys.issuer.file, new Map([[department.name, token]]), terminal));
  const spec = await serviceSpec(department, port, data, keys, databases, running);
  const service = undo.use(runService(spec, terminal));
  await service.ready;

  await registerKeys(registry, keys);
  const url = `${spec.url}/graphql`;
  const address = { name: department.name, directory: department.directory, url };
  const version = await publishDepartments(registry, keys.operator, [address]);
  await waitUntilServed(registry, keys.operator, version, signal);
  terminal.say(
    `${department.name} runs at ${url} and is part of ${registry} since version ${version} (${seconds(performance.now() - startedAt)}).\nCtrl-C ends it; the next npm start runs it with the others.`,
  );
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** A second process would take the place of the first, and leave nothing when it ends. */
async function refuseRunning({ name }: Department, registry: string, operator: KeyFile): Promise<void> {
  const { supergraph } = await callRegistry<{
    supergraph: { subgraphs: { department: { name: string }; url: string }[] } | null;
  }>(
    registry,
    'query Addresses($credential: String) { supergraph(variant: "internal", credential: $credential) { subgraphs { department { name } url } } }',
    { credential: await signRead(operator, 'supergraph', { variant: 'internal' }) },
  );
  const url = supergraph?.subgraphs.find(({ department }) => department.name === name)?.url;
  const answers = url && (await fetch(new URL('/ready', url)).catch(() => null))?.ok;
  if (answers) throw new LaunchError(`${name} runs already, at ${url}.`);
}

/** Behind the ports of all that `npm start` may have started. */
function firstPortOf({ gateway }: LocalSystem, { departments }: SystemDefinition): number {
  return Number(new URL(gateway).port || 80) + 1 + departments.length;
}

/** The first that can be had: another department may have joined before. */
async function findPort(name: string, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED; port++) {
    const isFree = await checkPorts([{ name, host: HOST, port }]).then(
      () => true,
      () => false,
    );
    if (isFree) return port;
  }
  throw new LaunchError(`No port from ${first} to ${first + PORTS_TRIED - 1} can be had for ${name}.`);
}

async function serviceSpec(
  { name, directory }: Department,
  port: number,
  data: DataFolder,
  keys: Keys,
  databases: DepartmentDatabases,
  { gateway }: LocalSystem,
): Promise<ServiceSpec> {
  return {
    name,
    url: `http://${HOST}:${port}`,
    file: join(directory, 'src/main.ts'),
    args: [],
    env: {
      PORT: String(port),
      HOST,
      DATABASE_URL: databases.get(name)!.serviceUrl,
      ...departmentTrust(keys, data, name),
      GATEWAY_URL: `${gateway}/graphql`,
      GATEWAY_TOKEN: tokenFileOf(data.keys, name),
      METRICS_PORT: '0',
    },
    logFile: await rotateLog(data, name),
  };
}
