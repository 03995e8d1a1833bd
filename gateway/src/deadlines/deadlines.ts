import { PublicError } from '@yiwang/errors';

/** After its end, an operation has this long to come with what it has. */
const GRACE_MS = 250;

interface Operation {
  readonly controller: AbortController;
  /** By the clock of performance.now. */
  readonly end: number;
  readonly fail: (error: Error) => void;
}

/** Ends operations that take too long. */
export interface Deadlines extends Disposable {
  /**
   * Runs an operation, and aborts its controller when its time is over: it then answers with what it has. One that does
   * not is given up.
   *
   * @throws PublicError OPERATION_TIMEOUT; whatever `run` throws
   */
  within<Result>(controller: AbortController, run: () => Promise<Result>): Promise<Result>;
}

/**
 * Every operation has the same time, so the first that began is the first to end: one timer does for all of them.
 */
export function createDeadlines(timeoutMs: number): Deadlines {
  const running = new Set<Operation>();
  const late = new Set<Operation>();
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    const now = performance.now();
    for (const operation of running) {
      if (operation.end > now) break;
      running.delete(operation);
      late.add(operation);
      operation.controller.abort();
    }
    for (const operation of late) {
      if (operation.end + GRACE_MS > now) break;
      late.delete(operation);
      operation.fail(tookTooLong(timeoutMs));
    }
    const [nextEnd] = running;
    const [nextFailure] = late;
    const next = Math.min(nextEnd?.end ?? Infinity, (nextFailure?.end ?? Infinity) + GRACE_MS);
    timer = Number.isFinite(next) ? setTimeout(look, Math.max(1, next - now)).unref() : undefined;
  }

  return {
    within(controller, run) {
      return new Promise((resolve, reject) => {
        const operation = { controller, end: performance.now() + timeoutMs, fail: reject };
        running.add(operation);
        timer ??= setTimeout(look, timeoutMs).unref();
        const settle = () => {
          running.delete(operation);
          late.delete(operation);
        };
        run().then(
          (result) => {
            settle();
            resolve(result);
          },
          (error: unknown) => {
            settle();
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
    `The operation took longer than ${timeoutMs} ms. Ask for less at once; what a mutation changes may have been changed.`,
    { details: { timeoutMs } },
  );
}
