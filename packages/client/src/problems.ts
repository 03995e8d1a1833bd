import type { Problem } from './types.ts';

/** The code when no GraphQL answer came. */
export const NO_ANSWER = 'NO_ANSWER';

/** Codes of the gateway and of departments with which the same request may succeed later. docs/errors.md lists them. */
export const RETRYABLE_CODES: ReadonlySet<string> = new Set([
  'ACCESS_LOG_UNAVAILABLE',
  'DEPARTMENT_CONTRACT_BROKEN',
  'DEPARTMENT_ERROR',
  'DEPARTMENT_UNAVAILABLE',
  'GRANTS_UNAVAILABLE',
  'INTERNAL_ERROR',
  'ISSUER_UNAVAILABLE',
  'NOT_READY',
  'OPERATION_TIMEOUT',
  'OVERLOADED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PLANNING_OVERLOADED',
  'RATE_LIMITED',
  'REGISTRY_NOT_CONFIGURED',
  'STORAGE_UNAVAILABLE',
  'SUBSCRIPTION_INTERRUPTED',
  'TOO_MANY_SUBSCRIPTIONS',
  'UPLOAD_LOCKED',
]);

export function noAnswer(message: string, canRetry: boolean): Problem {
  return { ...NOTHING, code: NO_ANSWER, message, canRetry };
}

/** Returns the problem of a GraphQL error, whatever a server has put in it. */
export function toProblem(error: unknown): Problem {
  const { message, path, extensions } = record(error);
  const { code, department, coordinate, resource, sharing, reason, applyFor, howTo } = record(extensions);
  const name = text(code) ?? 'UNKNOWN';
  return {
    code: name,
    message: text(message) ?? 'The server gave no reason.',
    path: list(path).filter((step) => typeof step === 'string' || typeof step === 'number'),
    department: text(department),
    coordinate: text(coordinate),
    resource: text(resource),
    sharing: text(sharing),
    reason: text(reason),
    applyFor: list(applyFor).filter((field) => typeof field === 'string'),
    howTo: text(howTo),
    canRetry: RETRYABLE_CODES.has(name),
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NOTHING = {
  path: [],
  department: null,
  coordinate: null,
  resource: null,
  sharing: null,
  reason: null,
  applyFor: [],
  howTo: null,
} satisfies Partial<Problem>;

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
