import type { FieldNode, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Field } from './field.ts';
import type { Container, ResponseNode } from './response-node.ts';
import type { Execution } from './execution.ts';

/** A field that can be resolved and written. */
export interface SelectedField extends Field {
  /** Resolves the field of one object and writes its value. */
  write(execution: Execution, owner: ResponseNode, container: Container, source: unknown): void;
}

/** The selections of a query. */
export interface Selections {
  schema: GraphQLSchema;
  /** Counts a field; returns the number of fields before it. */
  countField(): number;
  /** The fields that are selected beneath a field whose value is an object of the type. */
  fieldsBeneath(nodes: readonly FieldNode[], type: GraphQLObjectType): readonly SelectedField[];
}
