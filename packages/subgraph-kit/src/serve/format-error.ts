import { maskError } from '@yiwang/errors';
import type { Logger } from '@yiwang/observability';
import { GraphQLError } from 'graphql';
import { explainDatabaseError } from '../database/explain-database-error.ts';

/** Makes the function that turns whatever a resolver threw into what the caller may see, always with a code. */
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
    // What graphql-js itself says while it executes is about variables and arguments.
    return relocate(shown, shown.message, { ...shown.extensions, code: 'BAD_USER_INPUT' });
  };
}

function relocate(from: unknown, message: string, extensions: GraphQLError['extensions']): GraphQLError {
  if (!(from instanceof GraphQLError)) return new GraphQLError(message, { extensions });
  const { nodes, source, positions, path } = from;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
