import type { CorrectionRow, SharingApplicationRow, SharingEventRow } from '../tables/sharing-tables.ts';

type Action = SharingEventRow['action'];

/** Who may take an action, and in which states. */
export interface Transition<State extends string> {
  by: 'CLIENT' | 'DEPARTMENT';
  from: readonly State[];
  /** The new state. Null when the state does not change. */
  to: State | null;
  /** Whether the action is the answer for which the client waits. */
  answers: boolean;
}

export const APPLICATION_TRANSITIONS = {
  REVISE: { by: 'CLIENT', from: ['DRAFT', 'CHANGES_REQUESTED'], to: null, answers: false },
  SUBMIT: { by: 'CLIENT', from: ['DRAFT', 'CHANGES_REQUESTED'], to: 'SUBMITTED', answers: false },
  WITHDRAW: {
    by: 'CLIENT',
    from: ['DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED'],
    to: 'WITHDRAWN',
    answers: false,
  },
  REQUEST_CHANGES: { by: 'DEPARTMENT', from: ['SUBMITTED'], to: 'CHANGES_REQUESTED', answers: true },
  EXTEND: { by: 'DEPARTMENT', from: ['SUBMITTED'], to: null, answers: false },
  APPROVE: { by: 'DEPARTMENT', from: ['SUBMITTED'], to: 'APPROVED', answers: true },
  REFUSE: { by: 'DEPARTMENT', from: ['SUBMITTED'], to: 'REFUSED', answers: true },
} as const satisfies Partial<Record<Action, Transition<SharingApplicationRow['state']>>>;

export type ApplicationAction = keyof typeof APPLICATION_TRANSITIONS;

export const CORRECTION_TRANSITIONS = {
  WITHDRAW: { by: 'CLIENT', from: ['SUBMITTED'], to: 'WITHDRAWN', answers: false },
  ACCEPT: { by: 'DEPARTMENT', from: ['SUBMITTED'], to: 'ACCEPTED', answers: true },
  REFUSE: { by: 'DEPARTMENT', from: ['SUBMITTED'], to: 'REFUSED', answers: true },
  ANSWER: { by: 'DEPARTMENT', from: ['SUBMITTED'], to: 'ANSWERED', answers: true },
} as const satisfies Partial<Record<Action, Transition<CorrectionRow['state']>>>;

export type CorrectionAction = keyof typeof CORRECTION_TRANSITIONS;
