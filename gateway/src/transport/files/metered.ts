import { type Readable, Transform } from 'node:stream';
import { PublicError } from '@yiwang/errors';

export interface StreamLimits {
  maxBytes: number;
  /** Between two bytes. */
  idleMs: number;
}

/**
 * Yields the bytes of a request. The request stays open when nobody wants more of them, so that it can be answered.
 *
 * @throws PublicError REQUEST_TOO_LARGE, or OPERATION_TIMEOUT when the client sends nothing for too long
 */
export async function* meteredBody(
  body: Readable,
  { maxBytes, idleMs }: StreamLimits,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  const timer = setTimeout(() => body.destroy(idleError(idleMs)), idleMs);
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      timer.refresh();
      yield chunk;
      timer.refresh();
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Lets the bytes of an answer through, and fails when there are too many, or when none is sent or read for too long. */
export function createMeter({ maxBytes, idleMs }: StreamLimits): Transform {
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      timer.refresh();
      done(bytes > maxBytes ? tooLarge(maxBytes) : null, chunk);
    },
    destroy(error, done) {
      clearTimeout(timer);
      done(error);
    },
  });
  const timer = setTimeout(() => meter.destroy(idleError(idleMs)), idleMs);
  return meter;
}

export function tooLarge(maxBytes: number): PublicError {
  return new PublicError('REQUEST_TOO_LARGE', `One request may send or read ${maxBytes} bytes of a file.`);
}

function idleError(idleMs: number): PublicError {
  return new PublicError('OPERATION_TIMEOUT', `No byte of the file moved for ${idleMs} ms.`);
}
