import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import type { ErrorCode } from '@yiwang/errors';
import { GraphQLError } from 'graphql';

/**
 * A result of the stock gateway, with its errors as {@link Graph.execute} promises them, and with
 * the nulls that it would only mention in an extension reported as errors.
 */
export function tidyResult({ data, errors, extensions }: GatewayExecutionResult): GatewayExecutionResult {
  const brokenPromises = (extensions?.['valueCompletion'] ?? []) as GraphQLError[];
  const all = [...(errors ?? []).map(tidyError), ...brokenPromises.map(describeBrokenPromise)];
  return {
    ...(data === undefined ? {} : { data }),
    ...(all.length > 0 ? { errors: all } : {}),
  };
}

function tidyError(error: unknown): GraphQLError {
  if (!(error instanceof GraphQLError)) {
    return new GraphQLError('A fetch failed.', { originalError: error as Error });
  }
  const { serviceName, ...extensions } = error.extensions;
  // The stock gateway marks what a department said with the department's name, and hangs the
  // department's own error below it as if it were a fault of ours.
  if (serviceName !== undefined) return new GraphQLError(error.message, { path: error.path, extensions });
  return error;
}

function describeBrokenPromise({ message, path }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    path,
    extensions: { code: 'DEPARTMENT_CONTRACT_BROKEN' satisfies ErrorCode },
  });
}
