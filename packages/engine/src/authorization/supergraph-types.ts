import {
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { enumArgument } from '../core/read-directives.ts';

export type TypeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Returns the types of a supergraph that have fields, by name. */
export function fieldTypes({ definitions }: DocumentNode): Map<string, TypeDefinition> {
  const types = new Map<string, TypeDefinition>();
  for (const definition of definitions) {
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      types.set(definition.name.value, definition);
    }
  }
  return types;
}

/** Returns the scalars and enums of a supergraph, by name. */
export function leafTypes({ definitions }: DocumentNode) {
  const leaves = definitions.filter(
    (one) => one.kind === Kind.SCALAR_TYPE_DEFINITION || one.kind === Kind.ENUM_TYPE_DEFINITION,
  );
  return new Map(leaves.map((one) => [one.name.value, one]));
}

/** Returns the object types of each interface and union, by its name. */
export function possibleTypesOf({ definitions }: DocumentNode): Map<string, string[]> {
  const possible = new Map<string, string[]>();
  const add = (abstract: string, type: string) => {
    const before = possible.get(abstract);
    if (before) before.push(type);
    else possible.set(abstract, [type]);
  };
  for (const definition of definitions) {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of definition.types ?? []) add(definition.name.value, name.value);
    }
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const { name } of definition.interfaces ?? []) add(name.value, definition.name.value);
    }
  }
  return possible;
}

export const isJoinField = ({ name }: ConstDirectiveNode) => name.value === 'join__field';
export const isJoinType = ({ name }: ConstDirectiveNode) => name.value === 'join__type';
/** Returns the enum value of the subgraph that the directive names; undefined when it names none. */
export const graphOf = (directive: ConstDirectiveNode) => enumArgument(directive, 'graph');

/** Returns true only when the argument is given as true. */
export function isTrue({ arguments: given = [] }: ConstDirectiveNode, argument: string): boolean {
  const value = given.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}
