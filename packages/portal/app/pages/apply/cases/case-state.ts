import { createCalendar, dayOf } from '@yiwang/codes/working-days';

/** What of a case says where it stands. */
export interface CaseFacts {
  state: string;
  decision?: string | null;
  actBy?: string | null;
  dueOn?: string | null;
  rating?: number | null;
  followUp?: { materials: string[]; by: string } | null;
}

/** Who acts next on a case, and until when. */
export interface NextAct {
  side: 'APPLICANT' | 'OFFICE' | 'NOBODY';
  /** Message `cases.next.*`. */
  act: string;
  until: string | null;
}

export function nextActOf({ state, decision, actBy, dueOn, rating, followUp }: CaseFacts): NextAct {
  if (followUp) return { side: 'APPLICANT', act: 'FOLLOW_UP', until: followUp.by };
  switch (state) {
    case 'DRAFT':
    case 'RETURNED':
      return { side: 'APPLICANT', act: state, until: null };
    case 'SUBMITTED':
      return { side: 'OFFICE', act: state, until: actBy ?? null };
    case 'ACCEPTED':
    case 'UNDER_REVIEW':
      return { side: 'OFFICE', act: 'DECIDE', until: actBy ?? dueOn ?? null };
    case 'SUSPENDED':
      return { side: 'OFFICE', act: state, until: null };
    case 'DECIDED':
      if (decision === 'DENIED') return { side: 'NOBODY', act: 'DENIED', until: null };
      return { side: 'OFFICE', act: 'DELIVER', until: actBy ?? null };
    case 'DELIVERED':
      if (rating === null || rating === undefined) return { side: 'APPLICANT', act: 'RATE', until: null };
      return { side: 'NOBODY', act: 'DONE', until: null };
    default:
      return { side: 'NOBODY', act: state, until: null };
  }
}

export interface Countdown {
  /** Working days that are left after today; 0 on the last day. Null when the day is over. */
  left: number | null;
  /** Working days since the day, when it is over. */
  late: number;
}

const calendar = createCalendar();

/** How many working days are left until the end of a day, as the law counts them in China. */
export function countDown(until: string, now = new Date()): Countdown {
  const today = dayOf(now);
  if (until < today) return { left: null, late: calendar.workingDaysBetween(until, today) };
  return { left: calendar.workingDaysBetween(today, until), late: 0 };
}

export type StageState = 'done' | 'now' | 'stopped' | 'ahead' | 'ended';

const STAGES = ['FILL', 'SUBMIT', 'ACCEPT', 'REVIEW', 'DECIDE', 'DELIVER'] as const;

/** How many stages are behind a state. */
const BEHIND: Readonly<Record<string, number>> = {
  DRAFT: 0,
  RETURNED: 0,
  SUBMITTED: 2,
  ACCEPTED: 3,
  UNDER_REVIEW: 3,
  SUSPENDED: 3,
  DECIDED: 5,
  DELIVERED: 6,
};

/** The way of a case as a picture: what is behind, where it stands, what is ahead. What ended early goes no further. */
export function stagesOf(
  { state, decision }: CaseFacts,
  steps: readonly string[],
): { stage: (typeof STAGES)[number]; state: StageState }[] {
  const isEarly = state === 'NOT_ACCEPTED' || state === 'WITHDRAWN';
  const wasAccepted = steps.some((step) => step.startsWith('ACCEPTED'));
  const wasSubmitted = steps.some((step) => step === 'SUBMITTED');
  const behind = isEarly ? (wasAccepted ? 3 : wasSubmitted ? 2 : 1) : (BEHIND[state] ?? 0);
  const shown = isEarly ? STAGES.slice(0, behind + 1) : decision === 'DENIED' ? STAGES.slice(0, 5) : STAGES;
  return shown.map((stage, i) => {
    if (i < behind) return { stage, state: 'done' };
    if (i > behind) return { stage, state: 'ahead' };
    return { stage, state: isEarly ? 'ended' : state === 'SUSPENDED' ? 'stopped' : 'now' };
  });
}
