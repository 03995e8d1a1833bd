import type { PublicError } from '@yiwang/errors';
import type { OnLapse } from './lapse.ts';

/** As the pipeline has them. */
type Answers = AsyncIterator<string, undefined>;

/** The same answers until what is known of the caller holds no longer: then they end with the reason, as an error. */
export function endOnLapse(answers: Answers, onLapse: OnLapse): Answers {
  let reason: PublicError | null = null;
  const stop = onLapse((why) => {
    reason = why;
    answers.return?.().catch(() => {});
  });

  return {
    async next() {
      const step = await answers.next();
      if (step.done) stop();
      // What came at the same moment is not given out any longer.
      if (reason) throw reason;
      return step;
    },
    async return() {
      stop();
      await answers.return?.();
      return { done: true, value: undefined };
    },
  };
}
