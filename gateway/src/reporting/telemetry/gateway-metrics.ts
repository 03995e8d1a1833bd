import type { AnswerCache, Engine, FetchObserver, SubgraphFault } from '@yiwang/engine';
import type { Metrics, Sample } from '@yiwang/service/telemetry';
import type { ServedGraph } from '../../supergraph/served-graph.ts';
import type { ObservedOperation } from './observed-operation.ts';

/** What the gateway counts. */
export interface GatewayMetrics {
  begin(): void;
  end(operation: ObservedOperation, seconds: number): void;
  onFetch(department: string): FetchObserver;
  onFault(fault: SubgraphFault): void;
  /** Adds what is read from these whenever Prometheus asks. */
  readFrom(sources: MetricSources): void;
}

export interface MetricSources {
  /** By variant. */
  graphs: ReadonlyMap<string, Pick<ServedGraph, 'engine' | 'supergraphSdl'>>;
  /** Version of the supergraph of a variant; null where none is served, or it has no version. */
  versionOf(variant: string): number | null;
  webSockets(): number;
  /** Null where nothing is cached. */
  cache: Pick<AnswerCache, 'statistics'> | null;
  /** Records of the access log that are not shipped; null where there is no log. */
  unshippedAccesses(): number | null;
  /** Whether accesses can be logged; null where there is no log. */
  canLogAccesses(): boolean | null;
}

const BREAKER = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 } as const;

export function createGatewayMetrics(metrics: Metrics): GatewayMetrics {
  let inFlight = 0;
  metrics.gauge('yiwang_gateway_operations_in_flight', 'Operations that are not answered yet.', [], () => [
    [{}, inFlight],
  ]);
  const operations = metrics.counter('yiwang_gateway_operations_total', 'Operations, by how they ended.', [
    'operation',
    'client',
    'kind',
    'end',
  ]);
  const durations = metrics.histogram(
    'yiwang_gateway_operation_duration_seconds',
    'Seconds from the request to its answer, of a subscription until it is open.',
    ['operation'],
  );
  const errors = metrics.counter('yiwang_gateway_errors_total', 'Errors in answers, and refusals.', [
    'code',
    'department',
  ]);
  const fetches = metrics.counter(
    'yiwang_gateway_fetches_total',
    'Requests to departments, with their retries, by outcome.',
    ['department', 'outcome'],
  );
  const fetchDurations = metrics.histogram(
    'yiwang_gateway_fetch_duration_seconds',
    'Seconds from a request to a department, its wait included, to the end of its answer.',
    ['department'],
  );
  const faults = metrics.counter(
    'yiwang_gateway_department_faults_total',
    'Fetches of operations that got no GraphQL from a department. One request may be of several operations.',
    ['department', 'reason'],
  );

  return {
    begin() {
      inFlight += 1;
    },
    end({ name, client, kind, end, errors: found }, seconds) {
      inFlight -= 1;
      operations.inc({ operation: name, client, kind, end });
      durations.observe({ operation: name }, seconds);
      for (const error of found) errors.inc({ ...error });
    },
    onFetch(department) {
      const startedAt = performance.now();
      return {
        end(outcome, status) {
          const isHttpError = outcome === 'ANSWERED' && status !== null && status >= 500;
          fetches.inc({ department, outcome: isHttpError ? 'http_error' : outcome.toLowerCase() });
          fetchDurations.observe({ department }, (performance.now() - startedAt) / 1000);
        },
      };
    },
    onFault: ({ subgraph, reason }) => faults.inc({ department: subgraph, reason: reason.toLowerCase() }),
    readFrom: (sources) => readFrom(metrics, sources),
  };
}

