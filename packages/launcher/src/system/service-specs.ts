import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import type { DepartmentDatabases } from './department-databases.ts';
import { tokenFileOf } from './department-tokens.ts';
import { departmentTrust } from './department-trust.ts';
import { GATEWAY_HEAP } from './heap-flags.ts';
import type { Keys } from './keys.ts';
import { allowedOrigins } from './local-origins.ts';
import { localWorkSettings } from './local-work.ts';
import { rotateLog } from './log-file.ts';
import type { StartOptions } from './options.ts';
import type { MetricsPlan } from './metrics-plan.ts';
import { urlHost, type WantedPort } from './ports.ts';
import { GATEWAY_NAME } from './gateway-names.ts';
import type { ServiceSpec } from './service.ts';
import type { SystemDefinition } from './system.ts';
import type { DepartmentAddress } from './department-address.ts';

/** Departments are reached by the gateway alone. */
const DEPARTMENT_HOST = '127.0.0.1';

/** Where everything listens. */
export interface Addresses {
  /** Without a path. */
  gateway: string;
  departments: readonly DepartmentAddress[];
  /** The registry's GraphQL. */
  registry: string;
}

export function addressesOf(
  { host, port }: StartOptions,
  { departments, registry }: SystemDefinition,
): Addresses {
  const addresses = departments.map(({ name, directory }, index) => ({
    name,
    directory,
    url: `http://${DEPARTMENT_HOST}:${port + 1 + index}/graphql`,
  }));
  return {
    gateway: `http://${urlHost(host)}:${port}`,
    departments: addresses,
    registry: addresses.find(({ name }) => name === registry)!.url,
  };
}

export function wantedPorts({ port, host }: StartOptions, { departments }: SystemDefinition): WantedPort[] {
  return [
    { name: 'the gateway', host, port },
    ...departments.map(({ name }, index) => ({ name, host: DEPARTMENT_HOST, port: port + 1 + index })),
  ];
}

/** The gateway first. @param hasPortal tells it the addresses of its clients */
export function serviceSpecs(
  { port, host }: StartOptions,
  { departments, gateway, registry, mandates }: SystemDefinition,
  data: DataFolder,
  keys: Keys,
  addresses: Addresses,
  databases: DepartmentDatabases,
  hasPortal: boolean,
  metrics: MetricsPlan,
): Promise<ServiceSpec[]> {
  return Promise.all([
    rotateLog(data, 'gateway').then((logFile) => ({
      name: 'gateway',
      url: addresses.gateway,
      file: gateway,
      heap: GATEWAY_HEAP,
      args: ['--registry', addresses.registry, '--port', String(port), '--host', host],
      env: {
        SUPERGRAPH: '',
        SUPERGRAPH_CACHE: data.supergraphs,
        REGISTRY_PUBLIC_KEY: keys.registry.publicFile,
        GATEWAY_NAME,
        GATEWAY_KEY: keys.gateway.file,
        ACCESS_LOG: data.accessLog,
        CORS_ORIGINS: allowedOrigins(host),
        // Whoever has a provider names it, and the built-in issuer beside it if that is wanted.
        ISSUERS: process.env['ISSUERS'] || keys.issuers,
        GRANTS: '',
        MANDATES: mandates,
        ...(hasPortal && {
          TRUSTED_PROXIES: trustedProxies(),
          TRACEPARENT_FROM: process.env['TRACEPARENT_FROM'] ?? '127.0.0.1',
        }),
        ...localWorkSettings(host, data),
        ...metrics.settingsOf('gateway'),
      },
      logFile,
    })),
    ...departments.map(async ({ name, directory }, index) => ({
      name,
      url: `http://${DEPARTMENT_HOST}:${port + 1 + index}`,
      file: join(directory, 'src/main.ts'),
      args: [],
      env: {
        PORT: String(port + 1 + index),
        HOST: DEPARTMENT_HOST,
        DATABASE_URL: databases.get(name)!.serviceUrl,
        ...departmentTrust(keys, data, name),
        GATEWAY_URL: `${addresses.gateway}/graphql`,
        GATEWAY_TOKEN: tokenFileOf(data.keys, name),
        WEBHOOK_ALLOW_LOOPBACK: 'true',
        CERTIFICATE_BASE_URL: process.env['CERTIFICATE_BASE_URL'] || addresses.gateway,
        // On one machine nothing starts by itself: officials start runs.
        OFFERS_AT: process.env['OFFERS_AT'] || 'never',
        MATERIALS: data.materials,
        ...metrics.settingsOf(name),
        ...(name === registry && {
          REGISTRY_SIGNING_KEY: keys.registry.file,
          REGISTRY_OPERATOR_KEY: keys.operator.publicFile,
          REGISTRY_ALLOW_LOOPBACK: 'true',
        }),
      },
      logFile: await rotateLog(data, name),
    })),
  ]);
}

/** The portal asks from this machine. */
function trustedProxies(): string {
  return [process.env['TRUSTED_PROXIES'], '127.0.0.1'].filter(Boolean).join(',');
}
