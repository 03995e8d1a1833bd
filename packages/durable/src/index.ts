export type {
  Durable,
  DurableOptions,
  Json,
  RetrySettings,
  Run,
  RunStart,
  StartTransaction,
  StuckRun,
  Workflow,
} from './durable.ts';
export { countRuns, type RunCounts } from './count-runs.ts';
export { GiveUp, StepFailed } from './errors.ts';
export { openDurable } from './open-durable.ts';
