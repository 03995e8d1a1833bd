import { PublicError } from '@yiwang/errors';
import { Queue, type Queued } from './queue.ts';

/** After its time is over, an operation has this long to answer with what it has. */
const GRACE_MS = 250;

interface Operation extends Queued {
  readonly controller: AbortController;
  /** Moment by performance.now(). */
  readonly end: number;
  readonly fail: (error: Error) => void;
}

/** Limits the time of operations. */
export interface OperationTimeouts extends Disposable {
  /**
   * Runs an operation, and aborts its controller when its time is over: it then answers with what it has. An operation that does
   * not is abandoned.
   *
   * @throws PublicError OPERATION_TIMEOUT; whatever `run` throws
   */
  within<Result>(operation: { controller: AbortController }, run: () => Promise<Result>): Promise<Result>;
}

/**
 * Creates the time limit. Every operation has the same time, so the first that began is the first to end: one timer serves all.
 */
export function createOperationTimeouts(timeoutMs: number): OperationTimeouts {
  const running = new Queue<Operation>();
  const late = new Queue<Operation>();
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    const now = performance.now();
    for (let first = running.first; first && first.end <= now; first = running.first) {
      running.remove(first);
      late.add(first);
      first.controller.abort();
    }
    for (let first = late.first; first && first.end + GRACE_MS <= now; first = late.first) {
      late.remove(first);
      first.fail(tookTooLong(timeoutMs));
    }
    const next = Math.min(running.first?.end ?? Infinity, (late.first?.end ?? Infinity) + GRACE_MS);
    timer = Number.isFinite(next) ? setTimeout(look, Math.max(1, next - now)).unref() : undefined;
  }

  return {
    within({ controller }, run) {
      return new Promise((resolve, reject) => {
        const operation: Operation = {
          controller,
          end: performance.now() + timeoutMs,
          fail: reject,
          queue: null,
          before: null,
          after: null,
        };
        running.add(operation);
        timer ??= setTimeout(look, timeoutMs).unref();
        run().then(
          (result) => {
            operation.queue?.remove(operation);
            resolve(result);
          },
          (error: unknown) => {
            operation.queue?.remove(operation);
            reject(error as Error);
          },
        );
      });
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}

function tookTooLong(timeoutMs: number): PublicError {
  return new PublicError(
    'OPERATION_TIMEOUT',
    `The operation took longer than ${timeoutMs} ms. Request less at once. A mutation may have taken effect.`,
    { details: { timeoutMs } },
  );
}
