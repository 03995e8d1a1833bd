import { readSelection, type ReadVisitor } from '@yiwang/schema-directives';
import {
  type DocumentNode,
  getNamedType,
  getOperationAST,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
  separateOperations,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { userError } from '../shared/user-errors.ts';
import type { PublishedGraph } from './sharing.ts';

/** The limits of gateways. A longer document is rejected before it is parsed. */
const MAX_QUERY_CHARACTERS = 100_000;
const MAX_QUERY_TOKENS = 10_000;

/**
 * The coordinates of all fields that an operation selects, or that its arguments and orders read, sorted. A field of an interface
 * also counts as that field of each type that implements it. Values of variables are not available here, so a variable counts as
 * reading whatever any value could read.
 *
 * @param path path of the argument that holds the operation
 * @throws UserErrors MALFORMED_OPERATION with the reason, and its line and column
 */
export function coordinatesRead(
  { schema, argumentReads }: PublishedGraph,
  query: string,
  operationName: string | null | undefined,
  path: string[],
): string[] {
  const document = readDocument(schema, query, path);
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const problem =
      operationName == null
        ? 'The document has several operations. Name one of them.'
        : `The document has no operation ${operationName}.`;
    throw userError('MALFORMED_OPERATION', problem, [...path.slice(0, -1), 'operationName']);
  }
  // Contains the fragments that the operation spreads, and no others.
  const own = separateOperations(document)[operation.name?.value ?? '']!;
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  const visitor: ReadVisitor = {
    found: (coordinate) => found.add(coordinate),
    variable: (_name, { reads }) => reads.forEach((coordinate) => found.add(coordinate)),
  };
  visit(
    own,
    visitWithTypeInfo(types, {
      Field(field) {
        const parent = types.getParentType();
        const name = field.name.value;
        if (!parent || name.startsWith('__')) return;
        for (const type of withImplementations(schema, parent)) {
          const coordinate = `${type}.${name}`;
          found.add(coordinate);
          const reads = argumentReads.get(coordinate);
          if (reads) readSelection(reads, coordinate, field, visitor);
        }
      },
    }),
  );
  return [...found].sort();
}

/**
 * The fields of the object that a field returns, or of the nodes of the connection that it returns.
 *
 * @returns coordinates, sorted; empty for a scalar
 */
export function fieldsUnder(schema: GraphQLSchema, coordinate: string): string[] {
  const [typeName, fieldName] = coordinate.split('.');
  const type = nodeTypeOf(typeOfField(schema, typeName!, fieldName!));
  if (!type) return [];
  const names = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return names.flatMap((one) => Object.keys(one.getFields()).map((field) => `${one.name}.${field}`)).sort();
}

/** @throws UserErrors MALFORMED_OPERATION */
export function readDocument(schema: GraphQLSchema, query: string, path: string[]): DocumentNode {
  if (query.length > MAX_QUERY_CHARACTERS) {
    throw userError(
      'MALFORMED_OPERATION',
      `The document must have at most ${MAX_QUERY_CHARACTERS} characters.`,
      path,
    );
  }
  try {
    const document = parse(query, { maxTokens: MAX_QUERY_TOKENS });
    const [error] = validate(schema, document, undefined, { maxErrors: 1 });
    if (!error) return document;
    throw error;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [location] = error.locations ?? [];
    const at = location ? ` (line ${location.line}, column ${location.column})` : '';
    throw userError('MALFORMED_OPERATION', `${error.message}${at}`, path);
  }
}

function withImplementations(schema: GraphQLSchema, type: GraphQLCompositeType): string[] {
  if (!isAbstractType(type)) return [type.name];
  return [type.name, ...schema.getPossibleTypes(type).map(({ name }) => name)];
}

/** The type of a connection's nodes; for any other type, that type. */
function nodeTypeOf(type: GraphQLCompositeType | undefined): GraphQLCompositeType | undefined {
  if (!isObjectType(type)) return type;
  const edge = typeOfFieldIn(type, 'edges');
  return (isObjectType(edge) ? typeOfFieldIn(edge, 'node') : undefined) ?? type;
}

function typeOfField(schema: GraphQLSchema, type: string, field: string): GraphQLCompositeType | undefined {
  return typeOfFieldIn(schema.getType(type), field);
}

function typeOfFieldIn(type: unknown, field: string): GraphQLCompositeType | undefined {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const definition = type.getFields()[field];
  const named = definition && getNamedType(definition.type);
  return isCompositeType(named) ? named : undefined;
}
