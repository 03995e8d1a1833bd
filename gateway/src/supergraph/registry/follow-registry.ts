import type { Logger } from '@yiwang/service/logging';
import { type ClientTls, NO_CLIENT_TLS } from '@yiwang/service/tls';
import type { Access } from '../../pipeline/authentication/open-access.ts';
import type { GatewayConfig } from '../../config/config.ts';
import type { ServedGraph } from '../served-graph.ts';
import type { SupergraphSource } from '../follow-file.ts';
import { pollGrants } from './poll-grants.ts';
import { pollRegistry } from './poll-registry.ts';
import { createRegistryClient, type RegistryClient } from './registry-client.ts';
import { followRegistryKeys } from './registry-keys.ts';
import { createSupergraphCache } from './supergraph-cache.ts';
import { followVariant } from './variant-follower.ts';

export interface RegistrySource extends SupergraphSource {
  /** Closed when the source is disposed. */
  client: RegistryClient;
  /** The version that is served of a variant; null when none is. */
  versionOf(variant: string): number | null;
}

/**
 * Serves the supergraphs that the registry publishes, beginning with the cached ones, and follows its grants, until stopped. Without the
 * registry, the gateway serves what it has. Resolves when the whole schema is served from the cache, or is not in it.
 *
 * @param graphs by variant
 * @throws SettingsError when a key cannot be read
 */
export async function followRegistry(
  config: GatewayConfig,
  access: Access,
  graphs: ReadonlyMap<string, ServedGraph>,
  logger: Logger,
  tls: Pick<ClientTls, 'of'> = NO_CLIENT_TLS,
): Promise<RegistrySource> {
  const keys = await followRegistryKeys(config.REGISTRY_PUBLIC_KEY, logger);
  const client = await createRegistryClient(config.REGISTRY, config.GATEWAY_NAME, access.key!, tls);
  const cache = createSupergraphCache(config.SUPERGRAPH_CACHE);
  const stopping = new AbortController();
  const tools = { keys, cache, logger, stopping: stopping.signal };
  const followers = [...graphs].map(([variant, graph]) => followVariant(variant, graph, tools));
  const whole = followers.find(({ variant }) => variant === config.VARIANT)!;
  // The others follow while the first clients are served: reading each takes a second of CPU, and when a whole system starts again, what
  // its services go on with waits for this one only.
  await whole.swapFromCache();

  const others = followers.filter((follower) => follower !== whole);
  const polling = Promise.all(others.map((follower) => follower.swapFromCache())).then(() =>
    pollRegistry(followers, graphs, client, logger, stopping.signal),
  );
  const granting = pollGrants(client, keys, access.grants, logger, stopping.signal);
  return {
    client,
    versionOf: (variant) => followers.find((follower) => follower.variant === variant)?.version ?? null,
    stop: () => stopping.abort(),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.all([polling, granting]);
      await client[Symbol.asyncDispose]();
      keys[Symbol.dispose]();
    },
  };
}
