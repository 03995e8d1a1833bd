import { dayOf } from '@yiwang/codes/working-days';
import { timesOf } from './clock.ts';
import type { CaseDecision, CaseDefect, CaseFacts, StepEvent } from './facts.ts';
import type { CaseEventRow } from './tables.ts';
import type { CaseAction, CaseSide } from './transitions.ts';

const HOUR_MS = 3_600_000;

/** What schemas name the steps: what was done, and of a decision what was decided. */
const STEP_NAMES = {
  START: 'STARTED',
  SAVE: 'SAVED',
  SUBMIT: 'SUBMITTED',
  WITHDRAW: 'WITHDRAWN',
  RETURN: 'RETURNED',
  RESUBMIT: 'RESUBMITTED',
  DECLINE: 'NOT_ACCEPTED',
  ACCEPT: 'ACCEPTED',
  ACCEPT_WITH_FOLLOW_UP: 'ACCEPTED_WITH_FOLLOW_UP',
  ACCEPT_ON_COMMITMENT: 'ACCEPTED_ON_COMMITMENT',
  SUPPLY: 'SUPPLIED',
  START_REVIEW: 'REVIEW_STARTED',
  SUSPEND: 'SUSPENDED',
  RESUME: 'RESUMED',
  EXTEND: 'EXTENDED',
  DELIVER: 'DELIVERED',
  RATE: 'RATED',
} as const satisfies Record<Exclude<CaseAction, 'DECIDE'>, string>;

/** One step of a timeline, as schemas show it. */
export interface CaseEventModel {
  /** Day in China. */
  on: string;
  /** ISO 8601. */
  at: string;
  step: (typeof STEP_NAMES)[keyof typeof STEP_NAMES] | CaseDecision;
  side: CaseSide;
  note: string | null;
  /** Null for a step that does not return the case. */
  defects: CaseDefect[] | null;
}

export function caseEventOf({ at, action, side, reason, details }: CaseEventRow): CaseEventModel {
  return {
    on: dayOf(new Date(at)),
    at: new Date(at).toISOString(),
    step: action === 'DECIDE' ? (details!['decision'] as CaseDecision) : STEP_NAMES[action],
    side,
    note: reason,
    defects: defectsOf(details),
  };
}

/**
 * What was missing when the case was returned. Null when it never was.
 *
 * @param events the timeline
 */
export function returnedDefects(
  events: readonly Pick<CaseEventRow, 'action' | 'details'>[],
): CaseDefect[] | null {
  return defectsOf(events.findLast(({ action }) => action === 'RETURN')?.details ?? null);
}

function defectsOf(details: CaseEventRow['details']): CaseDefect[] | null {
  return (details?.['defects'] as CaseDefect[] | undefined) ?? null;
}

/** Hours of a case, by who had it; see `timesOf`. */
export function caseHours(events: Parameters<typeof timesOf>[0], until: Date) {
  const { applicantMs, officialMs, suspendedMs, machineMs } = timesOf(events, until);
  return {
    applicantHours: applicantMs / HOUR_MS,
    officialHours: officialMs / HOUR_MS,
    suspendedHours: suspendedMs / HOUR_MS,
    machineHours: machineMs / HOUR_MS,
  };
}

/** Why a case was not accepted, or denied. Null when it was neither, or nobody wrote why. */
export function denialReason(
  { state, decision }: Pick<CaseFacts, 'state' | 'decision'>,
  events: readonly Pick<StepEvent, 'action' | 'reason'>[],
): string | null {
  if (state !== 'NOT_ACCEPTED' && decision !== 'DENIED') return null;
  return events.findLast(({ action }) => action === 'DECLINE' || action === 'DECIDE')?.reason ?? null;
}
