import type { MetricsSettings } from '@yiwang/service/settings';
import { observeHttp, openMetrics } from '@yiwang/service/telemetry';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/open-database.ts';
import { addDatabaseGauges, type DepartmentGauge } from './database-gauges.ts';
import { createDepartmentMetrics } from './department-metrics.ts';
import { observeQueries } from './observe-queries.ts';
import type { ObserveRequest } from './observe-route.ts';

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
  config: MetricsSettings & { DATABASE_CONNECTIONS: number },
  { sql }: Pick<Database, 'sql'>,
  gauges: readonly DepartmentGauge[] = [],
): Promise<Telemetry | null> {
  const metrics = await openMetrics(name, config);
  if (!metrics) return null;
  await using opened = new AsyncDisposableStack();
  opened.use(metrics);
  const { observe, queries } = createDepartmentMetrics(metrics, config.DATABASE_CONNECTIONS);
  await addDatabaseGauges(metrics, sql, gauges);
  opened.use(observeQueries(sql, queries));
  const all = opened.move();
  return {
    observe,
    observeServer: (server) => observeHttp(server, metrics),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
