import type { Document } from '@yiwang/client';
import type { CaseState } from '../../graphql/generated/graphql.ts';

/** What officials may do to a case, by the names of the command line. */
export const STEPS = [
  'accept',
  'return',
  'decline',
  'review',
  'suspend',
  'resume',
  'extend',
  'decide',
  'deliver',
] as const;
export type StepName = (typeof STEPS)[number];

/** A name that the graph gives, or the id of a message. */
export type Name = { text: string; en?: string } | { message: string };

/** One case in an inbox. */
export interface DeskRow {
  number: string;
  state: CaseState;
  item: Name;
  /** What the inbox can be narrowed by; null when it cannot. */
  itemCode: string | null;
  applicant: string | null;
  region: string | null;
  receivedOn: string;
  /** By when the office must act; null when it is not its turn. */
  actBy: string | null;
  isOverdue: boolean;
}

/** One answer of the applicant. */
export interface DeskAnswer {
  /** With dots for fields in fields, such as premises.areaM2; what a defect is about. */
  path: string;
  label: Name;
  value: Value;
  /** Where a value comes from that the applicant did not write. */
  origin: Origin | null;
}

export type Value =
  | { kind: 'none' }
  | { kind: 'text' | 'day' | 'number' | 'money' | 'uscc' | 'code'; text: string }
  | { kind: 'flag'; isTrue: boolean }
  | { kind: 'option'; zh: string; en: string | null }
  | { kind: 'enterprise'; uscc: string; name: string | null };

export interface Origin {
  department: string;
  coordinate: string;
  readAt: string;
  /** FOUND, or why the applicant had to write it, such as SILENT. */
  state: string;
  verdict: string | null;
}

export interface DeskEvent {
  on: string;
  at: string | null;
  step: string;
  side: string | null;
  note: string | null;
  defects: readonly Defect[];
}

export interface Defect {
  about: string | null;
  problem: string;
}

export interface DeskMaterial {
  id: string;
  material: string;
  name: string;
  bytes: number;
  mediaType: string;
  at: string;
  path: string;
}

/** A case as every desk shows it. */
export interface DeskCase extends DeskRow {
  version: number;
  decision: string | null;
  dueOn: string | null;
  statutoryDueOn: string | null;
  decidedOn: string | null;
  extensionDays: number | null;
  answers: readonly DeskAnswer[];
  /** Null where the department takes no files. */
  materials: readonly DeskMaterial[] | null;
  /** Names of what the guide asks for, so that some of it may follow. */
  guideMaterials: readonly string[];
  followUp: { materials: readonly string[]; by: string } | null;
  times: { officialHours: number; applicantHours: number; suspendedHours: number } | null;
  timeline: readonly DeskEvent[];
  /** What was granted. */
  result: Value | null;
}

export interface InboxFilter {
  states: CaseState[] | null;
  region: string | null;
  item: string | null;
  overdue: boolean;
}

export interface InboxPage {
  rows: DeskRow[];
  totalCount: number | null;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** What a department's mutation says of a step, under the alias `step`. */
export interface StepAnswer {
  step?: {
    case?: { version: number } | null;
    userErrors: readonly UserError[];
  } | null;
}

export interface UserError {
  code: string;
  message: string;
  field?: readonly string[] | null;
}

/** How one department names what its officials ask and do. */
export interface Desk {
  department: 'permits' | 'enterprises' | 'land';
  /** What the inbox can be narrowed to, besides state, region and overdue. */
  items: 'ofRows' | readonly string[] | null;
  inbox: Document<unknown, never>;
  inboxVariables(filter: InboxFilter): object;
  toPage(data: unknown): InboxPage | null;
  one: Document<unknown, never>;
  toCase(data: unknown): DeskCase | null;
  steps: Readonly<Record<StepName, Document<StepAnswer, never>>>;
  /** The most working days by which the time to decide is extended. */
  mostExtensionDays: number;
  /** Whether a decision names the permit, and a case is accepted with materials to follow or on a commitment. */
  hasPermits: boolean;
}
