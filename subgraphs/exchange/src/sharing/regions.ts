import { regionPath } from '@yiwang/codes';
import { anyOf } from '@yiwang/subgraph-kit';
import type { Db } from '../registry/database.ts';
import { refuse } from '../registry/refusal.ts';
import { regions } from '../tables.ts';

const MOST_REGIONS = 200;

/**
 * Regions as they are kept: sorted, each once. Null for all.
 *
 * @throws Refusal NO_REGIONS, TOO_MANY_REGIONS or UNKNOWN_REGION
 */
export async function checkRegions(
  db: Db,
  codes: readonly string[] | null | undefined,
  path: string[],
): Promise<string[] | null> {
  if (codes == null) return null;
  const asked = [...new Set(codes)].sort();
  if (asked.length === 0) throw refuse('NO_REGIONS', 'regions names none; leave it out for all rows.', path);
  if (asked.length > MOST_REGIONS) {
    throw refuse('TOO_MANY_REGIONS', `regions names more than ${MOST_REGIONS}.`, path);
  }
  const listed = await db.select({ code: regions.code }).from(regions).where(anyOf(regions.code, asked));
  const known = new Set(listed.map(({ code }) => code));
  const unknown = asked.filter((code) => !known.has(code));
  if (unknown.length === 0) return asked;
  throw refuse('UNKNOWN_REGION', `The list of regions holds no ${unknown.join(', ')}.`, path);
}

/** Whether each of the regions is one of the others, or beneath one. Null stands for all. */
export function areWithin(narrow: readonly string[], wide: readonly string[] | null): boolean {
  return wide === null || narrow.every((code) => regionPath(code).some((above) => wide.includes(above)));
}
