import { ERROR_CODES, isErrorCode } from '@yiwang/errors';
import type { Logger } from '@yiwang/service/logging';
import { type OperationContent, PUBLIC_CLIENT } from '@yiwang/identity';
import type { RegistryClient } from '../../supergraph/registry/registry-client.ts';
import { RegistryError } from '../../supergraph/registry/registry-client.ts';
import type { ExecutionCounts } from './execution-counts.ts';
import type { createReportWriter } from './operation-reports.ts';

/** Limits of one call: a registry reads bodies up to a limit. */
const MAX_IN_BATCH = 500;
const MAX_CHARACTERS_IN_BATCH = 300_000;
/** Reports kept while the registry is down: about two hours of a gateway with a dozen operations. */
const MAX_KEPT = 10_000;
/** Time for the last report, when the gateway stops. */
const LAST_TIMEOUT_MS = 2000;

export interface UsageReportingOptions {
  counts: ExecutionCounts;
  write: ReturnType<typeof createReportWriter>;
  client: Pick<RegistryClient, 'reportOperations'>;
  logger: Logger;
  intervalMs: number;
}

/** Reports usage to the registry at intervals; disposing of it reports a last time. No request waits for it. */
export function reportUsage(options: UsageReportingOptions): AsyncDisposable {
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
    const tooMany = dropOldest();
    const lost = counted.lost + sum(tooMany);
    if (lost > 0)
      logger.warn(
        { lost },
        'usage reporting lost executions: too many different documents, clients or names',
      );
  }

  /** Drops reports beyond the bound: those of anonymous clients first, since anybody can make them up. */
  function dropOldest(): OperationContent[] {
    const surplus = kept.length - MAX_KEPT;
    if (surplus <= 0) return [];
    const anonymous = kept.filter(isAnonymous).slice(0, surplus);
    const dropped = new Set([
      ...anonymous,
      ...kept.filter((one) => !isAnonymous(one)).slice(0, surplus - anonymous.length),
    ]);
    kept = kept.filter((one) => !dropped.has(one));
    return [...dropped];
  }

  async function send(signal: AbortSignal): Promise<void> {
    while (kept.length > 0) {
      const batch = firstBatch(kept);
      try {
        await client.reportOperations(batch, signal);
      } catch (err) {
        if (!isRefused(err))
          return logger.debug({ err }, 'usage could not be reported; it is kept for the next report');
        logger.warn({ err, lost: sum(batch) }, 'the registry refused a usage report');
      }
      kept = kept.slice(batch.length);
    }
  }

  async function report(signal: AbortSignal): Promise<void> {
    try {
      await collect();
      await send(signal);
    } catch (err) {
      logger.error({ err }, 'usage reporting failed');
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
      // A report that is aborted may have arrived, and would be sent twice.
      setTimeout(() => stopping.abort(), LAST_TIMEOUT_MS).unref();
      await underWay;
      await report(AbortSignal.timeout(LAST_TIMEOUT_MS));
    },
  };
}

function firstBatch(reports: readonly OperationContent[]): readonly OperationContent[] {
  let characters = 0;
  const end = reports.slice(0, MAX_IN_BATCH).findIndex(({ coordinates }, index) => {
    characters += coordinates.reduce((total, { length }) => total + length, 0);
    return characters > MAX_CHARACTERS_IN_BATCH && index > 0;
  });
  return reports.slice(0, end < 0 ? MAX_IN_BATCH : end);
}

/** Whether the registry would refuse the report again: the report itself is wrong, not its sender or its time. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof RegistryError) || !error.code || /^UNAUTHENTICATED$|^FORBIDDEN$/.test(error.code)) {
    return false;
  }
  return isErrorCode(error.code) && ERROR_CODES[error.code].retry === 'never';
}

function isAnonymous({ client }: OperationContent): boolean {
  return client == null || client.startsWith(`${PUBLIC_CLIENT.id}:`);
}

function sum(reports: readonly OperationContent[]): number {
  return reports.reduce((total, { count }) => total + count, 0);
}
