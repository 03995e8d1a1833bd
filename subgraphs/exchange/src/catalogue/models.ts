import type { DataResource } from '@yiwang/composition';
import type { Connection } from '@yiwang/subgraph-kit';

/** What resolvers receive for each type of the schema. Department and related resources are names and codes. */

export type DataResourceModel = DataResource;
export type DataResourceConnectionModel = Connection<DataResourceModel>;
