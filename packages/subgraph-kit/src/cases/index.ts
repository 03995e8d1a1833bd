export { caseOutcome } from './case-outcome.ts';
export {
  type CasePrincipal,
  type CaseRightErrorCode,
  type CaseRights,
  type OfficialRight,
  unknownNumber,
} from './case-rights.ts';
export {
  CASE_CHANGED,
  type CaseChange,
  type CaseErrorCode,
  type CaseOptions,
  type CaseStart,
  createCaseCommands,
  type StepChoice,
} from './change-case.ts';
export {
  CASE_HOLDERS,
  CASE_RULES,
  type CaseRules,
  type CaseTimes,
  isOverdue,
  type StepContext,
  timesOf,
} from './clock.ts';
export type {
  CaseClock,
  CaseCommitment,
  CaseDecision,
  CaseDefect,
  CaseFacts,
  CaseStep,
  CaseStepErrorCode,
  StepEvent,
} from './facts.ts';
export { newCase, type StepResult, type StepTaken, takeStep } from './take-step.ts';
export {
  AT_THE_OFFICE,
  CASE_ACTIONS,
  CASE_STATES,
  CASE_TRANSITIONS,
  type CaseAction,
  type CaseSide,
  type CaseState,
  type CaseTransition,
} from './transitions.ts';
