import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { PublicError } from '@yiwang/errors';
import {
  type DocumentNode,
  type FloatValueNode,
  type GraphQLError,
  getVariableValues,
  type IntValueNode,
  Kind,
  visit,
} from 'graphql';

/** A list of a million wrong values would otherwise become a million errors. */
const MAX_VALUE_ERRORS = 20;

/**
 * Checks what can stop an operation before any subgraph is asked: an `operationName` that does not exist, an
 * operation type that the schema lacks, a number beyond the range of floats, and variables of the wrong type.
 *
 * @returns the errors as a result without data, or null when the operation may run
 */
export function checkOperation(context: GatewayGraphQLRequestContext): GatewayExecutionResult | null {
  const { schema, document, request } = context;
  // Apollo Server continues without an operation when it finds none, whatever its type declares.
  const operation = context.operation as GatewayGraphQLRequestContext['operation'] | undefined;
  if (!operation) return cannotRun(whyNoOperation(document, request.operationName));

  if (!schema.getRootType(operation.operation)) {
    return cannotRun(`The schema has no ${operation.operation} that could be run.`);
  }
  const infinite = findInfinite(document);
  if (infinite.length > 0) return { errors: infinite.slice(0, MAX_VALUE_ERRORS).map(asOutOfRange) };

  const declared = operation.variableDefinitions ?? [];
  const given = request.variables ?? {};
  const { errors } = getVariableValues(schema, declared, given, { maxErrors: MAX_VALUE_ERRORS });
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

/** Finds numbers such as 1e400: validation accepts them, but neither the planner nor JSON can represent them. */
function findInfinite(document: DocumentNode): (IntValueNode | FloatValueNode)[] {
  const found: (IntValueNode | FloatValueNode)[] = [];
  const look = (node: IntValueNode | FloatValueNode) => {
    if (!Number.isFinite(Number(node.value))) found.push(node);
  };
  visit(document, { IntValue: look, FloatValue: look });
  return found;
}

function asOutOfRange(node: IntValueNode | FloatValueNode): GraphQLError {
  return new PublicError('GRAPHQL_VALIDATION_FAILED', `${node.value} is larger than any Float.`, {
    nodes: [node],
  });
}

function asBadInput({ message, nodes }: GraphQLError): GraphQLError {
  return new PublicError('BAD_USER_INPUT', message, { nodes });
}
