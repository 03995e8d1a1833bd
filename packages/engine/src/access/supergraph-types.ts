import {
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { enumArgument } from '../compiled/supergraph/read-directives.ts';

export type TypeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** The types of a supergraph that have fields, by name. */
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

/** By the name of an interface or union, its object types. */
export function possibleTypesOf({ definitions }: DocumentNode): Map<string, string[]> {
  const possible = new Map<string, string[]>();
  const add = (abstract: string, type: string) => {
    const known = possible.get(abstract);
    if (known) known.push(type);
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
/** The department that it is about, by its enum value; undefined when it names none. */
export const graphOf = (directive: ConstDirectiveNode) => enumArgument(directive, 'graph');

/** True only when the argument is given as true. */
export function isTrue({ arguments: given = [] }: ConstDirectiveNode, argument: string): boolean {
  const value = given.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}
