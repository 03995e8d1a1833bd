import type { MetricsSettings } from '../settings/index.ts';
import type { Metrics } from './metrics.ts';

/**
 * Opens the metrics of this process and their listener. Null when METRICS_PORT is 0: then nothing is loaded.
 *
 * @param service its name, the label `service` of every series
 * @throws ListenError when the port cannot be had
 */
export async function openMetrics(
  service: string,
  { METRICS_PORT, METRICS_HOST }: MetricsSettings,
): Promise<Metrics | null> {
  if (METRICS_PORT === 0) return null;
  const { servePrometheus } = await import('./serve-prometheus.ts');
  return servePrometheus(service, METRICS_HOST, METRICS_PORT);
}
