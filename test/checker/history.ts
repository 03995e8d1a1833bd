/** What people do with an application for a matter. */
export type MatterAction = 'START' | 'SUBMIT' | 'COMPLETE' | 'WITHDRAW' | 'UNDO';

/** Where a case may stand. The words are those of the schema. */
export type CaseState = string;

/**
 * One command that a user wanted to be run once: however often it was sent, always with the same key.
 *
 * All times are milliseconds since 1970, by the clock of the checker.
 */
export interface StepTold {
  /** Idempotency key. */
  key: string;
  /** `sub` of the token. */
  user: string;
  /** The steps of the timeline that the command may take; see `CASE_TRANSITIONS`. Of a matter, what {@link MatterAction} lists. */
  actions: readonly string[];
  /** Null for the command that begins a case. */
  number: string | null;
  /** The version that the user saw; 0 for the command that begins a case. */
  expectedVersion: number;
  sentAt: number;
  /** When the last answer came, or when the user gave up. */
  endedAt: number;
  /** How often it was sent. */
  tries: number;
  outcome: StepOutcome;
}

export type StepOutcome =
  /** The payload held the case, as it stood when it was answered. */
  | { told: 'TAKEN'; number: string; version: number; state: CaseState }
  /** The payload held `userErrors`. */
  | { told: 'REJECTED'; code: string }
  /** No answer came that says anything: it was taken once, or not at all. */
  | { told: 'NOTHING' };

/** Why a reader may see what is shared with condition. */
export type ReadingRight =
  /** The client has a grant for it. */
  | 'GRANT'
  /** The person is the applicant, or acts for it. */
  | 'OWN'
  /** The client belongs to the department whose data it is. */
  | 'DEPARTMENT'
  /** Nothing: whatever the reader sees, it should not. */
  | 'NONE';

/** One query that was answered. */
export interface ReadTold {
  /** As the gateway names it in the header `x-request-id`; the access log holds it. */
  request: string;
  client: string;
  user: string | null;
  right: ReadingRight;
  sentAt: number;
  endedAt: number;
  /** The cases of which something was told that is shared with condition. */
  cases: readonly CaseTold[];
}

export interface CaseTold {
  number: string;
  version: number;
  state: CaseState;
}

/** When a process was ended with SIGKILL. */
export interface Killed {
  /** `gateway`, `postgres`, `postgres backend`, or the name of a department. */
  name: string;
  at: number;
}

/** A file of a case of which the last byte was received. */
export interface MaterialTold {
  /** Of the upload, and of the material that it became. */
  id: string;
  /** In hexadecimal digits. */
  sha256: string;
}

/** All that clients were told while processes were killed. */
export interface History {
  steps: readonly StepTold[];
  /** Commands on applications for matters. Programs change these as well, so the versions that commands name are not their places. */
  matterSteps: readonly StepTold[];
  reads: readonly ReadTold[];
  materials: readonly MaterialTold[];
  kills: readonly Killed[];
}
