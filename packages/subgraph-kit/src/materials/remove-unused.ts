import { and, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Db } from '../database/db.ts';
import { lockContent } from './content-lock.ts';
import type { MaterialSettings } from './material-settings.ts';
import type { MaterialTables } from './material-tables.ts';
import type { MaterialStore } from './store/material-store.ts';

const HOUR_MS = 3_600_000;
const BATCH = 500;

export interface RemoveOptions {
  now: Date;
  /**
   * The condition of rows of `materials` that the department no longer refers to, such as
   * `notExists(select from case_materials …)`. They are removed when they are older than the time of an upload. When it is not given,
   * the department removes rows itself.
   */
  isUnused?: SQL;
}

/** What was removed. */
export interface Removed {
  /** Uploads that were not finished in their time, and records of finished ones. */
  uploads: number;
  /** Rows of materials that nothing referred to. */
  materials: number;
  /** Contents that no row refers to, and their bytes. */
  contents: number;
  bytes: number;
}

/**
 * Makes the function that removes what nobody needs any more. It may run in several processes, be killed, and run again: an upload
 * of the same content at the same moment loses nothing, because it says under a lock that it uses the content before it relies on it.
 */
export function createRemoveUnused(
  db: PostgresJsDatabase,
  { materials, uploads }: MaterialTables,
  store: MaterialStore,
  { MATERIAL_UPLOAD_HOURS }: Pick<MaterialSettings, 'MATERIAL_UPLOAD_HOURS'>,
) {
  return async function removeUnused({ now, isUnused }: RemoveOptions): Promise<Removed> {
    const removed: Removed = { uploads: await removeUploads(now), materials: 0, contents: 0, bytes: 0 };
    if (isUnused) {
      const before = new Date(now.getTime() - MATERIAL_UPLOAD_HOURS * HOUR_MS).toISOString();
      const rows = await db
        .delete(materials)
        .where(and(lt(materials.at, before), isUnused))
        .returning({ id: materials.id });
      removed.materials = rows.length;
    }
    for await (const batch of inBatches(store.contents())) {
      const used = await usedOf(
        db,
        batch.map(({ sha256 }) => sha256),
      );
      for (const { sha256, bytes } of batch) {
        if (used.has(sha256) || !(await removeContent(sha256))) continue;
        removed.contents++;
        removed.bytes += bytes;
      }
    }
    await removeStray();
    return removed;
  };

  async function removeUploads(now: Date): Promise<number> {
    const rows = await db
      .delete(uploads)
      .where(
        and(
          lt(uploads.expiresAt, now.toISOString()),
          // One that receives bytes at this moment is left alone.
          or(isNull(uploads.lease), lt(uploads.leasedUntil, sql`clock_timestamp()`)),
        ),
      )
      .returning({ id: uploads.id });
    for (const { id } of rows) await store.discard(id);
    return rows.length;
  }

  async function usedOf(at: Db, names: string[]): Promise<ReadonlySet<string>> {
    const ofMaterials = at.select({ sha256: materials.sha256 }).from(materials);
    const ofUploads = at.select({ sha256: uploads.sha256 }).from(uploads);
    // One statement: an upload that becomes a material in between would be seen in neither table.
    const rows = await ofMaterials
      .where(inArray(materials.sha256, names))
      .unionAll(ofUploads.where(and(isNotNull(uploads.sha256), inArray(uploads.sha256, names))) as never);
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  function removeContent(sha256: string): Promise<boolean> {
    return db.transaction(async (tx) => {
      await lockContent(tx, sha256);
      // By the same connection: those who wait for the lock may hold all others.
      if ((await usedOf(tx, [sha256])).has(sha256)) return false;
      await store.remove(sha256);
      return true;
    });
  }

  /** Removes bytes of uploads without a row, and of those that are over: a process was killed before it could. */
  async function removeStray(): Promise<void> {
    for await (const batch of inBatches(store.uploads())) {
      const open = await db
        .select({ id: uploads.id })
        .from(uploads)
        .where(and(inArray(uploads.id, batch), isNull(uploads.finishedAt), isNull(uploads.refused)));
      const isOpen = new Set(open.map(({ id }) => id));
      for (const id of batch) if (!isOpen.has(id)) await store.discard(id);
    }
  }
}

async function* inBatches<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
