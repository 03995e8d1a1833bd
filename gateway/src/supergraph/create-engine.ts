import {
  type AnswerCache,
  createApolloEngine,
  createCompiledEngine,
  type Engine,
  type EngineOptions,
  type PlanStore,
  type SubgraphFault,
} from '@yiwang/engine';
import type { Logger } from '@yiwang/service/logging';
import { type ClientTls, NO_CLIENT_TLS } from '@yiwang/service/tls';
import type { GatewayConfig } from '../config/config.ts';

/**
 * Creates an engine.
 *
 * @throws SupergraphError when the supergraph cannot be served
 */
export type CreateEngine = (supergraphSdl: string) => Promise<Engine>;

const CREATE_ENGINE = { apollo: createApolloEngine, compiled: createCompiledEngine };

/** What is told of requests to departments. */
export interface EngineObserver {
  /** Undefined without an observer. */
  onFetch: EngineOptions['onFetch'];
  onSubscribe: EngineOptions['onSubscribe'];
  onFault(fault: SubgraphFault): void;
}

/** Makes the function that creates engines by the settings. */
export function engineMaker(
  config: GatewayConfig,
  logger: Logger,
  { onFetch, onSubscribe, onFault }: EngineObserver,
  planStore: PlanStore | null,
  answerCache: AnswerCache | null,
  tls: Pick<ClientTls, 'of'> = NO_CLIENT_TLS,
): CreateEngine {
  return (supergraphSdl) =>
    CREATE_ENGINE[config.ENGINE]({
      ...(onFetch && { onFetch }),
      ...(onSubscribe && { onSubscribe }),
      ...(config.DEPARTMENT_TLS && { tlsOf: (department) => tls.of(department) }),
      supergraphSdl,
      timeoutMs: config.DEPARTMENT_TIMEOUT_MS,
      answerLimitBytes: config.DEPARTMENT_ANSWER_LIMIT_BYTES,
      connectTimeoutMs: config.DEPARTMENT_CONNECT_TIMEOUT_MS,
      connections: config.DEPARTMENT_CONNECTIONS,
      queue: config.DEPARTMENT_QUEUE,
      retries: config.DEPARTMENT_RETRIES,
      failures: config.DEPARTMENT_FAILURES,
      pauseMs: config.DEPARTMENT_PAUSE_MS,
      overrides: config.DEPARTMENT_OVERRIDES,
      onPause: (department, isPaused) => logPause(logger, department, isPaused),
      subscriptionUrls: config.SUBSCRIPTION_URLS,
      subscriptionLimit: config.SUBSCRIPTIONS,
      subscriptionLimitPerRequester: config.SUBSCRIPTIONS_PER_CALLER,
      unsharedSubgraphs: config.UNSHARED_DEPARTMENTS,
      overrideLabels: config.OVERRIDE_LABELS,
      onSubgraphFault(fault) {
        onFault(fault);
        logDepartmentFault(logger, fault);
      },
      planner: {
        timeoutMs: config.PLANNER_TIMEOUT_MS,
        maxWaiting: config.PLANNER_WAITING,
        maxWaitingPerRequester: config.PLANNER_WAITING_PER_CALLER,
        budgetMs: config.PLANNER_BUDGET_MS,
        memoryMib: config.PLANNER_MEMORY_MIB,
        idleMs: config.PLANNER_IDLE_MS,
        warmUpMs: config.WARM_UP_MS,
      },
      planStore,
      answerCache,
      onPlannerFault: (err) => logger.warn({ err }, 'the planner failed'),
    });
}

function logDepartmentFault(logger: Logger, fault: SubgraphFault): void {
  // The pause itself is logged once.
  const level = fault.reason === 'CANCELLED' || fault.reason === 'PAUSED' ? 'debug' : 'warn';
  logger[level](
    { department: fault.subgraph, reason: fault.reason, detail: fault.message },
    'a department did not answer a request',
  );
}

function logPause(logger: Logger, department: string, isPaused: boolean): void {
  if (isPaused) logger.error({ department }, 'a department does not answer: it is paused');
  else logger.info({ department }, 'a department answers again');
}
