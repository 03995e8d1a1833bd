import { createHash } from 'node:crypto';
import { PublicError } from '@yiwang/errors';
import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { lockContent } from './content-lock.ts';
import { inspectMaterial } from './inspect/inspect-material.ts';
import type { MaterialTables, Refusal } from './material-tables.ts';
import type { MaterialStore } from './store/material-store.ts';
import type { UploadLease } from './upload-leases.ts';

/**
 * Makes the function that turns an upload whose last byte is stored into a material. It may be killed anywhere and is done again by
 * whoever asks for the upload next.
 *
 * The digest is that of what is stored, and not of what passed by: an upload may have come in several pieces, to several processes.
 */
export function createFinishUpload(db: PostgresJsDatabase, tables: MaterialTables, store: MaterialStore) {
  const { materials, uploads } = tables;

  /** @throws PublicError MATERIAL_REFUSED, when the upload is not what the department takes */
  return async function finishUpload(lease: UploadLease): Promise<void> {
    const { upload } = lease;
    const { id, bytes } = upload;
    const { sha256, foundType } =
      upload.sha256 === null ? await check(lease) : { sha256: upload.sha256, foundType: upload.foundType! };
    await store.keep(id, sha256, bytes);
    const at = new Date().toISOString();
    await db.transaction(async (tx) => {
      await tx
        .insert(materials)
        .values({
          id,
          owner: upload.owner,
          sha256,
          bytes,
          mediaType: foundType,
          name: upload.name,
          uploadedBy: upload.holder,
          at,
        })
        .onConflictDoNothing();
      await tx.update(uploads).set({ finishedAt: at, sha256: null }).where(eq(uploads.id, id));
    });
    // What is left of it is removed with the garbage.
    await store.discard(id).catch(() => {});
  };

  async function check(lease: UploadLease): Promise<{ sha256: string; foundType: string }> {
    const { id, bytes, mediaTypes } = lease.upload;
    const hash = createHash('sha256');
    let found: string | Refusal;
    {
      await using stored = await store.openUpload(id, bytes);
      found = await inspectMaterial(stored, bytes, mediaTypes);
      let read = 0;
      if (typeof found === 'string') {
        for await (const chunk of stored.stream()) {
          hash.update(chunk);
          read += chunk.length;
        }
        if (read !== bytes) throw new Error(`Upload ${id} has ${read} bytes in the storage, not ${bytes}.`);
      }
    }
    if (typeof found !== 'string') {
      await lease.update({ refused: found });
      await store.discard(id).catch(() => {});
      throw refusedError(found);
    }
    const sha256 = hash.digest('hex');
    // From here on nobody removes a content of this name: not the one that is there, and not the one that is made of the upload.
    await db.transaction(async (tx) => {
      await lockContent(tx, sha256);
      await lease.update({ sha256, foundType: found }, tx);
    });
    return { sha256, foundType: found };
  }
}

export function refusedError({ reason, message }: Refusal): PublicError {
  return new PublicError('MATERIAL_REFUSED', message, { details: { reason } });
}
