import { PublicError } from '@yiwang/errors';
import type { OpenEvents } from '../departments/events/event-stream.ts';
import type { EngineOptions } from '../engine-options.ts';
import type { Subscription } from '../graph.ts';
import type { EventFetch } from './plan/compile-events.ts';
import type { PreparedOperation } from './prepare-operation.ts';
import { OpenSubscription, type SubscriptionRequest } from './subscribe.ts';

const DEFAULT_LIMIT = 10_000;

export interface Subscriptions {
  /** @throws PublicError when there are too many, or no more are wanted */
  start(prepared: PreparedOperation, fetch: EventFetch, request: SubscriptionRequest): Subscription;
  /** Ends those that run, with a code that tells their clients to subscribe again. */
  interruptAll(why: string): void;
  /** Also refuses further ones from now on. */
  refuse(why: string): void;
}

/** The subscriptions that an engine has open, over all its graphs. */
export function createSubscriptions(
  open: OpenEvents,
  { subscriptionLimit = DEFAULT_LIMIT, onDepartmentFault }: EngineOptions,
): Subscriptions {
  const running = new Set<OpenSubscription>();
  let refusal: PublicError | undefined;
  const tools = {
    open,
    onFault: onDepartmentFault,
    onEnd: (subscription: OpenSubscription) => void running.delete(subscription),
  };

  function interruptAll(why: string): void {
    const interruption = interrupted(why);
    for (const subscription of [...running]) subscription.interrupt(interruption);
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
      const subscription = new OpenSubscription(prepared, fetch, request, tools);
      if (!request.signal?.aborted) running.add(subscription);
      return subscription;
    },
    interruptAll,
    refuse(why) {
      refusal = interrupted(why);
      interruptAll(why);
    },
  };
}

function interrupted(why: string): PublicError {
  return new PublicError('SUBSCRIPTION_INTERRUPTED', `${why} Subscribe again.`);
}
