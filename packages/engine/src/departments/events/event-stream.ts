import type { Sent } from '../dispatch.ts';
import type { DepartmentAnswer } from '../read-answer.ts';

/** The events of one subscription at a department, in the order in which it sent them. */
export interface EventStream {
  /**
   * Waits for the next event; null when the department has ended the subscription, or when it was closed here.
   *
   * @throws DepartmentFault when the department fails; there is no event after it
   */
  next(): Promise<DepartmentAnswer | null>;
  /** Ends it: the department sees its connection close. */
  close(): void;
}

/** Sends the body of a subscription to a department. Begins at once; nothing is thrown but by `next`. */
export type OpenEvents = (...sent: Sent) => EventStream;
