import { addDays, createCalendar, dayOf, startOfDay } from '@yiwang/codes/working-days';
import { REFERENCE_DATE } from '../calendar.ts';
import type { Stream } from '../stream.ts';
import type { CaseMove, Entry, Happening } from './application.ts';

const CALENDAR = createCalendar();
const MINUTE_MS = 60_000;

/** First day of the applications: two years before the reference date. */
export const FIRST_DAY = '2024-01-01';

/** When in a day things are done, in minutes: one after the other, so that several may be done in one day. */
const SLOTS = {
  SUBMIT: [480, 585],
  ACCEPT: [600, 705],
  REVIEW: [780, 825],
  DECIDE: [840, 1005],
  WITHDRAW: [1050, 1125],
  /** People complete what was returned in the evening. */
  COMPLETE: [1140, 1260],
} as const;
type Slot = keyof typeof SLOTS;

/** Why offices return and deny. */
const DEFECTS = ['申请表填写不完整', '材料未加盖公章', '请补充相关证明材料'];
const DENIALS = ['不符合法定条件', '现场核查不符合要求'];
const WITHDRAWALS = ['计划调整', '暂缓办理'];

/** How an office treats a case. */
export interface CaseCourse {
  step: string;
  outcome: 'GRANTED' | 'DENIED' | 'DECLINED' | 'WITHDRAWN';
  /** Working days from the acceptance to the decision. */
  days: readonly [least: number, most: number];
  /** Share of cases that are returned to be completed. */
  returnedShare: number;
  /** Most days until they are. */
  completionDays: number;
  /** The day of the decision, where it is given; it must be a working day on or after that of the acceptance. */
  decidedOn?: string;
}

export type History = ReturnType<typeof createHistory>;

/** Writes the history of application `i`: each moment follows from those before and from the stream. */
export function createHistory(draws: Stream, i: number) {
  const entries: Entry[] = [];
  let draw = 0;
  const integer = (least: number, most: number) => draws.integer(i, draw++, least, most);
  const chance = (share: number) => draws.chance(i, draw++, share);
  const pick = (texts: readonly string[]) => draws.pick(i, draw++, texts);
  const moment = (day: string, slot: Slot) =>
    new Date(startOfDay(day).getTime() + integer(SLOTS[slot][0] * MINUTE_MS, SLOTS[slot][1] * MINUTE_MS - 1));
  const write = (at: Date, happening: Happening) => void entries.push({ ...happening, at });
  const move = (at: Date, step: string, one: CaseMove) => write(at, { what: 'CASE', step, move: one });
  /** A program's answer to what happened at a moment. */
  const soon = (after: Date) => new Date(after.getTime() + integer(400, 4_000));

  return {
    integer,
    chance,

    /** Begins a draft, and submits it, unless it stays one. @returns when it was submitted */
    begin(day: string, isDraft: boolean): Date {
      const at = moment(day, 'SUBMIT');
      write(new Date(at.getTime() - integer(5, 60) * MINUTE_MS), { what: 'START' });
      if (!isDraft) write(at, { what: 'SUBMIT' });
      return at;
    },

    /** A program takes a step. @returns when it was done */
    machine(step: string, after: Date): Date {
      const at = soon(after);
      write(at, { what: 'DONE', step });
      return at;
    },

    /** Files a case, and takes it through its office. @returns when it was decided, or when the application is withdrawn */
    takeCase(
      { step, outcome, days, returnedShare, completionDays, decidedOn }: CaseCourse,
      after: Date,
    ): Date {
      let at = soon(after);
      move(at, step, { action: 'SUBMIT' });
      let day = officeDay(at);
      if (chance(returnedShare)) {
        const problem = pick(DEFECTS);
        move(moment(day, 'ACCEPT'), step, { action: 'RETURN', defects: [{ about: null, problem }] });
        at = moment(addDays(day, integer(0, completionDays)), 'COMPLETE');
        write(at, { what: 'COMPLETE' });
        at = soon(at);
        move(at, step, { action: 'RESUBMIT' });
        day = officeDay(at);
      }
      if (outcome === 'WITHDRAWN') return moment(day, 'WITHDRAW');
      at = moment(day, 'ACCEPT');
      if (outcome === 'DECLINED') {
        move(at, step, { action: 'DECLINE', reason: pick(DENIALS) });
        return at;
      }
      move(at, step, { action: 'ACCEPT' });
      const decision = decidedOn ?? workingDayAfter(day, integer(...days));
      move(moment(decision === day ? day : workingDayAfter(day, 1), 'REVIEW'), step, {
        action: 'START_REVIEW',
      });
      at = moment(decision, 'DECIDE');
      const reason = outcome === 'DENIED' ? pick(DENIALS) : null;
      move(at, step, { action: 'DECIDE', decision: outcome, reason });
      move(moment(workingDayAfter(decision, 1), 'ACCEPT'), step, { action: 'DELIVER' });
      return at;
    },

    /** The applicant withdraws what a case is open for. */
    withdraw(at: Date, openStep: string): Date {
      write(at, { what: 'WITHDRAW', reason: pick(WITHDRAWALS) });
      const withdrawn = soon(at);
      move(withdrawn, openStep, { action: 'WITHDRAW', reason: null });
      return withdrawn;
    },

    /** Undoes steps, in this order. */
    undo(steps: readonly string[], after: Date): void {
      let at = after;
      for (const step of steps) {
        at = soon(at);
        write(at, { what: 'UNDONE', step });
      }
    },

    /** The history up to the end of the reference date. */
    entries(): Entry[] {
      return entries
        .filter(({ at }) => dayOf(at) <= REFERENCE_DATE)
        .sort((one, other) => one.at.getTime() - other.at.getTime());
    },
  };
}

/** The working day on which an office looks at what came at a moment: the same one for what came before ten o'clock. */
function officeDay(at: Date): string {
  const day = dayOf(at);
  const isEarly = at.getTime() < startOfDay(day).getTime() + SLOTS.ACCEPT[0] * MINUTE_MS;
  return isEarly && CALENDAR.isWorkingDay(day) ? day : CALENDAR.addWorkingDays(day, 1);
}

/** So many working days later; the day itself for 0. */
function workingDayAfter(day: string, count: number): string {
  return count === 0 ? day : CALENDAR.addWorkingDays(day, count);
}

/** A day on which what is under way on the reference date is not decided yet. */
export const LATER = '2026-01-05';

/** The working day so many working days before another. */
export function workingDayBefore(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, -1);
    if (CALENDAR.isWorkingDay(found)) left--;
  }
  return found;
}

export function isWorkingDay(day: string): boolean {
  return CALENDAR.isWorkingDay(day);
}

/**
 * A day on which an application is begun: any since {@link FIRST_DAY}, or, for what is to be under way on the reference date, one of the
 * last days.
 */
export function beginningOf(history: History, recentShare: number, recentDays: number): string {
  const days = (Date.parse(REFERENCE_DATE) - Date.parse(FIRST_DAY)) / 86_400_000;
  const ago = history.chance(recentShare) ? history.integer(0, recentDays) : history.integer(0, days);
  const day = addDays(REFERENCE_DATE, -ago);
  return day === FIRST_DAY || CALENDAR.isWorkingDay(day) ? day : workingDayBefore(day, 1);
}
