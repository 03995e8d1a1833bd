import { argumentsOf } from '@yiwang/schema-directives';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ScalarTypeDefinitionNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { rootsOf } from '../contract/find-hidden.ts';
import type { Types } from '../contract/elements.ts';
import { departmentNames } from '../sdl/department-names.ts';

export type FieldType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
export type LeafType = ScalarTypeDefinitionNode | EnumTypeDefinitionNode;
export type OtherType = LeafType | InputObjectTypeDefinitionNode | UnionTypeDefinitionNode;

/** The types of a supergraph by kind and name, and what joins departments to them. */
export interface SupergraphTypes {
  fieldTypes: ReadonlyMap<string, FieldType>;
  leaves: ReadonlyMap<string, LeafType>;
  /** Scalars, enums, input objects and unions. */
  others: readonly OtherType[];
  roots: ReadonlySet<string>;
  /** Object types by the name of an interface or union. */
  possible: ReadonlyMap<string, readonly string[]>;
  /** Arguments of the uses of a `join__` directive, with the department in place of its enum value. */
  joins(node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, name: string): Join[];
}

/** One use of a `join__` directive. */
export interface Join {
  /** Name of the department; null where the directive names none. */
  department: string | null;
  given: Readonly<Record<string, unknown>>;
}

export function readTypes(supergraph: DocumentNode, types: Types): SupergraphTypes {
  const names = departmentNames(supergraph);
  const fieldTypes = new Map<string, FieldType>();
  const leaves = new Map<string, LeafType>();
  const others: OtherType[] = [];
  const possible = new Map<string, string[]>();
  const add = (abstract: string, type: string) =>
    possible.set(abstract, [...(possible.get(abstract) ?? []), type]);
  for (const type of types.values()) {
    const name = type.name.value;
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      fieldTypes.set(name, type);
      if (type.kind === Kind.OBJECT_TYPE_DEFINITION)
        for (const one of type.interfaces ?? []) add(one.name.value, name);
      continue;
    }
    others.push(type);
    if (type.kind === Kind.SCALAR_TYPE_DEFINITION || type.kind === Kind.ENUM_TYPE_DEFINITION)
      leaves.set(name, type);
    if (type.kind === Kind.UNION_TYPE_DEFINITION)
      for (const one of type.types ?? []) add(name, one.name.value);
  }
  return {
    fieldTypes,
    leaves,
    others,
    roots: new Set(rootsOf(supergraph)),
    possible,
    joins: ({ directives = [] }, name) =>
      directives
        .filter((use) => use.name.value === name)
        .map((use) => {
          const given = argumentsOf(use);
          const graph = given['graph'];
          return {
            department: graph === undefined ? null : (names.get(String(graph)) ?? String(graph)),
            given,
          };
        }),
  };
}
