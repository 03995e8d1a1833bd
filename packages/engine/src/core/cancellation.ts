/**
 * Notifies listeners, at most once, that nobody waits for the work any longer.
 *
 * The engine has its own class because AbortSignal would cost each fetch a controller and two event listeners. A
 * request's signal is listened to once: {@link Cancellation.of}.
 */
export class Cancellation {
  cancelled = false;
  readonly #listeners = new Set<() => void>();

  /** Returns a cancellation that follows the signal. */
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

  /** Calls the listener on cancellation, or at once if already cancelled. */
  listen(listener: () => void): void {
    if (this.cancelled) listener();
    else this.#listeners.add(listener);
  }

  forget(listener: () => void): void {
    this.#listeners.delete(listener);
  }
}
