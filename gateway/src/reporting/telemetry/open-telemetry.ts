import type { Logger } from '@yiwang/service/logging';
import { observeHttp, openMetrics, openTracing } from '@yiwang/service/telemetry';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../../config/config.ts';
import type { TrustedDocuments } from '../../pipeline/persisted-documents/trusted-documents.ts';
import { createPipeline, type Pipeline, type Stages } from '../../pipeline/pipeline.ts';
import type { EngineObserver } from '../../supergraph/create-engine.ts';
import { createGatewayMetrics, type GatewayMetrics, type MetricSources } from './gateway-metrics.ts';
import { createObservedPipeline } from './observe-pipeline.ts';
import { createOperationNames } from './operation-names.ts';
import { createTraceFetch, createTraceOperation, type TraceOperation } from './trace-operations.ts';
import { createTraceSubscription } from './trace-subscriptions.ts';

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
  config: TelemetryConfig,
  trusted: Pick<TrustedDocuments, 'has'>,
  departments: () => ReadonlySet<string>,
  logger: Pick<Logger, 'warn' | 'info'>,
): Promise<Telemetry> {
  await using opened = new AsyncDisposableStack();
  const metrics = await openMetrics('gateway', config);
  if (metrics) opened.use(metrics);
  const tracing = await openTracing('gateway', config, metrics, logger);
  if (tracing) opened.use(tracing);
  if (!metrics && !tracing) return OFF;
  const counts = metrics && createGatewayMetrics(metrics);
  const count: TraceOperation = counts ? countOperations(counts) : (_incoming, _operation, run) => run();
  const trace: TraceOperation = tracing
    ? createTraceOperation(tracing, config.TRACEPARENT_FROM, config.TRUSTED_PROXIES)
    : (_incoming, _operation, run) => run();
  const nameOf = createOperationNames(trusted);
  const all = opened.move();
  return {
    createPipeline: (stages) =>
      createObservedPipeline(stages, {
        nameOf,
        departments,
        observe: (incoming, operation, run) =>
          count(incoming, operation, () => trace(incoming, operation, run)),
      }),
    onFetch: observeBoth(
      counts ? ({ name }) => counts.onFetch(name) : null,
      tracing && createTraceFetch(tracing),
    ),
    onSubscribe: tracing ? createTraceSubscription(tracing) : undefined,
    onFault: (fault) => counts?.onFault(fault),
    observeServer(server, sources) {
      if (!metrics || !counts) return;
      observeHttp(server, metrics);
      counts.readFrom(sources);
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

type TelemetryConfig = Pick<
  GatewayConfig,
  | 'METRICS_PORT'
  | 'METRICS_HOST'
  | 'OTEL_EXPORTER_OTLP_ENDPOINT'
  | 'OTEL_TRACES_SAMPLER_ARG'
  | 'TRACEPARENT_FROM'
  | 'TRUSTED_PROXIES'
>;

type OnFetch = NonNullable<EngineObserver['onFetch']>;

function countOperations(counts: GatewayMetrics): TraceOperation {
  return async (_incoming, operation, run) => {
    const startedAt = performance.now();
    counts.begin();
    try {
      return await run();
    } finally {
      counts.end(operation, (performance.now() - startedAt) / 1000);
    }
  };
}

function observeBoth(count: OnFetch | null, trace: OnFetch | null): OnFetch | undefined {
  if (!count || !trace) return count ?? trace ?? undefined;
  return (subgraph) => {
    const counting = count(subgraph);
    const tracing = trace(subgraph);
    return {
      headers: tracing.headers,
      end(outcome, status) {
        counting.end(outcome, status);
        tracing.end(outcome, status);
      },
    };
  };
}

const OFF: Telemetry = {
  createPipeline,
  onFetch: undefined,
  onSubscribe: undefined,
  onFault: () => {},
  observeServer: () => {},
  [Symbol.asyncDispose]: async () => {},
};
