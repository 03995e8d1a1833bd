import type { Logger } from '@yiwang/observability';
import type { Access } from '../access/open-access.ts';
import type { GatewayConfig } from '../config.ts';
import type { ServedGraph } from '../graph/served-graph.ts';
import type { ExecutionCounts } from '../statistics/execution-counts.ts';
import { createReportWriter } from '../statistics/operation-reports.ts';
import { reportStatistics } from '../statistics/report-statistics.ts';
import type { SupergraphSource } from '../supergraph/supergraph-source.ts';
import { pollGrants } from './poll-grants.ts';
import { pollRegistry } from './poll-registry.ts';
import { createRegistryClient } from './registry-client.ts';
import { followRegistryKeys } from './registry-keys.ts';
import { createSupergraphCache } from './supergraph-cache.ts';
import { followVariant } from './variant-follower.ts';

/**
 * Serves what the registry publishes, beginning with what was kept of the last time, lets read what it grants, and reports
 * what was counted, until it is stopped. Needs the registry for nothing but news.
 *
 * @param graphs by variant
 * @throws SettingsError when a key cannot be read
 */
export async function followRegistry(
  config: GatewayConfig,
  access: Access,
  graphs: ReadonlyMap<string, ServedGraph>,
  counts: ExecutionCounts,
  logger: Logger,
): Promise<SupergraphSource> {
  const keys = await followRegistryKeys(config.REGISTRY_PUBLIC_KEY, logger);
  const client = await createRegistryClient(config.REGISTRY, config.GATEWAY_NAME, access.key!);
  const cache = createSupergraphCache(config.SUPERGRAPH_CACHE);
  const stopping = new AbortController();
  const tools = { keys, cache, logger, stopping: stopping.signal };
  const followers = [...graphs].map(([variant, graph]) => followVariant(variant, graph, tools));
  await Promise.all(followers.map((follower) => follower.takeFromCache()));

  const polling = pollRegistry(followers, graphs, client, logger, stopping.signal);
  const granting = pollGrants(client, keys, access.grants, logger, stopping.signal);
  const statistics = reportStatistics({
    counts,
    write: createReportWriter((variant) => graphs.get(variant)?.schema ?? null),
    client,
    logger,
    intervalMs: config.STATISTICS_INTERVAL_MS,
  });
  return {
    stop: () => stopping.abort(),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.all([polling, granting]);
      await statistics[Symbol.asyncDispose]();
      await client[Symbol.asyncDispose]();
      keys[Symbol.dispose]();
    },
  };
}
