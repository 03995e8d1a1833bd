import { z } from 'zod';

/** Settings of what operators see of a process. The same for every service, and all off by default. */
export const telemetrySettings = {
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(0)
    .describe(
      'TCP port of GET /metrics for Prometheus, which is never served on the port of clients; 0 for no metrics. docs/observability.md lists them.',
    ),
  METRICS_HOST: z
    .string()
    .default('127.0.0.1')
    .describe(
      'Address that METRICS_PORT listens on. The default is reachable from this machine only; everyone who can reach another one may read the metrics.',
    ),
};

export interface MetricsSettings {
  METRICS_PORT: number;
  METRICS_HOST: string;
}
