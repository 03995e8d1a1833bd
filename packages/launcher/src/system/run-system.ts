import { join } from 'node:path';
import type { LocalSystem } from '@yiwang/cli/local-system';
import { asksForPassword, type Lease, withoutLogin } from '@yiwang/postgres-server';
import { settleArchiveSetting } from './archive-setting.ts';
import { claimDataFolder, type DataFolder, lockDataFolder } from './data-folder.ts';
import { givenServerUrl, openDatabaseServer } from './database-server.ts';
import { type DepartmentDatabases, settleDatabases } from './department-databases.ts';
import { findFirstQuery } from './first-query.ts';
import { keepDepartmentTokens, tokenFileOf } from './department-tokens.ts';
import { buildPages } from './build-pages.ts';
import { type PortalKeys, settlePortalKeys } from './portal-keys.ts';
import { planPortal, type PortalPlan, portalPorts } from './portal-plan.ts';
import { portalSpecs } from './portal-specs.ts';
import { preparePortal } from './prepare-portal.ts';
import { type Keys, settleKeys, trustIssuers } from './keys.ts';
import { LaunchError } from './launch-error.ts';
import { type MetricsPlan, planMetrics } from './metrics-plan.ts';
import type { StartOptions } from './options.ts';
import { checkPorts } from './ports.ts';
import { prepareDepartments } from './prepare-departments.ts';
import { publishDepartments } from './publish-departments.ts';
import { settleScale } from './recorded-scale.ts';
import { registerKeys } from './register-keys.ts';
import { resetSystem } from './reset.ts';
import { announceSystem } from './running-system.ts';
import { leaseServer } from './server-lease.ts';
import { type Addresses, addressesOf, serviceSpecs, wantedPorts } from './service-specs.ts';
import { runServices } from './services.ts';
import { killAllPrograms } from './spawn-program.ts';
import type { StopSwitch } from './stop-switch.ts';
import { describeSystem } from './summary.ts';
import { databaseOwners, type SystemDefinition } from './system.ts';
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
  const portal = planPortal(options, system, terminal);
  await checkPorts(wantedPorts(options, system));
  if (portal) await checkPorts(portalPorts(portal), '--portal-port');
  const metrics = await planMetrics(options, system, portal, terminal);
  const addresses = addressesOf(options, system);
  const lease = givenUrl === null ? null : undo.use(await leaseServer(givenUrl, system, data.path));
  if (options.reset) await resetSystem(data, system, givenUrl, terminal);
  const scale = await settleScale(data, options.scale, terminal);
  const archive = await settleArchiveSetting(data, options, givenUrl, terminal);
  const server = undo.use(await openDatabaseServer(data, givenUrl, terminal, archive));
  stop.onForce(server.kill);

  const { signal } = stop;
  const owners = portal ? databaseOwners(system) : system.departments;
  const databases = await settleDatabases(server.url, owners, data.keys);
  if (givenUrl !== null && !(await asksForPassword([...databases.values()][0]!.serviceUrl))) {
    terminal.say(
      `Attention: PostgreSQL at ${new URL(givenUrl).host} lets roles in without their passwords (trust in its pg_hba.conf): departments are not kept apart there.`,
    );
  }
  await prepareDepartments(system.departments, {
    databases,
    scale,
    logs: data,
    signal,
    terminal,
  });
  const keys = await settleKeys(data.keys, system.departments);
  const tokens = system.departments.map(({ name }) => [name, tokenFileOf(data.keys, name)] as const);
  undo.use(await keepDepartmentTokens(keys.issuer.file, new Map(tokens), terminal));
  const [gatewaySpec, ...departmentSpecs] = await serviceSpecs(
    options,
    system,
    data,
    keys,
    addresses,
    databases,
    portal !== null,
    metrics,
  );
  const portalKeys = portal && (await settlePortalKeys(data.keys));
  await trustIssuers(keys, localIssuers(portal, portalKeys));
  const pages =
    portal &&
    (await settlePortal(portal, portalKeys!, data, databases, addresses, metrics, signal, terminal));
  signal.throwIfAborted();

  const fronts = [...(pages ? [pages.portal] : []), gatewaySpec!];
  const others = [...departmentSpecs, ...(pages?.signIn ? [pages.signIn] : [])];
  const services = undo.use(runServices(fronts, others, terminal));
  // The gateway waits for what is published, unless it has the supergraph of a former start. The registry asks each department
  // whether it verifies its callers.
  const departments = system.departments.map(({ name }) => services.readyOf(name));
  const published = publish(Promise.all(departments), addresses, keys, signal);
  await Promise.race([Promise.all([published, services.ready]), aborted(signal)]);
  signal.throwIfAborted();

  const { gateway } = addresses;
  const portalUrl = portal && (process.env['PUBLIC_URL'] || portal.url);
  undo.use(await announceSystem(data, describeLocally(data, addresses, portalUrl, metrics, keys, givenUrl)));
  terminal.say(
    describeSystem(
      {
        milliseconds: performance.now() - startedAt,
        portal: portal && {
          url: portal.url,
          canSignIn: Boolean(portal.signIn ?? process.env['OIDC_ISSUER']),
        },
        gateway,
        host: options.host,
        departments: addresses.departments,
        data: data.path,
        logs: data.logs,
        metrics: metrics.urls['gateway'] ?? null,
        firstQuery: await findFirstQuery(gateway),
        isEmpty: scale === 0,
      },
      terminal,
    ),
  );
  await Promise.race([aborted(signal), ...(lease ? [endWhenLost(lease)] : [])]);
}

