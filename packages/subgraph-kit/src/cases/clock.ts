import type { WorkingCalendar } from '@yiwang/codes/working-days';
import type { CaseClock, CaseFacts, StepEvent } from './facts.ts';
import type { CaseState } from './transitions.ts';

/** Days that no item states, since the law sets them for all. */
export interface CaseRules {
  /** Working days from the submission in which the office accepts, returns or declines (行政许可法 第三十二条). */
  acceptanceDays: number;
  /** Working days from the decision in which it is delivered (行政许可法 第四十四条). */
  deliveryDays: number;
  /** Most working days by which the time to decide is extended, once (行政许可法 第四十二条). */
  maxExtensionDays: number;
  /** Most working days that materials may come after the acceptance 容缺. */
  maxFollowUpDays: number;
}

export const CASE_RULES: CaseRules = {
  acceptanceDays: 5,
  deliveryDays: 10,
  maxExtensionDays: 10,
  maxFollowUpDays: 60,
};

/** What a step is taken in. */
export interface StepContext {
  at: Date;
  calendar: WorkingCalendar;
  rules: CaseRules;
}

/** The day so many working days later; the day itself for 0. */
export function workingDaysAfter(calendar: WorkingCalendar, day: string, count: number): string {
  return count === 0 ? day : calendar.addWorkingDays(day, count);
}

/** Starts the time to decide. It is counted from the day after. */
export function startClock(calendar: WorkingCalendar, clock: CaseClock, day: string): Partial<CaseClock> {
  const after = (days: number | null) => (days === null ? null : workingDaysAfter(calendar, day, days));
  return {
    acceptedOn: day,
    statutoryDueOn: after(clock.statutoryDays),
    dueOn: after(clock.promisedDays ?? clock.statutoryDays),
    suspendedOn: null,
  };
}

/** Lets a stopped clock go on. The working days that were left when it was stopped are left again; what was over stays over. */
export function goOn(calendar: WorkingCalendar, clock: CaseClock, day: string): Partial<CaseClock> {
  const { suspendedOn, statutoryDueOn, dueOn } = clock;
  if (suspendedOn === null) return {};
  const move = (due: string | null) => {
    if (due === null || due < suspendedOn) return due;
    return workingDaysAfter(calendar, day, calendar.workingDaysBetween(suspendedOn, due));
  };
  return { statutoryDueOn: move(statutoryDueOn), dueOn: move(dueOn), suspendedOn: null };
}

/** Moves both due days by working days. */
export function moveDueDays(
  calendar: WorkingCalendar,
  { statutoryDueOn, dueOn }: CaseClock,
  days: number,
): Partial<CaseClock> {
  const move = (due: string | null) => (due === null ? null : workingDaysAfter(calendar, due, days));
  return { statutoryDueOn: move(statutoryDueOn), dueOn: move(dueOn) };
}

/**
 * Whether the promised time is over, or was over when the case was decided. While the clock is stopped nothing becomes overdue.
 *
 * @param today YYYY-MM-DD
 */
export function isOverdue(
  { state, dueOn, suspendedOn, decidedOn }: Pick<CaseFacts, 'state' | 'dueOn' | 'suspendedOn' | 'decidedOn'>,
  today: string,
): boolean {
  if (state === 'WITHDRAWN') return false;
  return dueOn !== null && dueOn < (decidedOn ?? suspendedOn ?? today);
}

/** Who has a case in a state: the time that passes is theirs. Null when it is over. */
export const CASE_HOLDERS: Readonly<Record<CaseState, 'applicantMs' | 'officialMs' | 'suspendedMs' | null>> =
  {
    DRAFT: 'applicantMs',
    SUBMITTED: 'officialMs',
    RETURNED: 'applicantMs',
    NOT_ACCEPTED: null,
    ACCEPTED: 'officialMs',
    UNDER_REVIEW: 'officialMs',
    SUSPENDED: 'suspendedMs',
    DECIDED: 'officialMs',
    DELIVERED: null,
    WITHDRAWN: null,
  };

/** Milliseconds of a case, by who had it. */
export interface CaseTimes {
  applicantMs: number;
  officialMs: number;
  /** While the clock was stopped. */
  suspendedMs: number;
  /** Taken by programs for the steps themselves; in none of the others. */
  machineMs: number;
}

/**
 * Splits the time of a case by who had it: people, or the machine.
 *
 * @param events the timeline, first event first, with the milliseconds that programs took for each step
 * @param until the end of the time that is counted, when the case is not over
 */
export function timesOf(
  events: readonly (Pick<StepEvent, 'at' | 'to'> & { machineMs: number | null })[],
  until: Date,
): CaseTimes {
  const times = { applicantMs: 0, officialMs: 0, suspendedMs: 0, machineMs: 0 };
  times.machineMs += events[0]?.machineMs ?? 0;
  for (const [i, { at, to }] of events.entries()) {
    const next = events[i + 1];
    const holder = CASE_HOLDERS[to];
    const end = next ? Date.parse(next.at) : until.getTime();
    const passed = Math.max(0, end - Date.parse(at));
    // What leads to the next step is the machine's time, and was waited for before it.
    const machine = Math.min(passed, next?.machineMs ?? 0);
    if (holder) times[holder] += passed - machine;
    times.machineMs += machine;
  }
  return times;
}
