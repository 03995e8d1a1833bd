import { maskError } from '@yiwang/errors';
import type { Logger } from '@yiwang/service/logging';
import { GraphQLError } from 'graphql';
import { explainDatabaseError } from '../database/explain-database-error.ts';

/** Creates the function that turns what a resolver threw into an error for the caller, always with a code. */
export function createErrorFormatter(logger: Logger) {
  return function formatError(error: unknown): GraphQLError {
    const outage = explainDatabaseError(error);
    if (outage) {
      logger.warn({ err: error }, outage.message);
      return relocate(error, outage.message, outage.extensions);
    }
    const shown = maskError(error, (incident, fault) =>
      logger.error({ incident, err: fault }, 'a resolver failed'),
    );
    if (shown.extensions['code']) return shown;
    // Errors of graphql-js during execution are about variables and arguments.
    return relocate(shown, shown.message, { ...shown.extensions, code: 'BAD_USER_INPUT' });
  };
}

function relocate(from: unknown, message: string, extensions: GraphQLError['extensions']): GraphQLError {
  if (!(from instanceof GraphQLError)) return new GraphQLError(message, { extensions });
  const { nodes, source, positions, path } = from;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
