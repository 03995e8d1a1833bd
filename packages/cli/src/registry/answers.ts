// What the registry answers, as selections.ts asks for it.

export interface SchemaLocation {
  department: string;
  line: number;
  column: number;
}

export interface CompositionFault {
  code: string;
  message: string;
  /** In plain words what to do. */
  help: string | null;
  departments: string[];
  locations: SchemaLocation[];
}

export interface LintFinding {
  rule: string;
  severity: 'ERROR' | 'WARNING';
  message: string;
  coordinate: string | null;
  location: SchemaLocation | null;
}

export interface OperationUsage {
  client: string | null;
  clientVersion: string | null;
  operation: string | null;
  digest: string;
  calls: number;
  errors: number;
  lastAt: string;
}

export interface SchemaChange {
  kind: string;
  severity: 'BREAKING' | 'DANGEROUS' | 'SAFE';
  coordinate: string | null;
  message: string;
  /** Departments whose consent it needs. */
  consentOf: string[];
  /** Most calls first. */
  usedBy: OperationUsage[];
}

export interface SchemaCheck {
  outcome: 'PASSES' | 'PASSES_WITH_WARNINGS' | 'FAILS';
  faults: CompositionFault[];
  lint: LintFinding[];
  changes: SchemaChange[];
  hints: string[];
  consents: ConsentNeed[];
}

export interface ConsentNeed {
  owner: string;
  /** What `yiwang approve` takes. */
  change: string;
  isGiven: boolean;
  changes: string[];
}

export interface ChangeApproval {
  id: string;
  change: string;
  owner: string;
  proposers: string[];
  changes: string[];
  state: 'REQUESTED' | 'APPROVED' | 'USED' | 'EXPIRED' | 'WITHDRAWN';
  requestedAt: string;
  approvedAt: string | null;
  isStandIn: boolean;
  expiresAt: string | null;
  version: number | null;
}

export interface ApprovalPayload {
  approval: ChangeApproval | null;
  userErrors: UserError[];
}

export interface UserError {
  message: string;
  code: string;
  field: string[] | null;
}

export interface PublishPayload {
  outcome: 'PUBLISHED' | 'UNCHANGED' | 'REFUSED' | 'ROLLED_BACK' | 'WITHDRAWN';
  version: number | null;
  check: SchemaCheck | null;
  userErrors: UserError[];
}

export interface KeyPayload {
  kid: string | null;
  userErrors: UserError[];
}

export interface PublishedSubgraph {
  department: { name: string };
  number: number;
  url: string;
  sdl: string;
}
