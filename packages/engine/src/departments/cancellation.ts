/**
 * Tells, at most once, that nobody waits any longer for what was begun.
 *
 * The engine's own, because with AbortSignal each fetch would make a controller and add and remove two event
 * listeners. A request's signal is listened to once: {@link Cancellation.of}.
 */
export class Cancellation {
  cancelled = false;
  readonly #listeners = new Set<() => void>();

  /** Cancelled when the signal aborts, or has aborted. */
  static of(signal: AbortSignal | undefined): Cancellation | undefined {
    if (!signal) return undefined;
    const cancellation = new Cancellation();
    if (signal.aborted) cancellation.cancel();
    else signal.addEventListener('abort', () => cancellation.cancel(), { once: true });
    return cancellation;
  }

  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls the listener when it is cancelled; at once when it has been. */
  listen(listener: () => void): void {
    if (this.cancelled) listener();
    else this.#listeners.add(listener);
  }

  forget(listener: () => void): void {
    this.#listeners.delete(listener);
  }
}
