import { ApolloServerErrorCode } from '@apollo/server/errors';
import { ERROR_CODES, type ErrorCode, isErrorCode, maskError, type ReportFault } from '@yiwang/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Messages quote what the client sent; a megabyte of it says no more than its beginning. */
const MAX_MESSAGE_LENGTH = 1000;

/**
 * What Apollo Server itself reports about a request. The error behind it is one of graphql-js, and no fault of ours. Apollo's code
 * for faults is not among our codes.
 */
const ABOUT_THE_REQUEST: ReadonlySet<unknown> = new Set(
  Object.values(ApolloServerErrorCode).filter(isErrorCode),
);

/**
 * Makes the function that formats errors for clients: an error that is written for them passes, a fault of ours becomes an
 * incident id and is reported whole.
 */
export function createFormatError(report: ReportFault) {
  return function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    if (!isForClient(error)) return shorten(maskError(asFault(error), report).toJSON());
    return shorten(isAboutMethod(error) ? asMethodNotAllowed(formatted) : formatted);
  };
}

/** Returns the error with its message cut to 1,000 characters. */
export function shorten(error: GraphQLFormattedError): GraphQLFormattedError {
  const { message } = error;
  return message.length <= MAX_MESSAGE_LENGTH
    ? error
    : { ...error, message: `${message.slice(0, MAX_MESSAGE_LENGTH)}…` };
}

/** Errors written for clients carry a code. Where there is none, Apollo Server would make one up. */
function isForClient(error: unknown): error is GraphQLError {
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
