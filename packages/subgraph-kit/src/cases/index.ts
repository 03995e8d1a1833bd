export type { CaseErrorCode, CaseOptions } from './case-options.ts';
export { nextCaseNumber } from './case-number.ts';
export { type CaseOffice, type CaseOfficeOptions, caseSettings, openCaseOffice } from './case-office.ts';
export { caseOutcome } from './case-outcome.ts';
export { type CaseOrder, type CaseRanges, createCasePages } from './case-pages.ts';
export {
  type CasePrincipal,
  type CaseRightErrorCode,
  type CaseRights,
  isVisible,
  type OfficialRight,
  unknownNumber,
} from './case-rights.ts';
export {
  type CaseAcceptance,
  type CaseDefectArgs,
  type CaseStepArgs,
  createCaseSteps,
  readCaseNumber,
} from './case-steps.ts';
export { type CaseEventModel, caseEventOf, caseHours, denialReason, returnedDefects } from './case-views.ts';
export { CASE_CHANGED } from './case-transactions.ts';
export { type CaseChange, type CaseStart, createCaseCommands, type StepChoice } from './change-case.ts';
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
export {
  type CaseFiling,
  type FiledChange,
  FILING_SCOPE,
  requireFiled,
  requireFilingClient,
  requireMatters,
} from './file-case.ts';
export { createFiledCases, type FiledCaseChange } from './filed-cases.ts';
export {
  actsForApplicant,
  type ActingPrincipal,
  atRegion,
  createOfficials,
  isOfficial,
} from './officials.ts';
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
