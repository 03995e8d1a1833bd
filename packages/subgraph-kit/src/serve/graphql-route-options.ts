import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Admit } from '../trust/admission.ts';
import type { Identify } from '../trust/identify.ts';

export interface GraphqlRouteOptions {
  schema: GraphQLSchema;
  /** Called once a request. */
  createContext: () => Record<string, unknown>;
  identify: Identify;
  admit: Admit;
  formatError: (error: unknown) => GraphQLError;
}
