import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '@yiwang/access-log';
import type { Logger } from '@yiwang/observability';
import { backOffMs } from '../registry/back-off.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import { RegistryError } from '../registry/registry-error.ts';
import type { Journal } from './journal/journal.ts';
import { JournalError } from './journal/journal-error.ts';
import { bookmarkAt, readBatches } from './journal/read-batches.ts';

/** Larger pieces are cheaper: each costs the exchange a transaction, and a signature here. */
const INTERVAL_MS = 1000;
/** For the last records, when the gateway stops. */
const LAST_TIMEOUT_MS = 2000;

export interface ShippingOptions {
  journal: Pick<Journal, 'end' | 'sealedSegments' | 'whenSealed' | 'forget' | 'condemn'>;
  client: Pick<RegistryClient, 'recordAccesses'>;
  logger: Logger;
  /** Between two hand-overs. */
  intervalMs?: number;
}

/**
 * Hands the journal over to the exchange about once a second, in pieces as they are in its files, and lets go of what is
 * kept there. Nobody waits for it: what cannot be sent now is sent when the exchange answers again. Disposing of it tries a
 * last time.
 */
export function shipAccesses({
  journal,
  client,
  logger,
  intervalMs = INTERVAL_MS,
}: ShippingOptions): AsyncDisposable {
  const stopping = new AbortController();
  /** The end of what is kept at the exchange; null when it has to be asked. */
  let kept: Position | null = null;
  let bookmark = bookmarkAt(1);

  /** @returns whether there was anything to hand over */
  async function ship(signal: AbortSignal): Promise<boolean> {
    if (!kept) {
      kept = await client.recordAccesses('', signal);
      bookmark = bookmarkAt(kept.sequence + 1);
    }
    const { end } = journal;
    if (kept.sequence > end.sequence) throw new ConflictError(kept, end);
    let isAny = false;
    for await (const { last, text } of readBatches(journal, bookmark)) {
      kept = await client.recordAccesses(text, signal);
      await journal.forget(kept.sequence);
      if (kept.sequence !== last) throw new ConflictError(kept, end);
      isAny = true;
    }
    return isAny;
  }

  async function run(): Promise<void> {
    let failures = 0;
    let lastFault: string | null = null;
    while (!stopping.signal.aborted) {
      try {
        const isAny = await ship(stopping.signal);
        if (lastFault !== null) logger.info('the access log is handed over again');
        failures = 0;
        lastFault = null;
        if (isAny) await pause(intervalMs);
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
        await pause(backOffMs(failures));
      }
    }
  }

  /** No longer than until the gateway stops. */
  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});
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
