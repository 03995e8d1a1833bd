import { ERROR_CODES, type ErrorCode, maskError, type ReportFault } from '@yiwang/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Messages quote what the caller sent; a megabyte of it says no more than its beginning. */
const MAX_MESSAGE_LENGTH = 1000;

/** What Apollo Server says about a request. The error below it is graphql-js's, no fault of ours. */
const ABOUT_THE_REQUEST: ReadonlySet<unknown> = new Set<ErrorCode>([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * Errors as callers see them: what is written for them passes, a fault of ours becomes an incident
 * id and is reported whole.
 */
export function createFormatError(report: ReportFault) {
  return function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    if (!isForCaller(error)) return shorten(maskError(asFault(error), report).toJSON());
    return shorten(isAboutMethod(error) ? asMethodNotAllowed(formatted) : formatted);
  };
}

/** An error whose message is no longer than it needs to be. */
export function shorten(error: GraphQLFormattedError): GraphQLFormattedError {
  const { message } = error;
  return message.length <= MAX_MESSAGE_LENGTH
    ? error
    : { ...error, message: `${message.slice(0, MAX_MESSAGE_LENGTH)}…` };
}

/** Errors written for callers carry a code. Where there is none, Apollo Server would make one up. */
function isForCaller(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false;
  const { code } = error.extensions;
  return ABOUT_THE_REQUEST.has(code) || (typeof code === 'string' && error.originalError === undefined);
}

/** Apollo Server gives a mutation by GET the right status, but the code of any bad request. */
function isAboutMethod({ extensions }: GraphQLError): boolean {
  const http = extensions['http'] as { status?: number } | undefined;
  return http?.status === ERROR_CODES.METHOD_NOT_ALLOWED.http;
}

function asMethodNotAllowed({ message }: GraphQLFormattedError): GraphQLFormattedError {
  return { message, extensions: { code: 'METHOD_NOT_ALLOWED' satisfies ErrorCode } };
}

function asFault(error: unknown): unknown {
  if (!(error instanceof GraphQLError) || error.originalError) return error;
  return new GraphQLError(error.message, { nodes: error.nodes, path: error.path, originalError: error });
}
