import { countOf, duration } from '../report/style.ts';
import type { DepartmentStatus, ServiceStatus, SystemStatus } from './read-status.ts';

/** A change is told to others within a second; after this something keeps it back. */
const OUTBOX_SECONDS = 300;
const UNSHIPPED_RECORDS = 1000;

/**
 * What is not well, one sentence each, with what to do where a command does it. What is overdue is none: offices are late, and not the
 * system.
 */
export function findProblems({ services, departments, accessLog }: SystemStatus): string[] {
  return [
    ...services.flatMap(problemsOfService),
    ...departments.flatMap(problemsOfDepartment),
    ...(accessLog.isWritable === false
      ? ['The gateway cannot log reads of conditional data, and refuses them: see its log.']
      : []),
    ...(accessLog.unshippedRecords !== null && accessLog.unshippedRecords > UNSHIPPED_RECORDS
      ? [`The exchange has not stored ${countOf(accessLog.unshippedRecords, 'record')} of the access log.`]
      : []),
  ];
}

function problemsOfService(service: ServiceStatus): string[] {
  const { name, state, failing, hasMetrics, outboxAgeSeconds, stuckSteps, sendsTraces, unreadable } = service;
  const problems: string[] = [];
  if (state === 'does not answer') problems.push(`${name} does not answer.`);
  if (state === 'not ready') {
    const why = Object.entries(failing).map(([check, said]) => `${check}: ${said}`);
    problems.push(`${name} is not ready${why.length > 0 ? ` (${why.join('; ')})` : ''}.`);
  }
  // One that does not answer at all has been said to.
  if (hasMetrics === false && state !== 'does not answer')
    problems.push(`${name} does not show its metrics.`);
  if (unreadable.length > 0) problems.push(`${name} cannot read ${unreadable.join(', ')}: see its log.`);
  if (outboxAgeSeconds !== null && outboxAgeSeconds > OUTBOX_SECONDS) {
    problems.push(`${name} has not told others what changed ${duration(outboxAgeSeconds / 3600)} ago.`);
  }
  if (stuckSteps !== null && stuckSteps > 0) {
    problems.push(`${countOf(stuckSteps, 'step')} of matters stuck: yiwang matter stuck shows why.`);
  }
  if (sendsTraces === false) {
    problems.push(
      `The collector does not take the traces of ${name}: see that OTEL_EXPORTER_OTLP_ENDPOINT answers.`,
    );
  }
  return problems;
}

function problemsOfDepartment({ name, answers, breaker, waiting }: DepartmentStatus): string[] {
  if (answers !== null && answers !== 'ok') return [`The gateway finds the department ${name} ${answers}.`];
  if (breaker === 'open') return [`The gateway does not ask ${name} for now: it did not answer.`];
  return waiting !== null && waiting > 0
    ? [`${countOf(waiting, 'request')} to ${name} wait for their turn.`]
    : [];
}
