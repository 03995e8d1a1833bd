import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { isPublicError } from './public-error.ts';

/** Called once for each masked fault, with the id that the caller was given. */
export type ReportFault = (incident: string, fault: unknown) => void;

/**
 * The error as a caller may see it.
 *
 * A PublicError, and an error that graphql-js itself raised about the request (nothing but its own
 * errors behind it), passes as it is. Everything else is a bug: it becomes INTERNAL_ERROR with an incident
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

/** graphql-js wraps an error to add the place, and what a scalar says about a variable twice. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}
