import type { Operation } from '../processes/ask.ts';

/** What gateways are asked for, over and over. */
export interface Workload {
  name: string;
  /** One sentence for the report. */
  what: string;
  /** Each connection of the load goes through all of them in an order of its own. */
  operations: readonly Operation[];
  /** Gateways that cannot take part, with the reason. */
  without: Readonly<Record<string, string>>;
}
