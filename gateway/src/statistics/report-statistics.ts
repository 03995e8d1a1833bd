import { ERROR_CODES, type ErrorCode } from '@yiwang/errors';
import type { Logger } from '@yiwang/observability';
import type { OperationContent } from '@yiwang/identity';
import type { RegistryClient } from '../registry/registry-client.ts';
import { RegistryError } from '../registry/registry-error.ts';
import type { ExecutionCounts } from './execution-counts.ts';
import type { createReportWriter } from './operation-reports.ts';

/** One call carries no more: a registry reads bodies up to a limit. */
const MOST_IN_BATCH = 500;
const MOST_CHARACTERS_IN_BATCH = 300_000;
/** Kept for a registry that is down; about two hours of a gateway with a dozen operations. */
const MOST_KEPT = 10_000;
/** For the last report, when the gateway stops. */
const LAST_TIMEOUT_MS = 2000;

export interface StatisticsOptions {
  counts: ExecutionCounts;
  write: ReturnType<typeof createReportWriter>;
  client: Pick<RegistryClient, 'reportOperations'>;
  logger: Logger;
  intervalMs: number;
}

/** Reports what was counted, again and again; disposing of it reports for a last time. Nobody waits for it. */
export function reportStatistics(options: StatisticsOptions): AsyncDisposable {
  const { counts, write, client, logger, intervalMs } = options;
  const stopping = new AbortController();
  let kept: OperationContent[] = [];
  let from = new Date();
  let underWay: Promise<void> | null = null;

  async function collect(): Promise<void> {
    const until = new Date();
    const counted = counts.take();
    kept.push(...(await write(counted, { from, until })));
    from = until;
    const tooMany = kept.splice(0, Math.max(0, kept.length - MOST_KEPT));
    const lost = counted.lost + sum(tooMany);
    if (lost > 0) logger.warn({ lost }, 'executions were not counted: too many different ones');
  }

  async function send(signal: AbortSignal): Promise<void> {
    while (kept.length > 0) {
      const batch = firstBatch(kept);
      try {
        await client.reportOperations(batch, signal);
      } catch (err) {
        if (!isRefused(err)) return logger.debug({ err }, 'statistics are kept for the next report');
        logger.warn({ err, lost: sum(batch) }, 'the registry does not take these statistics');
      }
      kept = kept.slice(batch.length);
    }
  }

  async function report(signal: AbortSignal): Promise<void> {
    try {
      await collect();
      await send(signal);
    } catch (err) {
      logger.error({ err }, 'statistics failed');
    }
  }

  const timer = setInterval(() => {
    underWay ??= report(stopping.signal).finally(() => {
      underWay = null;
    });
  }, intervalMs).unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      // A report that is cut off may have been taken in, and would be sent once more.
      setTimeout(() => stopping.abort(), LAST_TIMEOUT_MS).unref();
      await underWay;
      await report(AbortSignal.timeout(LAST_TIMEOUT_MS));
    },
  };
}

function firstBatch(reports: readonly OperationContent[]): readonly OperationContent[] {
  let characters = 0;
  const end = reports.slice(0, MOST_IN_BATCH).findIndex(({ coordinates }, index) => {
    characters += coordinates.reduce((total, { length }) => total + length, 0);
    return characters > MOST_CHARACTERS_IN_BATCH && index > 0;
  });
  return reports.slice(0, end < 0 ? MOST_IN_BATCH : end);
}

/** It would be refused again: what is wrong is the report, and not who sends it or when. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof RegistryError) || !error.code || /^UNAUTHENTICATED$|^FORBIDDEN$/.test(error.code)) {
    return false;
  }
  return error.code in ERROR_CODES && ERROR_CODES[error.code as ErrorCode].retry === 'never';
}

function sum(reports: readonly OperationContent[]): number {
  return reports.reduce((total, { count }) => total + count, 0);
}
