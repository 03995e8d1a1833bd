import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** So long after the last question, no other is expected at once. */
const QUIET_MS = 1_000;

/**
 * Reading a supergraph and planning leave much garbage, which V8 would keep, and the pages it was on, until this thread needs
 * room again: at four departments more than half of what the thread takes.
 *
 * @returns to be called after each piece of work; garbage is collected once no more has come for a second
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
 * What `node --expose-gc` gives to everyone. The flag is one for all threads and stays set: taken back, it could be taken back between
 * these two lines of another thread that begins at the same time.
 */
function exposeCollector(): Collect | undefined {
  setFlagsFromString('--expose-gc');
  return runInNewContext('globalThis.gc') as Collect | undefined;
}
