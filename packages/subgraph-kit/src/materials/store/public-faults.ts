import { PublicError } from '@yiwang/errors';
import type { MaterialStore, StoredUpload } from './material-store.ts';

/**
 * The same storage, whose faults are answered as STORAGE_UNAVAILABLE: a full disk, or a bucket that does not answer. What was stored
 * before the fault is good, so that an upload goes on from there.
 */
export function withPublicFaults(store: MaterialStore): MaterialStore {
  return {
    ...store,
    write: (...args) => store.write(...args).catch(fail),
    openUpload: async (...args) => uploadWithPublicFaults(await store.openUpload(...args).catch(fail)),
    keep: (...args) => store.keep(...args).catch(fail),
    open: (...args) => store.open(...args).catch(fail),
  };
}

function uploadWithPublicFaults(upload: StoredUpload): StoredUpload {
  return {
    read: (...args) => upload.read(...args).catch(fail),
    async *stream() {
      try {
        yield* upload.stream();
      } catch (error) {
        fail(error);
      }
    },
    [Symbol.asyncDispose]: () => upload[Symbol.asyncDispose](),
  };
}

function fail(cause: unknown): never {
  throw new PublicError(
    'STORAGE_UNAVAILABLE',
    'The department cannot store or read files now. The bytes received so far are safe: ask for the offset of the upload, and send the rest in a moment.',
    { details: { retryAfterSeconds: 10 }, cause },
  );
}
