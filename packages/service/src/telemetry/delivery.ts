import { ExportResultCode } from '@opentelemetry/core';
import { BatchSpanProcessor, type SpanExporter, type SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Logger } from '../logging/index.ts';
import type { Metrics } from './metrics.ts';

/** Spans that wait for the collector; further ones are dropped. */
const MAX_QUEUED = 2048;
/** Set in the trace flags of a span that is sampled. */
const SAMPLED = 1;

/** What became of the spans of this process that were sampled. */
export interface Delivery {
  /** Taken by the collector. */
  exported: number;
  /** Sent, and not taken. */
  failed: number;
  /** Never sent: too many waited. */
  dropped: number;
  /** Whether the collector did not take the last of them. */
  isFailing: boolean;
}

/**
 * Sends spans in batches and counts what becomes of them, because the SDK loses them without a word: a collector that is away looks like a
 * system without requests.
 *
 * @param onChange called with the reason when the collector does not take a batch, and with null when it does again
 */
export function createCountedProcessor(
  exporter: SpanExporter,
  onChange: (failure: string | null) => void,
): { processor: SpanProcessor; delivery: Delivery } {
  const delivery: Delivery = { exported: 0, failed: 0, dropped: 0, isFailing: false };
  let queued = 0;
  const batches = new BatchSpanProcessor({
    maxQueueSize: MAX_QUEUED,
    exporter: {
      export(spans, done) {
        queued -= spans.length;
        exporter.export(spans, (result) => {
          const isFailing = result.code !== ExportResultCode.SUCCESS;
          delivery[isFailing ? 'failed' : 'exported'] += spans.length;
          if (isFailing !== delivery.isFailing) onChange(isFailing ? explain(result.error) : null);
          delivery.isFailing = isFailing;
          done(result);
        });
      },
      shutdown: () => exporter.shutdown(),
    },
  });
  const processor: SpanProcessor = {
    onStart: () => {},
    onEnd(span) {
      if (span.spanContext().traceFlags & SAMPLED) {
        // The SDK drops it by the same rule, and reports it to its own logger only.
        if (queued >= MAX_QUEUED) delivery.dropped += 1;
        else queued += 1;
      }
      batches.onEnd(span);
    },
    forceFlush: () => batches.forceFlush(),
    shutdown: () => batches.shutdown(),
  };
  return { processor, delivery };
}

/** The status or the code of a failed export. Not its message, in which a collector may quote what it was sent. */
function explain(error: (Error & { code?: unknown }) | undefined): string {
  const code = error?.code;
  if (typeof code === 'number') return `status ${code}`;
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : (error?.name ?? 'no answer');
}

/** Logs when the collector becomes silent, and when it is there again. */
export function logDelivery(logger: Pick<Logger, 'warn' | 'info'>): (failure: string | null) => void {
  return (failure) => {
    if (failure === null) logger.info('the collector takes traces again');
    else {
      logger.warn(
        { failure },
        'the collector does not take traces, which are lost: see that OTEL_EXPORTER_OTLP_ENDPOINT answers',
      );
    }
  };
}

export function countDelivery(metrics: Metrics, delivery: Delivery): void {
  metrics.total(
    'yiwang_trace_spans_total',
    'Sampled spans by what became of them: taken by the collector, sent in vain, or dropped because too many waited.',
    ['outcome'],
    () => (['exported', 'failed', 'dropped'] as const).map((outcome) => [{ outcome }, delivery[outcome]]),
  );
  metrics.gauge(
    'yiwang_trace_collector_failing',
    '1 while the collector does not take what is sent to it.',
    [],
    () => [[{}, Number(delivery.isFailing)]],
  );
}
