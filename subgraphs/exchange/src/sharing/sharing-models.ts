import type { Connection } from '@yiwang/subgraph-kit';
import type { CorrectionRow, GrantRow, SharingApplicationRow } from '../tables/sharing-tables.ts';

// What resolvers receive for each type of the schema: only rows that the caller may see.

export type SharingApplicationModel = SharingApplicationRow;
export type SharingApplicationConnectionModel = Connection<SharingApplicationModel>;
export type GrantModel = GrantRow;
export type GrantConnectionModel = Connection<GrantModel>;
export type CorrectionModel = CorrectionRow;
export type CorrectionConnectionModel = Connection<CorrectionModel>;
