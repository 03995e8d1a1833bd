import { PublicError } from '@yiwang/errors';
import { eq } from 'drizzle-orm';
import type { Readable } from 'node:stream';
import type { Caller } from '../trust/caller.ts';
import { createFinishUpload, refusedError } from './finish-upload.ts';
import { holderOf } from './holder.ts';
import type { UploadRow } from './material-tables.ts';
import type { Materials } from './materials.ts';
import { receiveBytes } from './receive-bytes.ts';
import { createTakeLease, type UploadLease } from './upload-leases.ts';

/** How an upload stands. */
export interface UploadStatus {
  offset: number;
  bytes: number;
  expiresAt: Date;
}

/** Bytes of an upload, as a request sends them. */
export interface SentBytes {
  body: Readable;
  /** Where the client says that they belong. */
  offset: number;
  /** How many there are; null when the client does not say. */
  length: number | null;
}

/** What clients may do with an upload that they began. All of it throws PublicErrors. */
export interface UploadRequests {
  /** Finishes an upload whose last byte is there, if the process that had it was killed. */
  statusOf(caller: Caller, id: string): Promise<UploadStatus>;
  /** Null when the client cut the request off. What has come of it is stored. */
  append(caller: Caller, id: string, sent: SentBytes): Promise<UploadStatus | null>;
  end(caller: Caller, id: string): Promise<void>;
}

export function createUploadRequests(materials: Materials): UploadRequests {
  const { db, tables, store, settings, mayUpload } = materials;
  const { uploads } = tables;
  const takeLease = createTakeLease(db, tables);
  const finishUpload = createFinishUpload(db, tables, store);
  let streams = 0;

  /** @throws PublicError NOT_FOUND, for what the caller did not begin as well; UPLOAD_EXPIRED; MATERIAL_REFUSED */
  async function find(caller: Caller, id: string): Promise<UploadRow> {
    const [upload] = await db.select().from(uploads).where(eq(uploads.id, id));
    const isTheirs = upload && upload.holder === holderOf(caller);
    if (!isTheirs || (mayUpload && !(await mayUpload(caller, upload)))) {
      throw new PublicError('NOT_FOUND', 'There is no such upload.');
    }
    return upload;
  }

  function checkOpen(upload: UploadRow): void {
    if (upload.refused) throw refusedError(upload.refused);
    if (upload.finishedAt === null && Date.parse(upload.expiresAt) <= Date.now()) {
      throw new PublicError('UPLOAD_EXPIRED', 'The upload was not finished in its time. Begin a new one.');
    }
  }

  async function append(
    lease: UploadLease,
    { body, offset, length }: SentBytes,
  ): Promise<UploadStatus | null> {
    const { upload } = lease;
    checkOpen(upload);
    checkOffset(upload, offset);
    if (length !== null && offset + length > upload.bytes) throw tooLarge(upload);
    const received = await receiveBytes(body, {
      from: offset,
      until: upload.bytes,
      chunkBytes: store.chunkBytes,
      idleMs: settings.MATERIAL_IDLE_MS,
      async store(at, bytes) {
        await store.write(upload.id, at, bytes);
        await lease.update({ stored: at + bytes.length });
      },
    });
    if (received.offset === upload.bytes && upload.finishedAt === null) await finishUpload(lease);
    return received.isComplete ? statusOf({ ...upload, stored: received.offset }) : null;
  }

  async function within<Result>(run: () => Promise<Result>): Promise<Result> {
    if (streams >= settings.MATERIAL_STREAMS) {
      throw new PublicError(
        'RATE_LIMITED',
        'The department receives as many uploads as it can. Try again in some seconds.',
        {
          details: { retryAfterSeconds: 5 },
        },
      );
    }
    streams++;
    try {
      return await run();
    } finally {
      streams--;
    }
  }

  return {
    async statusOf(caller, id) {
      const upload = await find(caller, id);
      checkOpen(upload);
      if (upload.stored === upload.bytes && upload.finishedAt === null) {
        await within(async () => {
          await using lease = await takeLease(id);
          if (lease.upload.finishedAt === null) await finishUpload(lease);
        });
      }
      return statusOf(upload);
    },

    async append(caller, id, sent) {
      const upload = await find(caller, id);
      checkOpen(upload);
      checkOffset(upload, sent.offset);
      return within(async () => {
        await using lease = await takeLease(id);
        return await append(lease, sent);
      });
    },

    async end(caller, id) {
      await find(caller, id);
      await using lease = await takeLease(id);
      if (lease.upload.finishedAt !== null) {
        throw new PublicError('UPLOAD_CONFLICT', 'The upload is finished: it is a material now.');
      }
      await db.delete(uploads).where(eq(uploads.id, lease.upload.id));
      await store.discard(id);
    },
  };
}

function statusOf({ stored, bytes, expiresAt }: UploadRow): UploadStatus {
  return { offset: stored, bytes, expiresAt: new Date(expiresAt) };
}

function checkOffset({ stored }: UploadRow, offset: number): void {
  if (offset === stored) return;
  throw new PublicError('UPLOAD_CONFLICT', `The upload stands at byte ${stored}, and not at ${offset}.`, {
    details: { offset: stored },
  });
}

function tooLarge({ bytes }: UploadRow): PublicError {
  return new PublicError(
    'REQUEST_TOO_LARGE',
    `The upload was announced with ${bytes} bytes, and this would be more. Begin a new upload with the right size.`,
  );
}
