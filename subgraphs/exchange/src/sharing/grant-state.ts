import type { GrantRow } from './tables.ts';

/** Where a grant stands at a moment: nobody has to write down that it expired. */
export function grantState(
  { until, endedAt, replacedBy }: Pick<GrantRow, 'until' | 'endedAt' | 'replacedBy'>,
  now: Date,
): 'ACTIVE' | 'EXPIRED' | 'REVOKED' {
  if (endedAt !== null) return replacedBy === null ? 'REVOKED' : 'EXPIRED';
  return Date.parse(until) > now.getTime() ? 'ACTIVE' : 'EXPIRED';
}
