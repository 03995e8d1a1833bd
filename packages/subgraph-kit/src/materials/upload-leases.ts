import { randomUUID } from 'node:crypto';
import { PublicError } from '@yiwang/errors';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Db } from '../database/db.ts';
import type { MaterialTables, UploadRow } from './material-tables.ts';

/** After a process was killed, so long nobody else can go on with its uploads. */
const LEASE_MS = 8_000;
const RENEW_MS = 2_000;

/** One request's right to change an upload. Disposing gives it back. */
export interface UploadLease extends AsyncDisposable {
  /** As it was when the lease began. */
  upload: UploadRow;
  /**
   * Changes the upload, in a transaction when one is given.
   *
   * @throws PublicError UPLOAD_LOCKED when the lease was lost
   */
  update(changes: Partial<UploadRow>, tx?: Db): Promise<void>;
}

/** Makes the function that lets one request at a time change an upload, whichever process it comes to. */
export function createTakeLease(db: PostgresJsDatabase, { uploads }: MaterialTables) {
  const until = sql<string>`clock_timestamp() + make_interval(secs => ${LEASE_MS / 1000})`;
  const isFree = or(isNull(uploads.lease), lt(uploads.leasedUntil, sql`clock_timestamp()`));

  /** @throws PublicError UPLOAD_LOCKED while another has it */
  return async function takeLease(id: string): Promise<UploadLease> {
    const token = randomUUID();
    const isHeld = and(eq(uploads.id, id), eq(uploads.lease, token));
    const [upload] = await db
      .update(uploads)
      .set({ lease: token, leasedUntil: until })
      .where(and(eq(uploads.id, id), isFree))
      .returning();
    if (!upload) throw locked();
    const renew = () => db.update(uploads).set({ leasedUntil: until }).where(isHeld);
    // While the database is away the lease may run out: then the next change is refused.
    const timer = setInterval(() => void renew().catch(() => {}), RENEW_MS).unref();
    return {
      upload,
      async update(changes, tx = db) {
        const changed = await tx
          .update(uploads)
          .set({ ...changes, leasedUntil: until })
          .where(isHeld)
          .returning({ id: uploads.id });
        if (changed.length === 0) throw locked();
      },
      async [Symbol.asyncDispose]() {
        clearInterval(timer);
        // What became of the upload is known. A lease that cannot be given back runs out.
        await db
          .update(uploads)
          .set({ lease: null, leasedUntil: null })
          .where(isHeld)
          .catch(() => {});
      },
    };
  };
}

function locked(): PublicError {
  return new PublicError(
    'UPLOAD_LOCKED',
    'Another request is sending bytes of this upload. Try again in some seconds.',
    { details: { retryAfterSeconds: LEASE_MS / 1000 } },
  );
}
