import { dayOf } from '@yiwang/codes/working-days';
import { userError, UserErrors, type UserErrorModel } from '../commands/user-errors.ts';
import { goOn, startClock, type StepContext, workingDaysAfter } from './clock.ts';
import {
  type CaseClock,
  type CaseFacts,
  type CaseStep,
  type CaseStepErrorCode,
  factsOf,
  type StepEvent,
} from './facts.ts';
import { workOf } from './step-work.ts';
import { AT_THE_OFFICE, CASE_TRANSITIONS, type CaseState, type CaseTransition } from './transitions.ts';

/** The case after a step and the event that tells of it, or why the step was not taken. */
export type StepResult = StepTaken | { problem: UserErrorModel<CaseStepErrorCode> };

export interface StepTaken {
  facts: CaseFacts;
  event: StepEvent;
}

/** The facts and the first event of a new case. */
export function newCase(times: Pick<CaseClock, 'statutoryDays' | 'promisedDays'>, at: Date): StepTaken {
  const facts: CaseFacts = {
    state: 'DRAFT',
    version: 1,
    submittedAt: null,
    returnedAt: null,
    followUpMaterials: null,
    followUpBy: null,
    decision: null,
    decidedOn: null,
    rating: null,
    ...times,
    acceptedOn: null,
    statutoryDueOn: null,
    dueOn: null,
    suspendedOn: null,
    extensionDays: null,
    actBy: null,
  };
  const { by: side, to } = CASE_TRANSITIONS.START;
  const event = { sequence: 1, at: at.toISOString(), side, to, from: null, reason: null, details: null };
  return { facts, event: { ...event, action: 'START' } };
}

/**
 * Takes one step of a case. Pure: it reads no clock and no database, and changes nothing that it is given.
 *
 * Whether the person may take it is decided elsewhere; see `CASE_TRANSITIONS[step.action].by` for the side that does.
 */
export function takeStep(facts: CaseFacts, step: CaseStep, context: StepContext): StepResult {
  try {
    return take(facts, step, context);
  } catch (error) {
    if (error instanceof UserErrors) return { problem: error.userErrors[0]! };
    throw error;
  }
}

function take(facts: CaseFacts, step: CaseStep, context: StepContext): StepTaken {
  const transition: CaseTransition = CASE_TRANSITIONS[step.action];
  if (!transition.from.includes(facts.state)) {
    throw userError<CaseStepErrorCode>(
      'WRONG_STATE',
      `The case is ${facts.state}. This is possible only while it is ${transition.from.join(' or ')}.`,
    );
  }
  const outcome = workOf(facts, step, context);

  const to = transition.to ?? facts.state;
  const moved: CaseFacts = {
    ...factsOf(facts),
    ...clockAfter(facts, transition.clock, context),
    ...outcome.changes,
    state: to,
    version: facts.version + 1,
  };
  return {
    facts: { ...moved, actBy: actBy(moved, facts, context) },
    event: {
      sequence: moved.version,
      at: context.at.toISOString(),
      action: step.action,
      from: facts.state,
      to,
      side: transition.by,
      reason: outcome.reason ?? null,
      details: outcome.details ?? null,
    },
  };
}

function clockAfter(
  facts: CaseFacts,
  clock: CaseTransition['clock'],
  { at, calendar }: StepContext,
): Partial<CaseClock> {
  const day = dayOf(at);
  switch (clock) {
    case 'START':
      return startClock(calendar, facts, day);
    case 'STOP':
      return { suspendedOn: day };
    case 'GO_ON':
    case 'END':
      // A case that is withdrawn while its clock is stopped has the due days that it would have had.
      return goOn(calendar, facts, day);
    case null:
      return {};
  }
}

/** The day by which the office must act: accept, decide or deliver. Null while it does not have the case. */
function actBy(after: CaseFacts, before: CaseFacts, { at, calendar, rules }: StepContext): string | null {
  if (!AT_THE_OFFICE.includes(after.state)) return null;
  const day = dayOf(at);
  const within: Partial<Record<CaseState, number>> = {
    SUBMITTED: rules.acceptanceDays,
    DECIDED: rules.deliveryDays,
  };
  const days = within[after.state];
  // An item that states no time keeps the day by which it had to be accepted.
  if (days === undefined) return after.dueOn ?? before.actBy;
  return after.state === before.state ? before.actBy : workingDaysAfter(calendar, day, days);
}
