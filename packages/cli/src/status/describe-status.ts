import { duration, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import type { DepartmentStatus, ServiceStatus, SystemStatus } from './read-status.ts';

/** One screen. @param problems of findProblems */
export function describeStatus(status: SystemStatus, problems: readonly string[]): string {
  const { services, departments } = status;
  return [
    table(
      ['service', 'state', 'memory', 'event loop', 'outbox', 'overdue', 'stuck steps', 'database'],
      services.map(rowOfService),
    ),
    ...(departments.length > 0
      ? ['', table(['department', 'answers', 'breaker', 'sent', 'waiting'], departments.map(rowOfDepartment))]
      : []),
    '',
    ...linesOfGateway(status),
    ...(problems.length === 0
      ? [style.good('All is well.')]
      : [style.bad('Not well:'), ...problems.map((problem) => `  ${problem}`)]),
  ].join('\n');
}

function rowOfService(service: ServiceStatus): string[] {
  const { name, state, outboxAgeSeconds, outboxRows, overdueCases, overdueMatters, stuckSteps } = service;
  // A department has cases, or matters.
  const overdue = overdueCases ?? overdueMatters;
  return [
    name,
    state === 'ready' ? style.good(state) : state === 'unknown' ? style.faint(state) : style.bad(state),
    megabytes(service.memoryBytes),
    service.eventLoopDelaySeconds === null ? '' : `${Math.round(service.eventLoopDelaySeconds * 1000)} ms`,
    outboxAgeSeconds === null
      ? ''
      : outboxRows
        ? `${outboxRows} since ${duration(outboxAgeSeconds / 3600)}`
        : 'empty',
    overdue === null ? '' : overdue > 0 ? style.odd(String(overdue)) : '0',
    stuckSteps === null ? '' : stuckSteps > 0 ? style.bad(String(stuckSteps)) : '0',
    megabytes(service.databaseBytes),
  ];
}

function rowOfDepartment({ name, answers, breaker, sent, waiting }: DepartmentStatus): string[] {
  return [
    name,
    answers === null ? '' : answers === 'ok' ? style.good(answers) : style.bad(answers),
    breaker === null ? '' : breaker === 'open' ? style.bad(breaker) : breaker,
    sent === null ? '' : String(sent),
    waiting === null ? '' : String(waiting),
  ];
}

function linesOfGateway({ graph, operationsInFlight, openSubscriptions }: SystemStatus): string[] {
  const variants = Object.entries(graph).map(([name, version]) =>
    version === null ? name : `${name} ${version}`,
  );
  const open =
    operationsInFlight === null
      ? ''
      : `; ${operationsInFlight} operations in flight, ${openSubscriptions ?? 0} subscriptions open`;
  return variants.length > 0 ? [`graph: ${variants.join(', ')}${open}`] : [];
}

function megabytes(bytes: number | null): string {
  return bytes === null ? '' : `${Math.round(bytes / 1_000_000).toLocaleString('en')} MB`;
}
