import { ERROR_CODES, type ErrorCode } from '@yiwang/errors';
import { JSON_TYPE, type MediaType } from './media-type.ts';

/** The request was sound HTTP and sound JSON; what is wrong is the GraphQL in it. */
const ABOUT_THE_OPERATION: ReadonlySet<string> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COMPLEX',
  'COST_LIMIT_EXCEEDED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PLANNING_TOO_COSTLY',
]);

/**
 * The status of an answer without data, by the GraphQL-over-HTTP specification: in
 * application/json a client cannot tell GraphQL's errors from those of a proxy by the status, so
 * they come as 200; in application/graphql-response+json they have a status of their own.
 */
export function statusOf(code: ErrorCode, mediaType: MediaType): number {
  return isAboutOperation(code) && mediaType === JSON_TYPE ? 200 : ERROR_CODES[code].http;
}

export function isAboutOperation(code: unknown): code is ErrorCode {
  return typeof code === 'string' && ABOUT_THE_OPERATION.has(code);
}
