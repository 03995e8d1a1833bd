import { argumentsOf, readLinkedNames } from '@yiwang/schema-directives';
import { type DocumentNode, Kind, type TypeDefinitionNode, type TypeExtensionNode } from 'graphql';
import { topLevelNames } from './field-set.ts';
import type { SubgraphModel } from './subgraph-model.ts';
import type { TypeModel } from './type-model.ts';

const KINDS: Readonly<Record<string, TypeModel['kind']>> = {
  ObjectTypeDefinition: 'OBJECT',
  ObjectTypeExtension: 'OBJECT',
  InterfaceTypeDefinition: 'INTERFACE',
  InterfaceTypeExtension: 'INTERFACE',
  InputObjectTypeDefinition: 'INPUT',
  InputObjectTypeExtension: 'INPUT',
  EnumTypeDefinition: 'ENUM',
  EnumTypeExtension: 'ENUM',
  UnionTypeDefinition: 'UNION',
  UnionTypeExtension: 'UNION',
  ScalarTypeDefinition: 'SCALAR',
  ScalarTypeExtension: 'SCALAR',
};

/** @param document what the department's SDL parses to */
export function readSubgraph(department: string, document: DocumentNode): SubgraphModel {
  const names = readLinkedNames(document);
  const model: SubgraphModel = {
    department,
    document,
    names,
    types: new Map(),
    directives: [],
    roots: { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' },
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) model.directives.push(definition);
    else if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) {
      for (const root of definition.operationTypes ?? []) model.roots[root.operation] = root.type.name.value;
    } else if (definition.kind in KINDS) {
      addType(model.types, definition as TypeDefinitionNode | TypeExtensionNode);
    }
  }
  const key = names.federation('key');
  for (const type of model.types.values()) readKeys(type, key);
  return model;
}

function addType(types: Map<string, TypeModel>, node: TypeDefinitionNode | TypeExtensionNode): void {
  const kind = KINDS[node.kind]!;
  const name = node.name.value;
  const isExtension = node.kind.endsWith('Extension');
  const type = types.get(name) ?? {
    name,
    kind,
    place: node.name,
    extended: true,
    description: null,
    directives: [],
    fields: [],
    inputFields: [],
    values: [],
    keyFields: new Set<string>(),
    keys: [],
  };
  types.set(name, type);
  if (!isExtension) type.extended = false;
  if ('description' in node && node.description) type.description = node.description.value;
  type.directives.push(...(node.directives ?? []));
  if (node.kind === Kind.ENUM_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_EXTENSION) {
    type.values.push(...(node.values ?? []));
  } else if (
    node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION
  ) {
    type.inputFields.push(...(node.fields ?? []));
  } else if ('fields' in node) {
    type.fields.push(...((node.fields ?? []) as TypeModel['fields']));
  }
}

function readKeys(type: TypeModel, directive: string): void {
  for (const use of type.directives.filter(({ name }) => name.value === directive)) {
    const { fields, resolvable = true } = argumentsOf(use);
    const selection = String(fields ?? '');
    type.keys.push({ fields: selection.replaceAll(/\s+/g, ' ').trim(), resolvable: resolvable !== false });
    // Composition tells what is wrong with a key that is no field set.
    for (const name of topLevelNames(selection)) type.keyFields.add(name);
  }
}
