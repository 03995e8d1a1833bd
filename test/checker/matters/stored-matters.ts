import type { StoredKey, StoredMessage } from '../stored-rows.ts';

/** An application for a matter, as its row stands. */
export interface StoredMatterCase {
  number: string;
  /** Code of the matter. */
  matter: string;
  version: number;
  state: string;
  /** Milliseconds from the submission to the end; null when it was not submitted, or has not ended. */
  tookMs: number | null;
  /** What the times of officials, applicants and programs add up to. Null while it has not ended. */
  countedMs: number | null;
}

export interface StoredMatterStep {
  /** Of the application. */
  number: string;
  name: string;
  state: string;
  departmentCase: string | null;
}

/** A row of the timeline of an application. */
export interface StoredMatterEvent {
  number: string;
  sequence: number;
  /** Null for the application as a whole. */
  step: string | null;
  from: string | null;
  to: string;
  side: string;
  person: string | null;
  /** Milliseconds since 1970. */
  at: number;
}

/** Something that a department holds as a fact, because of an application. */
export interface StoredEffect {
  /** Number of the application; null when the department does not say. */
  application: string | null;
  /** Such as ENTERPRISE or `PERMIT 322009001000`. */
  kind: string;
  /** What it is, for people. */
  what: string;
}

/** A case that was filed at a department for an application. */
export interface StoredFiledCase {
  application: string;
  number: string;
  /** What is applied for: the case of one step. */
  kind: string;
  state: string;
  decision: string | null;
}

/** What is kept of applications for matters, in services and in the departments that take their steps. */
export interface StoredMatters {
  rows: readonly StoredMatterCase[];
  steps: readonly StoredMatterStep[];
  events: readonly StoredMatterEvent[];
  messages: readonly StoredMessage[];
  keys: readonly StoredKey[];
  effects: readonly StoredEffect[];
  cases: readonly StoredFiledCase[];
  /** Real-estate units whose holder is not the one that was registered last. */
  wrongUnits: readonly string[];
}
