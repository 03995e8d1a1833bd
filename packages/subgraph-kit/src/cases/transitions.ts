/** Where a case 办件 stands. */
export const CASE_STATES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'NOT_ACCEPTED',
  'ACCEPTED',
  'UNDER_REVIEW',
  'SUSPENDED',
  'DECIDED',
  'DELIVERED',
  'WITHDRAWN',
] as const;

export type CaseState = (typeof CASE_STATES)[number];

/** Who takes a step: whoever acts for the applicant, or an official of the department. */
export type CaseSide = 'APPLICANT' | 'OFFICIAL';

export const CASE_ACTIONS = [
  'START',
  'SAVE',
  'SUBMIT',
  'WITHDRAW',
  'RETURN',
  'RESUBMIT',
  'DECLINE',
  'ACCEPT',
  'ACCEPT_WITH_FOLLOW_UP',
  'ACCEPT_ON_COMMITMENT',
  'SUPPLY',
  'START_REVIEW',
  'SUSPEND',
  'RESUME',
  'EXTEND',
  'DECIDE',
  'DELIVER',
  'RATE',
] as const;

export type CaseAction = (typeof CASE_ACTIONS)[number];

export interface CaseTransition {
  by: CaseSide;
  from: readonly CaseState[];
  /** The new state. Null when the state does not change. */
  to: CaseState | null;
  /** What happens to the clock of the time to decide. */
  clock: 'START' | 'STOP' | 'GO_ON' | 'END' | null;
}

/** The states in which the office has the case and must act by a day. */
export const AT_THE_OFFICE: readonly CaseState[] = [
  'SUBMITTED',
  'ACCEPTED',
  'UNDER_REVIEW',
  'SUSPENDED',
  'DECIDED',
];

/** Every step that a case can take. Whatever is not here is refused. */
export const CASE_TRANSITIONS = {
  /** Makes the case, and so is possible in no state. */
  START: { by: 'APPLICANT', from: [], to: 'DRAFT', clock: null },
  SAVE: { by: 'APPLICANT', from: ['DRAFT', 'RETURNED'], to: null, clock: null },
  SUBMIT: { by: 'APPLICANT', from: ['DRAFT'], to: 'SUBMITTED', clock: null },
  WITHDRAW: {
    by: 'APPLICANT',
    from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED'],
    to: 'WITHDRAWN',
    clock: 'END',
  },
  /** 一次性告知: once, with everything that is missing. */
  RETURN: { by: 'OFFICIAL', from: ['SUBMITTED'], to: 'RETURNED', clock: null },
  RESUBMIT: { by: 'APPLICANT', from: ['RETURNED'], to: 'SUBMITTED', clock: null },
  /** 不予受理 */
  DECLINE: { by: 'OFFICIAL', from: ['SUBMITTED'], to: 'NOT_ACCEPTED', clock: null },
  /** 受理 */
  ACCEPT: { by: 'OFFICIAL', from: ['SUBMITTED'], to: 'ACCEPTED', clock: 'START' },
  /** 容缺受理 */
  ACCEPT_WITH_FOLLOW_UP: { by: 'OFFICIAL', from: ['SUBMITTED'], to: 'ACCEPTED', clock: 'START' },
  /** 告知承诺 */
  ACCEPT_ON_COMMITMENT: { by: 'OFFICIAL', from: ['SUBMITTED'], to: 'ACCEPTED', clock: 'START' },
  /** Materials that were to follow have come. */
  SUPPLY: { by: 'APPLICANT', from: ['ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED'], to: null, clock: null },
  START_REVIEW: { by: 'OFFICIAL', from: ['ACCEPTED'], to: 'UNDER_REVIEW', clock: null },
  SUSPEND: { by: 'OFFICIAL', from: ['UNDER_REVIEW'], to: 'SUSPENDED', clock: 'STOP' },
  RESUME: { by: 'OFFICIAL', from: ['SUSPENDED'], to: 'UNDER_REVIEW', clock: 'GO_ON' },
  EXTEND: { by: 'OFFICIAL', from: ['ACCEPTED', 'UNDER_REVIEW'], to: null, clock: null },
  DECIDE: { by: 'OFFICIAL', from: ['UNDER_REVIEW'], to: 'DECIDED', clock: 'END' },
  DELIVER: { by: 'OFFICIAL', from: ['DECIDED'], to: 'DELIVERED', clock: null },
  /** 好差评 */
  RATE: { by: 'APPLICANT', from: ['DELIVERED'], to: null, clock: null },
} as const satisfies Record<CaseAction, CaseTransition>;
