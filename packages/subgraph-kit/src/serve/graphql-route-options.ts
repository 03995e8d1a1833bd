import type { GraphQLError, GraphQLSchema } from 'graphql';

export interface GraphqlRouteOptions {
  schema: GraphQLSchema;
  /** Called once a request. */
  createContext: () => Record<string, unknown>;
  formatError: (error: unknown) => GraphQLError;
}
