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
    timer = setTimeout(() => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' }), QUIET_MS);
    timer.unref();
  };
}

/** What `node --expose-gc` gives to everyone, for this thread alone. */
function exposeCollector(): Collect {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  return collect;
}
