import type { MatterEventRow } from '../tables.ts';
import { isOver, type Matter } from './matter.ts';

/** An event of the timeline, without when and by whom. */
export type NewEvent = Pick<MatterEventRow, 'step' | 'from' | 'to' | 'problems'>;

/** What a reader of the timeline sees: the application first when it was submitted, and last when it is undone or ends. */
export function eventsBetween(before: Matter, after: Matter): NewEvent[] {
  const steps = after.steps.flatMap((step, i): NewEvent[] => {
    const from = before.steps[i]!.state;
    if (step.state === from) return [];
    const problems = SHOWN.has(step.state) ? step.problems : [];
    return [{ step: step.name, from, to: step.state, problems }];
  });
  if (after.state === before.state) return steps;
  const problems = after.reason === null ? [] : [{ code: null, message: after.reason, about: null }];
  const whole: NewEvent = { step: null, from: before.state, to: after.state, problems };
  return before.state === 'DRAFT' && !isOver(after) ? [whole, ...steps] : [...steps, whole];
}

const SHOWN: ReadonlySet<string> = new Set(['RETURNED', 'DENIED', 'SKIPPED', 'LEFT_OUT']);
