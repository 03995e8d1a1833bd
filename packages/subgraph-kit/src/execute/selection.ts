import type { FieldNode, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Field } from './field.ts';
import type { Container, Place } from './place.ts';
import type { Run } from './run.ts';

/** A field that can be answered. */
export interface SelectedField extends Field {
  /** Resolves the field of one object and writes what comes of it. */
  write(run: Run, owner: Place, container: Container, source: unknown): void;
}

/** The selections of a query. */
export interface Selections {
  schema: GraphQLSchema;
  /** Counts a field; returns how many came before it. */
  countField(): number;
  /** The fields that are selected beneath a field whose value is an object of the type. */
  fieldsBeneath(nodes: readonly FieldNode[], type: GraphQLObjectType): readonly SelectedField[];
}
