import type { TracingSettings } from '../settings/index.ts';
import type { Tracing } from './tracing.ts';

/** Opens the traces of this process. Null when OTEL_EXPORTER_OTLP_ENDPOINT is not set: then nothing is loaded. */
export async function openTracing(service: string, settings: TracingSettings): Promise<Tracing | null> {
  if (settings.OTEL_EXPORTER_OTLP_ENDPOINT === '') return null;
  const { exportTraces } = await import('./export-traces.ts');
  return exportTraces(service, settings);
}
