import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '@yiwang/access-log';
import type { Logger } from '@yiwang/observability';
import { backOffMs } from '../registry/back-off.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import { RegistryError } from '../registry/registry-error.ts';
import type { Journal } from './journal/journal.ts';
import { JournalError } from './journal/journal-error.ts';
import { bookmarkAt, readBatches } from './journal/read-batches.ts';

/** For the last records, when the gateway stops. */
const LAST_TIMEOUT_MS = 2000;

export interface ShippingOptions {
  journal: Pick<Journal, 'end' | 'sealedSegments' | 'whenSealed' | 'forget' | 'condemn'>;
  client: Pick<RegistryClient, 'recordAccesses'>;
  logger: Logger;
}

/**
 * Hands the journal over to the exchange, batch by batch, and lets go of what is kept there. Nobody waits for it: what
 * cannot be sent now is sent when the exchange answers again. Disposing of it tries a last time.
 */
export function shipAccesses({ journal, client, logger }: ShippingOptions): AsyncDisposable {
  const stopping = new AbortController();
  /** The end of what is kept at the exchange; null when it has to be asked. */
  let kept: Position | null = null;
  let bookmark = bookmarkAt(1);

  async function ship(signal: AbortSignal): Promise<void> {
    if (!kept) {
      kept = await client.recordAccesses([], signal);
      bookmark = bookmarkAt(kept.sequence + 1);
    }
    const { end } = journal;
    if (kept.sequence > end.sequence) throw new ConflictError(kept, end);
    for await (const { first, records } of readBatches(journal, bookmark)) {
      kept = await client.recordAccesses(records, signal);
      await journal.forget(kept.sequence);
      if (kept.sequence !== first + records.length - 1) throw new ConflictError(kept, end);
    }
  }

  async function run(): Promise<void> {
    let failures = 0;
    let lastFault: string | null = null;
    while (!stopping.signal.aborted) {
      try {
        await ship(stopping.signal);
        if (lastFault !== null) logger.info('the access log is handed over again');
        failures = 0;
        lastFault = null;
        await journal.whenSealed(kept!.sequence, stopping.signal);
      } catch (err) {
        if (stopping.signal.aborted) return;
        kept = null;
        failures++;
        const fault = err instanceof RegistryError ? (err.code ?? 'no answer') : String(err);
        if (fault !== lastFault) logger.warn({ err }, 'the access log is kept here for now');
        lastFault = fault;
        if (isConflict(err)) {
          journal.condemn(
            new JournalError('The exchange keeps other records of this gateway than its journal.'),
          );
          return;
        }
        await sleep(backOffMs(failures), undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  const running = run();
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await running;
      kept = null;
      await ship(AbortSignal.timeout(LAST_TIMEOUT_MS)).catch((err: unknown) =>
        logger.debug({ err }, 'the access log is kept for the next start'),
      );
    },
  };
}

/** The exchange has what this gateway never wrote: its journal was set back, or another gateway has its name. */
class ConflictError extends Error {
  override readonly name = 'ConflictError';

  constructor(kept: Position, end: Position) {
    super(`The exchange keeps records up to ${kept.sequence}; the journal ends with ${end.sequence}.`);
  }
}

function isConflict(error: unknown): boolean {
  return (
    error instanceof ConflictError || (error instanceof RegistryError && error.code === 'ACCESS_LOG_CONFLICT')
  );
}
