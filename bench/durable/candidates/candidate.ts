import type { Sql, TransactionSql } from 'postgres';

/** One library in the trial: what it needs to run the same saga. */
export interface Candidate {
  /** As the table names it, with its version. */
  name: string;
  /** Makes its tables. Called once, before the workers start. */
  prepare(url: string): Promise<void>;
  /** Starts a saga: in the caller's transaction where `isTransactional`, else after it. */
  start(tx: TransactionSql, sql: Sql, url: string, id: string): Promise<void>;
  /** Closes what `start` has opened. */
  close?(): Promise<void>;
  /** Whether a start that is rolled back with the transaction of the caller leaves nothing. */
  isTransactional: boolean;
  /** Works until the process is killed. `slot` is the same for the process that follows a killed one. */
  work(url: string, slot: number, saga: Saga): Promise<void>;
}

export type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;
export type Saga = (id: string, step: Step) => Promise<void>;

/** How many sagas a process works on at once. */
export const CONCURRENCY = 6;
