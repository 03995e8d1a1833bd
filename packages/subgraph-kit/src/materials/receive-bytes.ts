import type { Readable } from 'node:stream';
import { PublicError } from '@yiwang/errors';

export interface ReceiveOptions {
  /** Where the first byte belongs. */
  from: number;
  /** The byte after the last one. */
  until: number;
  chunkBytes: number;
  idleMs: number;
  /** Stores bytes; the next ones are read when they are safe. */
  store(offset: number, bytes: Buffer): Promise<void>;
}

/**
 * Stores the bytes of a body as they arrive, and no more of them in memory than one chunk. When the body is cut off, what has arrived is
 * stored.
 *
 * @returns where the next byte belongs, and whether the body was complete
 * @throws PublicError REQUEST_TOO_LARGE when there are more than announced
 */
export async function receiveBytes(
  body: Readable,
  { from, until, chunkBytes, idleMs, store }: ReceiveOptions,
): Promise<{ offset: number; isComplete: boolean }> {
  let offset = from;
  let filled = 0;
  // One for all of it: what was stored is not needed any more, and garbage of this size is collected late.
  let chunk: Buffer | null = null;
  const idle = setTimeout(() => body.destroy(new Error('no byte arrived in time')), idleMs);
  try {
    // Left open when this fails: the client is to read why.
    for await (const data of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (offset + filled + data.length > until) throw tooLarge(until);
      for (let taken = 0; taken < data.length;) {
        chunk ??= Buffer.allocUnsafeSlow(Math.min(chunkBytes, until - from));
        const copied = data.copy(chunk, filled, taken);
        taken += copied;
        filled += copied;
        if (filled === chunk.length) await flush(chunk);
      }
      idle.refresh();
    }
  } catch (error) {
    // A body that is cut off is not the server's fault, and what came of it is good.
    if (!body.destroyed || error instanceof PublicError) throw error;
    if (chunk && filled > 0) await flush(chunk);
    return { offset, isComplete: false };
  } finally {
    clearTimeout(idle);
  }
  if (chunk && filled > 0) await flush(chunk);
  return { offset, isComplete: true };

  async function flush(whole: Buffer): Promise<void> {
    const bytes = whole.subarray(0, filled);
    await store(offset, bytes);
    filled = 0;
    offset += bytes.length;
  }
}

function tooLarge(until: number): PublicError {
  return new PublicError(
    'REQUEST_TOO_LARGE',
    `The upload was announced with ${until} bytes, and more came. Begin a new upload with the right size.`,
  );
}
