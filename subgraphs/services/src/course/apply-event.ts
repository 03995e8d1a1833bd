import type { MatterDefinition, StepDefinition } from '../definition/definition.ts';
import { stepOf } from '../definition/definition.ts';
import {
  type CaseNews,
  FOLLOWED,
  type Matter,
  type MatterEvent,
  type StepFacts,
  type StepProblem,
  type StepState,
  type Work,
} from './matter.ts';

/** What officials define of a matter, as far as its course depends on it. */
export type Course = Pick<MatterDefinition, 'steps'>;

/** Why people or operators cannot do something now. */
export type CourseProblemCode = 'WRONG_STATE' | 'NOTHING_RETURNED' | 'NOT_STUCK';

export interface CourseProblem {
  code: CourseProblemCode;
  message: string;
}

/** The matter after an event, and the machine's work that is due because of it. */
export interface Applied {
  matter: Matter;
  work: readonly Work[];
}

/**
 * The matter after an event. News of a machine that is late, or comes twice, changes nothing.
 *
 * @returns a problem when people ask for what is not possible now
 */
export function applyEvent(course: Course, matter: Matter, event: MatterEvent): Applied | CourseProblem {
  const changed = change(matter, event);
  if ('code' in changed) return changed;
  const settled = settle(course, changed);
  return { matter: settled, work: workBetween(matter, settled) };
}

function change(matter: Matter, event: MatterEvent): Matter | CourseProblem {
  switch (event.kind) {
    case 'SUBMIT':
      if (matter.state !== 'DRAFT') return wrongState(matter, 'It was submitted before.');
      return {
        ...matter,
        state: 'IN_PROGRESS',
        steps: matter.steps.map((step) =>
          event.leftOut.includes(step.name) ? { ...step, state: 'SKIPPED' } : step,
        ),
      };
    case 'STEP_DONE':
      return withStep(matter, event.step, (step) =>
        isCurrent(step, 'DOING', event.attempt)
          ? { ...step, state: 'DONE', result: event.result, problems: [], order: nextOrder(matter) }
          : step,
      );
    case 'CASE_FILED':
      return withStep(matter, event.step, (step) =>
        isCurrent(step, 'DOING', event.attempt)
          ? { ...step, state: 'AT_OFFICE', caseNumber: event.number, problems: [], order: nextOrder(matter) }
          : step,
      );
    case 'CASE_REFILED':
      return withStep(matter, event.step, (step) =>
        isCurrent(step, 'REFILING', event.attempt) ? { ...step, state: 'AT_OFFICE', problems: [] } : step,
      );
    case 'STEP_REFUSED':
      return withStep(matter, event.step, (step) =>
        isCurrent(step, 'DOING', event.attempt) || isCurrent(step, 'REFILING', event.attempt)
          ? { ...step, state: 'RETURNED', problems: event.problems }
          : step,
      );
    case 'CASE_MOVED':
      return withStep(matter, event.step, (step) => moved(step, event.news));
    case 'STEP_UNDONE':
      return withStep(matter, event.step, (step) =>
        step.state === 'UNDOING' || step.state === 'WITHDRAWING' ? { ...step, state: 'UNDONE' } : step,
      );
    case 'COMPLETE':
      return complete(matter);
    case 'WITHDRAW':
      return withdraw(matter, event.reason);
    case 'SKIP':
      return skip(matter, event.step, event.reason);
    case 'UNDO':
      if (matter.state !== 'IN_PROGRESS')
        return wrongState(matter, 'Only what is in progress can be undone.');
      return { ...matter, state: 'UNDOING', endsAs: 'FAILED', reason: event.reason };
  }
}

