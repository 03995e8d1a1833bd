import { z } from 'zod';

/** Settings of metrics, the same for every service. Off by default. */
export const metricsSettings = {
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

/** Settings of metrics and traces. Both are off by default. */
export const telemetrySettings = {
  ...metricsSettings,
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .default('')
    .refine((url) => url === '' || (/^https?:\/\/./i.test(url) && URL.canParse(url)), {
      error: 'must be an http or https address',
    })
    .describe(
      'Address of a collector that takes traces by OTLP over HTTP, such as http://127.0.0.1:4318, to which the service sends those that are sampled. Without it there are no traces. OTEL_EXPORTER_OTLP_HEADERS may hold what it wants to know.',
    ),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.01)
    .describe(
      'Share of the traces that begin here which are sampled, from 0 to 1. Whoever is called by a sampled trace is sampled with it.',
    ),
};

export interface MetricsSettings {
  METRICS_PORT: number;
  METRICS_HOST: string;
}

export interface TracingSettings {
  OTEL_EXPORTER_OTLP_ENDPOINT: string;
  OTEL_TRACES_SAMPLER_ARG: number;
}
