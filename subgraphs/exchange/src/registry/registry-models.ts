import type { CompositionFault } from '@yiwang/composition';
import type { Connection } from '@yiwang/subgraph-kit';
import type { Readable } from '../credentials/readers.ts';
import type { PublishOutcome } from '../generated/types.ts';
import type { UserErrorModel } from '../shared/user-errors.ts';
import type {
  ApprovalRow,
  StoredChange,
  SubgraphVersionRow,
  SupergraphVersionRow,
} from '../tables/registry-tables.ts';

// What resolvers receive for each type of the schema.

export interface DepartmentModel extends Readable {
  name: string;
}

/** The SDL is loaded when a field needs it. */
export type SubgraphVersionModel = Omit<SubgraphVersionRow, 'sdl'> & Readable;
export type SubgraphVersionConnectionModel = Connection<SubgraphVersionModel>;

/** SDL, signature and changes are loaded when a field needs them. */
export interface SupergraphVersionModel
  extends Pick<SupergraphVersionRow, 'version' | 'createdAt' | 'reason' | 'note'>, Readable {
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
  consents: ConsentNeed[];
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

/** A department whose consent a change needs. */
export interface ConsentNeed {
  /** Name of the department. */
  owner: string;
  /** Names of the departments that make the change, sorted; `operator` for a rollback. */
  proposers: readonly string[];
  /** Digest of owner, proposers and changes. */
  change: string;
  /** What would change: one sentence each, sorted. */
  changes: string[];
  isGiven: boolean;
}

export type ChangeApprovalModel = ApprovalRow;

export interface ApprovalPayloadModel {
  approval: ChangeApprovalModel | null;
  userErrors: UserErrorModel[];
}
