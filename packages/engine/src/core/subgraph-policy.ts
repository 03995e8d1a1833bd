/** How one subgraph is asked, and what protects its callers when it does not answer. */
export interface SubgraphPolicy {
  /** Maximum milliseconds from a request to the last byte of its answer, including all waiting. */
  timeoutMs: number;
  /** Of those, the most for opening a connection; 0 for no limit of its own. */
  connectTimeoutMs: number;
  /** Maximum number of requests in flight; each has a connection of its own. */
  connections: number;
  /** Maximum number of requests that wait for one of those connections. Further ones are refused at once. */
  queue: number;
  /** How often a request is sent again that cannot have been executed, or a read that was not answered. */
  retries: number;
  /** After so many requests in a row without an answer the subgraph is paused: its requests are refused at once. 0 for never. */
  failures: number;
  /** Milliseconds of the first pause. Then one request tries again; each pause in a row is twice as long, up to ten times. */
  pauseMs: number;
}

/** What an engine does without settings: it waits, and asks again and again. */
export const UNPROTECTED: Omit<SubgraphPolicy, 'timeoutMs' | 'connections'> = {
  connectTimeoutMs: 0,
  queue: Number.POSITIVE_INFINITY,
  retries: 0,
  failures: 0,
  pauseMs: 1_000,
};
