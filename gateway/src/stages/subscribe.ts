import type { Engine, Subscription } from '@yiwang/engine';
import type { Answers, Readable } from '../pipeline.ts';
import { print } from './execute.ts';
import { readPlainSearch } from './read.ts';

/** Stage 5 of 5, for callers that can take several answers. All but a subscription is left to `execute`. */
export function createSubscribe(engine: Engine) {
  return async function subscribe(request: Readable): Promise<Answers | null> {
    const operation = request.method === 'GET' ? readPlainSearch(request) : request.plain;
    const subscription = operation && (await engine.subscribe(operation));
    return subscription && printEach(subscription);
  };
}

/** Not a generator: its `return` would wait for the next answer. */
function printEach(subscription: Subscription): Answers {
  return {
    async next() {
      const step = await subscription.next();
      return step.done ? { done: true, value: undefined } : { done: false, value: print(step.value) };
    },
    async return() {
      await subscription.return();
      return { done: true, value: undefined };
    },
  };
}
