import { PublicError } from '@yiwang/errors';
import { createAssertionProvider } from '../core/assertion-provider.ts';
import { Cancellation } from '../core/cancellation.ts';
import { type Subgraph, SubgraphFault, type SubscriptionObserver } from '../core/subgraph.ts';
import type { EventStream, OpenEvents } from '../subgraph-client/events/event-stream.ts';
import type { Subscription, TextAnswer } from '../core/graph.ts';
import type { EventFetch } from '../execution/compile-events.ts';
import type { OperationRequest, PreparedOperation } from '../prepared-operation/prepare-operation.ts';

const DONE: IteratorResult<TextAnswer> = { done: true, value: undefined };

export interface SubscriptionRequest extends Pick<
  OperationRequest,
  'variables' | 'conditions' | 'caller' | 'denials' | 'requester'
> {
  /** Aborts when the subscriber disconnects. */
  signal: AbortSignal | undefined;
}

export interface SubscriptionTools {
  open: OpenEvents;
  onFault: (fault: SubgraphFault) => void;
  /** Undefined without an observer. */
  observe: ((subgraph: Subgraph) => SubscriptionObserver | undefined) | undefined;
  /** Called once, when the subscription has released its subgraph. */
  onEnd: (subscription: OpenSubscription) => void;
}

/**
 * A running subscription. It takes an event from the subgraph only when the previous one has been answered and
 * consumed. So events keep their order, and a slow reader slows the subgraph down instead of filling memory.
 */
export class OpenSubscription implements Subscription {
  readonly #prepared: PreparedOperation;
  readonly #request: SubscriptionRequest;
  readonly #tools: SubscriptionTools;
  readonly #cancellation = new Cancellation();
  readonly #events: EventStream;
  readonly #observer: SubscriptionObserver | undefined;
  #ended = false;
  /** The last answer, when only changes are sent. */
  #before: string | null = null;
  #interruption: PublicError | undefined;

  constructor(
    prepared: PreparedOperation,
    fetch: EventFetch,
    request: SubscriptionRequest,
    tools: SubscriptionTools,
  ) {
    this.#prepared = prepared;
    this.#request = request;
    this.#tools = tools;
    const assertionProvider =
      request.caller && createAssertionProvider(request.caller, prepared.reads, false);
    this.#observer = tools.observe?.(fetch.subgraph);
    this.#events = tools.open(
      fetch.subgraph,
      fetch.writeBody(request.variables),
      assertionProvider,
      this.#observer,
    );
    request.signal?.addEventListener('abort', this.#leave, { once: true });
    if (request.signal?.aborted) this.#leave();
  }

  async next(): Promise<IteratorResult<TextAnswer>> {
    if (this.#ended) return DONE;
    try {
      for (;;) {
        const event = this.#interruption ? null : await this.#events.next();
        if (!event) break;
        const run = () => this.#run(event);
        const answer = await (this.#observer ? this.#observer.event(run) : run());
        if (this.#isNew(answer)) return { done: false, value: answer };
      }
    } catch (error) {
      this.#end();
      if (!(error instanceof SubgraphFault)) throw error;
      this.#tools.onFault(error);
      throw new PublicError('DEPARTMENT_UNAVAILABLE', error.explanation, {
        details: { department: error.subgraph },
      });
    }
    this.#end();
    if (this.#interruption) throw this.#interruption;
    return DONE;
  }

  async return(): Promise<IteratorResult<TextAnswer>> {
    this.#leave();
    return DONE;
  }

  async throw(): Promise<IteratorResult<TextAnswer>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Ends it from this side: an event in progress still arrives, then the error. */
  interrupt(error: PublicError): void {
    if (this.#ended) return;
    this.#interruption = error;
    this.#events.close();
  }

  #run(answer: NonNullable<Awaited<ReturnType<EventStream['next']>>>): Promise<TextAnswer> {
    const { variables, conditions, caller, denials } = this.#request;
    const cancellation = this.#cancellation;
    return this.#prepared.run({ variables, conditions, caller, denials, cancellation, event: answer });
  }

  /**
   * Returns false when nothing changed that the caller may read: even the fact of another change must not be
   * revealed.
   */
  #isNew(answer: TextAnswer): boolean {
    if (!this.#prepared.onlyChanges) return true;
    const text = JSON.stringify([answer.data, answer.errors]);
    if (text === this.#before) return false;
    this.#before = text;
    return true;
  }

  readonly #leave = (): void => {
    this.#cancellation.cancel();
    this.#end();
  };

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#request.signal?.removeEventListener('abort', this.#leave);
    this.#events.close();
    this.#tools.onEnd(this);
  }
}
