import { LRUCache } from 'lru-cache';
import { requesterKey, type Requester } from '../core/caller.ts';

/** How much of the planner each requester has recently used. */
export interface PlanningShares {
  /** Milliseconds beyond the steady share; they decay over time. */
  usedBy(requester: Requester): number;
  /** Like `usedBy`, for all anonymous requesters, or for all others. */
  usedByLane(isAnonymous: boolean): number;
  charge(requester: Requester, ms: number): void;
  /** Milliseconds until the requester may have a new operation planned; 0 for now. */
  waitOf(requester: Requester): number;
}

interface Use {
  ms: number;
  /** On the clock of performance.now. */
  at: number;
}

const MINUTE_MS = 60_000;
/** The least recently seen are evicted first. */
const MAX_REQUESTERS = 10_000;

/** @param budgetMs milliseconds of planning in a minute for each requester; 0 for no limit */
export function createPlanningShares(
  budgetMs: number,
  now: () => number = () => performance.now(),
): PlanningShares {
  const uses = new LRUCache<string, Use>({ max: MAX_REQUESTERS });
  const lanes = [
    { ms: 0, at: 0 },
    { ms: 0, at: 0 },
  ] as const;
  // Without a budget, usage still decides the order.
  const wearOff = (budgetMs || MINUTE_MS) / MINUTE_MS;

  function leftOf({ ms, at }: Use): number {
    return Math.max(0, ms - (now() - at) * wearOff);
  }

  function usedBy(requester: Requester): number {
    const use = uses.get(requesterKey(requester));
    return use ? leftOf(use) : 0;
  }

  return {
    usedBy,
    usedByLane: (isAnonymous) => leftOf(lanes[isAnonymous ? 1 : 0]),
    charge(requester, ms) {
      const at = now();
      uses.set(requesterKey(requester), { ms: usedBy(requester) + ms, at });
      const lane = lanes[requester.isAnonymous ? 1 : 0];
      Object.assign(lane, { ms: leftOf(lane) + ms, at });
    },
    waitOf(requester) {
      if (budgetMs === 0) return 0;
      return Math.max(0, usedBy(requester) - budgetMs) / wearOff;
    },
  };
}