/** What a case in a department means for its step. News that is older than what was seen changes nothing. */
function moved(step: StepFacts, news: CaseNews): StepFacts {
  if (step.caseNumber !== news.number || news.version <= step.caseVersion || !FOLLOWED.includes(step.state)) {
    return step;
  }
  const seen = { ...step, caseVersion: news.version };
  // What is being submitted again is returned still, until the department has answered.
  if (step.state === 'REFILING' && news.state === 'RETURNED') return seen;
  if (news.decision === 'GRANTED') return { ...seen, state: 'DONE', result: news.result, problems: [] };
  switch (news.state) {
    case 'RETURNED':
      return step.state === 'WITHDRAWING' ? seen : { ...seen, state: 'RETURNED', problems: news.defects };
    case 'WITHDRAWN':
      if (step.state === 'WITHDRAWING') return { ...seen, state: 'UNDONE' };
      return {
        ...seen,
        state: 'DENIED',
        problems: [problem('The applicant withdrew the case at the department.')],
      };
    case 'NOT_ACCEPTED':
    case 'DECIDED':
    case 'DELIVERED':
      return { ...seen, state: step.state === 'WITHDRAWING' ? 'UNDONE' : 'DENIED', problems: news.defects };
    default:
      return step.state === 'WITHDRAWING' ? seen : { ...seen, state: 'AT_OFFICE', problems: [] };
  }
}

/** The applicant has corrected what was returned. */
function complete(matter: Matter): Matter | CourseProblem {
  if (matter.state !== 'IN_PROGRESS' || !matter.steps.some(({ state }) => state === 'RETURNED')) {
    return { code: 'NOTHING_RETURNED', message: 'Nothing was returned that could be corrected.' };
  }
  return {
    ...matter,
    steps: matter.steps.map((step) => {
      if (step.state !== 'RETURNED') return step;
      const state = step.caseNumber === null ? 'DOING' : 'REFILING';
      return { ...step, state, attempt: step.attempt + 1, problems: [] };
    }),
  };
}

function withdraw(matter: Matter, reason: string | null): Matter | CourseProblem {
  switch (matter.state) {
    case 'DRAFT':
      return { ...matter, state: 'WITHDRAWN', reason };
    case 'IN_PROGRESS':
      return { ...matter, state: 'UNDOING', endsAs: 'WITHDRAWN', reason };
    case 'UNDOING':
      return wrongState(matter, 'It is being undone already: wait until that is over.');
    default:
      return wrongState(matter, 'It is over.');
  }
}

/** An operator takes what cannot be done, or undone, out of the way. */
function skip(matter: Matter, name: string, reason: string): Matter | CourseProblem {
  const step = matter.steps.find((one) => one.name === name);
  if (!step || !SKIPPABLE.has(step.state)) {
    return {
      code: 'NOT_STUCK',
      message: `${name} is not waiting for a department's answer or for the applicant.`,
    };
  }
  return withStep(matter, name, (one) => ({ ...one, state: 'SKIPPED', problems: [problem(reason)] }));
}

const SKIPPABLE: ReadonlySet<StepState> = new Set<StepState>([
  'DOING',
  'REFILING',
  'WITHDRAWING',
  'UNDOING',
  'RETURNED',
]);

/** Draws every consequence, until nothing changes any more. */
function settle(course: Course, matter: Matter): Matter {
  let current = matter;
  for (;;) {
    const next = current.state === 'IN_PROGRESS' ? advance(course, current) : retreat(course, current);
    if (next === current) return current;
    current = next;
  }
}

