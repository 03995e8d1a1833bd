import type { Connection } from '@yiwang/subgraph-kit';
import type { StepDefinition } from './definition/definition.ts';
import type { MatterCaseRow, MatterStepRow } from './tables.ts';

/** What resolvers receive for each type of the schema that is not a plain row. */

export type MatterCaseConnectionModel = Connection<MatterCaseRow>;

/** A step of an application, and what its matter says of it. */
export interface MatterCaseStepModel extends MatterStepRow {
  definition: StepDefinition;
}

/** A reference: the enterprise itself belongs to market regulation. */
export interface EnterpriseModel {
  uscc: string;
}

/** A reference: the region itself belongs to the exchange department. */
export interface RegionModel {
  code: string;
}
