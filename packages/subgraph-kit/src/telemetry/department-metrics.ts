import type { Metrics } from '@yiwang/service/telemetry';
import type { ObserveRequest } from './observe-route.ts';
import type { QueryObserver } from './observe-queries.ts';

/** What every department counts. */
export interface DepartmentMetrics {
  observe: ObserveRequest;
  queries: QueryObserver;
}

/** @param connections the most of the pool */
export function createDepartmentMetrics(metrics: Metrics, connections: number): DepartmentMetrics {
  return {
    observe: requestObserver(metrics),
    queries: queryObserver(metrics, connections),
  };
}

function requestObserver(metrics: Metrics): ObserveRequest {
  let inFlight = 0;
  let subscriptions = 0;
  const requests = metrics.counter(
    'yiwang_department_operations_total',
    'Operations by their root field, and how they ended.',
    ['operation', 'type', 'client', 'end'],
  );
  const durations = metrics.histogram(
    'yiwang_department_operation_duration_seconds',
    'Seconds of an operation that is no subscription.',
    ['operation'],
  );
  const errors = metrics.counter('yiwang_department_errors_total', 'Errors in answers, and refusals.', [
    'code',
  ]);
  metrics.gauge(
    'yiwang_department_operations_in_flight',
    'Operations that are not answered yet; no subscriptions.',
    [],
    () => [[{}, inFlight]],
  );
  metrics.gauge('yiwang_department_subscriptions_open', 'Subscriptions that are open.', [], () => [
    [{}, subscriptions],
  ]);

  return async (_request, reply, observed, run) => {
    const startedAt = performance.now();
    inFlight += 1;
    try {
      return await run();
    } finally {
      inFlight -= 1;
      const { operation, type, client, end, codes } = observed;
      requests.inc({ operation, type, client, end });
      for (const code of codes) errors.inc({ code });
      if (type !== 'subscription') {
        durations.observe({ operation }, (performance.now() - startedAt) / 1000);
      } else if (!reply.raw.closed && !reply.raw.writableEnded) {
        subscriptions += 1;
        reply.raw.once('close', () => (subscriptions -= 1));
      }
    }
  };
}

function queryObserver(metrics: Metrics, connections: number): QueryObserver {
  let inFlight = 0;
  const queries = metrics.counter('yiwang_database_queries_total', 'Statements that PostgreSQL answered.', [
    'statement',
    'outcome',
  ]);
  const durations = metrics.histogram(
    'yiwang_database_query_duration_seconds',
    'Seconds from a statement to its answer, with the wait for a connection.',
    ['statement'],
  );
  metrics.gauge(
    'yiwang_database_queries_in_flight',
    'Statements that are not answered. More than there are connections: the others wait for one.',
    [],
    () => [[{}, inFlight]],
  );
  metrics.gauge('yiwang_database_connections_max', 'The most connections of the pool.', [], () => [
    [{}, connections],
  ]);
  return {
    begin({ kind }) {
      const startedAt = performance.now();
      inFlight += 1;
      return (outcome) => {
        inFlight -= 1;
        queries.inc({ statement: kind, outcome });
        durations.observe({ statement: kind }, (performance.now() - startedAt) / 1000);
      };
    },
  };
}
