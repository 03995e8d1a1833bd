import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { isPublicError } from '@yiwang/errors';
import { type DocumentNode, GraphQLError, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { EngineContext, EngineOptions } from '../engine-options.ts';
import type { Graph } from '../graph.ts';
import { createOperationCache } from './operation-cache.ts';
import type { FetchTools } from './plan/ask-department.ts';
import { type PreparedOperation, prepareOperation } from './prepare-operation.ts';
import { readSupergraph } from './read-supergraph.ts';
import type { Flights } from './share-flights.ts';

/**
 * A graph whose plans are compiled.
 *
 * @param flights those of the engine: a mutation on one supergraph ends before a read on the next
 */
export async function buildCompiledGraph(
  supergraphSdl: string,
  { read, write }: Flights,
  { onDepartmentFault }: Pick<EngineOptions, 'onDepartmentFault'>,
): Promise<Graph> {
  const supergraph = readSupergraph(supergraphSdl);
  const tools: FetchTools = {
    typesOf: supergraph.typesOf,
    standIns: supergraph.standIns,
    ask: (department, body, isQuery, { cancellation }) =>
      isQuery ? read(department, body, cancellation) : write(department, body),
    onFault: onDepartmentFault,
  };
  // The server keeps documents it has parsed; what was made of their operations goes with them.
  const prepared = new WeakMap<OperationDefinitionNode, PreparedOperation>();

  function prepare(document: DocumentNode, operation: OperationDefinitionNode): PreparedOperation {
    const known = prepared.get(operation);
    if (known) return known;
    const made = prepareOperation(supergraph, document, operation, tools);
    prepared.set(operation, made);
    return made;
  }

  function prepareOrExplain(document: DocumentNode, operation: OperationDefinitionNode) {
    try {
      return prepare(document, operation);
    } catch (error) {
      if (isPublicError(error)) return error;
      throw error;
    }
  }

  const find = createOperationCache(supergraph.schema, prepare);

  return {
    schema: supergraph.schema,
    answer({ query, operationName, variables = {}, signal }) {
      const operation = find(query, operationName);
      const conditions = operation?.coerce(variables);
      if (!operation || !conditions) return null;
      return operation.prepared.run({
        variables,
        conditions,
        signal: operation.isQuery ? signal : undefined,
      });
    },
    async execute({ document, operation, request, context }): Promise<GatewayExecutionResult> {
      const variables = request.variables ?? {};
      const { coerced = {} } = getVariableValues(
        supergraph.schema,
        operation.variableDefinitions ?? [],
        variables,
      );
      const isQuery = operation.operation === 'query';
      const made = prepareOrExplain(document, operation);
      if (isPublicError(made)) return { errors: [made] };
      const { data, errors } = await made.run({
        variables,
        conditions: coerced,
        // A mutation that was sent runs in the department whether anyone waits or not.
        signal: isQuery ? (context as EngineContext).signal : undefined,
      });
      return {
        data: JSON.parse(data),
        ...(errors.length
          ? { errors: errors.map(({ message, ...rest }) => new GraphQLError(message, rest)) }
          : {}),
      };
    },
  };
}
