import type { OperationCost } from './document-cost.ts';

/** What an operation may cost, and what its client may spend on one. */
export interface CostEstimate {
  estimate: number;
  /** The most that one operation of this client may cost. */
  limit: number;
  /** The selection that accounts for most of it, with dots between its names, and its part of the estimate. */
  mostExpensive: { selection: string; cost: number };
}

export function describeCost({ estimate, findMostExpensive }: OperationCost, limit: number): CostEstimate {
  const { path, cost } = findMostExpensive();
  return { estimate, limit, mostExpensive: { selection: path.join('.'), cost } };
}