function readFrom(
  metrics: Metrics,
  { graphs, versionOf, webSockets, cache, unshippedAccesses, canLogAccesses }: MetricSources,
): void {
  /** One sample for each variant that is served. */
  const ofEngines = (read: (engine: Engine) => number | null | undefined) =>
    function* (): Iterable<Sample<'variant'>> {
      for (const [variant, { engine }] of graphs) {
        const value = engine && read(engine);
        if (typeof value === 'number') yield [{ variant }, value];
      }
    };
  const ofDepartments = (read: (state: ReturnType<Engine['subgraphStates']>[number]) => number) =>
    function* (): Iterable<Sample<'variant' | 'department'>> {
      for (const [variant, { engine }] of graphs) {
        for (const state of engine?.subgraphStates() ?? []) {
          yield [{ variant, department: state.subgraph }, read(state)];
        }
      }
    };
  const maybe = (value: number | null): Sample<never>[] => (value === null ? [] : [[{}, value]]);

  metrics.gauge(
    'yiwang_gateway_supergraph_served',
    '1 for each variant that has a supergraph, else 0.',
    ['variant'],
    () => [...graphs].map(([variant, { supergraphSdl }]) => [{ variant }, supergraphSdl === null ? 0 : 1]),
  );
  metrics.gauge(
    'yiwang_gateway_supergraph_version',
    'Version that the registry gave to the supergraph that is served.',
    ['variant'],
    function* () {
      for (const variant of graphs.keys()) {
        const version = versionOf(variant);
        if (version !== null) yield [{ variant }, version];
      }
    },
  );
  metrics.total(
    'yiwang_gateway_planned_operations_total',
    'Operations that were sent to the planner.',
    ['variant'],
    ofEngines(({ planning }) => planning?.planned),
  );
  metrics.total(
    'yiwang_gateway_planning_refused_total',
    'Operations that were not planned: too expensive, or too many waited.',
    ['variant'],
    ofEngines(({ planning }) => planning?.refused),
  );
  metrics.total(
    'yiwang_gateway_planning_seconds_total',
    'Seconds from plan requests to plans.',
    ['variant'],
    ofEngines(({ planning }) => planning && planning.planningMs / 1000),
  );
  metrics.total(
    'yiwang_gateway_planner_threads_started_total',
    'Threads of the planner: one for each supergraph, and one for each that was replaced or stopped.',
    ['variant'],
    ofEngines(({ planning }) => planning?.threadsStarted),
  );
  metrics.gauge(
    'yiwang_gateway_subscriptions_open',
    'Subscriptions that are open.',
    ['variant'],
    ofEngines((engine) => engine.openSubscriptions()),
  );
  metrics.gauge(
    'yiwang_gateway_breaker_state',
    'Circuit breaker of a department: 0 closed, 1 half-open, 2 open.',
    ['variant', 'department'],
    ofDepartments(({ breaker }) => BREAKER[breaker]),
  );
  metrics.gauge(
    'yiwang_gateway_fetches_in_flight',
    'Requests to a department that it has not answered.',
    ['variant', 'department'],
    ofDepartments((state) => state.inFlight),
  );
  metrics.gauge(
    'yiwang_gateway_fetches_waiting',
    'Requests to a department that wait for their turn.',
    ['variant', 'department'],
    ofDepartments((state) => state.waiting),
  );
  metrics.total(
    'yiwang_gateway_cache_lookups_total',
    'Answers that were looked for in the cache: found, not there, or served although they were stale.',
    ['outcome'],
    () =>
      ofCache(cache, ({ hits, misses, stale }) => [
        [{ outcome: 'hit' }, hits],
        [{ outcome: 'miss' }, misses],
        [{ outcome: 'stale' }, stale],
      ]),
  );
  metrics.total(
    'yiwang_gateway_cache_dropped_total',
    'Answers that were dropped because of a change: kept ones, and those that were being made.',
    ['when'],
    () =>
      ofCache(cache, ({ invalidated, overtaken }) => [
        [{ when: 'kept' }, invalidated],
        [{ when: 'made' }, overtaken],
      ]),
  );
  metrics.gauge('yiwang_gateway_cache_bytes', 'Memory of the answers in the cache.', [], () =>
    maybe(cache && cache.statistics.bytes),
  );
  metrics.gauge('yiwang_gateway_websockets_open', 'WebSockets that are open.', [], () => [
    [{}, webSockets()],
  ]);
  metrics.gauge(
    'yiwang_gateway_access_log_unshipped_records',
    'Records of the access log that the exchange has not stored.',
    [],
    () => maybe(unshippedAccesses()),
  );
  metrics.gauge(
    'yiwang_gateway_access_log_writable',
    '1 while reads of conditional data can be logged; while it is 0 they are refused.',
    [],
    () => {
      const can = canLogAccesses();
      return maybe(can === null ? null : Number(can));
    },
  );
}

/** Samples of what a cache has counted; none where there is no cache. */
function ofCache<Label extends string>(
  cache: Pick<AnswerCache, 'statistics'> | null,
  read: (statistics: AnswerCache['statistics']) => Sample<Label>[],
): Sample<Label>[] {
  return cache ? read(cache.statistics) : [];
}
