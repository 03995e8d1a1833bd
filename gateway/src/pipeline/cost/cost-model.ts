import type { CostFacts } from '@yiwang/engine';
import type { GraphQLSchema } from 'graphql';

/** The schema and weights by which costs are computed. Each supergraph has its own model. */
export interface CostModel {
  /** The schema that clients see. */
  schema: GraphQLSchema;
  facts: CostFacts;
  /** Assumed length of lists without `@listSize`. */
  listSize: number;
}
