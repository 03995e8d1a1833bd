import { PublicError } from '@yiwang/errors';
import { createVoucher } from '../access/voucher.ts';
import { Cancellation } from '../departments/cancellation.ts';
import { DepartmentFault } from '../departments/department-fault.ts';
import type { EventStream, OpenEvents } from '../departments/events/event-stream.ts';
import type { Subscription, TextAnswer } from '../graph.ts';
import type { EventFetch } from './plan/compile-events.ts';
import type { OperationRequest, PreparedOperation } from './prepare-operation.ts';

const DONE: IteratorResult<TextAnswer> = { done: true, value: undefined };

export interface SubscriptionRequest extends Pick<
  OperationRequest,
  'variables' | 'conditions' | 'caller' | 'refusals'
> {
  /** Aborts when the subscriber goes away. */
  signal: AbortSignal | undefined;
}

export interface SubscriptionTools {
  open: OpenEvents;
  onFault: (fault: DepartmentFault) => void;
  /** Called once, when the subscription has let go of its department. */
  onEnd: (subscription: OpenSubscription) => void;
}

/**
 * One subscription while it runs. An event is taken from the department when the one before it has been answered and
 * taken, so events keep their order, and who reads slowly slows the department down instead of filling memory.
 */
export class OpenSubscription implements Subscription {
  readonly #prepared: PreparedOperation;
  readonly #request: SubscriptionRequest;
  readonly #tools: SubscriptionTools;
  readonly #cancellation = new Cancellation();
  readonly #events: EventStream;
  #ended = false;
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
    const voucher = request.caller && createVoucher(request.caller, prepared.reads);
    this.#events = tools.open(fetch.department, fetch.writeBody(request.variables), voucher);
    request.signal?.addEventListener('abort', this.#leave, { once: true });
    if (request.signal?.aborted) this.#leave();
  }

  async next(): Promise<IteratorResult<TextAnswer>> {
    if (this.#ended) return DONE;
    try {
      const answer = this.#interruption ? null : await this.#events.next();
      if (answer) return { done: false, value: await this.#run(answer) };
    } catch (error) {
      this.#end();
      if (!(error instanceof DepartmentFault)) throw error;
      this.#tools.onFault(error);
      throw new PublicError('DEPARTMENT_UNAVAILABLE', error.explanation, {
        details: { department: error.department },
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

  /** Ends it from our side: an event that is being answered still arrives, then the error. */
  interrupt(error: PublicError): void {
    if (this.#ended) return;
    this.#interruption = error;
    this.#events.close();
  }

  #run(answer: NonNullable<Awaited<ReturnType<EventStream['next']>>>): Promise<TextAnswer> {
    const { variables, conditions, caller, refusals } = this.#request;
    const cancellation = this.#cancellation;
    return this.#prepared.run({ variables, conditions, caller, refusals, cancellation, event: answer });
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