/** Pages, database and settings of the portal. */
async function settlePortal(
  plan: PortalPlan,
  keys: PortalKeys,
  data: DataFolder,
  databases: DepartmentDatabases,
  { gateway }: Addresses,
  metrics: MetricsPlan,
  signal: AbortSignal,
  terminal: Terminal,
) {
  const database = databases.get('portal')!;
  await buildPages(plan.directory, data, signal, terminal);
  await preparePortal(plan.directory, database, data);
  return portalSpecs(plan, data, keys, database, gateway, metrics);
}

/** Of the provider with made-up people, where it runs. */
function localIssuers(portal: PortalPlan | null, keys: PortalKeys | null) {
  return portal?.signIn && keys ? [{ url: portal.signIn.url, key: keys.signIn }] : [];
}

/** For commands of this machine. The login of DATABASE_URL stays with the launcher. */
export function describeLocally(
  data: DataFolder,
  { gateway, departments }: Pick<Addresses, 'gateway' | 'departments'>,
  portal: string | null,
  { urls: metrics }: Pick<MetricsPlan, 'urls'>,
  keys: Keys,
  givenUrl: string | null,
): LocalSystem {
  return {
    pid: process.pid,
    data: data.path,
    gateway,
    registry: `${gateway}/graphql`,
    portal,
    metrics,
    departments: departments.map(({ name, url, directory }) => ({
      name,
      url,
      examples: join(directory, 'examples'),
    })),
    keys: {
      issuer: keys.issuer.file,
      operator: keys.operator.file,
      gateway: keys.gateway.file,
      departments: Object.fromEntries([...keys.departments].map(([name, { file }]) => [name, file])),
    },
    databaseServer: givenUrl === null ? null : withoutLogin(givenUrl).href,
  };
}

/** Another system has the databases now: two would undo each other's work. @throws LaunchError */
async function endWhenLost(lease: Lease): Promise<never> {
  throw new LaunchError(
    `The connection to the databases was lost, and another system has taken them: ${await lease.lost}.`,
  );
}

/** Tells the registry who is who and what the departments offer, as soon as all answer; until the gateway serves that. */
async function publish(
  departmentsAreReady: Promise<unknown>,
  { registry, departments }: Addresses,
  keys: Keys,
  signal: AbortSignal,
): Promise<void> {
  await departmentsAreReady;
  await registerKeys(registry, keys);
  const version = await publishDepartments(registry, keys.operator, departments);
  await waitUntilServed(registry, keys.operator, version, signal);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
