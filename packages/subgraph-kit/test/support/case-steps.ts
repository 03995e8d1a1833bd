import { createCalendar } from '@yiwang/codes/working-days';
import {
  CASE_RULES,
  type CaseFacts,
  type CaseStep,
  type CaseState,
  newCase,
  type StepContext,
} from '../../src/cases/index.ts';

export type Action = CaseStep['action'];

/** State before, action, state after. Every other step is refused. */
export const ALLOWED: Record<CaseState, Partial<Record<Action, CaseState>>> = {
  DRAFT: { SAVE: 'DRAFT', SUBMIT: 'SUBMITTED', WITHDRAW: 'WITHDRAWN' },
  SUBMITTED: {
    WITHDRAW: 'WITHDRAWN',
    RETURN: 'RETURNED',
    DECLINE: 'NOT_ACCEPTED',
    ACCEPT: 'ACCEPTED',
    ACCEPT_WITH_FOLLOW_UP: 'ACCEPTED',
    ACCEPT_ON_COMMITMENT: 'ACCEPTED',
  },
  RETURNED: { SAVE: 'RETURNED', RESUBMIT: 'SUBMITTED', WITHDRAW: 'WITHDRAWN' },
  NOT_ACCEPTED: {},
  ACCEPTED: { SUPPLY: 'ACCEPTED', EXTEND: 'ACCEPTED', START_REVIEW: 'UNDER_REVIEW', WITHDRAW: 'WITHDRAWN' },
  UNDER_REVIEW: {
    SUPPLY: 'UNDER_REVIEW',
    EXTEND: 'UNDER_REVIEW',
    SUSPEND: 'SUSPENDED',
    DECIDE: 'DECIDED',
    WITHDRAW: 'WITHDRAWN',
  },
  SUSPENDED: { SUPPLY: 'SUSPENDED', RESUME: 'UNDER_REVIEW', WITHDRAW: 'WITHDRAWN' },
  DECIDED: { DELIVER: 'DELIVERED' },
  DELIVERED: { RATE: 'DELIVERED' },
  WITHDRAWN: {},
};

export const APPLICANTS: readonly Action[] = ['SAVE', 'SUBMIT', 'RESUBMIT', 'SUPPLY', 'WITHDRAW', 'RATE'];

/** A step of each action that has what it needs, for the case on 2026-03-02. */
export const STEPS: { [One in Action]: CaseStep & { action: One } } = {
  SAVE: { action: 'SAVE' },
  SUBMIT: { action: 'SUBMIT' },
  WITHDRAW: { action: 'WITHDRAW', reason: null },
  RETURN: { action: 'RETURN', defects: [{ about: '平面图', problem: '未加盖公章' }] },
  RESUBMIT: { action: 'RESUBMIT' },
  DECLINE: { action: 'DECLINE', reason: '不属于本机关职权范围' },
  ACCEPT: { action: 'ACCEPT' },
  ACCEPT_WITH_FOLLOW_UP: { action: 'ACCEPT_WITH_FOLLOW_UP', materials: ['平面图'], by: '2026-03-20' },
  ACCEPT_ON_COMMITMENT: {
    action: 'ACCEPT_ON_COMMITMENT',
    commitment: { text: '本单位承诺符合条件。', signedBy: '王敏' },
  },
  SUPPLY: { action: 'SUPPLY', materials: ['平面图'] },
  START_REVIEW: { action: 'START_REVIEW' },
  SUSPEND: { action: 'SUSPEND', reason: '现场核查' },
  RESUME: { action: 'RESUME' },
  EXTEND: { action: 'EXTEND', days: 5, reason: '情况复杂' },
  DECIDE: { action: 'DECIDE', decision: 'GRANTED', reason: null },
  DELIVER: { action: 'DELIVER' },
  RATE: { action: 'RATE', stars: 5, comment: null },
};

export const calendar = createCalendar();

/** A moment of a day in China. */
export const at = (day: string, hour = 10) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);

export const context = (day: string): StepContext => ({ at: at(day), calendar, rules: CASE_RULES });

/** A case in a state, accepted on Monday 2026-03-02 with 20 days by law and 5 that are promised. */
export function factsIn(state: CaseState, more: Partial<CaseFacts> = {}): CaseFacts {
  const { facts } = newCase({ statutoryDays: 20, promisedDays: 5 }, at('2026-03-02'));
  const isAccepted = !['DRAFT', 'SUBMITTED', 'RETURNED', 'NOT_ACCEPTED'].includes(state);
  return {
    ...facts,
    state,
    ...(state !== 'DRAFT' && { submittedAt: at('2026-03-02').toISOString() }),
    ...(isAccepted && { acceptedOn: '2026-03-02', dueOn: '2026-03-09', statutoryDueOn: '2026-03-30' }),
    ...(state === 'SUSPENDED' && { suspendedOn: '2026-03-02' }),
    ...more,
  };
}
