import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicKeyOf } from '@yiwang/identity';
import { onTestFinished } from 'vitest';
import { type GatewayProcess, spawnProcess } from './spawn-gateway.ts';
import { type RunningGateway, startGateway } from './start-gateway.ts';
import { type Registry, startRegistry } from './start-registry.ts';

/** A registry, and what a gateway needs to know of it: keys and a folder for its supergraphs. */
export interface RegistryHome {
  registry: Registry;
  folder: string;
  /** File of the supergraph that was kept of a variant. */
  cacheOf(variant: string): string;
  environment: Record<string, string>;
  /** A gateway; it is ended with the test, or before. */
  startGateway(environment?: Record<string, string>): Promise<RunningGateway>;
  /** The same as a process of its own. */
  spawnGateway(environment?: Record<string, string>): Promise<GatewayProcess>;
}

/** All gone when the test is over. */
export async function openRegistryHome(): Promise<RegistryHome> {
  const registry = await startRegistry();
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-registry-'));
  onTestFinished(async () => {
    await registry[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });
  const environment = {
    REGISTRY: registry.url,
    REGISTRY_PUBLIC_KEY: join(folder, 'registry.json'),
    GATEWAY_KEY: join(folder, 'gateway.json'),
    SUPERGRAPH_CACHE: join(folder, 'supergraphs'),
    // One variant is published here; those who are not signed in see it as well.
    PUBLIC_VARIANT: 'internal',
  };
  await writeFile(environment.REGISTRY_PUBLIC_KEY, JSON.stringify(publicKeyOf(registry.key)));
  await writeFile(environment.GATEWAY_KEY, JSON.stringify(registry.gatewayKey));
  return {
    registry,
    folder,
    environment,
    cacheOf: (variant) => join(environment.SUPERGRAPH_CACHE, `${variant}.json`),
    async startGateway(more = {}) {
      const gateway = await startGateway({ ...environment, ...more });
      let ended: Promise<void> | null = null;
      const end = () => (ended ??= Promise.resolve(gateway[Symbol.asyncDispose]()));
      onTestFinished(end);
      return { ...gateway, [Symbol.asyncDispose]: end };
    },
    async spawnGateway(more = {}) {
      const gateway = await spawnProcess([], { ...environment, ...more });
      onTestFinished(() => void gateway.child.kill('SIGKILL'));
      return gateway;
    },
  };
}

/** An answer of a gateway, with its status. */
export async function ask(
  gateway: { url: string },
  query: string,
  { path = '/graphql', headers = {}, operationName }: AskOptions = {},
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
): Promise<{ status: number; body: any }> {
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, operationName }),
  });
  return { status: response.status, body: await response.json() };
}

interface AskOptions {
  path?: string;
  headers?: Record<string, string>;
  operationName?: string;
}
