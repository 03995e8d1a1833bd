import { isPublicError, PublicError } from '@yiwang/errors';
import {
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLLeafType,
  getNamedType,
  isLeafType,
  isUnionType,
} from 'graphql';
import { isPromise } from '../execute/execution.ts';
import { keysOf, topLevelFields } from '../trust/key-fields.ts';

/** An entity type with the sets of fields of its `@key`s, and the scalar or enum types of those fields. */
interface Entity {
  name: string;
  keys: readonly (readonly string[])[];
  leaves: ReadonlyMap<string, GraphQLLeafType>;
  /** The department's `__resolveReference`; null when it has none, and the representation is the entity. */
  resolveReference: ResolveReference | null;
}

type ResolveReference = (reference: object, context: unknown, info: GraphQLResolveInfo) => unknown;

/**
 * Makes `_entities` check each representation before a resolver sees it. Representations have the type
 * `_Any`, so nothing else would, and one malformed code would fail the query of its whole batch.
 *
 * A representation without an entity of this department or without a complete key, or with a key that its scalar rejects,
 * becomes null with an error at its own index. Keys reach the resolvers in canonical form; fields within a nested key are passed
 * on unchanged.
 */
export function checkRepresentations(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const union = schema.getType('_Entity');
  if (!field || !isUnionType(union)) return;
  const entities = new Map(union.getTypes().map((type) => [type.name, readEntity(type)]));

  field.resolve = (_root, args: { representations: readonly unknown[] }, context, info) =>
    args.representations.map((representation) => {
      try {
        const entity = entityOf(representation, entities);
        const reference = checkRepresentation(representation as Record<string, unknown>, entity);
        const found = entity.resolveReference ? entity.resolveReference(reference, context, info) : reference;
        return isPromise(found) ? found.then((row) => nameType(row, entity)) : nameType(found, entity);
      } catch (error) {
        // Returned and not thrown, so that it is the error of its own entry.
        return error;
      }
    });
}

/** Sets the `__typename` of an entity, from which `_Entity` resolves its type. */
function nameType(found: unknown, { name }: Entity): unknown {
  if (
    typeof found === 'object' &&
    found !== null &&
    (found as { __typename?: unknown }).__typename !== name
  ) {
    Object.defineProperty(found, '__typename', { value: name });
  }
  return found;
}

function readEntity(type: GraphQLObjectType): Entity {
  const keys = keysOf(type).map(topLevelFields);
  const fields = type.getFields();
  const leaves = new Map(
    keys.flat().flatMap((field) => {
      const leaf = getNamedType(fields[field]!.type);
      return isLeafType(leaf) ? [[field, leaf] as const] : [];
    }),
  );
  const { subgraph } = (type.extensions['apollo'] ?? {}) as {
    subgraph?: { resolveReference?: ResolveReference };
  };
  return { name: type.name, keys, leaves, resolveReference: subgraph?.resolveReference ?? null };
}

/** @throws PublicError INVALID_ARGUMENT */
function entityOf(representation: unknown, entities: ReadonlyMap<string, Entity>): Entity {
  const { __typename: name } = (representation ?? {}) as { __typename?: unknown };
  const entity = typeof name === 'string' ? entities.get(name) : undefined;
  if (entity) return entity;
  throw new PublicError(
    'INVALID_ARGUMENT',
    'A representation has no __typename of an entity of this department.',
  );
}

/** A copy of the representation with its keys in canonical form. */
function checkRepresentation(
  representation: Record<string, unknown>,
  { name, keys, leaves }: Entity,
): object {
  const checked = { ...representation };
  let isComplete = false;
  for (const fields of keys) {
    if (!fields.every((field) => Object.hasOwn(representation, field))) continue;
    isComplete = true;
    for (const field of fields) {
      const leaf = leaves.get(field);
      if (leaf) checked[field] = parseKeyField(name, field, leaf, representation[field]);
    }
  }
  if (isComplete) return checked;
  const wanted = keys.map((fields) => fields.join(' ')).join(', or ');
  throw new PublicError('INVALID_ARGUMENT', `A representation of ${name} must have ${wanted}.`);
}

function parseKeyField(type: string, field: string, leaf: GraphQLLeafType, value: unknown): unknown {
  try {
    return leaf.parseValue(value);
  } catch (error) {
    if (isPublicError(error)) throw error;
    throw new PublicError('INVALID_ARGUMENT', `${type}.${field}: ${(error as Error).message}`);
  }
}
