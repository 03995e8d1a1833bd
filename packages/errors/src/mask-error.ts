import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { isPublicError } from './public-error.ts';

/** Called once for each masked fault, with the id that the caller was given. */
export type ReportFault = (incident: string, fault: unknown) => void;

/**
 * The error as a caller may see it.
 *
 * A PublicError, and an error that graphql-js itself raised about the request (no original error
 * behind it), passes as it is. Everything else is a bug: it becomes INTERNAL_ERROR with an incident
 * id, keeps only path and locations, and goes to `report` whole.
 */
export function maskError(error: unknown, report: ReportFault): GraphQLError {
  if (isPublicError(error)) return error;
  if (error instanceof GraphQLError) {
    const original = error.originalError;
    if (original == null || isPublicError(original)) return error;
  }

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
