import type { Durable } from '@yiwang/durable';
import { repeat } from '@yiwang/subgraph-kit/outbox';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import type { AdvanceOptions } from '../course/advance-matter.ts';
import { awaitGateway } from './await-gateway.ts';
import { resumeAfterOutages } from './end-of-outages.ts';
import { followCases, sweepCases } from './follow-cases.ts';
import { openWork, type WorkOptions } from './work-runner.ts';

/** Between looks for what has changed of cases at departments. */
const FOLLOW_MS = 250;
/** Between questions to departments that were away. */
const OUTAGE_MS = 15_000;
/** Between looks at all cases that are open at departments. */
const SWEEP_MS = 300_000;

/**
 * Starts what goes on by itself: the steps of matters, and the look at what departments did.
 *
 * @param stack ends it, within some five seconds: what reads stops at once; steps in work get a while, and then nobody waits for the
 *   answers to them, and another process asks again
 */
export async function startRunning(
  options: WorkOptions & AdvanceOptions,
  database: { url: string },
  concurrency: number,
  warn: (message: string) => (error: unknown) => void,
  stack: AsyncDisposableStack,
): Promise<Durable> {
  const working = new AbortController();
  stack.defer(() => working.abort());
  const durable = stack.use(
    await openWork(
      { ...options, client: awaitGateway(askUntil(working.signal, options.client)) },
      database,
      concurrency,
      warn('a step of a matter has failed'),
    ),
  );
  const reading = new AbortController();
  const readOptions = { ...options, client: awaitGateway(askUntil(reading.signal, options.client)) };
  const repeated = [
    repeat(
      () => followCases(readOptions),
      FOLLOW_MS,
      warn('cases at departments cannot be followed; trying again'),
    ),
    repeat(
      async () => {
        await sweepCases(readOptions);
        return false;
      },
      SWEEP_MS,
      warn('cases at departments cannot be read; trying again'),
    ),
    repeat(
      async () => {
        await resumeAfterOutages(readOptions, durable);
        return false;
      },
      OUTAGE_MS,
      warn('steps that are stuck cannot go on; trying again'),
    ),
  ];
  stack.defer(async () => {
    reading.abort();
    await Promise.all(repeated.map((one) => one[Symbol.asyncDispose]()));
  });
  return durable;
}

/** The client, which waits for no answer any longer once the signal is given. */
function askUntil(signal: AbortSignal, client: GatewayClient): GatewayClient {
  return { ask: (query, variables, options) => client.ask(query, variables, { ...options, signal }) };
}
