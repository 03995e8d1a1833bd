import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { PublicError } from '@yiwang/errors';
import { type DocumentNode, type GraphQLError, getVariableValues, Kind } from 'graphql';

/** A list of a million wrong values would otherwise become a million errors. */
const MAX_VARIABLE_ERRORS = 20;

/**
 * What stops an operation before any department is asked: an `operationName` that names none, and
 * variables that do not have their declared type.
 *
 * @returns the errors, as a result without data, or null when the operation may run
 */
export function checkOperation(context: GatewayGraphQLRequestContext): GatewayExecutionResult | null {
  const { schema, document, request } = context;
  // Apollo Server goes on without an operation when it finds none, whatever the type says.
  const operation = context.operation as GatewayGraphQLRequestContext['operation'] | undefined;
  if (!operation) return cannotRun(whyNoOperation(document, request.operationName));

  const declared = operation.variableDefinitions ?? [];
  const given = request.variables ?? {};
  const { errors } = getVariableValues(schema, declared, given, { maxErrors: MAX_VARIABLE_ERRORS });
  return errors ? { errors: errors.map(asBadInput) } : null;
}

function cannotRun(message: string): GatewayExecutionResult {
  return { errors: [new PublicError('OPERATION_RESOLUTION_FAILURE', message)] };
}

function whyNoOperation({ definitions }: DocumentNode, operationName: string | undefined): string {
  if (!definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    return 'The query holds no operation.';
  if (operationName) return `The query holds no operation named "${operationName}".`;
  return 'The query holds several operations; operationName has to say which to run.';
}

function asBadInput({ message, nodes }: GraphQLError): GraphQLError {
  return new PublicError('BAD_USER_INPUT', message, { nodes });
}
