/** The course of one application for a matter. Everything in this folder is pure: {@link applyEvent} and {@link workOf}. */

export const MATTER_STATES = ['DRAFT', 'IN_PROGRESS', 'UNDOING', 'COMPLETED', 'FAILED', 'WITHDRAWN'] as const;
export type MatterState = (typeof MATTER_STATES)[number];

export const STEP_STATES = [
  /** Others must be done first. */
  'WAITING',
  /** The department is being asked: it may have done it already, if its answer was lost. */
  'DOING',
  /** A case at the department, on which people decide. */
  'AT_OFFICE',
  /** The applicant must correct something. */
  'RETURNED',
  /** The case is being submitted again. */
  'REFILING',
  'DONE',
  /** The department denied it. */
  'DENIED',
  /** It is not wanted, or an operator left it out, with a reason. What needs it goes on. */
  'SKIPPED',
  /** It was never begun, or nothing came of it: a step that it needs was denied, or everything is undone. */
  'LEFT_OUT',
  /** Its case is being withdrawn. */
  'WITHDRAWING',
  /** What it did is being undone. */
  'UNDOING',
  'UNDONE',
] as const;
export type StepState = (typeof STEP_STATES)[number];

/** The states of a step whose case at the department is followed. */
export const FOLLOWED: readonly StepState[] = ['AT_OFFICE', 'RETURNED', 'REFILING', 'WITHDRAWING'];

/** What is wrong, as a department says it. */
export interface StepProblem {
  code: string | null;
  message: string;
  /** What it is about: a path in the call, or a part of the case. Null when it is about nothing in particular. */
  about: string | null;
}

export interface StepFacts {
  name: string;
  state: StepState;
  /** From 1; one more each time that the step is tried with other answers. Part of the idempotency key. */
  attempt: number;
  /** Number of its case in the department; null while there is none. */
  caseNumber: string | null;
  /** Version of that case, as last seen. */
  caseVersion: number;
  /** What the department gave, for later steps. */
  result: Readonly<Record<string, unknown>> | null;
  /** Why it was returned or denied, or is left out. */
  problems: readonly StepProblem[];
  /** Its place among the steps that had an effect: they are undone in reverse. Null when it had none. */
  order: number | null;
}

export interface Matter {
  state: MatterState;
  /** How it ends when everything is undone; null while nobody wants that. */
  endsAs: 'FAILED' | 'WITHDRAWN' | null;
  /** Why it is undone. */
  reason: string | null;
  /** In the order of the definition. */
  steps: readonly StepFacts[];
}

/** The states of a case that tell how a step goes on; all others are AT_OFFICE. */
export interface CaseNews {
  number: string;
  version: number;
  state: string;
  decision: string | null;
  defects: readonly StepProblem[];
  result: Readonly<Record<string, unknown>>;
}

export type MatterEvent =
  /** Steps that its answers leave out, by name. */
  | { kind: 'SUBMIT'; leftOut: readonly string[] }
  | { kind: 'STEP_DONE'; step: string; attempt: number; result: Readonly<Record<string, unknown>> }
  | { kind: 'STEP_REFUSED'; step: string; attempt: number; problems: readonly StepProblem[] }
  | { kind: 'CASE_FILED'; step: string; attempt: number; number: string }
  | { kind: 'CASE_REFILED'; step: string; attempt: number }
  | { kind: 'CASE_MOVED'; step: string; news: CaseNews }
  | { kind: 'COMPLETE' }
  | { kind: 'WITHDRAW'; reason: string | null }
  | { kind: 'STEP_UNDONE'; step: string }
  | { kind: 'SKIP'; step: string; reason: string }
  | { kind: 'UNDO'; reason: string };

/** A machine's work that is due: one call of one department. */
export interface Work {
  step: string;
  kind: 'DO' | 'REFILE' | 'WITHDRAW' | 'UNDO';
  attempt: number;
}

/** A matter that was just begun. */
export function newMatter(stepNames: readonly string[]): Matter {
  return {
    state: 'DRAFT',
    endsAs: null,
    reason: null,
    steps: stepNames.map((name) => ({
      name,
      state: 'WAITING',
      attempt: 1,
      caseNumber: null,
      caseVersion: 0,
      result: null,
      problems: [],
      order: null,
    })),
  };
}

export function isOver({ state }: Pick<Matter, 'state'>): boolean {
  return state === 'COMPLETED' || state === 'FAILED' || state === 'WITHDRAWN';
}
