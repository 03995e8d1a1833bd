import type { Connection } from '@yiwang/subgraph-kit';
import type { PublishOutcome } from '../generated/types.ts';
import type { CompositionFault } from '@yiwang/composition';
import type { UserErrorModel } from './user-error.ts';
import type { StoredChange } from './stored-change.ts';
import type { SubgraphVersionRow, SupergraphVersionRow } from './tables.ts';

/** What resolvers receive for each type of the schema. */

export interface DepartmentModel {
  name: string;
}

/** The SDL is read when it is asked for. */
export type SubgraphVersionModel = Omit<SubgraphVersionRow, 'sdl'>;
export type SubgraphVersionConnectionModel = Connection<SubgraphVersionModel>;

/** SDL, signature and changes are read when they are asked for. */
export interface SupergraphVersionModel extends Pick<
  SupergraphVersionRow,
  'version' | 'createdAt' | 'reason' | 'note'
> {
  variant: string;
}
export type SupergraphVersionConnectionModel = Connection<SupergraphVersionModel>;

export interface GatewayModel {
  name: string;
  lastSeenAt: string;
}

interface LocationModel {
  department: string;
  line: number;
  column: number;
}

export interface SchemaCheckModel {
  outcome: 'PASSES' | 'PASSES_WITH_WARNINGS' | 'FAILS';
  faults: (Pick<CompositionFault, 'code' | 'message' | 'help'> & {
    departments: string[];
    locations: LocationModel[];
  })[];
  lint: {
    rule: string;
    severity: 'ERROR' | 'WARNING';
    message: string;
    coordinate: string | null;
    location: LocationModel | null;
  }[];
  changes: StoredChange[];
  hints: string[];
}

export interface PublishModel {
  outcome: PublishOutcome;
  version: number | null;
  check: SchemaCheckModel | null;
  userErrors: UserErrorModel[];
}

export interface KeyModel {
  kid: string | null;
  userErrors: UserErrorModel[];
}
