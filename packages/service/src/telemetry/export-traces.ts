import { ROOT_CONTEXT, type SpanContext, SpanKind as Kind, SpanStatusCode, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Logger } from '../logging/index.ts';
import type { TracingSettings } from '../settings/index.ts';
import { countDelivery, createCountedProcessor, logDelivery } from './delivery.ts';
import type { Metrics } from './metrics.ts';
import { currentSpan, type Span, type SpanKind, type Tracing } from './tracing.ts';

const KINDS: Readonly<Record<SpanKind, Kind>> = {
  server: Kind.SERVER,
  client: Kind.CLIENT,
  internal: Kind.INTERNAL,
  producer: Kind.PRODUCER,
  consumer: Kind.CONSUMER,
};
/** A collector that does not answer must not hold up the end of the process. */
const LAST_EXPORT_MS = 2_000;

/**
 * Traces by the SDK of OpenTelemetry, without its globals: packages of others that would make spans of their own find no provider, and what
 * they know of requests stays with them.
 */
export function exportTraces(
  service: string,
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share }: TracingSettings,
  metrics: Metrics | null,
  logger: Pick<Logger, 'warn' | 'info'>,
): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const { processor, delivery } = createCountedProcessor(exporter, logDelivery(logger));
  if (metrics) countDelivery(metrics, delivery);
  const provider = new TracerProvider({
    // Of this process, and nothing of its machine: names of hosts and users are nobody's business.
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'yiwang' }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('yiwang');
  /** Of spans of this process, by ours. */
  const contexts = new WeakMap<Span, SpanContext>();

  return {
    start(name, { kind, attributes = {}, traceparent, link, startedAt }) {
      const current = currentSpan();
      const parent = traceparent ? parseTraceParent(traceparent) : current && contexts.get(current);
      const linked = link ? parseTraceParent(link) : null;
      const span = tracer.startSpan(
        name,
        {
          kind: KINDS[kind],
          attributes,
          ...(linked && { links: [{ context: linked }] }),
          ...(startedAt !== undefined && { startTime: performance.timeOrigin + startedAt }),
        },
        parent
          ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: Boolean(traceparent) })
          : ROOT_CONTEXT,
      );
      const context = span.spanContext();
      const { traceId, spanId, traceFlags } = context;
      const own: Span = {
        traceId,
        spanId,
        traceparent: `00-${traceId}-${spanId}-0${traceFlags & 1}`,
        rename: (better) => void span.updateName(better),
        set: (more) => void span.setAttributes(more),
        end(error = null) {
          if (error !== null) {
            span.setAttribute('error.type', error);
            span.setStatus({ code: SpanStatusCode.ERROR });
          }
          span.end();
        },
      };
      contexts.set(own, context);
      return own;
    },
    async [Symbol.asyncDispose]() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, LAST_EXPORT_MS);
      await Promise.race([provider.shutdown().catch(() => {}), promise]);
      clearTimeout(timer);
    },
  };
}
