import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { ServedLog } from '../access-log/served-log.ts';
import type { Admit } from '../trust/admission.ts';
import type { ReplicaReads } from '../replicas/replica-reads.ts';
import type { Identify } from '../trust/identify.ts';
import type { ReadsSchema } from '../trust/schema-readers.ts';

export interface GraphqlRouteOptions {
  schema: GraphQLSchema;
  /** Called once per request. */
  createContext: () => Record<string, unknown>;
  /** What the context of every request holds besides. */
  contextOfAll: Record<string, unknown>;
  /** Null where the primary answers all. */
  replica: ReplicaReads | null;
  identify: Identify;
  admit: Admit;
  /** Null when everyone may read the schema. */
  readsSchema: ReadsSchema | null;
  /** Checks documents that no gateway has signed; throws a PublicError. */
  limitDocument: (query: string) => void;
  /** Null when reads are not logged. */
  log: ServedLog | null;
  formatError: (error: unknown) => GraphQLError;
  /** Runs what answers an event; left out without an observer. */
  observeEvent?: <Result>(answer: () => Promise<Result>) => Promise<Result>;
}
