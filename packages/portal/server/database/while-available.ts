import { PublicError } from '@yiwang/errors';

/** SQLSTATE 53…: no connection or memory left. 57P0…: shutting down or starting. 08…: the connection broke. 57014, 55P03: too slow. */
const UNAVAILABLE =
  /^(08...|53...|57P0.|57014|55P03)$|^CONNECT(ION)?_|^E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST)/;
const MAX_WRAPPINGS = 4;

/**
 * Waits for what the database answers.
 *
 * @throws PublicError NOT_READY when it does not answer
 */
export async function whileAvailable<Result>(answer: PromiseLike<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    if (!isAway(error)) throw error;
    throw new PublicError('NOT_READY', 'Sessions cannot be read now. Try again later.', { cause: error });
  }
}

function isAway(error: unknown): boolean {
  let fault = error as { code?: unknown; cause?: unknown } | undefined;
  for (let depth = 0; fault && depth < MAX_WRAPPINGS; depth++) {
    if (typeof fault.code === 'string' && UNAVAILABLE.test(fault.code)) return true;
    fault = fault.cause as typeof fault;
  }
  return false;
}
