import { claimDataFolder, lockDataFolder } from './data-folder.ts';
import { givenServerUrl, openDatabaseServer } from './database-server.ts';
import { findFirstQuery } from './first-query.ts';
import { type Keys, settleKeys } from './keys.ts';
import type { StartOptions } from './options.ts';
import { checkPorts } from './ports.ts';
import { prepareDepartments } from './prepare-departments.ts';
import { publishDepartments } from './publish-departments.ts';
import { settleScale } from './recorded-scale.ts';
import { registerKeys } from './register-keys.ts';
import { resetSystem } from './reset.ts';
import { announceSystem } from './running-system.ts';
import { type Addresses, addressesOf, serviceSpecs, wantedPorts } from './service-specs.ts';
import { runServices } from './services.ts';
import { killAllPrograms } from './spawn-program.ts';
import type { StopSwitch } from './stop-switch.ts';
import { describeSystem } from './summary.ts';
import type { SystemDefinition } from './system.ts';
import type { Terminal } from './terminal.ts';
import { waitUntilServed } from './wait-until-served.ts';

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
  const addresses = addressesOf(options, system);
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
  const keys = await settleKeys(data.keys, system.departments);
  const specs = await serviceSpecs(options, system, data, keys, addresses, server.url);
  signal.throwIfAborted();

  const services = undo.use(runServices(specs, terminal));
  // The gateway waits for what is published, unless it has the supergraph of a former start.
  const published = publish(services.readyOf(system.registry), addresses, keys, signal);
  await Promise.race([Promise.all([published, services.ready]), aborted(signal)]);
  signal.throwIfAborted();

  const { gateway } = addresses;
  undo.use(await announceSystem(data, { pid: process.pid, gateway, embeddedPostgres: server.embedded }));
  terminal.say(
    describeSystem({
      milliseconds: performance.now() - startedAt,
      gateway,
      departments: addresses.departments,
      logs: data.logs,
      firstQuery: await findFirstQuery(gateway),
      issuerKey: keys.issuer.file,
    }),
  );
  await aborted(signal);
}

/** Tells the registry who is who and what the departments offer, as soon as it answers; until the gateway serves that. */
async function publish(
  registryIsReady: Promise<void>,
  { registry, departments }: Addresses,
  keys: Keys,
  signal: AbortSignal,
): Promise<void> {
  await registryIsReady;
  await registerKeys(registry, keys);
  const version = await publishDepartments(registry, keys.operator, departments);
  await waitUntilServed(registry, version, signal);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
