import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { isPublicError } from './public-error.ts';

/** Called once for each masked fault, with the incident id that the client gets. */
export type ReportFault = (incident: string, fault: unknown) => void;

/**
 * Returns the error as a client may see it.
 *
 * A PublicError, and an error that graphql-js itself raised about the request (nothing but its own
 * errors behind it), passes unchanged. Everything else is a bug: it becomes INTERNAL_ERROR with an incident
 * id, keeps only path and locations, and goes to `report` whole.
 */
export function maskError(error: unknown, report: ReportFault): GraphQLError {
  const root = rootOf(error);
  if (error instanceof GraphQLError && (root instanceof GraphQLError || isPublicError(root))) return error;

  const incident = randomUUID();
  report(incident, error);
  const located = error instanceof GraphQLError ? error : undefined;
  return new GraphQLError(`Something went wrong on our side. Incident ${incident}.`, {
    nodes: located?.nodes,
    source: located?.source,
    positions: located?.positions,
    path: located?.path,
    extensions: { code: 'INTERNAL_ERROR', incident },
  });
}

/** Returns the innermost error: graphql-js wraps errors to add their place, and a scalar's error about a variable twice. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}
