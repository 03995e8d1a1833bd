import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from './prepare-operation.ts';

/** About what a compiled operation holds in memory for each character of its text. */
const BYTES_PER_CHARACTER = 60;
/** What even the shortest operation holds. */
const LEAST_BYTES = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** An operation that a client's text names, ready to run. */
export interface KnownOperation {
  isQuery: boolean;
  prepared: PreparedOperation;
  /** The variables with their defaults; null when they do not have their declared types. */
  coerce(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null;
}

export type FindOperation = (query: string, operationName: string | undefined) => KnownOperation | null;

const NO_VARIABLES = Object.freeze({});

/**
 * Remembers operations by their text, so that parsing, validating, planning and compiling are done once. Bounded in
 * bytes; the least used go first.
 *
 * @returns null for a text that is no valid operation, or cannot be planned: whoever explains errors to clients looks at it again
 */
export function createOperationCache(
  schema: GraphQLSchema,
  prepare: (document: DocumentNode, operation: OperationDefinitionNode) => PreparedOperation,
): FindOperation {
  const known = new LRUCache<string, { operation: KnownOperation | null }>({
    maxSize: MOST_BYTES,
    sizeCalculation: (_operation, text) => Math.max(LEAST_BYTES, text.length * BYTES_PER_CHARACTER),
  });

  function make(query: string, operationName: string | undefined): KnownOperation | null {
    const document = parseOrNull(query);
    if (!document || validate(schema, document).length > 0) return null;
    const operation = getOperationAST(document, operationName);
    if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return null;
    const prepared = prepareOrNull(document, operation);
    if (!prepared) return null;
    const definitions = operation.variableDefinitions ?? [];
    return {
      isQuery: operation.operation === OperationTypeNode.QUERY,
      prepared,
      coerce: (variables) =>
        definitions.length === 0
          ? NO_VARIABLES
          : (getVariableValues(schema, definitions, variables).coerced ?? null),
    };
  }

  function prepareOrNull(
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): PreparedOperation | null {
    try {
      return prepare(document, operation);
    } catch {
      return null;
    }
  }

  return (query, operationName) => {
    const key = operationName === undefined ? query : `${operationName}\n${query}`;
    let entry = known.get(key);
    if (!entry) {
      entry = { operation: make(query, operationName) };
      known.set(key, entry);
    }
    return entry.operation;
  };
}

function parseOrNull(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
