import { PublicError } from '@yiwang/errors';

const RETRY_AFTER_SECONDS = 5;

/** Counts the files that are under way. */
export interface StreamShares {
  /**
   * Counts one of a caller; the result ends it.
   *
   * @throws PublicError RATE_LIMITED
   */
  enter(caller: string): () => void;
}

export function createStreamShares(inTotal: number, perCaller: number): StreamShares {
  const open = new Map<string, number>();
  let total = 0;
  return {
    enter(caller) {
      const count = open.get(caller) ?? 0;
      if (count >= perCaller) throw refuse(`A client may send and read ${perCaller} files at once.`);
      if (total >= inTotal) throw refuse('The gateway sends and reads as many files as it can.');
      open.set(caller, count + 1);
      total++;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        total--;
        const left = open.get(caller)! - 1;
        if (left > 0) open.set(caller, left);
        else open.delete(caller);
      };
    },
  };
}

function refuse(why: string): PublicError {
  return new PublicError('RATE_LIMITED', `${why} Try again in ${RETRY_AFTER_SECONDS} seconds.`, {
    details: { retryAfterSeconds: RETRY_AFTER_SECONDS },
  });
}
