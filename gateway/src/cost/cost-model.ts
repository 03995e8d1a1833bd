import type { CostFacts } from '@yiwang/engine';
import type { GraphQLSchema } from 'graphql';

/** What costs are reckoned by. A changed supergraph is another model. */
export interface CostModel {
  /** What clients may ask. */
  schema: GraphQLSchema;
  facts: CostFacts;
  /** Assumed length of lists that say nothing. */
  listSize: number;
}
