import type { Connection } from '@yiwang/subgraph-kit';
import type { SharingClass, UpdateCycle } from '../generated/types.ts';

/** What resolvers receive for each type of the schema. */

export interface DataResourceFieldModel {
  name: string;
  coordinate: string;
  type: string;
  summary: string | null;
  sharing: SharingClass;
  basis: string | null;
  cycle: UpdateCycle | null;
}

export interface DataResourceModel {
  code: string;
  name: string;
  coordinate: string;
  /** Name of the department. */
  department: string;
  summary: string | null;
  sharing: SharingClass;
  basis: string | null;
  cycle: UpdateCycle | null;
  format: string;
  version: number;
  fields: DataResourceFieldModel[];
  /** Codes. */
  related: string[];
}

export type DataResourceConnectionModel = Connection<DataResourceModel>;
