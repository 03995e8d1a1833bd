import { createCalendar, dayOf } from '@yiwang/codes/working-days';
import type { CopyValue } from '../prepare/copy-rows.ts';
import { CASE_RULES } from './clock.ts';
import type { CaseClock, CaseFacts, CaseStep, StepEvent } from './facts.ts';
import { newCase, takeStep } from './take-step.ts';

/** A step of a made-up case, and when it is taken. */
export interface MadeUpStep {
  at: Date;
  step: CaseStep;
}

const calendar = createCalendar();

/**
 * Takes a new case through steps, as the service would.
 *
 * @param begunAt when the draft is made
 * @throws Error when a step is not possible
 */
export function followSteps(
  times: Pick<CaseClock, 'statutoryDays' | 'promisedDays'>,
  begunAt: Date,
  steps: readonly MadeUpStep[],
): { facts: CaseFacts; events: StepEvent[] } {
  const started = newCase(times, begunAt);
  let { facts } = started;
  const events = [started.event];
  for (const { at, step } of steps) {
    const taken = takeStep(facts, step, { at, calendar, rules: CASE_RULES });
    if ('problem' in taken) throw new Error(`A made-up case cannot ${step.action}: ${taken.problem.message}`);
    ({ facts } = taken);
    events.push(taken.event);
  }
  return { facts, events };
}

/** A case that a client has filed for a person, and that officials decide. */
export interface MadeUpFiledCase {
  number: string;
  /** Whoever files it: the client. */
  filedThrough: string;
  reference: string;
  /** `sub`. */
  person: string;
  applicantUscc: string | null;
  region: string;
  formVersion: number | null;
  form: Record<string, unknown> | null;
  facts: CaseFacts;
  events: readonly StepEvent[];
}

/** The columns of a table of cases that {@link filedCaseValues} fills; departments have more. */
export const filedCaseColumns = [
  'number',
  'state',
  'version',
  'applicant_uscc',
  'applicant_user',
  'filed_by',
  'filed_through',
  'reference',
  'form_version',
  'form',
  'submitted_at',
  'returned_at',
  'decision',
  'decided_on',
  'statutory_days',
  'promised_days',
  'accepted_on',
  'statutory_due_on',
  'due_on',
  'act_by',
  'region_code',
  'received_on',
] as const;

export function filedCaseValues({ facts, ...one }: MadeUpFiledCase): CopyValue[] {
  return [
    one.number,
    facts.state,
    facts.version,
    one.applicantUscc,
    one.applicantUscc === null ? one.person : null,
    one.person,
    one.filedThrough,
    one.reference,
    one.formVersion,
    one.form && JSON.stringify(one.form),
    facts.submittedAt,
    facts.returnedAt,
    facts.decision,
    facts.decidedOn,
    facts.statutoryDays,
    facts.promisedDays,
    facts.acceptedOn,
    facts.statutoryDueOn,
    facts.dueOn,
    facts.actBy,
    one.region,
    dayOf(new Date(one.events[0]!.at)),
  ];
}

export const filedCaseEventColumns = [
  'case_number',
  'sequence',
  'at',
  'action',
  'from',
  'to',
  'side',
  'person',
  'client',
  'right',
  'reason',
  'details',
  'machine_ms',
] as const;

/** The timelines of filed cases: what the client did of itself has no person. */
export function* filedCaseEventRows(
  cases: Iterable<MadeUpFiledCase>,
  official: string,
): Generator<CopyValue[]> {
  for (const { number, filedThrough, events } of cases) {
    for (const { sequence, at, action, from, to, side, reason, details } of events) {
      const by =
        side === 'OFFICIAL'
          ? [official, 'made-up', 'official:made-up']
          : [null, filedThrough, `filed:${filedThrough}`];
      yield [
        number,
        sequence,
        at,
        action,
        from,
        to,
        side,
        ...by,
        reason,
        details && JSON.stringify(details),
        0,
      ];
    }
  }
}
