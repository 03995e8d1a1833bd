import type { CheckResult, Composer } from '@yiwang/composition';
import { eq } from 'drizzle-orm';
import { type CurrentGraph, toInput } from './current-graph.ts';
import type { Db } from './database.ts';
import { refuse, type Refusal } from './refusal.ts';
import { departments } from './tables.ts';

type Parts = CurrentGraph['parts'];

/**
 * What would be left without a department; null when it is not in force.
 *
 * @throws Refusal LAST_DEPARTMENT when nothing would
 */
export function graphWithout(current: CurrentGraph | null, department: string): Parts | null {
  const parts = current?.parts ?? [];
  const rest = parts.filter((part) => part.department !== department);
  if (rest.length === parts.length) return null;
  if (rest.length > 0) return rest;
  throw refuse(
    'LAST_DEPARTMENT',
    `${department} is the only department that is left; a graph has at least one.`,
    ['department'],
  );
}

/** What composition finds about what would be left. */
export function checkWithout(composer: Composer, current: CurrentGraph, rest: Parts): Promise<CheckResult> {
  return composer.check(rest.map(toInput), [], current.supergraphSdl);
}

/** Whether it ever did, in force or not. */
export async function hasPublished(db: Db, department: string): Promise<boolean> {
  const rows = await db
    .select({ name: departments.name })
    .from(departments)
    .where(eq(departments.name, department));
  return rows.length > 0;
}

export function unknownDepartment(department: string): Refusal {
  return refuse('UNKNOWN_DEPARTMENT', `No department ${department} has published.`, ['department']);
}