function advance(course: Course, matter: Matter): Matter {
  const byName = new Map(matter.steps.map((step) => [step.name, step]));
  const fatal = matter.steps.find(
    ({ name, state }) => state === 'DENIED' && stepOf(course, name).onDenial === 'UNDO',
  );
  if (fatal) {
    const { title } = stepOf(course, fatal.name);
    const why = fatal.problems.map(({ message }) => message).join(' ');
    return { ...matter, state: 'UNDOING', endsAs: 'FAILED', reason: `${title}: ${why || 'denied'}` };
  }
  for (const step of matter.steps) {
    if (step.state !== 'WAITING') continue;
    const needs = stepOf(course, step.name).needs.map((name) => byName.get(name)!);
    const missing = needs.find(({ state }) => state === 'DENIED' || state === 'LEFT_OUT');
    if (missing) {
      const { title } = stepOf(course, missing.name);
      return withState(matter, step.name, 'LEFT_OUT', [problem(`It needs ${title}, which was denied.`)]);
    }
    if (needs.every(({ state }) => state === 'DONE' || state === 'SKIPPED')) {
      return withState(matter, step.name, 'DOING');
    }
  }
  return matter.steps.every(({ state }) => ENDED.has(state)) ? { ...matter, state: 'COMPLETED' } : matter;
}

const ENDED: ReadonlySet<StepState> = new Set<StepState>(['DONE', 'DENIED', 'SKIPPED', 'LEFT_OUT', 'UNDONE']);

/** Undoes one step after the other, the last one first, once it is certain what was done. */
function retreat(course: Course, matter: Matter): Matter {
  if (matter.state !== 'UNDOING') return matter;
  for (const { name, state, caseNumber } of matter.steps) {
    if (state === 'WAITING' || (state === 'RETURNED' && caseNumber === null)) {
      return withState(matter, name, 'LEFT_OUT');
    }
  }
  if (matter.steps.some(({ state }) => AT_WORK.has(state))) return matter;
  const last = matter.steps
    .filter((step) => canUndo(stepOf(course, step.name), step))
    .sort((one, other) => other.order! - one.order!)[0];
  if (!last) return { ...matter, state: matter.endsAs! };
  return withState(matter, last.name, last.state === 'DONE' ? 'UNDOING' : 'WITHDRAWING');
}

/** The states in which a department is being asked. */
export const AT_WORK: ReadonlySet<StepState> = new Set<StepState>([
  'DOING',
  'REFILING',
  'WITHDRAWING',
  'UNDOING',
]);

function canUndo({ undo }: StepDefinition, { state, order }: StepFacts): boolean {
  if (order === null) return false;
  return state === 'AT_OFFICE' || state === 'RETURNED' || (state === 'DONE' && undo !== null);
}

/** What the steps that have changed ask of departments. */
function workBetween(before: Matter, after: Matter): Work[] {
  return after.steps.flatMap((step, i): Work[] => {
    const old = before.steps[i]!;
    if (step.state === old.state && step.attempt === old.attempt) return [];
    const { name, attempt, state } = step;
    if (state === 'DOING') return [{ step: name, kind: 'DO', attempt }];
    if (state === 'REFILING') return [{ step: name, kind: 'REFILE', attempt }];
    if (state === 'WITHDRAWING') return [{ step: name, kind: 'WITHDRAW', attempt }];
    return state === 'UNDOING' ? [{ step: name, kind: 'UNDO', attempt }] : [];
  });
}

function withStep(matter: Matter, name: string, make: (step: StepFacts) => StepFacts): Matter {
  return { ...matter, steps: matter.steps.map((step) => (step.name === name ? make(step) : step)) };
}

function withState(
  matter: Matter,
  name: string,
  state: StepState,
  problems: readonly StepProblem[] = [],
): Matter {
  return withStep(matter, name, (step) => ({
    ...step,
    state,
    problems: problems.length > 0 ? problems : step.problems,
  }));
}

function isCurrent(step: StepFacts, state: StepState, attempt: number): boolean {
  return step.state === state && step.attempt === attempt;
}

function nextOrder({ steps }: Matter): number {
  return Math.max(0, ...steps.map(({ order }) => order ?? 0)) + 1;
}

function problem(message: string): StepProblem {
  return { code: null, message, about: null };
}

function wrongState({ state }: Matter, why: string): CourseProblem {
  return { code: 'WRONG_STATE', message: `The application is ${state}. ${why}` };
}
