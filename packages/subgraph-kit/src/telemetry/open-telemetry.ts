import type { Logger } from '@yiwang/service/logging';
import type { MetricsSettings, TracingSettings } from '@yiwang/service/settings';
import { observeHttp, openMetrics, openTracing, traceProcess } from '@yiwang/service/telemetry';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/open-database.ts';
import { addDatabaseGauges, type DepartmentGauge } from './database-gauges.ts';
import { createDepartmentMetrics } from './department-metrics.ts';
import { observeQueries, type QueryObserver } from './observe-queries.ts';
import type { ObserveRequest } from './observe-route.ts';
import { createTraceQueries, createTraceRequest } from './trace-requests.ts';

/** What operators see of a department. */
export interface Telemetry extends AsyncDisposable {
  observe: ObserveRequest;
  observeServer(server: FastifyInstance): void;
}

/**
 * Null while all is off: then the department runs as if there were none of this.
 *
 * @throws ListenError when the port of the metrics cannot be had
 */
export async function openTelemetry(
  name: string,
  config: MetricsSettings & TracingSettings & { DATABASE_CONNECTIONS: number },
  { sql }: Pick<Database, 'sql'>,
  logger: Pick<Logger, 'warn' | 'info'>,
  gauges: readonly DepartmentGauge[] = [],
): Promise<Telemetry | null> {
  await using opened = new AsyncDisposableStack();
  const metrics = await openMetrics(name, config);
  if (metrics) opened.use(metrics);
  const tracing = await openTracing(name, config, metrics, logger);
  if (tracing) {
    opened.use(tracing);
    opened.use(traceProcess(tracing));
  }
  if (!metrics && !tracing) return null;
  const counts = metrics && createDepartmentMetrics(metrics, config.DATABASE_CONNECTIONS);
  if (metrics) await addDatabaseGauges(metrics, sql, gauges);
  const queries = [counts?.queries, tracing && createTraceQueries(tracing)].filter((one) => one != null);
  opened.use(observeQueries(sql, all(queries)));
  const trace: ObserveRequest = tracing
    ? createTraceRequest(tracing)
    : (_request, _reply, _observed, run) => run();
  const disposable = opened.move();
  return {
    observe: counts
      ? (request, reply, observed, run) =>
          counts.observe(request, reply, observed, () => trace(request, reply, observed, run))
      : trace,
    observeServer: (server) => metrics && observeHttp(server, metrics),
    [Symbol.asyncDispose]: () => disposable.disposeAsync(),
  };
}

function all(observers: readonly QueryObserver[]): QueryObserver {
  return {
    begin(statement) {
      const ends = observers.map((one) => one.begin(statement));
      return (outcome) => ends.forEach((end) => end(outcome));
    },
  };
}
