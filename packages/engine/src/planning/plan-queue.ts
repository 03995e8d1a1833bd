import { PublicError } from '@yiwang/errors';
import type { PlanRequest } from '../core/plan-request.ts';
import { requesterKey, type Requester } from '../core/caller.ts';
import type { PlanningShares } from './planning-shares.ts';

/** A job waiting to be planned. */
export interface Waiting {
  planRequest: PlanRequest;
  /**
   * The requesters of this plan; the first is charged for it. More may join while it waits. Empty for the engine
   * itself.
   */
  requesters: readonly Requester[];
  /** How often it was sent to the planner. */
  tries: number;
  reject: (error: Error) => void;
}

/**
 * The operations waiting to be planned, ordered by how much planning time their requesters have used, not by how
 * many they send.
 */
export interface PlanQueue<Job extends Waiting> {
  readonly length: number;
  /** @throws PublicError RATE_LIMITED for a requester beyond its share, PLANNING_OVERLOADED where there is no room */
  add(job: Job): void;
  /** Puts back the job that was running when the thread was lost; it is next. */
  addFirst(job: Job): void;
  /** Removes and returns the next job; undefined when none waits. */
  next(): Job | undefined;
  /** Removes and returns all jobs. */
  takeAll(): Job[];
}

export interface PlanQueueLimits {
  maxWaiting: number;
  maxWaitingPerRequester: number;
}

/**
 * Anonymous and signed-in requesters take turns by the time they have used. Within each lane, the requester that
 * has used the least is next. When the queue is full, the requester with the most waiting operations loses its last
 * one.
 */
export function createPlanQueue<Job extends Waiting>(
  shares: PlanningShares,
  { maxWaiting, maxWaitingPerRequester }: PlanQueueLimits,
): PlanQueue<Job> {
  const waiting: Job[] = [];
  let first: Job | undefined;

  function countOf(key: string): number {
    return waiting.filter(({ requesters: [requester] }) => requester && requesterKey(requester) === key)
      .length;
  }

  /** Returns the last job of the requester with the most jobs; undefined when nobody has more than `minCount`. */
  function findCrowding(minCount: number): Job | undefined {
    const counts = new Map<string, number>();
    let crowding: Job | undefined;
    let maxCount = minCount;
    for (const job of waiting) {
      const [requester] = job.requesters;
      if (!requester) continue;
      const key = requesterKey(requester);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= maxCount) continue;
      maxCount = count;
      crowding = job;
    }
    return crowding;
  }

  function remove(job: Job): Job {
    waiting.splice(waiting.indexOf(job), 1);
    return job;
  }

  /** Lower ranks come first. */
  function rankOf({ requesters }: Job): number {
    return requesters.length === 0 ? -1 : Math.min(...requesters.map(shares.usedBy));
  }

  const isAnonymous = ({ requesters }: Job) => requesters.every((requester) => requester.isAnonymous);

  return {
    get length() {
      return waiting.length + (first ? 1 : 0);
    },
    add(job) {
      const [requester] = job.requesters;
      const waitMs = requester ? shares.waitOf(requester) : 0;
      if (waitMs > 0) throw beyondShare(waitMs);
      const count = requester ? countOf(requesterKey(requester)) : 0;
      if (count >= maxWaitingPerRequester) throw beyondShare(1000);
      if (waiting.length >= maxWaiting) {
        const crowding = findCrowding(count + 1);
        if (!crowding) throw overloaded();
        remove(crowding).reject(overloaded());
      }
      waiting.push(job);
    },
    addFirst(job) {
      first = job;
    },
    next() {
      if (first) {
        const job = first;
        first = undefined;
        return job;
      }
      if (waiting.length < 2) return waiting.pop();
      const signedIn = waiting.filter((job) => !isAnonymous(job));
      const anonymous = waiting.filter(isAnonymous);
      const isAnonymousTurn =
        signedIn.length === 0 || (anonymous.length > 0 && shares.usedByLane(true) < shares.usedByLane(false));
      const lane = isAnonymousTurn ? anonymous : signedIn;
      // Among equals, the first to arrive.
      return remove(lane.reduce((best, job) => (rankOf(job) < rankOf(best) ? job : best)));
    },
    takeAll() {
      const all = first ? [first, ...waiting] : [...waiting];
      waiting.length = 0;
      first = undefined;
      return all;
    },
  };
}

export function overloaded(cause?: Error): PublicError {
  return new PublicError(
    'PLANNING_OVERLOADED',
    'Too many new operations wait to be planned. Try again in a moment; operations that were planned before are not affected.',
    { cause, details: { retryAfterSeconds: 1 } },
  );
}

function beyondShare(waitMs: number): PublicError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new PublicError(
    'RATE_LIMITED',
    `Planning your new operations has taken more than your share of the planner. Try again in ${retryAfterSeconds} seconds, send simpler operations, or send variables instead of a new text each time; operations that were planned before are not affected.`,
    { details: { limit: 'planning', retryAfterSeconds } },
  );
}
