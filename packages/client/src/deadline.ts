/** A time limit, and the caller's signal beside it. */
export interface Deadline {
  /** Aborts when the time is over or the caller aborts. */
  signal: AbortSignal;
  isOver: boolean;
  /** Milliseconds that are left. */
  left(): number;
  /** Lets no time pass until `restart`. */
  stop(): void;
  /** Starts the time anew. */
  restart(): void;
  /** Waits; ends early when the signal aborts. */
  wait(ms: number): Promise<void>;
  /** Aborts what is still going on, and lets go of timer and signal. */
  end(): void;
}

export function startDeadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  // Not AbortSignal.any: browsers of 2023 in offices do not have it.
  const controller = new AbortController();
  const abort = () => controller.abort(caller?.reason);
  if (caller?.aborted) abort();
  caller?.addEventListener('abort', abort, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endsAt = 0;
  const deadline: Deadline = {
    signal: controller.signal,
    isOver: false,
    left: () => endsAt - Date.now(),
    stop: () => clearTimeout(timer),
    restart() {
      clearTimeout(timer);
      endsAt = Date.now() + timeoutMs;
      timer = setTimeout(() => {
        deadline.isOver = true;
        controller.abort();
      }, timeoutMs);
    },
    wait(ms) {
      return new Promise((resolve) => {
        if (controller.signal.aborted) return resolve();
        const end = setTimeout(resolve, ms);
        controller.signal.addEventListener('abort', () => (clearTimeout(end), resolve()), { once: true });
      });
    },
    end() {
      controller.abort();
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    },
  };
  deadline.restart();
  return deadline;
}
