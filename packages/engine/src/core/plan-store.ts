/**
 * Keeps the results of planning across restarts, so that a process that starts again need not read a supergraph and plan operations
 * that were planned before. Keys are texts without meaning to the store. It may forget anything at any time.
 */
export interface PlanStore {
  /** Null when there is no value, or none that can be trusted: a plan decides what is fetched, and the facts who may read what. */
  read(key: string): Uint8Array | null;
  write(key: string, value: Uint8Array): void;
}
