import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';

/** A field of a selection. */
export interface Field {
  /** The alias, or else the name. */
  responseName: string;
  /** The nodes of the document that select it. */
  nodes: readonly FieldNode[];
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
}
