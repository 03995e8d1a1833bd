import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '@yiwang/access-log';
import type { Logger } from '@yiwang/service/logging';
import type { RegistryClient } from '../../supergraph/registry/registry-client.ts';
import { RegistryError } from '../../supergraph/registry/registry-client.ts';
import { retryUntilAnswered } from '../../supergraph/registry/retry-until-answered.ts';
import type { Journal } from '@yiwang/access-log/journal';
import { JournalError } from '@yiwang/access-log/journal';
import { bookmarkAt, readBatches } from '@yiwang/access-log/journal';

/** Time between two batches. Larger batches are cheaper: each costs the exchange a transaction, and a signature here. */
const INTERVAL_MS = 1000;
/** For the last records, when the gateway stops. */
const LAST_TIMEOUT_MS = 2000;
const FAILING = 'the exchange does not accept the access log; the journal keeps it for now';

export interface ShippingOptions {
  journal: Pick<Journal, 'end' | 'sealedSegments' | 'whenSealed' | 'forget' | 'markCorrupt'>;
  client: Pick<RegistryClient, 'recordAccesses'>;
  logger: Logger;
  /** Time between two batches. */
  intervalMs?: number;
}

export interface Shipping extends AsyncDisposable {
  /** Records of the journal that the exchange has not stored; null before it was asked. */
  unshipped(): number | null;
}

/**
 * Ships the journal to the exchange about once a second, in batches of its lines, and deletes what the exchange has stored. No
 * request waits for it: what cannot be sent now is sent when the exchange answers again. Disposing of it ships a last time.
 */
export function shipAccesses({
  journal,
  client,
  logger,
  intervalMs = INTERVAL_MS,
}: ShippingOptions): Shipping {
  const stopping = new AbortController();
  /** Last record that the exchange has stored; null before it was asked. */
  let stored: Position | null = null;
  /** Its sequence, also while the exchange must be asked again. */
  let shipped: number | null = null;
  let bookmark = bookmarkAt(1);

  /** @returns whether there was anything to ship */
  async function ship(signal: AbortSignal): Promise<boolean> {
    if (!stored) {
      stored = await client.recordAccesses('', signal);
      bookmark = bookmarkAt(stored.sequence + 1);
    }
    shipped = stored.sequence;
    const { end } = journal;
    if (stored.sequence > end.sequence) throw new ConflictError(stored, end);
    let isAny = false;
    for await (const { last, text } of readBatches(journal, bookmark)) {
      stored = await client.recordAccesses(text, signal);
      shipped = stored.sequence;
      await journal.forget(stored.sequence);
      if (stored.sequence !== last) throw new ConflictError(stored, end);
      isAny = true;
    }
    return isAny;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const isAny = await retryUntilAnswered(() => ship(stopping.signal), {
        logger,
        failing: FAILING,
        recovered: 'the exchange accepts the access log again',
        stopping: stopping.signal,
        onFailure: () => (stored = null),
        isFinal: isConflict,
      });
      if (isAny) await sleep(intervalMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stored) await journal.whenSealed(stored.sequence, stopping.signal);
    }
  }

  /** Ships until the gateway stops, or the log must not go on. */
  async function runUntilConflict(): Promise<void> {
    try {
      await run();
    } catch (err) {
      stored = null;
      logger.warn({ err }, FAILING);
      journal.markCorrupt(
        new JournalError('The exchange keeps other records of this gateway than its journal has.'),
      );
    }
  }

  const running = runUntilConflict();
  return {
    unshipped: () => (shipped === null ? null : Math.max(0, journal.end.sequence - shipped)),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await running;
      stored = null;
      await ship(AbortSignal.timeout(LAST_TIMEOUT_MS)).catch((err: unknown) =>
        logger.debug({ err }, 'the access log could not be shipped; the journal keeps it for the next start'),
      );
    },
  };
}

/** The exchange has records that this gateway never wrote: its journal was set back, or another gateway has its name. */
class ConflictError extends Error {
  override readonly name = 'ConflictError';

  constructor(stored: Position, end: Position) {
    super(`The exchange keeps records up to ${stored.sequence}; the journal ends with ${end.sequence}.`);
  }
}

function isConflict(error: unknown): boolean {
  return (
    error instanceof ConflictError || (error instanceof RegistryError && error.code === 'ACCESS_LOG_CONFLICT')
  );
}
