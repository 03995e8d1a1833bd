import { regionPath } from '@yiwang/codes';
import { anyOf } from '@yiwang/subgraph-kit';
import type { Db } from '../shared/database.ts';
import { userError } from '../shared/user-errors.ts';
import { regions } from '../tables/region-tables.ts';

export const MAX_REASON_CHARACTERS = 2000;

const MAX_REGIONS = 200;

/**
 * The region codes, sorted and each once. Null for all regions.
 *
 * @throws UserErrors NO_REGIONS, TOO_MANY_REGIONS or UNKNOWN_REGION
 */
export async function checkRegions(
  db: Db,
  codes: readonly string[] | null | undefined,
  path: string[],
): Promise<string[] | null> {
  if (codes == null) return null;
  const sorted = [...new Set(codes)].sort();
  if (sorted.length === 0) {
    throw userError('NO_REGIONS', 'regions must not be empty: omit it for all regions.', path);
  }
  if (sorted.length > MAX_REGIONS) {
    throw userError('TOO_MANY_REGIONS', `regions must name at most ${MAX_REGIONS} regions.`, path);
  }
  const listed = await db.select({ code: regions.code }).from(regions).where(anyOf(regions.code, sorted));
  const found = new Set(listed.map(({ code }) => code));
  const unknown = sorted.filter((code) => !found.has(code));
  if (unknown.length === 0) return sorted;
  throw userError('UNKNOWN_REGION', `The list of regions has no ${unknown.join(', ')}.`, path);
}

/** Whether every region of `narrow` is one of `wide`, or within one of them. Null means all regions. */
export function areWithin(narrow: readonly string[], wide: readonly string[] | null): boolean {
  return wide === null || narrow.every((code) => regionPath(code).some((above) => wide.includes(above)));
}
