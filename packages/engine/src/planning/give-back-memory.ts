import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** After this long without a plan request, no other is expected soon. */
const QUIET_MS = 1_000;

/**
 * Returns a function that gives memory back to the system. Reading a supergraph and planning leave much garbage. V8
 * would keep it, with the pages it is on, until this thread needs room again: with four subgraphs that is more than
 * half of the thread's memory.
 *
 * @returns call it after each piece of work; it collects garbage once a second passes without more work
 */
export function createGiveBackMemory(): () => void {
  const collect = exposeCollector();
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
      QUIET_MS,
    );
    timer.unref();
  };
}

/**
 * Returns the collector that `node --expose-gc` exposes. The flag is shared by all threads and stays set: resetting
 * it could race with another thread that starts at the same moment.
 */
function exposeCollector(): Collect | undefined {
  setFlagsFromString('--expose-gc');
  return runInNewContext('globalThis.gc') as Collect | undefined;
}
