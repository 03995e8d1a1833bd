import type { Purpose } from '@yiwang/identity';
import { z } from 'zod';

/** How the operation ended. FAILED: nothing of it was answered, but departments had been asked. */
export const OUTCOMES = ['COMPLETE', 'WITH_ERRORS', 'FAILED'] as const;
export type AccessOutcome = (typeof OUTCOMES)[number];

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
  /** Ids of the client's grants for what was read, sorted. */
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
}

/** An access in its place in the log of a gateway. */
export interface AccessRecord extends Access {
  gateway: string;
  /** Counts up from 1, without gaps. */
  sequence: number;
  /** Hash of the record before. */
  previous: string;
}

const text = z.string();

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
  gateway: text,
  sequence: z.int().min(1),
  previous: text,
});
