import { createApolloEngine, createCompiledEngine, type DepartmentFault, type Engine } from '@yiwang/engine';
import type { Logger } from '@yiwang/observability';
import type { GatewayConfig } from '../config.ts';

/** @throws SupergraphError when the supergraph cannot be served */
export type CreateEngine = (supergraphSdl: string) => Promise<Engine>;

const CREATE_ENGINE = { apollo: createApolloEngine, compiled: createCompiledEngine };

/** Makes engines as the settings say. */
export function engineMaker(config: GatewayConfig, logger: Logger): CreateEngine {
  return (supergraphSdl) =>
    CREATE_ENGINE[config.ENGINE]({
      supergraphSdl,
      timeoutMs: config.DEPARTMENT_TIMEOUT_MS,
      answerLimitBytes: config.DEPARTMENT_ANSWER_LIMIT_BYTES,
      connections: config.DEPARTMENT_CONNECTIONS,
      subscriptionUrls: config.SUBSCRIPTION_URLS,
      subscriptionLimit: config.SUBSCRIPTIONS,
      unsharedDepartments: config.UNSHARED_DEPARTMENTS,
      overrideLabels: config.OVERRIDE_LABELS,
      onDepartmentFault: (fault) => logDepartmentFault(logger, fault),
      planner: {
        timeoutMs: config.PLANNER_TIMEOUT_MS,
        maxWaiting: config.PLANNER_WAITING,
        memoryMib: config.PLANNER_MEMORY_MIB,
        idleMs: config.PLANNER_IDLE_MS,
        warmUpMs: config.WARM_UP_MS,
      },
      onPlannerFault: (err) => logger.warn({ err }, 'planning failed'),
    });
}

function logDepartmentFault(logger: Logger, fault: DepartmentFault): void {
  const level = fault.reason === 'CANCELLED' ? 'debug' : 'warn';
  logger[level](
    { department: fault.department, reason: fault.reason, detail: fault.message },
    'department failed',
  );
}
