import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { PublicError } from '@yiwang/errors';
import { GraphQLError, getVariableValues, OperationTypeNode } from 'graphql';

/** A list of a million wrong values would otherwise become a million errors. */
const MAX_VARIABLE_ERRORS = 20;

/**
 * What stops an operation before any department is asked: variables that do not have their
 * declared type, and subscriptions.
 *
 * @returns the errors, as a result without data, or null when the operation may run
 */
export function checkOperation({
  schema,
  operation,
  request,
}: GatewayGraphQLRequestContext): GatewayExecutionResult | null {
  // Without an operation the executor itself says what is wrong with operationName.
  if (!operation) return null;
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    const error = new PublicError(
      'OPERATION_RESOLUTION_FAILURE',
      'This graph answers queries and mutations only.',
    );
    return { errors: [error] };
  }
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
    maxErrors: MAX_VARIABLE_ERRORS,
  });
  return errors ? { errors: errors.map(asBadInput) } : null;
}

function asBadInput(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
