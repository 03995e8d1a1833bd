import type { Engine, Subscription } from '@yiwang/engine';
import type { Answers, Readable } from '../pipeline.ts';
import { print } from './execute.ts';
import { readPlainSearch } from './read.ts';

/** Stage 4 of 4, for callers that can take several answers. All but a subscription is left to `execute`. */
export function createSubscribe(engine: Engine) {
  return async function subscribe(request: Readable): Promise<Answers | null> {
    const operation = request.method === 'GET' ? readPlainSearch(request) : request.plain;
    const subscription = operation && (await engine.subscribe(operation));
    return subscription && printEach(subscription, request.onReads);
  };
}

/** Not a generator: its `return` would wait for the next answer. */
function printEach(subscription: Subscription, onReads: Readable['onReads']): Answers {
  return {
    async next() {
      const { done, value } = await subscription.next();
      if (done) return { done: true, value: undefined };
      const { reads, errors } = value;
      if (reads) await onReads?.(reads, errors.length === 0 ? 'COMPLETE' : 'WITH_ERRORS');
      return { done: false, value: print(value) };
    },
    async return() {
      await subscription.return();
      return { done: true, value: undefined };
    },
  };
}
