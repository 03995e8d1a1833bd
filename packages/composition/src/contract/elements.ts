import type {
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  TypeDefinitionNode,
} from 'graphql';

/** Parts of a supergraph that can be hidden from clients. */
export type Element =
  TypeDefinitionNode | FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/** What of a supergraph clients may not see; what a node contains is hidden with it. */
export type Hidden = Set<Element>;

/** Types of the supergraph that are not those of a specification, by name. */
export type Types = ReadonlyMap<string, TypeDefinitionNode>;
