import { sql } from 'drizzle-orm';
import type { Db } from '../database/db.ts';

/** Any fixed number, so that the locks of contents are no others. */
const SEED = 7_391_026;

/** Lets one transaction at a time decide whether a content is used. */
export async function lockContent(tx: Db, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, ${SEED}))`);
}
