import { PublicError } from '@yiwang/errors';
import { PUBLIC_CLIENT } from '@yiwang/identity';
import type { ParsedRequest } from '../request/request.ts';
import { createCostCeilings } from './cost-ceilings.ts';

/** Time between two measurements of the event loop. */
const TICK_MS = 50;
/** Measurements between two steps: what a step sheds must have had time to show. */
const TICKS_PER_STEP = 5;
/** Share of the limit under which more is admitted again. */
const CALM_SHARE = 0.25;
/** A client comes again after one to this many seconds, at random: all at once would be the same load again. */
const RETRY_SECONDS = 5;

/** Refuses operations while the gateway has more to do than it can. */
export interface LoadShedding extends Disposable {
  /** @throws PublicError OVERLOADED */
  shedLoad(request: ParsedRequest): void;
}

/**
 * Creates the stage that sheds load. The delay of the event loop is the time that each request waits for its turn, so it measures overload
 * for all clients together, whatever they request.
 *
 * @param delayMs how late the event loop may be; 0 to shed nothing
 * @param onChange called when shedding begins and ends, for the log
 */
export function createLoadShedding(
  delayMs: number,
  onChange: (isShedding: boolean, delayMs: number) => void,
): LoadShedding {
  const ceilings = createCostCeilings();
  /** The least lateness since the last step: a single pause, such as for collecting garbage, is no overload. */
  let least = Infinity;
  let ticks = 0;
  let expected = performance.now() + TICK_MS;
  const timer = delayMs > 0 ? setInterval(measure, TICK_MS).unref() : undefined;

  function measure(): void {
    const now = performance.now();
    const late = Math.max(0, now - expected);
    expected = now + TICK_MS;
    least = Math.min(least, late);
    if (++ticks % TICKS_PER_STEP !== 0) return;
    const wasShedding = ceilings.shed;
    ceilings.step(least > delayMs ? 'more' : least < delayMs * CALM_SHARE ? 'less' : 'same');
    if (ceilings.shed !== wasShedding) onChange(ceilings.shed, Math.round(least));
    least = Infinity;
  }

  return {
    shedLoad({ client, cost, answerHeaders }) {
      const isAnonymous = client.id === PUBLIC_CLIENT.id;
      if (ceilings.admits(cost?.estimate ?? Infinity, isAnonymous)) return;
      const seconds = 1 + Math.floor(Math.random() * RETRY_SECONDS);
      answerHeaders['retry-after'] = String(seconds);
      throw new PublicError(
        'OVERLOADED',
        `There is more to do than can be done in time. Try again in ${seconds} seconds${isAnonymous ? ', ask for less, or sign in' : ' or ask for less'}.`,
        { details: { retryAfterSeconds: seconds } },
      );
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
