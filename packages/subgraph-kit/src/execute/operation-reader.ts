import { PublicError } from '@yiwang/errors';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';

// A gateway sends the same few hundred documents; these limits only matter in a flood of new ones.
const MAX_DOCUMENTS = 2000;
const MAX_CHARACTERS = 16 * 1024 * 1024;
const MAX_TOKENS = 50_000;

export interface ReadOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** A valid document, or its errors. */
type CheckedDocument = { document: DocumentNode } | { errors: readonly GraphQLError[] };

/**
 * Creates the function that parses and validates a query, each text once, and picks its operation.
 *
 * The function returns the errors, each with a code: GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED or
 * the code of the scalar that rejected a literal, OPERATION_RESOLUTION_FAILURE.
 */
export function createOperationReader(schema: GraphQLSchema) {
  const cache = new LRUCache<string, CheckedDocument>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_checked, query) => query.length + 1,
  });

  return function readOperation(
    query: string,
    operationName?: string | null,
  ): ReadOperation | { errors: readonly GraphQLError[] } {
    let checked = cache.get(query);
    if (!checked) {
      checked = checkDocument(schema, query);
      cache.set(query, checked);
    }
    return 'errors' in checked ? checked : pickOperation(checked.document, operationName);
  };
}

export type OperationReader = ReturnType<typeof createOperationReader>;

function checkDocument(schema: GraphQLSchema, query: string): CheckedDocument {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    return { errors: [withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')] };
  }
  const errors = validate(schema, document);
  if (errors.length) return { errors: errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) };
  return { document };
}

function pickOperation(document: DocumentNode, operationName?: string | null) {
  const operation = getOperationAST(document, operationName);
  if (!operation) return { errors: [cannotRun(whyNoOperation(operationName))] };
  return { document, operation };
}

function whyNoOperation(operationName?: string | null): string {
  if (operationName) return `The query holds no operation named "${operationName}".`;
  return 'The query holds several operations: name the one to run in operationName.';
}

function cannotRun(message: string): GraphQLError {
  return new PublicError('OPERATION_RESOLUTION_FAILURE', message);
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code, ...extensions } });
}
