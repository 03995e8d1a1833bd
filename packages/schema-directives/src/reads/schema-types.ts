import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  parse,
  type TypeNode,
} from 'graphql';

/** A type of a department's schema or of a supergraph, its definition and its extensions together. */
export interface SchemaType {
  name: string;
  kind: 'COMPOSITE' | 'INPUT' | 'ENUM' | 'SCALAR';
  directives: ConstDirectiveNode[];
  fields: Map<string, FieldDefinitionNode>;
  inputFields: InputValueDefinitionNode[];
  values: EnumValueDefinitionNode[];
}

export interface SchemaTypes {
  byName: ReadonlyMap<string, SchemaType>;
  /** By the name of an interface or union, the types that it may be. */
  possible: ReadonlyMap<string, readonly string[]>;
}

export function describeTypes({ definitions }: DocumentNode): SchemaTypes {
  const byName = new Map<string, SchemaType>();
  const possible = new Map<string, string[]>();
  const addPossible = (abstract: string, type: string) =>
    possible.set(abstract, [...(possible.get(abstract) ?? []), type]);
  for (const node of definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    const name = node.name.value;
    const type = byName.get(name) ?? {
      name,
      kind: 'SCALAR',
      directives: [],
      fields: new Map<string, FieldDefinitionNode>(),
      inputFields: [],
      values: [],
    };
    byName.set(name, type);
    type.directives.push(...(node.directives ?? []));
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        type.kind = 'COMPOSITE';
        for (const field of node.fields ?? []) type.fields.set(field.name.value, field);
        for (const one of node.interfaces ?? []) addPossible(one.name.value, name);
        break;
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.UNION_TYPE_EXTENSION:
        type.kind = 'COMPOSITE';
        for (const one of node.types ?? []) addPossible(name, one.name.value);
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        type.kind = 'INPUT';
        type.inputFields.push(...(node.fields ?? []));
        break;
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
        type.kind = 'ENUM';
        type.values.push(...(node.values ?? []));
    }
  }
  return { byName, possible };
}

export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

export function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

/** The names of a type's fields that stand, at the top level, in one of its keys; of a supergraph in `@join__type`. */
export function keyFieldsOf({ directives }: SchemaType, keyDirective: string): ReadonlySet<string> {
  return new Set(
    directives.flatMap(({ name: { value: name }, arguments: given = [] }) => {
      const argument = name === 'join__type' ? 'key' : name === keyDirective ? 'fields' : null;
      const value = given.find((one) => one.name.value === argument)?.value;
      return value?.kind === Kind.STRING ? topLevelNames(value.value) : [];
    }),
  );
}

function topLevelNames(selection: string): string[] {
  try {
    const [definition] = parse(`{${selection}}`, { noLocation: true }).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
    return definition.selectionSet.selections.flatMap((one) =>
      one.kind === Kind.FIELD && !one.selectionSet ? [one.name.value] : [],
    );
  } catch {
    // Composition reports what is wrong with the key.
    return [];
  }
}
