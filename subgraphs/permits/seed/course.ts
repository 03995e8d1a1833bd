import { createWeightTable, dayOfDate, type Population, REFERENCE_DATE } from '@yiwang/population';
import type { CaseDecision, CaseState, CaseStep as AnyStep } from '../src/generated/types.ts';
import type { TimelineEntry } from '../src/tables.ts';
import { addWorkingDays, workingDayFrom } from './working-days.ts';

/** How a case goes, as it stands on the reference date. Days count from 1970-01-01. */
export interface Course {
  receivedDay: number;
  state: CaseState;
  decision: CaseDecision | null;
  dueDay: number | null;
  decidedDay: number | null;
  timeline: TimelineEntry[];
}

const REFERENCE_DAY = dayOfDate(REFERENCE_DATE);

const SUPPLEMENT_SHARE = 0.12;
/** Matters that take so many working days may need a look at the place. */
const INSPECTED_FROM_DAYS = 8;
const INSPECTION_SHARE = 0.3;
/** Decided after the promised day. */
const LATE_SHARE = 0.02;

const OUTCOMES = createWeightTable([
  ['GRANTED', 890],
  ['DENIED', 25],
  ['NOT_ACCEPTED', 40],
  ['WITHDRAWN', 45],
] as const);

/** The steps that are made up. What is done in the graph has more. */
type CaseStep = Extract<
  AnyStep,
  | 'SUBMITTED'
  | 'RETURNED'
  | 'RESUBMITTED'
  | 'ACCEPTED'
  | 'NOT_ACCEPTED'
  | 'INSPECTED'
  | 'REVIEWED'
  | 'GRANTED'
  | 'DENIED'
  | 'WITHDRAWN'
  | 'DELIVERED'
>;

const STATE_AFTER: Readonly<Record<CaseStep, CaseState>> = {
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  RESUBMITTED: 'SUBMITTED',
  ACCEPTED: 'ACCEPTED',
  NOT_ACCEPTED: 'NOT_ACCEPTED',
  INSPECTED: 'UNDER_REVIEW',
  REVIEWED: 'UNDER_REVIEW',
  GRANTED: 'DECIDED',
  DENIED: 'DECIDED',
  WITHDRAWN: 'WITHDRAWN',
  DELIVERED: 'DELIVERED',
};

const DECISIONS: ReadonlySet<CaseStep> = new Set(['GRANTED', 'DENIED']);

const NOTES: Readonly<Partial<Record<CaseStep, readonly string[]>>> = {
  RETURNED: ['申请材料不齐全', '申请表填写不完整', '材料未加盖公章'],
  NOT_ACCEPTED: ['不属于本机关职权范围', '逾期未补正材料'],
  DENIED: ['现场核查不符合要求', '不符合法定条件'],
};

type Plan = [step: CaseStep, day: number][];

/** The courses of a population's cases. */
export function createCourses(population: Population) {
  const outcomes = population.stream('permits/outcome');
  const supplements = population.stream('permits/supplement');
  const acceptances = population.stream('permits/acceptance');
  const inspections = population.stream('permits/inspection');
  const delays = population.stream('permits/delay');
  const reviews = population.stream('permits/review');
  const notes = population.stream('permits/note');

  /**
   * The course of case k of enterprise i.
   *
   * @param wishedDay the day the applicant has in mind; a weekend moves it to the Monday after
   */
  function drawCourse(i: number, k: number, wishedDay: number, promisedDays: number): Course {
    const receivedDay = workingDayFrom(wishedDay);
    // What lies behind the reference date has not happened yet.
    const events = plan(i, k, receivedDay, promisedDays).filter(([, day]) => day <= REFERENCE_DAY);
    const dayOf = (isMeant: (step: CaseStep) => boolean) =>
      events.find(([step]) => isMeant(step))?.[1] ?? null;
    const acceptedDay = dayOf((step) => step === 'ACCEPTED');
    return {
      receivedDay,
      state: STATE_AFTER[events.at(-1)![0]],
      decision: decisionOf(events),
      dueDay: acceptedDay === null ? null : addWorkingDays(acceptedDay, promisedDays),
      decidedDay: dayOf((step) => DECISIONS.has(step) || step === 'NOT_ACCEPTED'),
      timeline: events.map(([step, day]) => entry(i, k, step, day - receivedDay)),
    };
  }

  /** All events that the case is to have, in order. */
  function plan(i: number, k: number, receivedDay: number, promisedDays: number): Plan {
    const events: Plan = [['SUBMITTED', receivedDay]];
    let complete = receivedDay;
    if (supplements.chance(i, 2 * k, SUPPLEMENT_SHARE)) {
      const requested = addWorkingDays(receivedDay, 1);
      complete = addWorkingDays(requested, supplements.integer(i, 2 * k + 1, 1, 8));
      events.push(['RETURNED', requested], ['RESUBMITTED', complete]);
    }
    const outcome = outcomes.weighted(i, k, OUTCOMES);
    if (outcome === 'NOT_ACCEPTED') return [...events, ['NOT_ACCEPTED', addWorkingDays(complete, 1)]];

    const accepted = addWorkingDays(complete, acceptances.integer(i, k, 0, Math.min(1, promisedDays)));
    const taken = workingDaysTaken(i, k, promisedDays);
    const halfWay = addWorkingDays(accepted, Math.floor(taken / 2));
    events.push(['ACCEPTED', accepted]);
    if (promisedDays >= INSPECTED_FROM_DAYS && inspections.chance(i, k, INSPECTION_SHARE)) {
      events.push(['INSPECTED', halfWay]);
    }
    if (outcome === 'WITHDRAWN') return [...events, ['WITHDRAWN', halfWay]];

    const decided = addWorkingDays(accepted, taken);
    if (taken > 0) events.push(['REVIEWED', addWorkingDays(accepted, taken - 1)]);
    events.push([outcome, decided]);
    if (outcome === 'GRANTED') events.push(['DELIVERED', addWorkingDays(decided, 1)]);
    return events;
  }

  /** From a third of the promised days up to them; a few take longer. */
  function workingDaysTaken(i: number, k: number, promisedDays: number): number {
    if (delays.chance(i, 2 * k, LATE_SHARE)) return promisedDays + delays.integer(i, 2 * k + 1, 1, 5);
    return reviews.integer(i, k, Math.ceil(promisedDays / 3), promisedDays);
  }

  function entry(i: number, k: number, step: CaseStep, day: number): TimelineEntry {
    const texts = NOTES[step];
    return texts ? [step, day, notes.pick(i, k, texts)] : [step, day];
  }

  return drawCourse;
}

function decisionOf(events: Plan): CaseDecision | null {
  const decided = events.find(([step]) => DECISIONS.has(step))?.[0];
  return decided === 'GRANTED' || decided === 'DENIED' ? decided : null;
}
