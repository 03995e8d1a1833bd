import type { SQL } from 'drizzle-orm';
import type { TransactionSql } from 'postgres';

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * A saga as code. It is run from its beginning after every interruption; steps that have ended are not run again, but give what they
 * gave. So everything that is read from outside, decided by chance or by the clock, belongs in a step, and steps come in the same order.
 *
 * A step rejects with {@link GiveUp} when its work did, and with `StepFailed` when its attempts are used up. What the workflow does
 * not catch makes its run stuck.
 */
export type Workflow = (run: Run, input: Json) => Promise<void>;

/** One run of a workflow, as its code sees it. */
export interface Run {
  id: string;
  /**
   * Runs one step and stores its result, or gives the stored one. Its work runs at least once: a process may be killed after the
   * work was done, and before it was stored. So it sends the same idempotency key each time.
   *
   * @param name of the step; the same each time
   * @param work gets the number of the attempt, from 1, which begins anew in another process
   */
  step<T extends Json>(name: string, work: (attempt: number) => Promise<T>): Promise<T>;
}

/** How often a step is attempted, and how long it waits in between: exponentially longer, with jitter. */
export interface RetrySettings {
  maxAttempts: number;
  /** Milliseconds before the second attempt; by chance up to twice as long. */
  firstDelayMs: number;
  /** By which the wait grows. */
  factor: number;
  maxDelayMs: number;
}

/** What a run begins with. */
export interface RunStart {
  /** Name of a workflow that this process has. */
  workflow: string;
  /** Of the caller; the same id twice is one run, also with other input. */
  id: string;
  input: Json;
  /** Where it differs from the settings of {@link DurableOptions}. */
  retry?: Partial<RetrySettings>;
}

/** The caller's transaction, of postgres.js or of Drizzle over it. */
export type StartTransaction = TransactionSql | { execute(query: SQL): PromiseLike<unknown> };

/** A run that failed: it stays so until it is resumed. */
export interface StuckRun {
  workflow: string;
  id: string;
  /** Null when it failed outside of a step. */
  step: string | null;
  /** Attempts of that step in the process that gave up; of the run, when processes died of it. */
  attempts: number;
  /** Of {@link GiveUp}, else `STEP_FAILED`, `WORKFLOW_FAILED` or `PROCESS_DIED`. */
  code: string;
  /** The last error. */
  message: string;
  since: Date;
}

export interface DurableOptions {
  /** The department's database, with the login of the process that serves. */
  url: string;
  /** A role that acts instead of the one that logs in. */
  role?: string;
  /** By name. The runs of others wait for a process that has them. */
  workflows: Readonly<Record<string, Workflow>>;
  /** How many steps this process works on at once. Runs that wait for their next attempt take no place. */
  concurrency?: number;
  retry?: Partial<RetrySettings>;
  /** How many processes may die while they work on a run, until it is stuck: it may be what they die of. */
  maxDeaths?: number;
  /** For how long finished runs are kept, and with them the ids that cannot be started again. */
  retentionHours?: number;
  /** Milliseconds that a step in work gets to end when the process stops; after that another process may repeat it. */
  stopMs?: number;
  /** How often this process looks for runs that others have started. */
  pollMs?: number;
  /** Told of failures of the database, after which it goes on, and of runs that became stuck. */
  onError?: (error: unknown) => void;
}

/** Runs sagas until it is disposed of. */
export interface Durable extends AsyncDisposable {
  /**
   * Starts a run within the caller's transaction: it runs when that is committed, and not when it is rolled back.
   *
   * @throws Error when this process has no such workflow, or the id is empty
   */
  start(tx: StartTransaction, run: RunStart): Promise<void>;
  /** Looks for runs at once, instead of within `pollMs`. Call it when a transaction that started one is committed. */
  wake(): void;
  /** The runs that failed, the last first. */
  stuck(): Promise<StuckRun[]>;
  /** Lets a stuck run go on with the step that failed. False when the run is not stuck, or there is none. */
  resume(id: string): Promise<boolean>;
}
