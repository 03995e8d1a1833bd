import { join } from 'node:path';
import { databaseUrl } from '@yiwang/postgres-server';
import { composeInChild } from './compose.ts';
import { claimDataFolder, type DataFolder, lockDataFolder } from './data-folder.ts';
import { givenServerUrl, openDatabaseServer } from './database-server.ts';
import { findFirstQuery } from './first-query.ts';
import { rotateLog } from './log-file.ts';
import type { StartOptions } from './options.ts';
import { checkPorts, urlHost } from './ports.ts';
import { prepareDepartments } from './prepare-departments.ts';
import { settleScale } from './recorded-scale.ts';
import { resetSystem } from './reset.ts';
import { announceSystem } from './running-system.ts';
import type { ServiceSpec } from './service.ts';
import { runServices } from './services.ts';
import { killAllPrograms } from './spawn-program.ts';
import type { StopSwitch } from './stop-switch.ts';
import { describeSystem } from './summary.ts';
import type { SystemDefinition } from './system.ts';
import type { Terminal } from './terminal.ts';

/** Departments are reached by the gateway alone. */
const DEPARTMENT_HOST = '127.0.0.1';

/**
 * Starts everything in its order, says where it is, and returns after the stop switch is thrown and
 * everything has ended. Read this function first: it is the whole launcher.
 */
export async function runSystem(
  options: StartOptions,
  system: SystemDefinition,
  terminal: Terminal,
  stop: StopSwitch,
): Promise<void> {
  const startedAt = performance.now();
  const givenUrl = givenServerUrl();
  // Undone from last to first: the gateway and the departments before the server, the lock at the end.
  await using undo = new AsyncDisposableStack();
  stop.onForce(killAllPrograms);

  const data = await claimDataFolder(options.data);
  undo.use(await lockDataFolder(data));
  await checkPorts(wantedPorts(options, system));
  if (options.reset) await resetSystem(data, system, givenUrl, terminal);
  const scale = await settleScale(data, options.scale, terminal);
  const server = undo.use(await openDatabaseServer(data, givenUrl, terminal));
  stop.onForce(server.kill);

  const { signal } = stop;
  await prepareDepartments(system.departments, {
    serverUrl: server.url,
    scale,
    logs: data,
    signal,
    terminal,
  });
  await composeInChild(
    departmentAddresses(options, system),
    data.supergraph,
    await rotateLog(data, 'compose'),
  );
  signal.throwIfAborted();

  const services = undo.use(runServices(await serviceSpecs(options, system, data, server.url), terminal));
  await Promise.race([services.ready, aborted(signal)]);
  signal.throwIfAborted();

  const gateway = gatewayUrl(options);
  undo.use(await announceSystem(data, { pid: process.pid, gateway, embeddedPostgres: server.embedded }));
  terminal.say(
    describeSystem({
      milliseconds: performance.now() - startedAt,
      gateway,
      departments: departmentAddresses(options, system),
      logs: data.logs,
      firstQuery: await findFirstQuery(gateway),
    }),
  );
  await aborted(signal);
}

function wantedPorts({ port, host }: StartOptions, { departments }: SystemDefinition) {
  return [
    { name: 'the gateway', host, port },
    ...departments.map(({ name }, index) => ({ name, host: DEPARTMENT_HOST, port: port + 1 + index })),
  ];
}

function gatewayUrl({ host, port }: StartOptions): string {
  return `http://${urlHost(host)}:${port}`;
}

function departmentAddresses({ port }: StartOptions, { departments }: SystemDefinition) {
  return departments.map(({ name, directory }, index) => ({
    name,
    directory,
    url: `http://${DEPARTMENT_HOST}:${port + 1 + index}/graphql`,
  }));
}

/** The gateway first. */
function serviceSpecs(
  options: StartOptions,
  { departments, gateway }: SystemDefinition,
  data: DataFolder,
  serverUrl: string,
): Promise<ServiceSpec[]> {
  const { port, host } = options;
  return Promise.all([
    rotateLog(data, 'gateway').then((logFile) => ({
      name: 'gateway',
      url: gatewayUrl(options),
      file: gateway,
      args: ['--supergraph', data.supergraph, '--port', String(port), '--host', host],
      env: {},
      logFile,
    })),
    ...departments.map(async ({ name, directory, database }, index) => ({
      name,
      url: `http://${DEPARTMENT_HOST}:${port + 1 + index}`,
      file: join(directory, 'src/main.ts'),
      args: [],
      env: {
        PORT: String(port + 1 + index),
        HOST: DEPARTMENT_HOST,
        DATABASE_URL: databaseUrl(serverUrl, database),
      },
      logFile: await rotateLog(data, name),
    })),
  ]);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
