import { isPublicError, PublicError } from '@yiwang/errors';
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isUnionType,
  valueFromASTUntyped,
} from 'graphql';

/** An entity type and the sets of fields of its `@key`s. */
interface Entity {
  type: GraphQLObjectType;
  keys: readonly (readonly string[])[];
}

/**
 * Makes `_entities` check each representation before a resolver sees it. Representations have the type
 * `_Any`, so nothing else would, and one malformed code would fail the query of its whole batch.
 *
 * One that names no entity of this department, that lacks every key, or whose key its scalar refuses,
 * becomes null with an error at its own place in the list. Keys reach the resolvers in canonical form;
 * fields within a nested key are passed on as they are.
 */
export function checkRepresentations(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const union = schema.getType('_Entity');
  if (!field?.resolve || !isUnionType(union)) return;
  const entities = new Map(union.getTypes().map((type) => [type.name, { type, keys: readKeys(type) }]));
  const resolveEntities = field.resolve;

  field.resolve = (root, args: { representations: readonly unknown[] }, context, info) =>
    args.representations.map((representation) => {
      try {
        const checked = checkRepresentation(representation, entities);
        const [entity] = resolveEntities(root, { representations: [checked] }, context, info) as unknown[];
        return entity;
      } catch (error) {
        // Returned, not thrown: in a list that is the error of its own entry.
        return error;
      }
    });
}

function readKeys({ astNode, extensionASTNodes }: GraphQLObjectType): string[][] {
  return [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .flatMap((directive) => directive.arguments ?? [])
    .filter(({ name }) => name.value === 'fields')
    .map(({ value }) => topLevelFields(String(valueFromASTUntyped(value))));
}

/** `holder { uscc } number` → holder, number. */
function topLevelFields(fieldSet: string): string[] {
  let flat = fieldSet;
  while (flat.includes('{')) {
    const outside = flat.replace(/\{[^{}]*\}/g, ' ');
    if (outside === flat) break;
    flat = outside;
  }
  return flat.split(/[\s,]+/).filter(Boolean);
}

function checkRepresentation(value: unknown, entities: ReadonlyMap<string, Entity>): object {
  const representation = typeof value === 'object' && value !== null ? { ...value } : {};
  const { __typename: name } = representation as { __typename?: unknown };
  const entity = typeof name === 'string' ? entities.get(name) : undefined;
  if (!entity) {
    throw new PublicError(
      'INVALID_ARGUMENT',
      'A representation has no __typename of an entity of this department.',
    );
  }
  const { type, keys } = entity;
  const given = keys.filter((fields) => fields.every((field) => Object.hasOwn(representation, field)));
  if (given.length === 0) {
    const wanted = keys.map((fields) => fields.join(' ')).join(', or ');
    throw new PublicError('INVALID_ARGUMENT', `A representation of ${type.name} needs ${wanted}.`);
  }
  return Object.assign(representation, parseKeyFields(type, new Set(given.flat()), representation));
}

function parseKeyFields(type: GraphQLObjectType, fields: Set<string>, representation: object): object {
  const parsed: Record<string, unknown> = {};
  for (const field of fields) {
    const leaf = getNamedType(type.getFields()[field]!.type);
    const value = (representation as Record<string, unknown>)[field];
    if (!isLeafType(leaf)) continue;
    try {
      parsed[field] = leaf.parseValue(value);
    } catch (error) {
      if (isPublicError(error)) throw error;
      throw new PublicError('INVALID_ARGUMENT', `${type.name}.${field}: ${(error as Error).message}`);
    }
  }
  return parsed;
}
