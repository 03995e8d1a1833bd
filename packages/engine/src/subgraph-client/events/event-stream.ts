import type { SubscriptionObserver } from '../../core/subgraph.ts';
import type { Sent } from '../subgraph-client.ts';
import type { SubgraphAnswer } from '../../core/read-answer.ts';

/** The events of one subscription at a subgraph, in order. */
export interface EventStream {
  /**
   * Waits for the next event; null when the subgraph has ended the subscription, or when it was closed here.
   *
   * @throws SubgraphFault when the subgraph fails; there is no event after it
   */
  next(): Promise<SubgraphAnswer | null>;
  /** Ends it: the subgraph sees its connection close. */
  close(): void;
}

/** Sends the body of a subscription to a subgraph at once. Errors are thrown only by `next`. */
export type OpenEvents = (...sent: [...Sent, observer?: SubscriptionObserver]) => EventStream;

/** The connection that events arrive on. */
interface EventSource {
  /** Stops reading while events are queued, so that the subgraph is slowed down and memory stays bounded. */
  pause(): void;
  resume(): void;
  /** Closes the connection. Called once. */
  disconnect(): void;
}

/** Queues events between the connection and the reader. */
export class EventQueue {
  readonly #events: SubgraphAnswer[] = [];
  readonly #source: EventSource;
  #waiting: PromiseWithResolvers<SubgraphAnswer | null> | undefined;
  #ended = false;
  #fault: Error | undefined;

  constructor(source: EventSource) {
    this.#source = source;
  }

  get ended(): boolean {
    return this.#ended;
  }

  push(event: SubgraphAnswer): void {
    if (this.#ended) return;
    if (this.#waiting) {
      this.#waiting.resolve(event);
      this.#waiting = undefined;
      return;
    }
    this.#events.push(event);
    this.#source.pause();
  }

  /** Ends the queue: queued events are still delivered, and then the fault. Only the first call counts. */
  end(fault?: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#fault = fault;
    this.#source.disconnect();
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.next().then(waiting.resolve, waiting.reject);
  }

  /** Drops queued events and ends the queue. */
  close(): void {
    this.#events.length = 0;
    this.#fault = undefined;
    this.end();
  }

  async next(): Promise<SubgraphAnswer | null> {
    const event = this.#events.shift();
    if (event) return event;
    if (this.#fault) throw this.#fault;
    if (this.#ended) return null;
    const waiting = Promise.withResolvers<SubgraphAnswer | null>();
    this.#waiting = waiting;
    // This may deliver an event at once.
    this.#source.resume();
    return waiting.promise;
  }
}
