import type { Logger } from '@yiwang/service/logging';
import pRetry from 'p-retry';
import { RegistryError } from './registry-client.ts';

/** The longest wait between two attempts. */
const MAX_DELAY_MS = 10_000;
/** The first wait is this to twice this, at random, so that many gateways do not return at the same moment. */
const MIN_DELAY_MS = 125;

export interface RetryOptions {
  logger: Logger;
  /** The warning when attempts fail. Repeated errors of one kind are logged once, though their messages may differ. */
  failing: string;
  /** Logged when an attempt succeeds after others failed. */
  recovered: string;
  /** Ends the attempts. */
  stopping: AbortSignal;
  /** Called after each failed attempt. */
  onFailure?: () => void;
  /** Whether to give up because of an error: it is thrown, and not logged. By default no error is final. */
  isFinal?: (error: unknown) => boolean;
  maxDelayMs?: number;
}

/**
 * Asks the registry until it answers. The waits between attempts double, from about 0.2 s to 10 s.
 *
 * @returns undefined when `stopping` aborts
 * @throws only what `isFinal` accepts
 */
export async function retryUntilAnswered<Answer>(
  attempt: () => Promise<Answer>,
  {
    logger,
    failing,
    recovered,
    stopping,
    onFailure,
    isFinal = () => false,
    maxDelayMs = MAX_DELAY_MS,
  }: RetryOptions,
): Promise<Answer | undefined> {
  let lastKind: string | null = null;

  function failed(error: unknown): void {
    if (isFinal(error)) return;
    const kind = kindOf(error);
    if (kind !== lastKind) logger.warn({ err: error }, failing);
    lastKind = kind;
    onFailure?.();
  }

  try {
    const answer = await pRetry(() => attempt().catch(rethrowRetriable), {
      retries: Infinity,
      minTimeout: MIN_DELAY_MS,
      maxTimeout: maxDelayMs,
      randomize: true,
      signal: stopping,
      onFailedAttempt: ({ error }) => failed(error),
      shouldRetry: ({ error }) => !isFinal(error),
    });
    if (lastKind !== null) logger.info(recovered);
    return answer;
  } catch (error) {
    if (stopping.aborted) return undefined;
    throw error;
  }
}

/** p-retry gives up on a TypeError, but a registry that answers in an unexpected form may be repaired. */
function rethrowRetriable(error: unknown): never {
  if (error instanceof Error && !(error instanceof TypeError)) throw error;
  throw new Error(String(error), { cause: error });
}

function kindOf(error: unknown): string {
  return error instanceof RegistryError ? (error.code ?? 'no answer') : String(error);
}
