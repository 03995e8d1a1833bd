import type { CaseEventRow } from '@yiwang/subgraph-kit/cases/tables';
import type { CaseAction, CaseDecision, CaseDefect } from '@yiwang/subgraph-kit/cases';
import { dayOf } from '@yiwang/codes/working-days';
import type { CaseEvent, CaseStep } from './generated/types.ts';
import type { CaseRow } from './tables.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** The events of a case that was not filed in the graph: days from the receipt, in the order in which they are stored. */
export function compactTimeline({ receivedOn, timeline }: CaseRow): CaseEvent[] {
  const start = Date.parse(`${receivedOn}T00:00:00Z`);
  return (timeline ?? []).map(([step, day, note]) => ({
    on: new Date(start + day * MILLISECONDS_A_DAY).toISOString().slice(0, 10),
    at: null,
    step,
    side: null,
    note: note ?? null,
    defects: null,
  }));
}

const STEPS: Readonly<Record<Exclude<CaseAction, 'DECIDE'>, CaseStep>> = {
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
};

/** An event of a case that was filed in the graph. */
export function eventOf({ at, action, side, reason, details }: CaseEventRow): CaseEvent {
  return {
    on: dayOf(new Date(at)),
    at: new Date(at).toISOString(),
    step: action === 'DECIDE' ? (details!['decision'] as CaseDecision) : STEPS[action],
    side,
    note: reason,
    defects: (details?.['defects'] as CaseDefect[] | undefined) ?? null,
  };
}
