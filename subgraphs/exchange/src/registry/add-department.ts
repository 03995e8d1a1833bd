import { eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { lookAlikeOf } from './names.ts';
import { refuse } from './refusal.ts';
import { departments } from './tables.ts';

/**
 * Adds a department that is not there yet.
 *
 * @throws Refusal LOOK_ALIKE_NAME when another one's name looks like it
 */
export async function addDepartment(tx: Db, name: string): Promise<void> {
  const lookAlike = lookAlikeOf(name);
  await tx.insert(departments).values({ name, lookAlike }).onConflictDoNothing();
  const [known] = await tx
    .select({ name: departments.name })
    .from(departments)
    .where(eq(departments.lookAlike, lookAlike));
  if (known!.name === name) return;
  throw refuse(
    'LOOK_ALIKE_NAME',
    `The name ${name} looks like that of the department ${known!.name}. Choose one that cannot be taken for it.`,
    ['subgraphs'],
  );
}
