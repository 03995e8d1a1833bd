import {
  type DocumentNode,
  getNamedType,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LRUCache } from 'lru-cache';

const MAX_CACHED = 2000;

/** What one document uses of one schema. */
export interface DocumentUse {
  /** `Type.field`, `Type.field(argument:)`, `Input.field` and `Enum.VALUE`, without repetition. */
  coordinates: readonly string[];
  /** The name of its only operation; null when it has none, or there are several operations. */
  onlyName: string | null;
}

const NO_USE: DocumentUse = { coordinates: [], onlyName: null };

/** Makes the function that returns what a document uses, cached by schema and digest. */
export function createDocumentUses(): (schema: GraphQLSchema, digest: string, source: string) => DocumentUse {
  const bySchema = new WeakMap<GraphQLSchema, LRUCache<string, DocumentUse>>();
  return (schema, digest, source) => {
    let cache = bySchema.get(schema);
    if (!cache) {
      cache = new LRUCache({ max: MAX_CACHED });
      bySchema.set(schema, cache);
    }
    const use = cache.get(digest) ?? documentUse(schema, source);
    cache.set(digest, use);
    return use;
  };
}

/** Returns what a document uses of a schema, without introspection. */
export function documentUse(schema: GraphQLSchema, source: string): DocumentUse {
  let document: DocumentNode;
  try {
    document = parse(source, { noLocation: true });
  } catch {
    return NO_USE; // It was executed, so this does not happen.
  }
  const coordinates = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const field = fieldCoordinate(types);
        if (field) coordinates.add(field);
      },
      Argument({ name }) {
        const field = fieldCoordinate(types);
        if (field && types.getArgument() && !types.getDirective())
          coordinates.add(`${field}(${name.value}:)`);
      },
      ObjectField({ name }) {
        const input = getNamedType(types.getParentInputType());
        if (isInputObjectType(input) && types.getInputType()) coordinates.add(`${input.name}.${name.value}`);
      },
      EnumValue({ value }) {
        const type = getNamedType(types.getInputType());
        if (type && types.getEnumValue()) coordinates.add(`${type.name}.${value}`);
      },
    }),
  );
  return { coordinates: [...coordinates], onlyName: onlyNameOf(document) };
}

function fieldCoordinate(types: TypeInfo): string | null {
  const parent = types.getParentType();
  const field = types.getFieldDef();
  return parent && field && !field.name.startsWith('__') && !parent.name.startsWith('__')
    ? `${parent.name}.${field.name}`
    : null;
}

function onlyNameOf({ definitions }: DocumentNode): string | null {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return (operations.length === 1 && operations[0]!.name?.value) || null;
}
