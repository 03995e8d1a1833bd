import type { GraphQLFormattedError } from 'graphql';
import { DepartmentFault } from './department-fault.ts';

/** What a department says. At least one of the two is there; null data never comes without errors. */
export interface DepartmentAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[] | null;
}

/** As it came. */
export interface RawAnswer {
  status: number;
  contentType: string | undefined;
  body: Buffer;
}

// Not a GraphQL answer when a byte is wrong: a replaced character would be another value.
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a department's answer. The status does not matter where the body is GraphQL: with
 * `application/json` errors come as 200, with `application/graphql-response+json` as 400.
 *
 * @throws DepartmentFault NOT_GRAPHQL
 */
export function parseAnswer(department: string, { status, contentType, body }: RawAnswer): DepartmentAnswer {
  const described = `status ${status}, content type ${contentType ?? 'none'}`;
  if (!isJson(contentType)) throw new DepartmentFault(department, 'NOT_GRAPHQL', described);
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(body));
  } catch (cause) {
    throw new DepartmentFault(department, 'NOT_GRAPHQL', `${described}, ${(cause as Error).message}`, cause);
  }
  return checkAnswer(department, value, described);
}

/**
 * As {@link parseAnswer}, for one event of a subscription.
 *
 * @throws DepartmentFault NOT_GRAPHQL
 */
export function parseAnswerText(department: string, text: string): DepartmentAnswer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new DepartmentFault(department, 'NOT_GRAPHQL', `an event, ${(cause as Error).message}`, cause);
  }
  return checkAnswer(department, value);
}

/**
 * @param described where the value was found, for the log
 * @throws DepartmentFault NOT_GRAPHQL
 */
export function checkAnswer(department: string, value: unknown, described = 'an event'): DepartmentAnswer {
  if (!isAnswer(value))
    throw new DepartmentFault(department, 'NOT_GRAPHQL', `${described}, neither data nor errors`);
  return value;
}

/** Whether the answer may hold GraphQL. */
export function isJson(contentType: string | undefined): boolean {
  const essence = mediaTypeOf(contentType);
  return essence === 'application/json' || essence === 'application/graphql-response+json';
}

/** A content type without its parameters, in lower case. */
export function mediaTypeOf(contentType: string | undefined): string {
  return String(contentType).split(';')[0]!.trim().toLowerCase();
}

function isAnswer(value: unknown): value is DepartmentAnswer {
  if (!isRecord(value)) return false;
  const { data, errors = null } = value;
  // An empty list of errors is against the specification, but common enough to read as none.
  if (errors !== null && !(Array.isArray(errors) && errors.every(isError))) return false;
  return isRecord(data) || (data == null && errors !== null && errors.length > 0);
}

function isError(value: unknown): boolean {
  return isRecord(value) && typeof value['message'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
