import { observeHttp, openMetrics } from '@yiwang/service/telemetry';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../../config/config.ts';
import type { TrustedDocuments } from '../../pipeline/persisted-documents/trusted-documents.ts';
import { createPipeline, type Pipeline, type Stages } from '../../pipeline/pipeline.ts';
import type { EngineObserver } from '../../supergraph/create-engine.ts';
import { createGatewayMetrics, type MetricSources } from './gateway-metrics.ts';
import { createObservedPipeline } from './observe-pipeline.ts';
import { createOperationNames } from './operation-names.ts';

/** What operators see of this gateway. While all is off, it gives back what it gets. */
export interface Telemetry extends EngineObserver, AsyncDisposable {
  createPipeline(stages: Stages): Pipeline;
  observeServer(server: FastifyInstance, sources: MetricSources): void;
}

/**
 * @param departments names of the departments of the graph
 * @throws ListenError when the port of the metrics cannot be had
 */
export async function openTelemetry(
  config: Pick<GatewayConfig, 'METRICS_PORT' | 'METRICS_HOST'>,
  trusted: Pick<TrustedDocuments, 'has'>,
  departments: () => ReadonlySet<string>,
): Promise<Telemetry> {
  const metrics = await openMetrics('gateway', config);
  if (!metrics) return OFF;
  const counts = createGatewayMetrics(metrics);
  const nameOf = createOperationNames(trusted);
  return {
    createPipeline: (stages) =>
      createObservedPipeline(stages, {
        nameOf,
        departments,
        async observe(_incoming, operation, run) {
          const startedAt = performance.now();
          counts.begin();
          try {
            return await run();
          } finally {
            counts.end(operation, (performance.now() - startedAt) / 1000);
          }
        },
      }),
    onFetch: ({ name }) => counts.onFetch(name),
    onFault: counts.onFault,
    observeServer(server, sources) {
      observeHttp(server, metrics);
      counts.readFrom(sources);
    },
    [Symbol.asyncDispose]: () => metrics[Symbol.asyncDispose](),
  };
}

const OFF: Telemetry = {
  createPipeline,
  onFetch: undefined,
  onFault: () => {},
  observeServer: () => {},
  [Symbol.asyncDispose]: async () => {},
};
