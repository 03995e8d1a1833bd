import type { DepartmentAnswer } from '../read-answer.ts';

/** The connection that events arrive by. */
export interface EventSource {
  /** While events lie here, nothing more is read: the department is slowed down, and memory stays bounded. */
  pause(): void;
  resume(): void;
  /** Lets go of the connection. Called once. */
  disconnect(): void;
}

/** Events between the connection that they arrive by and whoever asks for the next one. */
export class EventQueue {
  readonly #events: DepartmentAnswer[] = [];
  readonly #source: EventSource;
  #waiting: PromiseWithResolvers<DepartmentAnswer | null> | undefined;
  #ended = false;
  #fault: Error | undefined;

  constructor(source: EventSource) {
    this.#source = source;
  }

  get ended(): boolean {
    return this.#ended;
  }

  push(event: DepartmentAnswer): void {
    if (this.#ended) return;
    if (this.#waiting) {
      this.#waiting.resolve(event);
      this.#waiting = undefined;
      return;
    }
    this.#events.push(event);
    this.#source.pause();
  }

  /** Events that have arrived are still handed out, and then the fault. Only the first end counts. */
  end(fault?: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#fault = fault;
    this.#source.disconnect();
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.next().then(waiting.resolve, waiting.reject);
  }

  /** Drops what has arrived. */
  close(): void {
    this.#events.length = 0;
    this.#fault = undefined;
    this.end();
  }

  async next(): Promise<DepartmentAnswer | null> {
    const event = this.#events.shift();
    if (event) return event;
    if (this.#fault) throw this.#fault;
    if (this.#ended) return null;
    const waiting = Promise.withResolvers<DepartmentAnswer | null>();
    this.#waiting = waiting;
    // May bring an event at once.
    this.#source.resume();
    return waiting.promise;
  }
}
