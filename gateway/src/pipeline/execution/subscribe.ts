import type { Engine, Subscription } from '@yiwang/engine';
import { withinAnswerLimit } from './answer-size.ts';
import type { Answers } from '../request/answer.ts';
import type { ParsedRequest } from '../request/request.ts';
import { textRequestOf } from './text-request.ts';
import { print } from './execute.ts';

/** Makes the function that starts subscriptions; it leaves all other operations to `execute`. */
export function createSubscribe(engine: Engine, answerLimitBytes: number) {
  return async function subscribe(request: ParsedRequest): Promise<Answers | null> {
    const textRequest = textRequestOf(request);
    const subscription = textRequest && (await engine.subscribe(textRequest));
    return subscription && printEach(subscription, request.onReads, answerLimitBytes);
  };
}

/** Not a generator: its `return` would wait for the next answer. */
function printEach(
  subscription: Subscription,
  onReads: ParsedRequest['onReads'],
  limitBytes: number,
): Answers {
  return {
    async next() {
      const { done, value } = await subscription.next();
      if (done) return { done: true, value: undefined };
      const { reads, errors } = value;
      if (reads) await onReads?.(reads, errors.length === 0 ? 'COMPLETE' : 'WITH_ERRORS');
      return { done: false, value: withinAnswerLimit(print(value), limitBytes) };
    },
    async return() {
      await subscription.return();
      return { done: true, value: undefined };
    },
  };
}
