import { PublicError } from '@yiwang/errors';
import type { OpenEvents } from '../subgraph-client/events/event-stream.ts';
import type { EngineOptions } from '../core/engine-options.ts';
import type { Subscription } from '../core/graph.ts';
import type { EventFetch } from '../execution/compile-events.ts';
import { requesterKey } from '../core/caller.ts';
import type { PreparedOperation } from '../prepared-operation/prepare-operation.ts';
import { OpenSubscription, type SubscriptionRequest } from './subscribe.ts';

const DEFAULT_LIMIT = 10_000;

export interface Subscriptions {
  /** @throws PublicError when there are too many, or the engine is stopping */
  start(prepared: PreparedOperation, fetch: EventFetch, request: SubscriptionRequest): Subscription;
  /** Ends the running ones with a code that makes clients subscribe again. */
  interruptAll(why: string): void;
  /** Also refuses new ones from now on. */
  refuse(why: string): void;
  /** Those that are open now. */
  count(): number;
}

/** Holds the open subscriptions of an engine, over all its graphs. */
export function createSubscriptions(
  open: OpenEvents,
  {
    subscriptionLimit = DEFAULT_LIMIT,
    subscriptionLimitPerRequester = Infinity,
    onSubgraphFault,
    onSubscribe,
  }: EngineOptions,
): Subscriptions {
  const running = new Map<OpenSubscription, string | undefined>();
  const byRequester = new Map<string, number>();
  let refusal: PublicError | undefined;
  const tools = {
    open,
    onFault: onSubgraphFault,
    observe: onSubscribe,
    onEnd(subscription: OpenSubscription) {
      const key = running.get(subscription);
      if (running.delete(subscription) && key !== undefined) countRequester(key, -1);
    },
  };

  function countRequester(key: string, more: number): void {
    const now = (byRequester.get(key) ?? 0) + more;
    if (now > 0) byRequester.set(key, now);
    else byRequester.delete(key);
  }

  function interruptAll(why: string): void {
    const interruption = interrupted(why);
    for (const subscription of [...running.keys()]) subscription.interrupt(interruption);
  }

  return {
    start(prepared, fetch, request) {
      if (refusal) throw refusal;
      if (running.size >= subscriptionLimit) {
        throw new PublicError(
          'TOO_MANY_SUBSCRIPTIONS',
          `The gateway holds as many subscriptions as it may, ${subscriptionLimit}.`,
        );
      }
      const key = request.requester && requesterKey(request.requester);
      if (key !== undefined && (byRequester.get(key) ?? 0) >= subscriptionLimitPerRequester) {
        throw new PublicError(
          'TOO_MANY_SUBSCRIPTIONS',
          `You have as many subscriptions open as you may, ${subscriptionLimitPerRequester}. End some of them first.`,
        );
      }
      const subscription = new OpenSubscription(prepared, fetch, request, tools);
      if (!request.signal?.aborted) {
        running.set(subscription, key);
        if (key !== undefined) countRequester(key, 1);
      }
      return subscription;
    },
    interruptAll,
    count: () => running.size,
    refuse(why) {
      refusal = interrupted(why);
      interruptAll(why);
    },
  };
}

function interrupted(why: string): PublicError {
  return new PublicError('SUBSCRIPTION_INTERRUPTED', `${why} Subscribe again.`);
}
