import type { Logger } from '../logging/index.ts';
import type { TracingSettings } from '../settings/index.ts';
import type { Metrics } from './metrics.ts';
import type { Tracing } from './tracing.ts';

/**
 * Opens the traces of this process. Null when OTEL_EXPORTER_OTLP_ENDPOINT is not set: then nothing is loaded.
 *
 * @param metrics count what becomes of spans; null while there are none
 * @param logger is written to when the collector does not take them
 */
export async function openTracing(
  service: string,
  settings: TracingSettings,
  metrics: Metrics | null,
  logger: Pick<Logger, 'warn' | 'info'>,
): Promise<Tracing | null> {
  if (settings.OTEL_EXPORTER_OTLP_ENDPOINT === '') return null;
  const { exportTraces } = await import('./export-traces.ts');
  return exportTraces(service, settings, metrics, logger);
}
