import type { Purpose } from '@yiwang/identity';
import { z } from 'zod';

/** How the operation ended. FAILED: nothing of it was answered, but departments had been asked. */
export const OUTCOMES = ['COMPLETE', 'WITH_ERRORS', 'FAILED'] as const;
export type AccessOutcome = (typeof OUTCOMES)[number];

/** Stands among the grants where data was read by those whom it is about, or who act for them: they need none. */
export const OWN_DATA = 'own';

/** An entity whose conditional data was read. */
export interface AccessSubject {
  type: string;
  /** Value of its key; several parts of one are joined by spaces. */
  key: string;
}

/** One operation that has read conditional data. */
export interface Access {
  /** When it was written down: ISO 8601 in UTC, with milliseconds. */
  at: string;
  client: string;
  /** The person who was signed in; null for an application that asks for itself. */
  user: string | null;
  /** Of the client; null when it belongs to none. */
  department: string | null;
  /** Ids of the client's grants for what was read, sorted; {@link OWN_DATA} among them when some was read without one. */
  grants: readonly string[];
  /** Null only for reads that need none. */
  purpose: Purpose | null;
  /** At most 1,000, each once. */
  subjects: readonly AccessSubject[];
  /** How many further subjects there were. */
  moreSubjects: number;
  /** Coordinates, sorted. */
  fields: readonly string[];
  /** Names the request in the logs of gateway and departments; the same for all events of one subscription. */
  request: string;
  /** SHA-256 of operation and variables. */
  requestHash: string;
  outcome: AccessOutcome;
  /**
   * Of a gateway: what the ids of the assertions begin with that it sent for the request. Of a department: the id of the one
   * that it received. Left out where there was none.
   */
  assertion?: string;
  /** Of a gateway: how many it has sent for the request until then, each with its number behind {@link assertion}. */
  assertions?: number;
  /** Of a gateway: as {@link assertion}, of requests at the same time by whose answers this one was answered, sorted. */
  via?: readonly string[];
}

/** An access in its place in the log of a gateway or department. */
export interface AccessRecord extends Access {
  /** In the log of a department: the one that asked. */
  gateway: string;
  /** The department in whose log it is, by its name in the graph; left out in the log of a gateway. */
  subgraph?: string;
  /** Counts up from 1, without gaps. */
  sequence: number;
  /** Hash of the record before. */
  previous: string;
}

const text = z.string();

/** Marks the log of a department: no gateway has a name with a colon. */
const SUBGRAPH = 'subgraph:';

/** The name of a department's log. */
export function logOfSubgraph(subgraph: string): string {
  return `${SUBGRAPH}${subgraph}`;
}

/** The department whose log it is; null for the log of a gateway. */
export function subgraphOfLog(log: string): string | null {
  return log.startsWith(SUBGRAPH) ? log.slice(SUBGRAPH.length) : null;
}

/** The name of the log that a record belongs to: that of the gateway, or {@link logOfSubgraph}. */
export function logOf({ gateway, subgraph }: Pick<AccessRecord, 'gateway' | 'subgraph'>): string {
  return subgraph === undefined ? gateway : logOfSubgraph(subgraph);
}

/** Strict: a member that nobody knows is nothing that a gateway wrote. */
export const accessRecord: z.ZodType<AccessRecord> = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  client: text,
  user: text.nullable(),
  department: text.nullable(),
  grants: z.array(text),
  purpose: z.strictObject({ basis: text, caseNumber: text, requester: text }).nullable(),
  subjects: z.array(z.strictObject({ type: text, key: text })),
  moreSubjects: z.int().min(0),
  fields: z.array(text),
  request: text,
  requestHash: text,
  outcome: z.enum(OUTCOMES),
  assertion: text.exactOptional(),
  assertions: z.int().min(1).exactOptional(),
  via: z.array(text).min(1).exactOptional(),
  gateway: text,
  subgraph: text.exactOptional(),
  sequence: z.int().min(1),
  previous: text,
});
