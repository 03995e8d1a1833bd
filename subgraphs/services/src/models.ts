import type { Connection } from '@yiwang/subgraph-kit';
import type { RecordRow } from './tables.ts';

/** What resolvers receive for each type of the schema that is not a plain row. */

export type RecordConnectionModel = Connection<RecordRow>;

/** A reference: the department that owns it resolves the rest. */
export interface EnterpriseModel {
  uscc: string;
}
