import type { TextErrorCode } from '../commands/check-text.ts';
import type { CaseAction, CaseSide, CaseState } from './transitions.ts';

export type CaseDecision = 'GRANTED' | 'DENIED';

/** What the transition table needs of a case: its columns but for who applies for what. Days are those of China, YYYY-MM-DD. */
export interface CaseFacts extends CaseClock {
  state: CaseState;
  /** 1 when it is made; each step adds 1. Also the number of its events. */
  version: number;
  /** The last time that it was submitted. Null for a draft. */
  submittedAt: string | null;
  /** When it was returned to be completed, which happens once. Null when it was not. */
  returnedAt: string | null;
  /** Materials that are still to follow 容缺. Null when none are. */
  followUpMaterials: readonly string[] | null;
  /** The last day on which they may come. Null when none are to follow. */
  followUpBy: string | null;
  /** Null before the decision. */
  decision: CaseDecision | null;
  /** Day of the decision, or on which it was not accepted. Null before, and when it was withdrawn. */
  decidedOn: string | null;
  /** 好差评: from 1 to 5. Null when it was not rated. */
  rating: number | null;
}

/** The time that an office has for a case. */
export interface CaseClock {
  /** Working days that the law allows. Null when the item does not state them. */
  statutoryDays: number | null;
  /** Working days that the office promises. Null when the item does not state them. */
  promisedDays: number | null;
  /** 受理日期. Null before. */
  acceptedOn: string | null;
  /** Last day of the time by law. Null before the case is accepted, and when the item does not state the time. */
  statutoryDueOn: string | null;
  /**
   * Last day of the promised time. The time by law where none is promised. Null before the case
   * is accepted, and when the item states no time.
   */
  dueOn: string | null;
  /** The day on which the clock was stopped. Null when it is not stopped. */
  suspendedOn: string | null;
  /** Working days by which the time was extended. Null when it was not. */
  extensionDays: number | null;
  /** The day by which the office must act next. Null exactly when the office does not have the case. */
  actBy: string | null;
}

/** One thing that is missing or wrong 补正内容. */
export interface CaseDefect {
  /** The material or field of the form. Null when it is about neither. */
  about: string | null;
  problem: string;
}

/** What is signed instead of a proof 告知承诺. */
export interface CaseCommitment {
  text: string;
  signedBy: string;
}

/** A step with what it needs. Texts are as people wrote them. */
export type CaseStep =
  | { action: 'SAVE' | 'SUBMIT' | 'RESUBMIT' | 'ACCEPT' | 'START_REVIEW' | 'RESUME' | 'DELIVER' }
  | { action: 'WITHDRAW'; reason: string | null }
  | { action: 'RETURN'; defects: readonly CaseDefect[] }
  | { action: 'DECLINE' | 'SUSPEND'; reason: string }
  | { action: 'ACCEPT_WITH_FOLLOW_UP'; materials: readonly string[]; by: string }
  | { action: 'ACCEPT_ON_COMMITMENT'; commitment: CaseCommitment }
  | { action: 'SUPPLY'; materials: readonly string[] }
  | { action: 'EXTEND'; days: number; reason: string }
  | { action: 'DECIDE'; decision: CaseDecision; reason: string | null }
  | { action: 'RATE'; stars: number; comment: string | null };

/** What a step needs beside its action and reason, as the timeline keeps it. */
export type CaseDetails = Record<string, unknown>;

/** A step of the timeline, without who took it. */
export interface StepEvent {
  /** The version of the case after the step: from 1, without a gap. */
  sequence: number;
  at: string;
  action: CaseAction;
  /** Null for the first event. */
  from: CaseState | null;
  to: CaseState;
  side: CaseSide;
  reason: string | null;
  details: CaseDetails | null;
}

/** Why a step was not taken. These codes are stable. */
export type CaseStepErrorCode =
  | TextErrorCode
  | 'WRONG_STATE'
  | 'ALREADY_RETURNED'
  | 'NO_DEFECTS'
  | 'TOO_MANY_ENTRIES'
  | 'NO_MATERIALS'
  | 'UNKNOWN_MATERIAL'
  | 'FOLLOW_UP_MISSING'
  | 'DAY_PASSED'
  | 'DAY_TOO_LATE'
  | 'NO_EXTENSION'
  | 'ALREADY_RATED'
  | 'MALFORMED_RATING';

/** The facts alone, of a row that has more. */
export function factsOf(row: CaseFacts): CaseFacts {
  return {
    state: row.state,
    version: row.version,
    submittedAt: row.submittedAt,
    returnedAt: row.returnedAt,
    followUpMaterials: row.followUpMaterials,
    followUpBy: row.followUpBy,
    decision: row.decision,
    decidedOn: row.decidedOn,
    rating: row.rating,
    statutoryDays: row.statutoryDays,
    promisedDays: row.promisedDays,
    acceptedOn: row.acceptedOn,
    statutoryDueOn: row.statutoryDueOn,
    dueOn: row.dueOn,
    suspendedOn: row.suspendedOn,
    extensionDays: row.extensionDays,
    actBy: row.actBy,
  };
}
